"""Drafts about invented people and places."""

import json

NAMES = ["Anna Berg", "Ben Ode", "Clara Holm", "David Linde", "Edit Falk", "Frans Åker"]
PERSONS = [name.lower().replace(" ", "-").replace("å", "a") for name in NAMES]
KINDS = [
    ("arrest", "is arrested at the harbour", {}),
    ("remand", "is remanded", {"stage": "ordered", "term": "P2M"}),
    ("sentence", "is sentenced", {"form": "imprisonment", "term": "P2Y"}),
    ("release", "is released", {"basis": "parole"}),
    ("status", "is held", {"liberty": "in_custody"}),
    ("other", "writes a letter, «обзор»", {}),
]


def line(**members):
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def registry():
    """What the other drafts refer to."""
    yield line(id="s1", kind="source", details={"id": "letter-1", "title": "L", "form": "letter"})
    for number, (place, form) in enumerate([("xy", "country"), ("xy/northport", "city")]):
        details = {"id": place, "names": [{"text": place}], "form": form}
        yield line(id=f"q{number}", kind="place", details=details)
    for person, name in zip(PERSONS, NAMES):
        details = {"id": person, "names": [{"text": name}]}
        yield line(id=f"p-{person}", kind="person", details=details)


def event(id, chance, **more):
    """Something that happened to somebody."""
    kind, words, details = chance.choice(KINDS)
    number = chance.randrange(len(PERSONS))
    members = {
        "id": id,
        "kind": kind,
        "date": f"201{chance.randint(4, 8)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "persons": [PERSONS[number]],
        "place": "xy/northport",
        "title": f"{NAMES[number]} {words}",
        "text": chance.choice(["", "In two lines,\n\tone of them \"quoted\"."]),
        "details": details,
        "sources": [{"source": "letter-1", "at": f"p. {chance.randint(1, 400)}"}],
    }
    return line(**{name: value for name, value in members.items() if value} | more)


def events(prefix, count, chance, **more):
    return [event(f"{prefix}-{number}", chance, **more) for number in range(count)]


def small():
    """The batches of a log of few bytes, every one of which can be tried."""
    berg = {"id": "anna-berg", "names": [{"text": "Anna Berg"}]}
    about = {"persons": ["anna-berg"]}
    return [
        [line(id="a", kind="person", details=berg)],
        [
            line(id="b", kind="arrest", date="2016-05", title="Anna Berg is held", **about),
            line(id="c", kind="release", date="2016-09", title="«обзор»", **about),
        ],
        [line(id="d", kind="other", date="2017", title="é\t\"J*", **about)],
    ]


NEXT = line(id="next", kind="other", date="2018", title="One more")
