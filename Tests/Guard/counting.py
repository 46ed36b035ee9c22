"""How many instructions and allocations annals takes for a command, counted by valgrind."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = "2026-06-30"
# Of these allocations are counted: by how many more there are where the log is longer, so that what
# a command allocates once does not count. The hot path, on which every line is checked and taken into
# the record whatever is asked, makes none of its own for a plain event; what swift-crypto makes to
# hash the line is counted apart. A replay makes more for what it folds and prints.
ALLOCATING = ("verify", "take in", "replay")
HASHING = "allocations of swift-crypto for a line"
# How often the events of the drafts stand in the shorter log, and in the longer one.
SHORT, LONG = 3, 9
# What registers somebody or something, or corrects, is read more closely than what happened.
CLOSELY_READ = ("person", "organisation", "place", "source", "case", "correction")
# What "take in" prints.
PRINTED = "election"

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
        self.person = self._first_person()
        drafts = (HERE / "drafts.jsonl").read_text().splitlines(keepends=True)
        self.allocations = self._count_allocations(drafts)
        self._begin()
        self._append(drafts)
        self.lines = len(drafts)
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
            # All is taken in, and little asked of it.
            "take in": ("elections", "--known-at", str(lines), "--as-of", DAY, "--format", "jsonl"),
            "replay": ("status", "--known-at", str(lines), "--as-of", DAY, "--format", "jsonl"),
            "status of a person": ("status", self.person, "--as-of", DAY),
            "verify": ("verify",),
            "rebuild": ("rebuild",),
            "append": (
                "append", "health", "--id", "guard-1", "--form", "condition", "--date", DAY,
                "--person", self.person, "--source", "source-0@p. 1", "--title", "Seen by a doctor",
            ),
        }  # fmt: skip

    def _count_allocations(self, drafts):
        """How many there are for each event that happened, by name of what is counted."""
        kinds = [json.loads(draft)["kind"] for draft in drafts]
        events = [draft for draft in drafts if _is_plain(json.loads(draft))]
        people = [draft for draft, kind in zip(drafts, kinds) if kind == "person"]
        ids = [json.loads(draft)["details"]["id"] for draft in people]
        self._begin()
        self._append(drafts)
        lines = len(drafts)
        for copy in range(1, LONG):
            self._append([_of_others(draft, ids, copy) for draft in people])
            lines += len(people)
        counts = []
        for copies in (range(1, SHORT), range(SHORT, LONG)):
            for copy in copies:
                self._append([_of_others(draft, ids, copy) for draft in events])
                lines += len(events)
            counts.append(self._allocations_at(lines))
        more = len(events) * (LONG - SHORT)
        named = {name: f"allocations of {name} for an event" for name in ALLOCATING}
        named["hashing"] = HASHING
        return {
            named[name]: (counts[1][name] - counts[0][name]) / more for name in named
        }

    def _begin(self):
        """Begins a log."""
        for file in self.room.glob("*.sqlite*"):
            file.unlink()
        (self.room / "events.log").write_text("")

    def _append(self, drafts):
        batch = self.room / "batch.jsonl"
        batch.write_text("".join(drafts))
        self._run("append", "--jsonl", batch)

    def _allocations_at(self, lines):
        """How many there are for a log of so many lines, and no snapshot beside it."""
        commands = self._commands(lines)
        away = ("--snapshot", "none.sqlite")
        counts = {}
        for name in ALLOCATING:
            counts[name], hashing = self._allocations(*commands[name], *away)
            if name == "verify":
                counts["hashing"] = hashing
        return counts

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
        """How many there are of annals, and how many within swift-crypto."""
        found = self.room / "allocations.json"
        self._run(*command, under=("valgrind", "--tool=dhat", f"--dhat-out-file={found}"))
        profile = json.loads(found.read_text())
        # A name of swift-crypto's module as Swift spells it in symbols.
        hashing = {at for at, frame in enumerate(profile["ftbl"]) if "$s6Crypto" in frame}
        if not hashing:
            raise SystemExit("the names of functions are missing from what valgrind found")
        within = [point["tbk"] for point in profile["pps"] if hashing.intersection(point["fs"])]
        return sum(point["tbk"] for point in profile["pps"]) - sum(within), sum(within)

    def _count(self, *command):
        valgrind = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
        found = re.search(r"Collected : (\d+)", self._run(*command, under=valgrind))
        if not found:
            raise SystemExit("valgrind did not say how many instructions there were")
        return int(found.group(1))


def _is_plain(draft):
    """Whether it says that something happened, to one person at most, on some day, told once."""
    return (
        draft["kind"] not in (*CLOSELY_READ, PRINTED)
        and "account_of" not in draft
        and len(draft.get("persons", ())) < 2
        and not set("[{/").intersection(draft.get("date", "["))
    )


def _of_others(draft, people, copy):
    """The same draft under another id, and of other people."""
    # The first digit of a moment of this millennium is 0.
    draft = re.sub(r"0([0-9a-f]{7}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", rf"{copy:x}\1", draft)
    for person in people:
        draft = draft.replace(f'"{person}"', f'"{person}-{copy}"')
    return draft


def _strip(annals, copy):
    """Copies the command without its debugging information, which older valgrinds cannot read."""
    for tool in (["strip", "-g", "-o", copy, annals], ["llvm-objcopy", "-g", annals, copy]):
        if shutil.which(tool[0]):
            subprocess.run(tool, check=True)
            return
    shutil.copy(annals, copy)
