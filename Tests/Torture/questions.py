"""What is asked to compare answers, and what `verify` has to say."""

import json

from chain import DAMAGED, SOUND, TORN, Chain
from command import DAY, annals

# Each reads all of the log where there is no snapshot. Each names a day, since midnight may pass
# between two that are compared.
QUESTIONS = [
    ("status", "--format", "json", *DAY),
    ("timeline", "--format", "jsonl", *DAY),
    ("export", "csv", *DAY),
    ("export", "markdown", *DAY),
    ("list", "person", "--format", "json", *DAY),
    ("check", "--format", "json", *DAY),
    ("person", "anna-berg", "--format", "json", *DAY),
    ("search", "Anna", "--format", "json", *DAY),
    ("stats", "--format", "json", *DAY),
]


def snapshot_is_right(round, room, *shown):
    """The snapshot beside the log answers as one does that is made now."""
    fresh = room.path / "fresh.sqlite"
    fresh.unlink(missing_ok=True)
    questions = [QUESTIONS[0], round.chance.choice(QUESTIONS[1:])]
    questions += [("show", id, "--format", "json") for id in shown]
    for question in questions:
        anew = annals(room.path, *question, "--snapshot", "fresh.sqlite")
        kept = annals(room.path, *question)
        # A name that nobody bears is an answer, too.
        same = (kept.status, kept.out) == (anew.status, anew.out) and kept.status in (0, 66)
        round.holds(same, f"the snapshot answers {question[0]} as a fresh one", anew, kept)
    fresh.unlink(missing_ok=True)


def verify_is_right(round, room, data):
    """`annals verify` says of the log what the description says; returns what that is."""
    chain = Chain(data)
    ended = annals(room.path, "verify", "--format", "jsonl")
    what = f"verify of a log that is {chain.state}"
    found = json_of(ended)
    if found is None:
        round.holds(False, what, "one JSON object", ended)
        return chain
    told = {name: found[name] for name in ("sound", "lines", "hash")}
    right = {"sound": True, "lines": len(chain.lines), "hash": chain.head.decode()}
    torn = {"byte": chain.end, "bytes": len(data) - chain.end, "after": len(chain.lines)}
    said = {name: (found["torn"] or {}).get(name) for name in torn}
    where = [(damage["line"], damage["byte"]) for damage in found["damages"]]
    chain.named = [line for line, _ in where]
    is_torn = (told, said, where, ended.status) == (right, torn, [], 0) and b"warning" in ended.err
    bad = (chain.bad_line, chain.bad_byte)
    is_damaged = ended.status == 76 and where[:1] == [bad] and b"is damaged" in ended.err
    is_damaged = is_damaged and not found["sound"] and "line" in found["damages"][0]["text"]
    if chain.is_open:
        round.holds(is_torn or is_damaged, what, "told as torn or as damaged", ended)
        chain.state = DAMAGED if is_damaged else TORN
    elif chain.state == SOUND:
        holds = (told, found["torn"], where, ended.status) == (right, None, [], 0)
        round.holds(holds, what, f"0 and {right}", ended)
    elif chain.state == TORN:
        round.holds(is_torn, what, f"0 with a warning, {right}, torn {torn}", ended)
    else:
        round.holds(is_damaged, what, f"76, the first damage in line and at byte {bad}", ended)
    return chain


def json_of(ended):
    try:
        value = json.loads(ended.out)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
