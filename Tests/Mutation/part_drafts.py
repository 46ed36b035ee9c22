"""Mangled drafts: refused in words with a place, or recorded exactly as they were given."""

import json
import re

import harness
import mangle
from harness import NotStrict, annals, strict

ENDS = {0, 64, 65, 66, 75}
COUNT = 1200


def run(tally, base):
    rooms = harness.rooms(base)
    good = b"".join(harness.seal_bodies(harness.good_bodies()))
    for room in rooms:
        (room / "events.log").write_bytes(good)
        ended = annals(room, "verify")
        tally.check(ended.status == 0, "the good log is sound", ended)
    cases = list(mangle.drafts(harness.SEED, COUNT))
    assert len(cases) >= COUNT, len(cases)
    harness.each(rooms, cases, lambda room, case: one(tally, room, good, *case))


def one(tally, room, good, name, text):
    log = room / "events.log"
    (room / "new.jsonl").write_bytes(text)
    ended = annals(room, "append", "--jsonl", "new.jsonl")
    after = log.read_bytes()
    tally.check(fits(ended, text, good, after), name, f"{text[:600]!r}\n  {ended}")
    if ended.status == 0:
        again = annals(room, "verify")
        tally.check(again.status == 0, f"{name}: the log is sound afterwards", f"{text!r} {again}")
    if after != good:
        log.write_bytes(good)
    for left in room.glob("events.[ps]*"):
        left.unlink()


def fits(ended, text, good, after):
    if ended.status not in ENDS:
        return False
    if ended.status != 0:
        placed = re.search(rb"new\.jsonl:\d+:", ended.err) and b"\x1b" not in ended.err
        return bool(placed) and after == good
    return recorded_as_given(text, good, after)


def recorded_as_given(text, good, after):
    """Whether every draft stands there with all that it says, byte by byte, and nothing else."""
    if not after.startswith(good):
        return False
    try:
        given = [strict(line) for line in text.split(b"\n") if line.strip(b" \t\r")]
        known = {value["id"]: value for value in map(strict, harness.drafts())}
        new = [draft for draft in given if content(known.get(draft.get("id"), {})) != content(draft)]
        lines = [strict(line) for line in after[len(good) :].split(b"\n") if line]
    except (NotStrict, KeyError, TypeError, AttributeError):
        return False
    return len(lines) == len(new) and all(
        content(line) == content(draft) for line, draft in zip(lines, new)
    )


def content(event):
    outer = ("n", "recorded", "by", "more", "salt", "hash", "private", "id")
    kept = {name: value for name, value in event.items() if name not in outer}
    if kept.get("order") == ("number", "-0"):
        kept["order"] = ("number", "0")
    if kept.get("certainty") == "reported":
        del kept["certainty"]
    return {name: value for name, value in kept.items() if value not in ("", [], {}, None)}
