"""A measured figure, and the record of them: one JSON object a line, the latest counts."""

import json
from dataclasses import asdict, dataclass, field


@dataclass
class Figure:
    """What one row of the table came to, for a log of `size` events."""

    row: str
    size: int
    value: float | None
    unit: str
    """`s`, `bytes`, `events/s` or `ratio`; what `value` and `peer` count."""
    variant: str = ""
    """Tells figures of one row apart."""
    peer: float | None = None
    ratio: float | None = None
    goal: str = ""
    """The goal, where it depends on the variant or the size; else the row's counts."""
    reached: bool | None = None
    note: str = ""
    seconds: float | None = None
    """Wall clock of annals, for how cost grows."""
    peak_bytes: float | None = None
    facts: dict = field(default_factory=dict)
    context: dict = field(default_factory=dict)
    """Which command was measured, when, and what else the machine did."""

    @property
    def key(self):
        return (self.row, self.variant, self.size)


class Results:
    """The figures in a file; partial runs add to it."""

    def __init__(self, path):
        self.path = path

    def add(self, figure):
        with open(self.path, "a") as file:
            file.write(json.dumps(asdict(figure)) + "\n")

    def latest(self):
        """The last figure of each row, variant and size; a row measured anew replaces all its
        earlier variants of that size."""
        figures, sessions = {}, {}
        if self.path.exists():
            for line in self.path.read_text().splitlines():
                figure = Figure(**json.loads(line))
                sessions[figure.row, figure.size] = figure.context.get("session")
                figures[figure.key] = figure
        return [
            figure
            for figure in figures.values()
            if figure.context.get("session") == sessions[figure.row, figure.size]
        ]
