"""RESULTS.md and growth.svg, from the record of figures."""

import os

from . import growth, machine, plot
from .rows import ROWS

GOAL_SIZE = 1_000_000
MEMORY_ROWS = {
    "rebuild": "rebuild", "verify": "verify", "memory": "rebuild", "replay": "replay",
    "append-many": "append a whole record",
}  # fmt: skip
"""The rows whose peaks of memory the table shows, and what it calls them."""


def write(results, folder):
    """Writes both from whatever has been measured so far."""
    figures = results.latest()
    curves = growth.curves(figures)
    if curves:
        labels = {name: _label(name, points) for name, points in curves.items()}
        (folder / "growth.svg").write_text(plot.svg(curves, labels))
    parts = [_head(figures), _table(figures), _how(), _growth(curves), _memory(figures)]
    (folder / "RESULTS.md").write_text("\n\n".join(filter(None, parts)) + "\n")


def _label(name, points):
    slope = growth.exponent(points)
    return name if slope is None else f"{name} ({slope:.2f})"


def _head(figures):
    contexts = [figure.context for figure in figures]
    commands = sorted({(c["commit"], c["built_as"], c["annals"]) for c in contexts})
    dates = sorted({context["date"] for context in contexts})
    loads = [context["load"] for context in contexts]
    lines = [
        "# How fast annals is",
        "",
        "<!-- Written by Benchmarks/run from what it measured. -->",
        "",
        "Whole processes, the page cache warm: everything is run once before it is counted, but "
        "at ten million events, where the making of the log and its snapshot warms the cache, and "
        "nothing is evicted. Figures are medians; ratios are medians over pairs of runs that took "
        "turns, ours and the peer's: of seconds, where less is better, or of events a second, where"
        " more is. The logs are generated, from a fixed seed.",
        "",
        "| | |",
        "|---|---|",
        *(f"| annals | {kind} build {mark}, checkout at {c} |" for c, kind, mark in commands),
        f"| measured | {dates[0]}" + (f" to {dates[-1]}" if len(dates) > 1 else "") + " |",
        *(f"| {name} | {value} |" for name, value in machine.description().items()),
        f"| runs of each | {_span(_runs(figures))} |",
        f"| load of the machine before each row | {min(loads):.1f} to {max(loads):.1f} |",
    ]
    if max(loads) > os.cpu_count() + 1:
        lines += ["", "The machine had other work to do: times are longer than they need be."]
    if len(commands) > 1:
        lines += ["", "The rows come from different builds of annals; see the record of results."]
    return "\n".join(lines)


def _runs(figures):
    """How often what was measured by turns was run."""
    return [len(figure.facts["ours"]) for figure in figures if "ours" in figure.facts] or [0]


def _span(numbers):
    low, high = min(numbers), max(numbers)
    return str(low) if low == high else f"{low} to {high}"


def _table(figures):
    sizes = {figure.size for figure in figures}
    size = GOAL_SIZE if GOAL_SIZE in sizes else max(sizes)
    lines = [f"## The goals, at {size:,} events", ""]
    if size != GOAL_SIZE:
        lines += ["The goals are for a million events; these figures are not.", ""]
    lines += [
        "| what | yardstick | goal | annals | peer | ratio | reached |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in ROWS:
        found = [f for f in figures if f.row == row.key and f.size == size]
        lines += [_line(row, f) for f in found]
        if not found:
            lines.append(f"| {row.what} | {row.yardstick} | {row.goal} | not measured | | | |")
    return "\n".join(lines)


def _line(row, figure):
    what = row.what + (f": {figure.variant}" if figure.variant else "")
    note = f" ({figure.note})" if figure.note and figure.value is not None else figure.note
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    reached = {True: "yes", False: "**no**", None: ""}[figure.reached]
    ours = _amount(figure.value, figure.unit) + note
    peer = _amount(figure.peer, figure.unit)
    goal = figure.goal or row.goal
    return f"| {what} | {row.yardstick} | {goal} | {ours} | {peer} | {ratio} | {reached} |"


def _amount(value, unit):
    if value is None:
        return ""
    if unit == "bytes":
        return f"{value / 1e6:.0f} MB"
    if unit == "events/s":
        millions = f"{value / 1e6:.2f} million events/s"
        return f"{value / 1000:.3g} thousand events/s" if value < 1e6 else millions
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.2f} s"


def _how():
    return "\n".join(["## What was run", ""] + [f"- *{row.what}*: {row.how}" for row in ROWS])


def _growth(curves):
    if not curves:
        return ""
    sizes = sorted({size for points in curves.values() for size, _ in points})
    lines = [
        "## How cost grows",
        "",
        "The exponent is the slope on the log-log plot, by least squares: 0 is constant, 1 linear. "
        "At small sizes the start of a process, some milliseconds, flattens the curves.",
        "",
        "![seconds by events in the log](growth.svg)",
        "",
        "| operation | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |",
        "|---|" + "---|" * (len(sizes) + 1),
    ]
    for name, points in curves.items():
        found = dict(points)
        cells = [_amount(found.get(size), "s") for size in sizes]
        slope = growth.exponent(points)
        cells.append("" if slope is None else f"{slope:.2f}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _memory(figures):
    peaks = {}
    for figure in figures:
        if figure.peak_bytes and figure.row in MEMORY_ROWS:
            name = figure.variant or MEMORY_ROWS[figure.row]
            # Of a rebuild the row counts that is about nothing else.
            if figure.row == "memory" or (name, figure.size) not in peaks:
                peaks[name, figure.size] = figure.peak_bytes
    if not peaks:
        return ""
    names = list(dict.fromkeys(name for name, _ in peaks))
    sizes = sorted({size for _, size in peaks})
    lines = [
        "## Memory",
        "",
        "The peak of resident memory, pages of mapped files included.",
        "",
        "| operation | " + " | ".join(f"{size:,}" for size in sizes) + " |",
        "|---|" + "---|" * len(sizes),
    ]
    for name in names:
        cells = [_amount(peaks.get((name, size)), "bytes") for size in sizes]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)
