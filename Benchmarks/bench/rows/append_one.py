"""One durable append, to a long log and to one of a thousand events."""

from ..appending import append_event
from ..comparing import compare
from ..figures import Figure
from ..row import Row

SMALL = 1000
GOAL = 1.2
# The disk answers an fsync now sooner, now later; more pairs even that out.
RUNS_MIN = 15


def measure(setting, size):
    def appending(size):
        log, (person, _) = setting.scratch_log(size), setting.ordinary_person(size)
        return lambda: append_event(setting, log, person, "2026-07-01")

    runs = max(setting.runs, RUNS_MIN)
    compared = compare(appending(size), appending(SMALL) if size != SMALL else None, runs)
    return [
        Figure(
            ROW.key, size, compared.ours_seconds, "s", peer=compared.peer_seconds,
            ratio=compared.ratio, reached=compared.ratio <= GOAL if compared.peer else None,
            seconds=compared.ours_seconds, facts=compared.facts(),
        )
    ]


ROW = Row(
    "append",
    "append one event, durable",
    "the same log with 1 thousand events",
    "no slower at 1 million (ratio 1.2)",
    "`annals append health …`, from start to end of the process, with the fdatasync that ends it; "
    "each takes the one before into the snapshot. Fifteen pairs at least.",
    measure,
)
