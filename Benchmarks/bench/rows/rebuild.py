"""Making the snapshot anew, against DuckDB making one table of the same file."""

from ..comparing import compare
from ..figures import Figure
from ..process import run
from ..row import Row

GOAL = 1


def duckdb(setting, log):
    """A function that makes DuckDB read the log into a database file."""
    database = setting.data / "duck.db"

    def peer():
        command = [setting.peers.python, setting.peers.script("duck.py"), log, database]
        return run(command, keeps_output=True).telling_seconds()

    return peer


def measure(setting, size):
    log = setting.warm_log(size)

    def ours():
        # What is run only once was run when the snapshot was made.
        return setting.first_rebuild[size] if setting.runs == 1 else setting.ask(log, "rebuild")

    compared = compare(ours, duckdb(setting, log), setting.runs)
    setting.rebuild_peaks[size] = [usage.peak_bytes for usage in compared.ours]
    return [
        Figure(
            ROW.key, size, compared.ours_seconds, "s", peer=compared.peer_seconds,
            ratio=compared.ratio, reached=compared.ratio <= GOAL, seconds=compared.ours_seconds,
            peak_bytes=compared.peak_bytes, facts=compared.facts(),
            note=f"{size / compared.ours_seconds / 1000:.0f} thousand events/s",
        )
    ]


ROW = Row(
    "rebuild",
    "rebuild the snapshot with its indexes",
    "DuckDB `CREATE TABLE AS SELECT * FROM read_json` of the same file",
    "no slower",
    "`annals rebuild`, which ends when the snapshot is on the disk. DuckDB writes one table into a "
    "database file, with its default settings, without the start of Python.",
    measure,
)
