"""A whole record in one append."""

import shutil

from ..comparing import compare
from ..figures import Figure
from ..process import run
from ..row import Row

PEER_EVENTS = 20_000
GOAL = 200_000


def measure(setting, size):
    drafts = setting.logs.drafts(size)
    folder = setting.data / "appended"
    python, script = setting.peers.python, setting.peers.script("eventsourced.py")

    def ours():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "events.log").touch(0o600)
        return setting.ask(folder / "events.log", "append", "--jsonl", drafts)

    def peer():
        database = setting.data / "eventsourced-append.sqlite"
        command = [python, script, "append", database, PEER_EVENTS]
        return run(command, keeps_output=True).telling_seconds()

    compared = compare(ours, peer, setting.runs)
    shutil.rmtree(folder)
    rate, peer_rate = size / compared.ours_seconds, PEER_EVENTS / compared.peer_seconds
    return [
        Figure(
            ROW.key, size, rate, "events/s", peer=peer_rate,
            ratio=1 / compared.scaled_ratio(size / PEER_EVENTS), reached=rate >= GOAL,
            seconds=compared.ours_seconds, peak_bytes=compared.peak_bytes, facts=compared.facts(),
        )
    ]


ROW = Row(
    "append-many",
    "append a million drafts",
    "python eventsourcing on SQLite",
    "200 thousand events/s",
    "`annals append --jsonl FILE` into an empty log: one batch, checked against the vocabulary and "
    "for references. The peer saves 20 thousand events of 500 aggregates in one transaction, "
    "without the start of Python; scaled per event.",
    measure,
    size_max=1_000_000,
)
