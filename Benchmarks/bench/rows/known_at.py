"""Everybody's state as it was known at a moment."""

from ..comparing import compare
from ..figures import Figure
from ..row import Row

GOAL = 1.5


def measure(setting, size):
    log = setting.warm_log(size)

    def at(position, *clock):
        question = ("status", "--known-at", position, *clock, "--format", "jsonl")
        compared = compare(lambda: setting.ask(log, *question), None, setting.runs)
        return Figure(
            ROW.key, size, compared.ours_seconds, "s",
            variant=" ".join([f"at line {position}", *clock]),
            reached=compared.ours_seconds < GOAL, seconds=compared.ours_seconds,
            peak_bytes=compared.peak_bytes, facts=compared.facts(),
        )

    return [at(size // 2), at(size - 1), at(size - 1, "--as-of", "2020-01-01")]


ROW = Row(
    "known-at",
    "`status --known-at` for everybody",
    "",
    "under 1.5 s",
    "`annals status --known-at N --format jsonl`, half way through the log and at its last line but "
    "one, and there also as of a day long past; on all cores.",
    measure,
    size_max=1_000_000,
)
