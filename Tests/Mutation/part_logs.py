"""Damaged logs: refused by every command, alone and beside a snapshot; never answered from."""

import json
import random

import damage
import harness
import mangle
from damage import DAMAGED, SOUND, TORN, UNSURE
from harness import annals

COUNT = 72
DAY = ("--as-of", "2018-03-01")
READING = [
    ("timeline", *DAY),
    ("export", "markdown", *DAY),
    ("check", *DAY),
    ("list", "person", *DAY),
    ("counts", *DAY),
    ("log",),
    ("verify",),
    ("rebuild",),
]
# These ask the snapshot, which holds what was written, not what stands in the log now.
ASKING = [
    ("search", "Anna", *DAY),
    ("show", "arrest", *DAY),
    ("status", *DAY),
    ("status", "anna-berg", *DAY),
    ("person", "anna-berg", *DAY),
    ("demands", *DAY),
    ("due", *DAY),
    ("stats", *DAY),
]
READING += ASKING
NEW = b'{"kind":"other","date":"2018","title":"One more","persons":["anna-berg"]}\n'


def run(tally, base):
    rooms = harness.rooms(base)
    good = b"".join(harness.seal_bodies(harness.good_bodies()))
    expected = answers(rooms[0], good)
    for command, ended in expected.items():
        tally.check(ended.status == 0 and b"warning: events" not in ended.err, f"good: {command}", ended)
    cases = list(cases_of(good))
    harness.each(rooms, cases, lambda room, case: fresh(tally, room, good, expected, *case))
    harness.each(rooms, cases, lambda room, case: beside(tally, room, good, expected, *case))
    harness.each(rooms, list(resealed()), lambda room, case: hostile(tally, room, *case))


PREFIXES = {}


def answers(room, log, kept=None):
    """What every command answers from a sound log."""
    if kept is not None and log in kept:
        return kept[log]
    clear(room)
    (room / "events.log").write_bytes(log)
    found = {command: annals(room, *command) for command in READING}
    if kept is not None:
        kept[log] = found
    return found


def clear(room):
    for path in room.iterdir():
        path.unlink()


def cases_of(good):
    """Pairs of a name and the bytes of a log."""
    chance = random.Random(harness.SEED)
    lines = good.splitlines(keepends=True)
    last = len(lines) - 1
    for at in (0, 10, last):
        line = lines[at]
        others = {
            "removed": lines[:at] + lines[at + 1 :],
            "twice": lines[: at + 1] + lines[at:],
            "swapped": lines[: at - 1] + [line, lines[at - 1]] + lines[at + 1 :] if at else lines[1::-1] + lines[2:],
            "glued": lines[:at] + [line.rstrip(b"\n")] + lines[at + 1 :],
            "CRLF": lines[:at] + [line.replace(b"\n", b"\r\n")] + lines[at + 1 :],
            "typed by hand": lines[: at + 1] + [b'{"kind":"release","date":"2017","title":"x"}\n'] + lines[at + 1 :],
            "blank line": lines[:at] + [b"\n"] + lines[at:],
            "NUL bytes": lines[:at] + [b"\0" * len(line)] + lines[at + 1 :],
            "a mark before": lines[:at] + [b"\xef\xbb\xbf" + line] + lines[at + 1 :],
            "merge conflict": lines[:at] + [b"<<<<<<< HEAD\n", line, b"=======\n", line, b">>>>>>> x\n"] + lines[at + 1 :],
            "another name": lines[:at] + [line.replace(b"Anna", b"Hans").replace(b'"n":', b'"n": ')] + lines[at + 1 :],
            "hash of another": lines[:at] + [line[:-46] + lines[(at + 1) % len(lines)][-46:]] + lines[at + 1 :],
            "too long": lines[:at] + [line[:-2] + b" " * (1 << 20) + line[-2:]] + lines[at + 1 :],
        }
        for name, changed in others.items():
            yield f"line {at + 1}: {name}", b"".join(changed)
    for end in [0, 1, 53, 54, 55, len(lines[0]), len(lines[0]) - 1, len(good) - 1, len(good) - 2]:
        yield f"cut to {end} bytes", good[:end]
    whole = sum(map(len, lines[:10]))
    for end in (whole, whole + 1, whole - 1, len(good) - len(lines[-1])):
        yield f"cut to {end} bytes", good[:end]
    for tail in (b"\0", b"\0" * 9000, b"{", b'{"n":30', b"\n", b"x\n", b"\r\n", lines[-1], b"{}\n", b"\xff", b" "):
        yield f"and then {tail[:12]!r}", good + tail
    ways = [mangle.flip, mangle.flip, mangle.insert, mangle.delete, mangle.cut, mangle.repeat]
    for number in range(COUNT):
        way = ways[number % len(ways)]
        if chance.random() < 0.5:
            yield f"{way.__name__} {number}", way(chance, good)
        else:
            # The last line is the one that appends and snapshots look at.
            kept = b"".join(lines[:-2])
            yield f"{way.__name__} {number} at the end", kept + way(chance, b"".join(lines[-2:]))


