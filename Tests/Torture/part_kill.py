"""Killed at random moments of an append, a bulk append, a rebuild and a catch-up."""

import random
import statistics
import time

import drafts
from aftermath import settle
from command import DAY, Ended, annals, append, started
from room import Room, each
from tally import Round

ASK = ("status", "anna-berg", "--format", "json", *DAY)


def run(part, base):
    base_room = Base(part, f"{base}/good")
    count = part.choose(16, 500)
    part.done = f"{count} times killed in an append, a bulk append, a rebuild, a catch-up"
    killed = []

    def work(room, number, deed):
        with Round(part, number, deed) as round:
            killed.append(base_room.kill(round, room, deed))

    each(part, base, [DEEDS[number % len(DEEDS)] for number in range(count)], work)
    part.done += f" ({sum(killed)} before their end)"
    if count >= len(DEEDS) and part.only is None:
        with Round(part, count + 1, "moments") as round:
            enough = sum(killed) * 8 > count
            round.holds(enough, "an eighth is killed before its end", count, killed)


DEEDS = ["append", "bulk", "rebuild", "catch-up"]


class Base:
    """A log of a hundred lines or more, its snapshot, and a snapshot that lies behind."""

    def __init__(self, part, path):
        room = Room(path)
        chance = part.chance("base")
        self.bulk = part.choose(60, 300)
        first = [list(drafts.registry()), drafts.events("old", 20, chance)]
        start = room.made(first)
        self.behind = room.snapped()
        rest = drafts.events("more", self.bulk, chance)
        for batch in (rest[:1], rest[1:3], rest[3:]):
            append(room.path, batch)
        self.log, self.snapshot = room.bytes, room.snapped()
        assert self.log.startswith(start)
        self.took = {deed: self.measured(room, deed) for deed in ["start", *DEEDS]}

    def put(self, room, deed):
        room.put(self.log, self.behind if deed == "catch-up" else self.snapshot)

    def batch(self, deed, chance):
        count = {"bulk": self.bulk, "append": 1}.get(deed, 2)
        return drafts.events("new", count, chance)

    def begin(self, room, deed, batch):
        """Starts the deed, whose drafts lie in a file so that nobody waits for a pipe."""
        if deed in ("append", "bulk"):
            (room.path / "new.jsonl").write_bytes(b"".join(batch))
            return started(room.path, "append", "--jsonl", "new.jsonl")
        if deed == "start":
            return started(room.path, "--version")
        return started(room.path, *(("rebuild",) if deed == "rebuild" else ASK))

    def measured(self, room, deed):
        """How many seconds the deed takes from its start to its end."""
        batch = self.batch(deed, random.Random(0))
        times = []
        for _ in range(3):
            self.put(room, deed)
            start = time.monotonic()
            self.begin(room, deed, batch).communicate()
            times.append(time.monotonic() - start)
        return statistics.median(times)

    def kill(self, round, room, deed):
        """Begins the deed, kills it, and holds what must hold; whether it had not ended."""
        self.put(room, deed)
        batch = self.batch(deed, round.chance)
        # Before the program has started there is little to interrupt.
        seconds = round.chance.uniform(0.7 * self.took["start"], 1.1 * self.took[deed])
        running = self.begin(room, deed, batch)
        time.sleep(seconds)
        running.kill()
        out, err = running.communicate()
        round.name = f"{deed} killed after {1000 * seconds:.1f} ms"
        ended = Ended((deed,), running.returncode, out, err)
        is_killed = ended.status == -9
        round.holds(is_killed or ended.status == 0, "it ends by itself or is killed", "0", ended)
        if deed not in ("append", "bulk"):
            round.equal(room.bytes, self.log, "the log after a question")
        writes = deed in ("append", "bulk")
        settle(round, room, self.log, batch, None if is_killed or not writes else ended)
        self.cleaned(round, room)
        return is_killed

    def cleaned(self, round, room):
        """What a killed rebuild left is gone after the next one."""
        annals(room.path, "rebuild")
        left = [path.name for path in room.path.glob("events.sqlite?*")]
        round.equal(left, [], "what is left beside the snapshot after a rebuild")
