#!/usr/bin/env python3
"""Exact values and derivatives of all activations at adversarial points, as CSV: name,x,value,derivative.

usage: activation_oracle.py POINTS_PER_ACTIVATION SEED [NAME...] > file.csv

Formulas and default parameters are those of torch.nn.functional, evaluated by mpmath with as many digits as cancellation
needs, then rounded to the nearest double, ties to even, subnormals included. Independent of the C# code: the formulas
are the textbook ones, made accurate by precision alone. Three points in ten are floats. The derivative is empty at a kink.
"""
import random, struct, sys
from mpmath import mp, mpf, exp, log1p, tanh, erfc, erf, sqrt, pi, expm1

mp.prec = 400
SQRT_2_PI = sqrt(2 / pi)
SELU_SCALE, SELU_ALPHA = mpf('1.0507009873554804934193349852946'), mpf('1.6732632423543772848170429916717')
BIG = 1500

def s(x):
    return 1 / (1 + exp(-x)) if x > -BIG * 10 else mpf(0)

def phi(x):
    return exp(-x * x / 2) / sqrt(2 * pi) if abs(x) < 1000 else mpf(0)

def cumulative(x):
    if x < -1000: return mpf(0)
    if x > 1000: return mpf(1)
    return erfc(-x / sqrt(mpf(2))) / 2

def mish_gate(x):
    if x > BIG: return mpf(1)
    if x < -BIG * 2: return mpf(0)
    n = exp(x) * (exp(x) + 2)
    return n / (n + 2)

def mish_derivative(x):
    if x > BIG: return mpf(1)
    if x < -BIG * 2: return mpf(0)
    t = mish_gate(x)
    e = exp(x)
    return t + x * (2 * (2 * e * (e + 1))) / (e * (e + 2) + 2) ** 2

def gelu_tanh_gate(x):
    if x > 60: return mpf(1)
    if x < -60: return mpf(0)
    return s(2 * SQRT_2_PI * (x + mpf('0.044715') * x ** 3))

def gelu_tanh_derivative(x):
    if x > 60: return mpf(1)
    if x < -60: return mpf(0)
    g = gelu_tanh_gate(x)
    return g + x * g * (1 - g) * 2 * SQRT_2_PI * (1 + 3 * mpf('0.044715') * x ** 2)

def softplus(x):
    return x if x > BIG else mpf(0) if x < -BIG * 10 else x + log1p(exp(-x)) if x > 0 else log1p(exp(x))

def sech2(x):
    x = abs(x)
    if x > BIG: return mpf(0)
    return 4 / (exp(x) + exp(-x)) ** 2

def silu_derivative(x):
    return s(x) * (1 + x * s(-x)) if abs(x) < BIG * 5 else mpf(x > 0)