def fresh(tally, room, good, expected, name, log):
    """Without a snapshot every command reads the log itself."""
    state, lines = damage.state(log)
    wanted = None
    if state in (SOUND, TORN):
        same = b"".join(log.splitlines(keepends=True)[:lines])
        wanted = expected if log == good else answers(room, same if same.endswith(b"\n") or not same else same + b"\n", PREFIXES)
    for command in READING:
        clear(room)
        (room / "events.log").write_bytes(log)
        ended = annals(room, *command)
        holds = refused(ended, command) if wanted is None else answered(ended, command, wanted, state)
        if state == UNSURE and not holds:
            holds = ended.status in (0, 66) and b"warning" in ended.err
        holds = holds and (room / "events.log").read_bytes() == log
        tally.check(holds, f"{name} ({state}): {command[0]}", ended)
    append(tally, room, name, log, state)


def refused(ended, command):
    """Ended with 76 and a place, without a word of an answer."""
    told = b"line " in ended.err or b"events.log:" in ended.err or command[0] == "verify"
    silent = command[0] in ("log", "verify") or ended.out == b""
    return ended.status == 76 and told and silent


def answered(ended, command, wanted, state):
    """The answer of the log's whole batches; with a warning if more stands behind them."""
    other = wanted[command]
    if command[0] in ("rebuild", "verify"):
        same = ended.status == other.status
    else:
        same = (ended.status, ended.out) == (other.status, other.out)
    return same and (state == SOUND or b"warning" in ended.err)


def append(tally, room, name, log, state):
    clear(room)
    (room / "events.log").write_bytes(log)
    (room / "new.jsonl").write_bytes(NEW)
    ended = annals(room, "append", "--jsonl", "new.jsonl")
    after = (room / "events.log").read_bytes()
    if ended.status == 0:
        holds = state != DAMAGED and damage.state(after)[0] == SOUND
        tail = b"".join(path.read_bytes() for path in room.glob("events.log.torn-*"))
        holds = holds and (tail != b"") == (state in (TORN, UNSURE))
        holds = holds and (log == b"" or after.startswith(log[: len(log) - len(tail)])) and log.endswith(tail)
    else:
        holds = after == log and (ended.status == 76 if state == DAMAGED else ended.status in (65, 76))
        # A cut log may lack the person that the new draft names.
        holds = holds and (state != SOUND or ended.status == 65)
    tally.check(holds, f"{name} ({state}): append", ended)


