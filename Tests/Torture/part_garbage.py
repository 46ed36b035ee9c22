"""1 to 64 bytes of garbage behind a log: torn or damaged, never taken for a line."""

import drafts
from judgement import Judge
from room import Room, each
from tally import Round


def run(part, base):
    room = Room(f"{base}/good")
    good = room.made(drafts.small())
    judge = Judge(room, good)
    count = part.choose(40, 2000)
    part.done = f"{count} times 1 to 64 bytes of garbage behind a log"

    def work(room, number, way):
        with Round(part, number, way.__name__) as round:
            # Sometimes the garbage stands where the last newline was, or in the middle of a batch.
            log = round.chance.choice([good, good, good, good[:-1], unfinished(good)])
            tail = way(round.chance, round.chance.randint(1, 64))
            round.name = f"{way.__name__} behind {len(log)} bytes: {tail!r}"
            judge.judge(round, room, log + tail)

    ways = [random_bytes, nuls, mixed, text, pieces]
    each(part, base, [ways[number % len(ways)] for number in range(count)], work)


def unfinished(good):
    """The log up to the first of two lines that belong together."""
    return b"".join(good.splitlines(keepends=True)[:2])


def random_bytes(chance, count):
    return chance.randbytes(count)


def nuls(chance, count):
    return b"\0" * count


def mixed(chance, count):
    return bytes(chance.choice([0, chance.randrange(256)]) for _ in range(count))


def text(chance, count):
    return bytes(chance.randrange(32, 127) for _ in range(count))


def pieces(chance, count):
    """What looks like a line at first sight."""
    signs = [b"{", b"}", b'"', b":", b",", b"\n", b"\r", b" ", b'{"n":5', b"{}", b"[]", b"7"]
    return b"".join(chance.choice(signs) for _ in range(count))[:count]
