"""One run of a program as a whole process, and what it took."""

import functools
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


class Failed(Exception):
    """A program that was to be measured did not do what it was asked."""


@dataclass(frozen=True)
class Usage:
    """What a run took: seconds of wall clock and of the processor, and the peak of memory."""

    wall: float
    user: float
    system: float
    peak_bytes: int
    output: str = ""

    def telling_seconds(self):
        """The same with the time that the program itself told: `{"seconds": …}` on its last line.

        For peers in Python, so that the start of the interpreter does not count against them, and
        for programs that first prepare what they are to do.
        """
        return replace(self, wall=json.loads(self.output.splitlines()[-1])["seconds"])


def run(argv, environment=None, keeps_output=False, cpu=None):
    """Runs a program to its end; what it prints is kept only on request, and else thrown away.

    With `cpu` it may use that processor alone.
    """
    argv = [str(word) for word in argv]
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report")
        launch = [launcher(), report, "-" if cpu is None else str(cpu), *argv]
        done = subprocess.run(
            launch,
            env=dict(os.environ, **(environment or {})),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if keeps_output else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        errors = done.stderr.decode(errors="replace")
        if done.returncode != 0:
            raise Failed(f"the launcher ended with {done.returncode}\n{errors}")
        with open(report) as file:
            wall, user, system, peak_kib, status = file.read().split()
    if status != "0":
        raise Failed(f"{' '.join(argv)[:300]}: ended with {status}\n{errors[-2000:]}")
    output = done.stdout.decode() if keeps_output else ""
    return Usage(float(wall), float(user), float(system), int(peak_kib) * 1024, output)


@functools.cache
def launcher():
    """The small program that starts what is measured, compiled if need be."""
    command = [HERE / "compile", "launch", HERE / "launcher" / "launch.c"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def warm(path):
    """Reads a file to its end, so that whoever reads it next finds it in memory."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 22):
            pass
