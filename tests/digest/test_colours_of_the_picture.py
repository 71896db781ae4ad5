"""The colours of the picture of the week differ also for who sees no green, or no red."""

from itertools import combinations

import pytest

from papers.week import COLOURS

Three = tuple[float, ...]
SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
"""Machado, Oliveira, Fernandes 2009, at full strength; on linear light."""
TO_XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8729))
"""Of sRGB, each already by the white of D65."""
FAR = 30


def times(matrix: tuple[Three, ...], colour: Three) -> Three:
    return tuple(sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)


def light(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def lab(colour: str, sees: str) -> Three:
    seen = times(SEEN[sees], tuple(light(int(colour[n : n + 2], 16)) for n in (1, 3, 5)))
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116
        for v in times(TO_XYZ, tuple(min(1, max(0, one)) for one in seen))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sees", SEEN)
def test_each_two_are_told_apart(sees: str) -> None:
    for one, other in combinations(COLOURS, 2):
        pairs = zip(lab(one, sees), lab(other, sees), strict=True)
        assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 >= FAR, (one, other)
