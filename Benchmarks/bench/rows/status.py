"""The state of one person from a warm snapshot, against one indexed query."""

from ..comparing import compare
from ..figures import Figure
from ..process import run
from ..row import Row

GOAL_RATIO, GOAL_SECONDS = 3, 0.015


def measure(setting, size):
    log, (person, events) = setting.warm_log(size), setting.ordinary_person(size)
    snapshot = log.with_name("events.sqlite")
    query = f"SELECT * FROM last_known WHERE person = '{person}'"

    def ours():
        return setting.ask(log, "status", person)

    def peer():
        return run([setting.peers.sqlite3, snapshot, query])

    compared = compare(ours, peer, max(setting.runs, 15))
    reached = compared.ratio <= GOAL_RATIO and compared.ours_seconds < GOAL_SECONDS
    return [
        Figure(
            ROW.key, size, compared.ours_seconds, "s", peer=compared.peer_seconds,
            ratio=compared.ratio, reached=reached, seconds=compared.ours_seconds,
            peak_bytes=compared.peak_bytes, facts=compared.facts(),
            note=f"a person with {events} events",
        )
    ]


ROW = Row(
    "status",
    "`status PERSON` from a warm snapshot",
    "`sqlite3` shell, one indexed query",
    "3 times, under 15 ms",
    "`annals status ID` for the person in the middle by number of events; the shell reads the same "
    "person's row of `last_known`. Fifteen pairs at least.",
    measure,
)
