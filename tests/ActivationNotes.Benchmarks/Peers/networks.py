"""Times NumPy's matrix product and PyTorch's training step on one thread, when asked: so that the asker can interleave.

Reads lines "product SIZE CALLS" and "step CALLS"; answers with the seconds all calls took together, or nan when the library for it is
not installed. Its first line names the libraries: python3-numpy with libopenblas0-pthread, and python3-torch.
"""
import os
import sys
import time

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

try:
    import numpy as np
except ImportError:
    np = None
try:
    import torch
except ImportError:
    torch = None

libraries = sorted({os.path.basename(line.split()[-1]) for line in open("/proc/self/maps") if "blas" in line})
# Without OpenBLAS, NumPy multiplies with the reference BLAS, which is not the peer that is asked for.
openblas = np is not None and any("openblas" in os.path.realpath(line.split()[-1]) for line in open("/proc/self/maps") if "blas" in line)
print(", ".join([
    f"NumPy {np.__version__} ({', '.join(libraries)})" if openblas else "NumPy with OpenBLAS not installed",
    f"PyTorch {torch.__version__}" if torch else "PyTorch not installed"]), flush=True)

if torch:
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network = torch.nn.Sequential(
        torch.nn.Linear(64, 64), torch.nn.Sigmoid(), torch.nn.Linear(64, 64), torch.nn.Sigmoid(),
        torch.nn.Linear(64, 64), torch.nn.Sigmoid(), torch.nn.Linear(64, 10))
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.9)
    images = torch.randn(64, 64)
    labels = torch.randint(0, 10, (64,))
factors = {}


def step():
    optimizer.zero_grad(set_to_none=True)
    loss = torch.nn.functional.cross_entropy(network(images), labels)
    loss.backward()
    optimizer.step()


def product(size):
    if size not in factors:
        draw = np.random.default_rng(size).standard_normal
        factors[size] = [draw((size, size), dtype=np.float32), draw((size, size), dtype=np.float32), np.empty((size, size), np.float32)]
    a, b, c = factors[size]
    return lambda: np.matmul(a, b, out=c)


for line in sys.stdin:
    kind, *numbers = line.split()
    if not (openblas if kind == "product" else torch):
        print("nan", flush=True)
        continue
    call = product(int(numbers[0])) if kind == "product" else step
    start = time.perf_counter()
    for _ in range(int(numbers[-1])):
        call()
    print(time.perf_counter() - start, flush=True)
