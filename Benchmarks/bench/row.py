"""A row of the table."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    key: str
    """What `--only` names."""
    what: str
    yardstick: str
    goal: str
    how: str
    """What was run, for the reader of the results."""
    measure: Callable
    """Answers the figures for a setting and a size."""
    size_max: int | None = None
    """Not measured beyond that."""
