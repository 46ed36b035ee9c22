"""How many instructions and allocations annals takes for a command, counted by valgrind."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = "2026-06-30"
# Of these allocations are counted, too: by how many more there are where the log is longer, so
# that what a command allocates once does not count. The one of verify lies inside swift-crypto.
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
        self.person = self._first_person()
        drafts = (HERE / "drafts.jsonl").read_text().splitlines(keepends=True)
        self.lines = len(drafts)
        cut = self._cut(drafts)
        self._append(drafts[:cut])
        before = self._allocations_at(cut)
        self._append(drafts[cut:])
        after = self._allocations_at(self.lines)
        self.allocations = {
            f"allocations of {name} for an event": (after[name] - before[name]) / (self.lines - cut)
            for name in ALLOCATING
        }
        self._run("rebuild")

    def counts(self):
        """Counts by name of what is counted, without those of a start that does nothing."""
        idle = self._count("--version")
        counts = {name: round(count, 2) for name, count in self.allocations.items()}
        for name, command in self._commands(self.lines).items():
            counts[name] = self._count(*command) - idle
        return counts

    def _commands(self, lines):
        """What is counted; the append comes last, since what follows would have to take it in."""
        return {
            # What was known at a line is told by the log alone.
            "replay": ("status", "--known-at", str(lines), "--as-of", DAY, "--format", "jsonl"),
            "status of a person": ("status", self.person, "--as-of", DAY),
            "verify": ("verify",),
            "rebuild": ("rebuild",),
            "append": (
                "append", "health", "--id", "guard-1", "--form", "condition", "--date", DAY,
                "--person", self.person, "--source", "source-0@p. 1", "--title", "Seen by a doctor",
            ),
        }  # fmt: skip

    def _cut(self, drafts):
        """Where to cut near the middle, so that both logs end in lines of one shape.

        The last line is looked at more closely than the others.
        """
        last = _shape(json.loads(drafts[-1]))
        ends = [n for n, draft in enumerate(drafts, 1) if _shape(json.loads(draft)) == last]
        return min(ends, key=lambda end: abs(end - self.lines // 2))

    def _append(self, drafts):
        batch = self.room / "batch.jsonl"
        batch.write_text("".join(drafts))
        self._run("append", "--jsonl", batch)

    def _allocations_at(self, lines):
        """How many there are for a log of so many lines, and no snapshot beside it."""
        commands = self._commands(lines)
        away = ("--snapshot", "none.sqlite")
        return {name: self._allocations(*commands[name], *away) for name in ALLOCATING}

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


def _shape(value):
    """A JSON value with the names of types in the place of what it says."""
    if isinstance(value, dict):
        return {name: _shape(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_shape(member) for member in value]
    return type(value).__name__


def _strip(annals, copy):
    """Copies the command without its debugging information, which older valgrinds cannot read."""
    for tool in (["strip", "-g", "-o", copy, annals], ["llvm-objcopy", "-g", annals, copy]):
        if shutil.which(tool[0]):
            subprocess.run(tool, check=True)
            return
    shutil.copy(annals, copy)
