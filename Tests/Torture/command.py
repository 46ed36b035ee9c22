"""Runs the command under test."""

import os
import signal
import subprocess

ANNALS = os.path.abspath(os.environ["ANNALS"])
# Answers speak of this day, so that they do not change over night.
DAY = ("--as-of", "2020-01-01")
HUNG = 999

# A refusal says why by one of these.
REASONS = {
    64: "wrong usage",
    65: "the input was refused",
    66: "not found",
    74: "the disk failed",
    75: "somebody else was first",
    76: "the log is damaged",
}
CRASHED = (b"Fatal error", b"Stack dump", b"Traceback", b"Crash", b"Assertion", b"sanitizer")


class Ended:
    """What a command printed, and how it ended; a status below 0 is a signal."""

    def __init__(self, args, status, out, err):
        self.args, self.status, self.out, self.err = args, status, out, err

    @property
    def is_refusal(self):
        """Whether it refused in words and for a stated reason."""
        told = b"annals: " in self.err and not any(word in self.err for word in CRASHED)
        return self.status in REASONS and told

    def __str__(self):
        return (
            f"annals {' '.join(map(str, self.args))[:300]} ended with {self.status}\n"
            f"        stdout: {self.out[:300]!r}\n        stderr: {self.err[:600]!r}"
        )


def environment(**more):
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"TZ": "UTC", "ANNALS_BY": "desk-1", "SWIFT_BACKTRACE": "enable=no"} | more


def started(folder, *args, before=(), env=None, **how):
    """Starts the command in `folder`, by way of the command `before` if there is one."""
    return subprocess.Popen(
        [*before, ANNALS, *args],
        cwd=folder,
        env=env or environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **how,
    )


def annals(folder, *args, stdin=b"", seconds=600, **how):
    """Runs the command in `folder` to its end."""
    running = started(folder, *args, stdin=subprocess.PIPE, process_group=0, **how)
    try:
        out, err = running.communicate(stdin, timeout=seconds)
    except subprocess.TimeoutExpired:
        # Whoever runs it, such as strace, goes with it.
        os.killpg(running.pid, signal.SIGKILL)
        out, err = running.communicate()
        return Ended(args, HUNG, out, err)
    return Ended(args, running.returncode, out, err)


def append(folder, batch, *args, **how):
    """Records the drafts of `batch`, given as bytes, one a line."""
    return annals(folder, "append", "--jsonl", "-", *args, stdin=b"".join(batch), **how)
