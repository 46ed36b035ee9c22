"""A log-log plot as SVG."""

import math

WIDTH, HEIGHT = 860, 520
LEFT, RIGHT, TOP, BOTTOM = 70, 210, 20, 50
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#555555"]


def svg(curves, labels):
    """The curves, each a list of (size, seconds) with the label that stands at its end."""
    sizes = [size for points in curves.values() for size, _ in points]
    seconds = [value for points in curves.values() for _, value in points]
    scale = _Scale(_decades(sizes), _decades(seconds))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_grid(scale),
    ]
    ends = _spread({name: scale.y(points[-1][1]) for name, points in curves.items()})
    for colour, (name, points) in zip(COLOURS, curves.items()):
        path = " ".join(f"{scale.x(a):.1f},{scale.y(b):.1f}" for a, b in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{scale.x(a):.1f}" cy="{scale.y(b):.1f}" r="3.5" fill="{colour}"/>'
            for a, b in points
        ]
        x, y = scale.x(points[-1][0]) + 10, ends[name] + 4
        parts.append(f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}">{labels[name]}</text>')
    return "\n".join([*parts, "</svg>", ""])


class _Scale:
    """From sizes and seconds to places on the page."""

    def __init__(self, across, up):
        self.across, self.up = across, up

    def x(self, size):
        low, high = self.across
        share = (math.log10(size) - low) / (high - low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, seconds):
        low, high = self.up
        share = (math.log10(seconds) - low) / (high - low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _decades(values):
    """The powers of ten around the values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _grid(scale):
    for power in range(scale.across[0], scale.across[1] + 1):
        x = scale.x(10**power)
        yield f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}" stroke="#dddddd"/>'
        yield (
            f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{10**power:,}</text>'
        )
    for power in range(scale.up[0], scale.up[1] + 1):
        y = scale.y(10**power)
        label = f"{10**power:,} s" if power >= 0 else f"{10 ** (power + 3):g} ms"
        yield f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#dddddd"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{label}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">events in the log</text>'


def _spread(places, gap=16):
    """Moves labels down where they would lie on each other."""
    moved, last = {}, -math.inf
    for name, y in sorted(places.items(), key=lambda item: item[1]):
        last = max(y, last + gap)
        moved[name] = last
    return moved
