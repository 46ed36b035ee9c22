"""The most memory that a rebuild takes at once, and what must not grow with the log."""

import os
import time
from statistics import median

from ..figures import Figure
from ..row import Row

GOAL_BYTES, GOAL_PER_EVENT = 100e6, 64
# Longer documents, and one rebuild more, take a quarter of an hour each: of those, the document
# that holds most is made.
EXPORTED_MAX = 1_000_000
STREAMS = [
    ("`log`", "log"),
    ("`export jsonl`", "export", "jsonl"),
    ("`export csv`", "export", "csv"),
    ("`export markdown`", "export", "markdown"),
]


def measure(setting, size):
    log = setting.warm_log(size)
    peaks = setting.rebuild_peaks.get(size)
    peaks = peaks or [setting.ask(log, "rebuild").peak_bytes for _ in range(setting.runs)]
    note = ""
    if size <= EXPORTED_MAX:
        own = sampled_own_peak(setting, log)
        note = f"of which {own / 1e6:.0f} MB are no pages of mapped files"
    goal = GOAL_BYTES + GOAL_PER_EVENT * size
    figures = [
        Figure(
            ROW.key, size, median(peaks), "bytes", goal=f"{goal / 1e6:.0f} MB",
            reached=median(peaks) <= goal, peak_bytes=median(peaks), facts={"peaks": peaks},
            note=note,
        )
    ]
    for words, *command in STREAMS if size <= EXPORTED_MAX else [STREAMS[0], STREAMS[-1]]:
        usage = setting.ask(log, *command)
        figures.append(
            Figure(
                ROW.key, size, usage.peak_bytes, "bytes", variant=words, goal="the same at any length",
                peak_bytes=usage.peak_bytes, note=f"one run of {usage.wall:.1f} s",
            )
        )
    return figures


def sampled_own_peak(setting, log):
    """The most that one rebuild held beside pages of files, looked at every two milliseconds."""
    environment = dict(os.environ, ANNALS_LOG=str(log))
    devnull = [(os.POSIX_SPAWN_OPEN, number, "/dev/null", os.O_RDWR, 0) for number in (0, 1, 2)]
    command = [str(setting.annals), "rebuild"]
    process = os.posix_spawn(command[0], command, environment, file_actions=devnull)
    peak = 0
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        peak = max(peak, own_bytes(process))
        time.sleep(0.002)
    return peak


def own_bytes(process):
    try:
        with open(f"/proc/{process}/status") as file:
            for line in file:
                if line.startswith("RssAnon:"):
                    return int(line.split()[1]) * 1024
    except (FileNotFoundError, ProcessLookupError):
        pass
    return 0


ROW = Row(
    "memory",
    "peak memory, of a rebuild if nothing else is named",
    "",
    "100 MB plus 64 bytes an event",
    "The peak of resident memory as the system counts it, which includes pages of mapped files.",
    measure,
)
