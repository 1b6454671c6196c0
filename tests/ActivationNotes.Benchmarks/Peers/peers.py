"""Times and errors of other libraries' sigmoid, exp and tanh of floats, on one thread: rows of a Markdown table.

Needs python3-numpy, python3-scipy, python3-torch, gcc and libsleef3, for SLEEF a processor with AVX-512 or AVX2 as well; what is missing is named
below the rows.
Errors are the largest over the finite floats whose bit pattern is a multiple of 4,099 (about a million), in ULP of the exact
result, computed in extended precision: where the result is a normal float, and where it is subnormal.
"""
import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import numpy as np
except ImportError:
    print("\nNot measured: SciPy, NumPy, PyTorch and SLEEF, as Python's NumPy is not installed.")
    sys.exit(0)

LENGTHS = [4096, 65536, 1048576, 16777216]
HERE = os.path.dirname(os.path.abspath(__file__))
EXACT = {
    "sigmoid": lambda x: np.where(x < 0, np.exp(np.minimum(x, 0)), 1) / (1 + np.exp(-np.abs(x))),
    "exp": np.exp,
    "tanh": np.tanh,
}


def sleef():
    """The driver of SLEEF's functions, the version of the library and its registers; an OSError or a CalledProcessError when it is not to be had."""
    flags = next((line.split() for line in open("/proc/cpuinfo") if line.startswith("flags")), [])
    if {"avx512f", "avx512dq"} <= set(flags):
        registers, options = "AVX-512", ["-mavx512f", "-mavx512dq"]
    elif {"avx2", "fma"} <= set(flags):
        registers, options = "AVX2", ["-mavx2", "-mfma"]
    else:
        raise OSError("this processor has neither AVX-512 nor AVX2")
    library = os.path.join(tempfile.mkdtemp(), "peer.so")
    subprocess.run(["gcc", "-O2", *options, "-shared", "-fPIC", "-o", library, os.path.join(HERE, "sleef.c"), "-l:libsleef.so.3"], check=True)
    driver = ctypes.CDLL(library)
    # The library tells its version by the name of its file alone.
    loaded = {line.split()[-1] for line in open("/proc/self/maps") if "libsleef.so" in line}
    return driver, os.path.basename(os.path.realpath(min(loaded))).removeprefix("libsleef.so."), registers


def contenders():
    """(library, function, call(x, y)) of everything that is installed, and what is not, with the reason."""
    found, missing = [], []
    try:
        import scipy
        import scipy.special

        found.append((f"SciPy {scipy.__version__} `expit`", "sigmoid", lambda x, y: scipy.special.expit(x, out=y)))
    except ImportError as error:
        missing.append(f"SciPy ({error})")
    found.append((f"NumPy {np.__version__} `exp`", "exp", lambda x, y: np.exp(x, out=y)))
    found.append((f"NumPy {np.__version__} `tanh`", "tanh", lambda x, y: np.tanh(x, out=y)))
    try:
        import torch

        torch.set_num_threads(1)
        name = "PyTorch " + torch.__version__
        for function in ("sigmoid", "exp", "tanh"):
            call = getattr(torch, function)
            found.append((f"{name} `{function}`", function, lambda x, y, call=call: call(torch.from_numpy(x), out=torch.from_numpy(y))))
    except ImportError as error:
        missing.append(f"PyTorch ({error})")
    try:
        driver, version, registers = sleef()
        for function in ("sigmoid", "exp", "tanh"):
            call = getattr(driver, "sleef_" + function)
            call.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long]
            found.append((f"SLEEF {version} `{function}`, {registers}", function, lambda x, y, call=call: call(x.ctypes.data, y.ctypes.data, x.size)))
    except (OSError, subprocess.CalledProcessError) as error:
        missing.append(f"SLEEF ({error})")
    return found, missing


def worst(function, call):
    bits = np.arange(0, 2**32, 4099, dtype=np.uint64).astype(np.uint32)
    x = bits.view(np.float32)
    x = x[np.isfinite(x)]
    x = np.ascontiguousarray(np.pad(x, (0, -x.size % 16)))
    y = np.empty_like(x)
    with np.errstate(all="ignore"):
        call(x, y)
        exact = EXACT[function](x.astype(np.longdouble))
        unit = np.ldexp(np.longdouble(1), np.maximum(np.frexp(exact)[1] - 24, -149))
        error = np.abs(y.astype(np.longdouble) - exact) / unit
    size = np.abs(exact)
    normal = (size >= np.finfo(np.float32).tiny) & (size <= np.finfo(np.float32).max)
    subnormal = (size < np.finfo(np.float32).tiny) & (size > 0)
    return float(error[normal].max()), float(error[subnormal].max())


def times(calls, length):
    random = np.random.default_rng(1)
    x = random.uniform(-8, 8, length).astype(np.float32)
    y = np.empty_like(x)
    repetitions = max(1, 65536 // length)
    samples = [[] for _ in calls]
    for _ in range(3):
        for call in calls:
            call(x, y)
    for _ in range(41 if length < 1 << 22 else 15):
        for index, call in enumerate(calls):
            start = time.perf_counter_ns()
            for _ in range(repetitions):
                call(x, y)
            samples[index].append((time.perf_counter_ns() - start) / repetitions / length)
    return [statistics.quantiles(sample, n=4, method="inclusive") for sample in samples]


def write(ulps):
    # Beyond this some results are not inaccurate but missing: 0 instead of a small number.
    return "lost" if ulps > 1000 else f"{ulps:.2f}"


def main():
    found, missing = contenders()
    columns = [times([call for _, _, call in found], length) for length in LENGTHS]
    for index, (name, function, call) in enumerate(found):
        cells = " | ".join("{1:.3f} [{0:.3f}, {2:.3f}]".format(*column[index]) for column in columns)
        normal, subnormal = worst(function, call)
        print(f"| {name} | {cells} | {write(normal)} | {write(subnormal)} |")
    if missing:
        print("\nNot measured: " + "; ".join(missing) + ".")


main()
