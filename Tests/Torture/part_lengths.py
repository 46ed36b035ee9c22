"""Lines of 1 byte to 16 MiB: foreign ones are named, drafts are taken up to 1 MiB."""

import json

import drafts
from chain import LINE_MAX, SOUND, Chain
from command import annals, append
from judgement import Judge
from questions import verify_is_right
from room import Room, each
from tally import Round

MIB = 1 << 20
STEPS = [1, 2, 3, 16, 43, 53, 54, 55, 56, 256, 4095, 4096, 4097, 65535, 65536, 65537]
STEPS += [MIB - 1, MIB, MIB + 1, 2 * MIB, 2 * MIB + 1, 4 * MIB, 16 * MIB]


def run(part, base):
    room = Room(f"{base}/good")
    good = room.made(drafts.small())
    judge = Judge(room, good)
    foreign = [(foreign_line, judge, kind, size) for size in STEPS for kind in KINDS]
    own = [(draft_line, good, letter, over) for letter in LETTERS for over in (-1, 0, 1, 4096)]
    own += [(draft_line, good, "x", size - MIB) for size in STEPS if 512 < size != MIB]
    if not part.is_full:
        # Long lines take long to read, so one of them, and none of the longest.
        chance = part.chance("steps")
        long = [case for case in foreign if 65536 < case[-1] <= 2 * MIB]
        few = [case for case in foreign if case[-1] <= 65536]
        foreign = chance.sample(few, 8) + chance.sample(long, 1)
        own = [(draft_line, good, chance.choice(LETTERS), over) for over in (0, 1)]
    longest = max(case[-1] for case in foreign)
    part.done = f"{len(foreign)} foreign lines of 1 to {longest} bytes, {len(own)} long drafts"

    def work(room, number, case):
        with Round(part, number, "") as round:
            case[0](round, room, *case[1:])

    each(part, base, foreign + own, work)


def letters(size):
    return b"x" * size


def nuls(size):
    return b"\0" * size


def an_object(size):
    return b'{"a":"' + b"b" * (size - 8) + b'"}' if size >= 8 else b"{}"[:size]


def high_bytes(size):
    return b"\xff" * size


KINDS = [letters, nuls, an_object, high_bytes]


def foreign_line(round, room, judge, kind, size):
    """A line of another's making, at the end or within, with its newline or without."""
    lines = judge.good.splitlines(keepends=True)
    at = round.chance.choice([0, 1, 3, 4, 4])
    newline = b"" if at == 4 and round.chance.random() < 0.5 else b"\n"
    where = "at the end" if at == 4 else f"before line {at + 1}"
    round.name = f"{size} bytes ({kind.__name__}) {where}, {'' if newline else 'no '}newline"
    judge.judge(round, room, b"".join([*lines[:at], kind(size) + newline, *lines[at:]]))
    if size > LINE_MAX and newline:
        room.put(b"".join([*lines[:at], kind(size) + newline, *lines[at:]]))
        told = annals(room.path, "verify").out
        words = f"this line has {size} bytes, and a line has at most {LINE_MAX}".encode()
        round.holds(words in told, "verify of a line that is too long", words, told)


# How much a letter takes up in a line: one byte, two, four, an escape of two and one of six.
LETTERS = ["x", "é", "😀", "\n", "\u0001"]


def draft_line(round, room, good, letter, over):
    """A draft whose line is `over` bytes longer than a line may be."""
    round.name = f"a draft of {letter!r} whose line has {over} bytes more than the limit"
    width = len(json.dumps(letter, ensure_ascii=False).encode()) - 2
    room.put(good)
    probe = measured(room, "")
    wanted = LINE_MAX + over - probe
    text = letter * (wanted // width) + "x" * (wanted % width)
    room.put(good)
    ended = append(room.path, [drafts.line(**draft(text))])
    after = room.bytes
    if over <= 0:
        length = len(after.splitlines()[-1])
        round.equal((ended.status, length), (0, LINE_MAX + over), f"status and length: {ended.err}")
    else:
        holds = ended.status == 65 and ended.is_refusal and after == good
        round.holds(holds, "a draft beyond the limit", "65, nothing written", ended)
        round.holds(str(LINE_MAX).encode() in ended.err, "the limit is told", LINE_MAX, ended)
    round.equal(verify_is_right(round, room, after).state, SOUND, "the log")


def draft(text):
    # A line has no `text` where it is empty: one letter stands for the rest.
    return {"id": "long", "kind": "other", "date": "2018", "title": "Long", "text": "x" + text}


def measured(room, text):
    """The bytes of the line that this draft becomes."""
    append(room.path, [drafts.line(**draft(text))])
    return len(Chain(room.bytes).lines[-1])
