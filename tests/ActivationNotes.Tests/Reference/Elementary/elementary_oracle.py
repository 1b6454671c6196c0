#!/usr/bin/env python3
"""Exact values of elementary functions, as CSV: name,x,value.

usage: elementary_oracle.py > elementary.csv

mpmath with 400 bits, rounded to the nearest double. Independent of the C# code.
"""
import random
from mpmath import mp, mpf, exp, log, log10, tanh, erfc, sqrt, sin, cos, pi, loggamma

mp.prec = 400
POINTS = 300
draw = random.Random(5)


def spread(low, high):
    """Positive numbers of all sizes between two powers of ten."""
    return 10 ** draw.uniform(low, high)


FUNCTIONS = {
    'exp': (exp, lambda: draw.choice([draw.uniform(-745, 709), draw.uniform(-1, 1), spread(-17, 0)])),
    'log': (log, lambda: draw.choice([spread(-323, 308), draw.uniform(0.5, 2), 1 + draw.choice([-1, 1]) * spread(-15, -1)])),
    'log10': (log10, lambda: draw.choice([spread(-323, 308), draw.uniform(0.5, 2)])),
    'tanh': (tanh, lambda: draw.uniform(-20, 20)),
    'logistic': (lambda x: 1 / (1 + exp(-x)), lambda: draw.uniform(-700, 40)),
    'normal-cumulative': (lambda x: erfc(-x / sqrt(mpf(2))) / 2, lambda: draw.uniform(-37, 9)),
    'sine-of-degrees': (lambda x: sin(x * pi / 180), lambda: draw.choice([draw.uniform(-400, 400), draw.uniform(-1e6, 1e6), draw.randint(-720, 720) + 0.0])),
    'cosine-of-degrees': (lambda x: cos(x * pi / 180), lambda: draw.choice([draw.uniform(-400, 400), draw.uniform(-1e6, 1e6), draw.randint(-720, 720) + 0.0])),
    'log-gamma': (loggamma, lambda: draw.choice([draw.uniform(3, 40), spread(1, 5), draw.randint(5, 500) / 2])),
}

print('name,x,value')
for name, (function, point) in FUNCTIONS.items():
    for _ in range(POINTS):
        x = point()
        value = function(mpf(x))
        # mpmath's own rounding to double knows subnormals.
        exact = 0.0 if abs(value) < mpf(10) ** -30 and 'degrees' in name else float(value)
        print(f'{name},{x!r},{exact!r}')
