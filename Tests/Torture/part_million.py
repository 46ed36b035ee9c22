"""A long log with one bad bit: `verify` finds exactly that line."""

import drafts
from chain import SOUND, Chain
from command import annals, append
from room import Room
from tally import Round

BATCH = 500_000


def run(part, base):
    count = part.choose(20_000, 1_000_000)
    turns = part.choose(2, 12)
    part.done = f"one bad bit in a log of {count} lines, {turns} times"
    room = Room(f"{base}/long")
    with Round(part, 1, f"a log of {count} lines") as round:
        made(round, room, count)
    if part.failed:
        return
    good = room.bytes
    for number in range(2, turns + 2):
        if part.only in (None, number):
            with Round(part, number, "") as round:
                turn(round, room, good)


def made(round, room, count):
    """Appends drafts until the log has so many lines, and looks at every line."""
    room.put(b"")
    first = list(drafts.registry())
    left, done = count - len(first), 0
    while left > 0:
        size = min(left, BATCH - len(first))
        batch = first + drafts.events(f"e{done}", size, round.chance)
        ended = append(room.path, batch, seconds=7200)
        if not round.equal(ended.status, 0, f"an append of {len(batch)} drafts: {ended}"):
            return
        first, left, done = [], left - size, done + size
    chain = Chain(room.bytes)
    round.equal((chain.state, len(chain.lines)), (SOUND, count), "the long log")
    ended = annals(room.path, "verify", seconds=7200)
    said = f"{count} sound lines".encode()
    round.holds(ended.status == 0 and said in ended.out, "verify of the long log", said, ended)


def turn(round, room, good):
    """Turns one bit over in place, verifies, and turns it back."""
    at = round.chance.randrange(len(good) - 1)
    # An end of a line concerns two lines; the other parts try those.
    while good[at] == 10:
        at += 1
    bit = 1 << round.chance.randrange(8)
    if good[at] ^ bit == 10:
        bit ^= 3
    line = good.count(b"\n", 0, at) + 1
    start = good.rfind(b"\n", 0, at) + 1
    round.name = f"byte {at}, in line {line}, {good[at]:#04x} to {good[at] ^ bit:#04x}"
    write(room, at, good[at] ^ bit)
    ended = annals(room.path, "verify", seconds=7200)
    places = [text for text in ended.out.split(b"\n") if text.startswith(b"events.log:")][1:]
    named = f"events.log:{line} (byte {start}): ".encode()
    holds = ended.status == 76 and len(places) == 1 and places[0].startswith(named)
    round.holds(holds, "verify names this line and no other", named, ended)
    if round.part.is_full:
        ended = annals(room.path, "log", "--after", str(max(0, line - 2)), seconds=7200)
        holds = ended.status == 76 and len(ended.out.splitlines()) == min(1, line - 1)
        round.holds(holds, "log ends before the line", "76 and the line before", ended)
    write(room, at, good[at])


def write(room, at, byte):
    with open(room.log, "r+b") as file:
        file.seek(at)
        file.write(bytes([byte]))