def beside(tally, room, good, expected, name, log):
    """Beside a snapshot of the good log: the good log's answer, the altered one's, or a refusal."""
    clear(room)
    (room / "events.log").write_bytes(good)
    annals(room, "rebuild")
    snapshot = (room / "events.sqlite").read_bytes()
    state, lines = damage.state(log)
    behind = state in (SOUND, TORN) and lines < len(harness.drafts())
    for command in READING:
        (room / "events.sqlite").write_bytes(snapshot)
        (room / "events.log").write_bytes(log)
        ended = annals(room, *command)
        if command in ASKING:
            # A log that lost lines which the snapshot holds is no log to answer about.
            holds = ended.status == 76 or (not behind and ended.out == expected[command].out)
        else:
            holds = ended.status == 76 or state != DAMAGED
        tally.check(holds and ended.status in (0, 66, 76), f"{name} ({state}), beside: {command[0]}", ended)
    (room / "events.sqlite").write_bytes(snapshot)
    (room / "events.log").write_bytes(good)
    ended = annals(room, *ASKING[0])
    tally.check(ended.out == expected[ASKING[0]].out, f"{name}: and mended again", ended)


def resealed():
    """Logs that say strange things and are sealed all the same, as a newer program could write."""
    chance = random.Random(harness.SEED + 1)
    drafts = [json.loads(line) for line in harness.drafts()]
    for number in range(COUNT):
        changed = list(drafts)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(changed))
            path = chance.choice([path for path in mangle.places(changed[at]) if path])
            changed[at] = mangle.put(changed[at], path, chance.choice(mangle.WRONG + mangle.DATES))
        yield f"resealed {number}", changed
    ring = [{"id": f"e{n}", "kind": "other", "date": "2016", "title": "t", "after": [f"e{(n + 1) % 400}"],
             "because_of": [f"e{(n + 1) % 400}"], "account_of": f"e{(n + 7) % 400}"} for n in range(400)]
    yield "events after each other in a ring", drafts + ring
    merges = [{"id": f"m{n}", "kind": "identity", "details": {"stage": "merged", "ids": [f"p{n}", f"p{(n + 1) % 400}"],
               "into": f"p{(n + 1) % 400}"}} for n in range(400)]
    yield "people merged in a ring", drafts + merges
    undone = [{"id": f"r{n}", "kind": "retraction", "details": {"of": f"r{n - 1}" if n else "arrest", "reason": "x"}}
              for n in range(900)]
    yield "retractions of retractions", drafts + undone
    rings = [{"id": f"q{n}", "kind": "retraction", "details": {"of": f"q{(n + 1) % 400}", "reason": "x"}} for n in range(400)]
    yield "retractions in a ring", drafts + rings
    fixes = [{"id": f"c{n}", "kind": "correction", "details": {"of": f"c{n - 1}" if n else "arrest", "reason": "x",
              "set": {"details": {"of": "c0"}, "title": "t", "kind": "release", "id": "z"}}} for n in range(300)]
    yield "corrections of corrections", drafts + fixes
    places = [{"id": f"pl{n}", "kind": "place", "details": {"id": "/".join(["xy"] * (n + 1)), "names": []}} for n in range(200)]
    yield "places within places", drafts + places
    replaced = [{"id": f"s{n}", "kind": "sentence", "date": "9999-12-31", "persons": ["anna-berg"], "title": "t",
                 "details": {"form": "imprisonment", "term": term, "replaces": [f"s{n + 1}"], "counted_from": start,
                             "credit": term}}
                for n, (term, start) in enumerate([("P9999Y", "9999-12-31"), ("P999999999999999999999Y", "Y17E9"),
                                                   ("P99999M", "0000-01-01"), ("PT999999999H", "../.."), ("P0D", "")])]
    yield "terms beyond all calendars", drafts + replaced
    same = [dict(draft) for draft in drafts]
    yield "every id twice", drafts + same


def hostile(tally, room, name, drafts):
    bodies = [harness.body(draft, number) for number, draft in enumerate(drafts, start=1)]
    log = b"".join(harness.seal_bodies(bodies))
    clear(room)
    (room / "events.log").write_bytes(log)
    for command in [*READING, ("borders", *DAY),
                    ("elections", *DAY), ("case", "harbour-rally", *DAY), ("list", "place", *DAY)]:
        ended = annals(room, *command, seconds=90)
        holds = ended.status in (0, 65, 66, 76) and b"\x1b" not in ended.out + ended.err
        tally.check(holds, f"{name}: {command[0]}", ended)
    tally.check((room / "events.log").read_bytes() == log, f"{name}: the log is as it was")
