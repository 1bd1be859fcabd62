"""The means of two sets of 1,000 rows compared."""

from random import Random
from statistics import mean, stdev

random = Random(1)
before = [random.gauss(0, 1) for _ in range(1000)]
after = [random.gauss(1, 1) for _ in range(1000)]
print("drift", abs(mean(after) - mean(before)) > 3 * stdev(before) / 1000**0.5)
