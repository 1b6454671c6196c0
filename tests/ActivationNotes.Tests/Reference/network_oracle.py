"""One batch forward and backward through one network, computed by PyTorch in float32: writes network.json.

The network has every kind of layer the course has: dense, batch normalisation in training, layer normalisation, a residual
block, activations, and softmax with cross-entropy. Run as: python3 network_oracle.py > network.json
"""
import json

import torch

torch.manual_seed(2026)
torch.set_num_threads(1)


class Residual(torch.nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.inside = torch.nn.Sequential(*layers)

    def forward(self, x):
        return x + self.inside(x)


network = torch.nn.Sequential(
    torch.nn.Linear(9, 7), torch.nn.BatchNorm1d(7), torch.nn.Sigmoid(),
    torch.nn.Linear(7, 6), torch.nn.LayerNorm(6), torch.nn.Tanh(),
    Residual(torch.nn.Linear(6, 6), torch.nn.GELU()),
    torch.nn.Linear(6, 4))
# Gains and shifts other than 1 and 0, so that a mistake in them shows.
with torch.no_grad():
    for parameter in network.parameters():
        parameter += 0.3 * torch.randn_like(parameter)

network.train()
images = torch.randn(11, 9, requires_grad=True)
labels = torch.randint(0, 4, (11,))
scores = network(images)
loss = torch.nn.functional.cross_entropy(scores, labels)
loss.backward()
trained = {name: list(parameter.shape) for name, parameter in network.named_parameters()}


def numbers(tensor):
    return [float(value) for value in tensor.detach().flatten()]


print(json.dumps({
    "torch": torch.__version__,
    "images": numbers(images), "labels": labels.tolist(), "scores": numbers(scores), "loss": float(loss),
    "imageGradients": numbers(images.grad),
    "parameters": [{"name": name, "shape": trained[name], "values": numbers(parameter), "gradients": numbers(parameter.grad)}
                   for name, parameter in network.named_parameters()],
}, indent=1))
