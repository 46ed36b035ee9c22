"""How the cost of each operation grows with the log."""

import math

OPERATIONS = {
    "rebuild": ("rebuild", ""),
    "verify": ("verify", ""),
    "replay": ("replay", ""),
    "append a whole record": ("append-many", ""),
    "append one event": ("append", ""),
    "status of a person": ("status", ""),
    "append one, then ask": ("ask", "an event of"),
}
"""For each curve: the row, and how the variant begins."""

SIZE_MIN = 10_000


def curves(figures):
    """For each operation its points (size, seconds), smallest first."""
    found = {}
    for name, (row, variant) in OPERATIONS.items():
        points = {}
        for figure in figures:
            fits = figure.row == row and figure.variant.startswith(variant)
            # Of several variants the first is the one that is drawn.
            if fits and figure.seconds and figure.size >= SIZE_MIN:
                points.setdefault(figure.size, figure.seconds)
        if points:
            found[name] = sorted(points.items())
    return found


def exponent(points):
    """The slope of the line through the points on a log-log plot, by least squares.

    0 is constant, 1 is linear. None with fewer than two points.
    """
    if len(points) < 2:
        return None
    xs = [math.log(size) for size, _ in points]
    ys = [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)
