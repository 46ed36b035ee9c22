"""How many instructions and allocations annals takes for a command, counted by valgrind."""

import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = "2026-06-30"
# Of these allocations are counted, too. The log has 300 lines.
ALLOCATING = ("verify", "replay")

# What Swift's dictionaries and the machine's settings would change from run to run.
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "SWIFT_DETERMINISTIC_HASHING": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}


class Counting:
    """A log with its snapshot, on which commands are counted one after the other."""

    def __init__(self, annals, room):
        self.room = Path(room)
        self.annals = self.room / "annals"
        _strip(annals, self.annals)
        (self.room / "events.log").touch()
        self._run("append", "--jsonl", HERE / "drafts.jsonl")
        self._run("rebuild")
        self.person = self._first_person()

    def counts(self):
        """Counts by name of what is counted, without those of a start that does nothing."""
        idle, idle_allocations = self._count("--version"), self._allocations("--version")
        counts = {
            f"allocations of {name}": self._allocations(*self._commands()[name]) - idle_allocations
            for name in ALLOCATING
        }
        for name, command in self._commands().items():
            counts[name] = self._count(*command) - idle
        return counts

    def _commands(self):
        """What is counted; the append comes last, since what follows would have to take it in."""
        return {
            "replay": ("status", "--as-of", DAY, "--format", "jsonl"),
            "status of a person": ("status", self.person, "--as-of", DAY),
            "verify": ("verify",),
            "rebuild": ("rebuild",),
            "append": (
                "append", "health", "--id", "guard-1", "--form", "condition", "--date", DAY,
                "--person", self.person, "--source", "source-0@p. 1", "--title", "Seen by a doctor",
            ),
        }  # fmt: skip

    def _first_person(self):
        """The person of the first draft that names one."""
        text = (HERE / "drafts.jsonl").read_text()
        return re.search(r'"persons":\["([^"]+)"', text).group(1)

    def _run(self, *command, under=()):
        command = [*under, self.annals, *command]
        done = subprocess.run(
            command, cwd=self.room, env=ENVIRONMENT, capture_output=True, text=True
        )
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stderr}")
        return done.stderr

    def _allocations(self, *command):
        valgrind = ("valgrind", "--tool=memcheck", "--leak-check=no", "--undef-value-errors=no")
        found = re.search(r"total heap usage: ([\d,]+) allocs", self._run(*command, under=valgrind))
        if not found:
            raise SystemExit("valgrind did not say how many allocations there were")
        return int(found.group(1).replace(",", ""))

    def _count(self, *command):
        valgrind = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
        found = re.search(r"Collected : (\d+)", self._run(*command, under=valgrind))
        if not found:
            raise SystemExit("valgrind did not say how many instructions there were")
        return int(found.group(1))


def _strip(annals, copy):
    """Copies the command without its debugging information, which older valgrinds cannot read."""
    for tool in (["strip", "-g", "-o", copy, annals], ["llvm-objcopy", "-g", annals, copy]):
        if shutil.which(tool[0]):
            subprocess.run(tool, check=True)
            return
    shutil.copy(annals, copy)
