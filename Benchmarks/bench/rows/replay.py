"""How fast all of a log is read, parsed and folded in memory, on one core."""

import os

from ..comparing import compare
from ..figures import Figure
from ..process import run
from ..row import Row

PEER_EVENTS = 20_000
GOAL = 800_000


def measure(setting, size):
    log = setting.warm_log(size)
    database = setting.data / "eventsourced-replay.sqlite"
    python, script = setting.peers.python, setting.peers.script("eventsourced.py")
    run([python, script, "append", database, PEER_EVENTS])
    core = max(os.sched_getaffinity(0))

    def ours():
        question = ("status", "--known-at", size, "--format", "jsonl")
        return setting.ask(log, *question, cpu=core)

    def peer():
        command = [python, script, "replay", database]
        return run(command, keeps_output=True, cpu=core).telling_seconds()

    compared = compare(ours, peer, setting.runs)
    rate, peer_rate = size / compared.ours_seconds, PEER_EVENTS / compared.peer_seconds
    return [
        Figure(
            ROW.key, size, rate, "events/s", peer=peer_rate,
            ratio=1 / compared.scaled_ratio(size / PEER_EVENTS), reached=rate >= GOAL,
            seconds=compared.ours_seconds, peak_bytes=compared.peak_bytes, facts=compared.facts(),
        )
    ]


ROW = Row(
    "replay",
    "parse and fold all views in memory",
    "python eventsourcing",
    "800 thousand events/s on one core",
    "`annals status --known-at N --format jsonl`, which replays the log and answers for everybody, "
    "bound to one core, from start to end of the process. The peer reads 20 thousand events of 500 "
    "aggregates from SQLite and folds them, without the start of Python; scaled per event.",
    measure,
)