EXP_LOW = lambda x: exp(x) if x > -BIG * 10 else mpf(0)
FORMULAS = {
    'sigmoid': (s, lambda x: s(x) * s(-x)),
    'tanh': (lambda x: tanh(x) if abs(x) < BIG else mpf((x > 0) - (x < 0)), sech2),
    'relu': (lambda x: max(x, mpf(0)), lambda x: None if x == 0 else mpf(x > 0)),
    'leaky-relu': (lambda x: x if x > 0 else x * mpf('0.01'), lambda x: None if x == 0 else mpf(1) if x > 0 else mpf('0.01')),
    'elu': (lambda x: x if x > 0 else expm1(x) if x > -BIG else mpf(-1), lambda x: mpf(1) if x > 0 else EXP_LOW(x)),
    'selu': (lambda x: SELU_SCALE * (x if x > 0 else SELU_ALPHA * (expm1(x) if x > -BIG else -1)),
             lambda x: None if x == 0 else SELU_SCALE * (1 if x > 0 else SELU_ALPHA * EXP_LOW(x))),
    'gelu': (lambda x: x * cumulative(x), lambda x: cumulative(x) + x * phi(x)),
    'gelu-tanh': (lambda x: x * gelu_tanh_gate(x), gelu_tanh_derivative),
    'silu': (lambda x: x * s(x), silu_derivative),
    'mish': (lambda x: x * mish_gate(x), mish_derivative),
    'hard-swish': (lambda x: x * min(max(x + 3, 0), 6) / 6,
                   lambda x: None if abs(x) == 3 else mpf(0) if x < -3 else mpf(1) if x > 3 else (2 * x + 3) / 6),
    'hard-sigmoid': (lambda x: min(max(x + 3, mpf(0)), mpf(6)) / 6,
                     lambda x: None if abs(x) == 3 else mpf(1) / 6 if abs(x) < 3 else mpf(0)),
    'hard-tanh': (lambda x: max(mpf(-1), min(mpf(1), x)), lambda x: None if abs(x) == 1 else mpf(abs(x) < 1)),
    'softplus': (softplus, s),
    'softsign': (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2),
    'log-sigmoid': (lambda x: -softplus(-x), lambda x: s(-x)),
}
# Zeros of derivatives, kinks, where results become subnormal, zero or constant, where an implementation may change formula.
SPECIAL = {
    'silu': [-1.2784645427610738], 'gelu': [-0.7517915246935645], 'gelu-tanh': [-0.7524614220710163], 'mish': [-1.1924312145154952],
    'hard-swish': [-1.5, -3, 3], 'hard-sigmoid': [-3, 3], 'hard-tanh': [-1, 1],
}
TAILS = {
    'gelu': [-38.5, -38.4, -37.5, -37.7, -39, 8.3, 5.8, 9], 'gelu-tanh': [-21.6, -21.5, -21.2, -21.9, -22.1, 4.5, 6.5, 7],
    'tanh': [354, 372, 372.6, 19, 22, -354, -372], 'softsign': [1e154, -1e154, 1e153],
}
DEFAULT_TAILS = [-708.4, -745.1, -744.4, -751.5, -710.5, -700, -400, -399.9, 400, 708.4, 745.1, 709.8, 36.7, -36.7, 37.4, 18.4, 17, -0.3466, -1.0397,
                 0.3466, -0.6931, 0.6931]

def to_double(v):
    """Nearest double, ties to even, also among subnormals."""
    if v == 0: return 0.0
    sign = -1 if v < 0 else 1
    v = abs(v)
    man, e = mp.frexp(v)
    unit = max(int(e) - 53, -1074)
    k = int(mp.nint(mp.ldexp(v, -unit)))
    if k == 0: return sign * 0.0
    import math
    try:
        return sign * math.ldexp(k, unit)
    except OverflowError:
        return sign * float('inf')

def step(x, n):
    k = struct.unpack('<q', struct.pack('<d', x))[0] + (n if x > 0 else -n)
    return struct.unpack('<d', struct.pack('<q', k))[0]

def points(name, count, rng):
    out = []
    special, tails = SPECIAL.get(name, []), TAILS.get(name, []) + DEFAULT_TAILS
    while len(out) < count:
        kind = rng.random()
        if kind < 0.2:
            x = struct.unpack('<d', struct.pack('<Q', rng.getrandbits(64)))[0]
            if x != x or x in (float('inf'), float('-inf')): continue
        elif kind < 0.45: x = rng.uniform(-50, 50)
        elif kind < 0.6: x = rng.uniform(-3, 3)
        elif kind < 0.65: x = rng.choice((-1, 1)) * 2.0 ** rng.uniform(-60, 4)
        elif kind < 0.7: x = rng.uniform(-760, 760)
        elif kind < 0.85 and special:
            c = float(rng.choice(special))
            x = step(c, rng.randint(-40, 40)) if rng.random() < 0.5 else c + rng.choice((-1, 1)) * 2.0 ** rng.uniform(-50, 0)
        else:
            c = rng.choice(tails)
            x = c * (1 + rng.choice((-1, 1)) * 2.0 ** rng.uniform(-30, -3))
        if rng.random() < 0.3:
            if abs(x) > 3e38: continue
            x = struct.unpack('<f', struct.pack('<f', x))[0]
        out.append(x)
    return out

def main():
    count, seed, names = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] or list(FORMULAS)
    print('name,x,value,derivative')
    for name in names:
        value, derivative = FORMULAS[name]
        rng = random.Random(f'{seed} {name}')
        for x in points(name, count, rng):
            X = mpf(x)
            d = derivative(X)
            print(f"{name},{x!r},{to_double(value(X))!r},{'' if d is None else repr(to_double(d))}")

if __name__ == '__main__':
    main()
