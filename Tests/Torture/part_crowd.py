"""Eight writing processes, readers beside them, and rebuilds two at a time."""

import json
import re
import threading

import drafts
from chain import SOUND, Chain
from command import DAY, annals, append
from questions import snapshot_is_right, verify_is_right
from room import Room
from tally import Round

WRITERS = 8
READERS = 3
OUTCOME = re.compile(rb"^(?:(\d+)  (\S+)  |already recorded at line (\d+): (\S+))", re.M)


def run(part, base):
    count = part.choose(160, 4000)
    room = Room(f"{base}/crowd")
    room.put(b"")
    append(room.path, list(drafts.registry()))
    crowd = Crowd(part, room, count // WRITERS)
    crowd.run()
    with Round(part, crowd.next_number(), "after the crowd has gone") as round:
        crowd.check(round)
    part.done = (
        f"{WRITERS} writers of {count} events in {crowd.batches} batches, {crowd.refusals} told to "
        f"wait; {crowd.readings} readings; {crowd.pairs} pairs of rebuilds"
    )


class Crowd:
    """Everybody at once in one room; each process that ends is a round."""

    def __init__(self, part, room, share):
        self.part, self.room, self.share = part, room, share
        self.lock = threading.Lock()
        self.number = self.batches = self.refusals = self.readings = self.pairs = 0
        # Where each event was said to stand, and what readers saw of the log.
        self.places, self.seen = {}, set()
        self.writing = threading.Event()
        self.writing.set()

    def next_number(self):
        with self.lock:
            self.number += 1
            return self.number

    def run(self):
        writers = [threading.Thread(target=self.write, args=(n,)) for n in range(WRITERS)]
        others = [threading.Thread(target=self.read, args=(n,)) for n in range(READERS)]
        others.append(threading.Thread(target=self.rebuild))
        for thread in writers + others:
            thread.start()
        for thread in writers:
            thread.join()
        self.writing.clear()
        for thread in others:
            thread.join()

    def write(self, writer):
        """Appends this writer's share in small batches, now and then one for the second time."""
        chance = self.part.chance(f"writer {writer}")
        own = drafts.events(f"w{writer}", self.share, chance)
        done = 0
        while done < len(own):
            size = chance.randint(1, 6)
            batch = own[done : done + size]
            with Round(self.part, self.next_number(), f"writer {writer}, event {done}") as round:
                self.acknowledged(round, batch)
            if chance.random() < 0.1:
                with Round(self.part, self.next_number(), f"writer {writer} again") as round:
                    self.acknowledged(round, batch)
            done += size

    def patient(self, round, work):
        """Does the work again while somebody else is said to be first, as on a slow disk."""
        for _ in range(20):
            ended = work()
            if ended.status != 75:
                break
            round.holds(ended.is_refusal, "told to wait in words", "75, and why", ended)
            with self.lock:
                self.refusals += 1
        return ended

    def acknowledged(self, round, batch):
        """Records the batch, as often as it takes, and notes where it was said to stand."""
        ended = self.patient(round, lambda: append(self.room.path, batch))
        round.equal(ended.status, 0, f"an append in the crowd: {ended}")
        told = OUTCOME.findall(ended.out)
        places = {(new or known).decode(): int(at or old) for at, new, old, known in told}
        ids = [json.loads(draft)["id"] for draft in batch]
        round.equal(sorted(places), sorted(ids), "the events that were acknowledged")
        with self.lock:
            self.batches += 1
            for id, place in places.items():
                first = self.places.setdefault(id, place)
                round.equal(place, first, f"the line of {id}")

    def read(self, reader):
        """Asks one question after the other."""
        chance = self.part.chance(f"reader {reader}")
        while self.writing.is_set():
            question = chance.choice([
                ("log",), ("verify",), ("status", "--format", "json", *DAY),
                ("timeline", "--format", "jsonl", *DAY), ("show", "p-anna-berg"),
            ])
            with Round(self.part, self.next_number(), f"reader {reader}: {question[0]}") as round:
                ended = self.patient(round, lambda: annals(self.room.path, *question))
                round.holds(ended.status == 0, "a reader in the crowd", "0", ended)
                if question == ("log",):
                    self.whole(round, ended.out)
            with self.lock:
                self.readings += 1

    def whole(self, round, out):
        """What a reader sees of the log are whole batches from its beginning."""
        chain = Chain(out)
        holds = chain.state == SOUND and chain.end == len(out)
        round.holds(holds, "a reader sees whole batches", SOUND, f"{chain.state}: {out[-400:]!r}")
        with self.lock:
            self.seen.add(out)

    def rebuild(self):
        """Two at a time, and both come to a good end."""
        while self.writing.is_set():
            with Round(self.part, self.next_number(), "two rebuilds at once") as round:
                other = threading.Thread(target=self.rebuilt, args=(round,))
                other.start()
                self.rebuilt(round)
                other.join()
            with self.lock:
                self.pairs += 1
            # Without a pause rebuilds would be all that the machine does.
            threading.Event().wait(0.5)

    def rebuilt(self, round):
        ended = self.patient(round, lambda: annals(self.room.path, "rebuild"))
        round.equal(ended.status, 0, f"a rebuild beside another: {ended}")

    def check(self, round):
        data = self.room.bytes
        chain = verify_is_right(round, self.room, data)
        round.equal(chain.state, SOUND, "the log of the crowd")
        lines = {id: number for number, id in enumerate(chain.ids, start=1)}
        round.equal(len(chain.ids), len(lines), "events that stand in the log, each once")
        wanted = {f"w{writer}-{n}" for writer in range(WRITERS) for n in range(self.share)}
        round.equal(wanted ^ {id for id in lines if id.startswith("w")}, set(), "lost and unknown")
        wrong = {id: place for id, place in self.places.items() if lines.get(id) != place}
        round.equal(wrong, {}, "events that stand elsewhere than was said")
        strange = [out for out in self.seen if not data.startswith(out)]
        round.equal(strange, [], "what readers saw and does not stand in the log")
        snapshot_is_right(round, self.room, "w0-0", f"w7-{self.share - 1}")
        left = sorted(path.name for path in self.room.path.iterdir())
        round.equal(left, ["events.log", "events.sqlite"], "what is left in the folder")
