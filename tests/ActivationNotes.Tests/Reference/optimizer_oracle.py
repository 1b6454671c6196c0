"""Five steps of PyTorch's optimisers in float64, each with the same given gradients: writes optimizers.json.

Gradients span eight orders of magnitude, so that a misplaced epsilon shows. Run as: python3 optimizer_oracle.py > optimizers.json
"""
import json

import torch

torch.manual_seed(2026)
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
start = torch.randn(6)
gradients = [torch.randn(6) * 10.0 ** torch.tensor([1.0, 0.0, -1.0, -3.0, -5.0, -7.0]) for _ in range(5)]
rules = {
    "gradient descent": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.99, eps=1e-8),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.9, 0.999), eps=1e-8),
}


def trajectory(rule):
    parameter = start.clone().requires_grad_()
    optimizer = rule([parameter])
    places = []
    for gradient in gradients:
        parameter.grad = gradient.clone()
        optimizer.step()
        places.append(parameter.detach().tolist())
    return places


print(json.dumps({
    "torch": torch.__version__, "start": start.tolist(), "gradients": [gradient.tolist() for gradient in gradients],
    "trajectories": {name: trajectory(rule) for name, rule in rules.items()},
}, indent=1))
