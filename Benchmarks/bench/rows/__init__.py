"""The rows of the table, one file each, in the order of the table."""

from . import append_many, append_one, ask, ledger, memory, rebuild, replay, status, verify, words
from . import known_at

ROWS = [
    replay.ROW,
    verify.ROW,
    rebuild.ROW,
    words.ROW,
    append_one.ROW,
    append_many.ROW,
    status.ROW,
    known_at.ROW,
    ask.ROW,
    memory.ROW,
    ledger.ROW,
]
