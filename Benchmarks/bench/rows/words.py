"""The snapshot with full text, against DuckDB without, and against a bare C program with it."""

import json
import sqlite3
from dataclasses import replace

from ..comparing import compare_all
from ..figures import Figure
from ..process import run
from ..row import Row
from .rebuild import duckdb

GOAL_DUCKDB, GOAL_BARE = 1.5, 1.3
BARE_SIZE_MAX = 2_000_000


def measure(setting, size):
    log = setting.warm_log(size)
    in_rebuild = has_words(log)

    def ours():
        usage = setting.ask(log, "rebuild")
        if in_rebuild:
            return usage
        # The first search makes the full text; this one finds nothing, so that it prints nothing.
        search = setting.ask(log, "search", "xqzv")
        return replace(usage, wall=usage.wall + search.wall)

    how = "" if in_rebuild else "the first search, which makes the full text, included"
    peers, told = {"DuckDB": duckdb(setting, log)}, {}
    if size <= BARE_SIZE_MAX:
        peers["bare C"] = bare(setting, log, told)
    compared = compare_all(ours, peers, setting.runs)
    figures = [figure(size, "DuckDB", compared["DuckDB"], GOAL_DUCKDB, how)]
    if "bare C" in compared:
        counts = f"{told['rows']} rows and {told['texts']} texts"
        note = "; ".join(filter(None, [counts, how]))
        figures.append(figure(size, "bare C", compared["bare C"], GOAL_BARE, note))
    else:
        note = "not measured: the peer holds all rows in memory"
        figures.append(Figure(ROW.key, size, None, "s", variant="bare C", note=note))
    return figures


def has_words(log):
    """Whether a rebuild alone fills the full-text index."""
    with sqlite3.connect(log.with_name("events.sqlite")) as snapshot:
        return snapshot.execute("SELECT count(*) FROM event_words_idx").fetchone()[0] > 0


def figure(size, variant, compared, goal, note):
    return Figure(
        ROW.key, size, compared.ours_seconds, "s", variant=variant, peer=compared.peer_seconds,
        ratio=compared.ratio, goal=f"at most {goal} times", reached=compared.ratio <= goal,
        seconds=compared.ours_seconds, note=note, facts=compared.facts(),
    )


def bare(setting, log, told):
    """A function that makes the C program write the same rows; what it says of them is `told`."""
    snapshot, fresh = log.with_name("events.sqlite"), setting.data / "bare.sqlite"

    def peer():
        usage = run([setting.peers.bare, snapshot, fresh], keeps_output=True)
        told.update(json.loads(usage.output))
        fresh.unlink()
        return usage.telling_seconds()

    return peer


ROW = Row(
    "words",
    "rebuild with full text",
    "DuckDB as above; a bare C program that inserts the same rows, indexes and full text",
    "at most 1.5 times DuckDB, 1.3 times the C program",
    "`annals rebuild`, and the first search if that makes the full text. The C program has all "
    "rows in memory when its time begins, and writes with prepared statements in one transaction, "
    "without journal and without waiting for the disk, indexes last. A full-text table keeps no "
    "text, so its words are read back from its own index; a word that stands twice in a column "
    "comes once.",
    measure,
    size_max=1_000_000,
)
