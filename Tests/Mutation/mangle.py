"""Mutations, the same for the same seed."""

import json
import random

import harness

DATES = [
    "", " ", "2016-13", "2016-02-30", "2016-00-00", "16-05-17", "2016/", "/2016", "/", "..", "../..",
    "2016-05-17T24:00:00Z", "2016-05-17T10:15:00+99:00", "Y170000002", "-0001", "10000-01-01",
    "2016-05-17/2015", "[", "]", "[]", "{}", "[2016", "{2016,}", "[..]", "[2016..2015]", "2016-XX-32",
    "XXXX-XX-XX", "2016?~%", "?2016", "2016-24", "2016-99", "1950S9", "1950S", "Y1E99999999999",
    "9999-12-31/..", "..", "2016-5-7", "２０１６", "2016-05-17\u0000", "2016\n", "2016-05-1٧",
    "[" + "2016," * 5000 + "2016]", "2" * 100000, "2016-05-17/" * 500, "{..2016..}", "2016–05",
    "[2016-01-01..9999-12-31]", "X" * 4, "-9999999999999999999", "2016-W05", "2016-366", "24:00",
]
WRONG = [
    None, True, 0, -1, 1.5, "", "x", "\u0000", [], [[]], {}, {"": ""}, ["x", 1], {"a": None},
    "\u202eevil", "\u001b[2J", "é", "e\u0301", "a" * 70000, 10**400, -0.0, 9007199254740993,
    ["anna-berg"] * 3000, "anna-berg", ["nobody"], {"n": 10**30}, "P" + "9" * 400 + "Y", "P1Y", "P-1D",
]
MEMBERS = harness.ORDER + ["hash", "withheld", "Kind", "detials", "", "\u212aind", "set", "of", "__proto__"]
RAW = [
    b'{"kind":"other"}{"kind":"other"}', b"{}", b"[]", b"null", b"1", b'"x"', b"{", b"}", b"\xef\xbb\xbf{}",
    b'{"kind":' * 5000, b"[" * 100000, b'{"a":' * 63 + b"1" + b"}" * 63, b'{"kind":"\\ud800"}',
    b'{"kind":"\\udc00\\ud800"}', b'{"kind":"\xed\xa0\x80"}', b'{"kind":"\xff"}', b'{"kind":"\xc0\xaf"}',
    b'{"kind":"\xf4\x90\x80\x80"}', b'{"kind":"o\\u0000"}', b'{"kind":"other\0"}', b"\0", b"\0" * 5000,
    b"NaN", b"-", b"01", b"1e", b"1.", b"+1", b"Infinity", b'{"n":1e999999999999}', b"<<<<<<< HEAD",
    b'{"kind":"other","kind":"other"}', b'{"kind":"other",}', b"{'kind':'other'}", b'{"kind":"other"} x',
    b'{"kind":"other" /* */}', b'{"kind":"other","date":"2016","title":"' + b"a" * (1 << 20) + b'"}',
    b'{"kind":"other","date":"2016","title":"' + b"\\u00e9" * 100000 + b'"}',
    b'{"kind":"x-a","date":"2016","title":"t","details":{' +
    b",".join(b'"%d":0' % n for n in range(60000)) + b"}}",
    b'{"kind":"other","date":"2016","title":"t","details":{' +
    b",".join(b'"%d":0' % n for n in range(3000)) + b"}}",
    b'{"kind":"other","date":"2016","title":"t",' + b",".join(b'"%d":0' % n for n in range(3000)) + b"}",
    b'{"kind":"other","date":"2016","title":"t","tags":[' + b",".join([b'"t"'] * 50000) + b"]}",
    b"\xff\xfe{\x00}\x00", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"SQLite format 3\0", b"\r", b" ", b"\x0c{}",
]


def drafts(seed, count):
    """Pairs of a name and the text of a file of drafts; most hold one draft that was mangled."""
    chance = random.Random(seed)
    good = harness.drafts()
    fresh = [renamed(line) for line in good]
    for number, raw in enumerate(RAW):
        yield f"raw {number}", raw
        yield f"raw {number} between good lines", fresh[10] + b"\n" + raw + b"\n" + good[0] + b"\n"
    for number, date in enumerate(DATES):
        yield f"date {number}", dumped(json.loads(fresh[10]) | {"date": date})
    for number in range(count - 2 * len(RAW) - len(DATES)):
        which = number % len(WAYS)
        way = WAYS[which]
        line = chance.choice(fresh if chance.random() < 0.8 else good)
        yield f"{way.__name__} {number} (seed {seed})", way(chance, line)


def renamed(line):
    """The draft under another id, so that it could be recorded beside the first."""
    draft = json.loads(line)
    draft["id"] = "new-" + draft["id"]
    details = draft.get("details", {})
    if draft["kind"] in ("person", "place", "organisation", "source", "case"):
        details["id"] = "new-" + details["id"]
    return dumped(draft)


def dumped(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def flip(chance, data):
    """One to three bits turned over."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def insert(chance, data):
    at = chance.randrange(len(data) + 1)
    piece = bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
    return data[:at] + chance.choice([piece, b'"', b"\\", b"{", b"}", b"\0", b"\r\n", b"\n"]) + data[at:]


def delete(chance, data):
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randint(1, 9) :]


def cut(chance, data):
    return data[: chance.randrange(len(data))]


def repeat(chance, data):
    at, end = sorted(chance.sample(range(len(data) + 1), 2))
    return data[:end] + data[at:end] * chance.choice([1, 1, 2, 300]) + data[end:]


def glue(chance, data):
    return data + chance.choice([b"", b" ", b","]) + chance.choice(harness.drafts())


def frame(chance, data):
    return chance.choice([b"\xef\xbb\xbf" + data, data + b"\r\n", b"\n\n" + data + b"\n\n", b"[" + data + b"]",
                          data + b"\n" + data, b" \t" + data + b" ", data + b"\0", data.replace(b":", b" : ")])


def places(value, path=()):
    """Every place in a JSON value."""
    found = [path]
    if isinstance(value, dict):
        for name, inner in value.items():
            found += places(inner, path + (name,))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            found += places(inner, path + (index,))
    return found


def put(value, path, new):
    """The value with `new` at that place."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(copy[path[0]], path[1:], new)
    return copy


def taken(value, path):
    return taken(value[path[0]], path[1:]) if path else value


def retype(chance, data):
    """Another value somewhere."""
    draft = json.loads(data)
    path = chance.choice(places(draft)[1:])
    return dumped(put(draft, path, chance.choice(WRONG)))


def redate(chance, data):
    draft = json.loads(data)
    draft["date"] = chance.choice(DATES)
    return dumped(draft)


def swap(chance, data):
    """Two values change places."""
    draft = json.loads(data)
    names = list(draft)
    one, other = chance.sample(names, 2)
    draft[one], draft[other] = draft[other], draft[one]
    return dumped(draft)


def drop(chance, data):
    draft = json.loads(data)
    del draft[chance.choice(list(draft))]
    return dumped(draft)


def add(chance, data):
    draft = json.loads(data)
    inner = draft if chance.random() < 0.5 else draft.setdefault("details", {})
    inner[chance.choice(MEMBERS)] = chance.choice(WRONG)
    return dumped(draft)


def double(chance, data):
    """A member twice."""
    draft = json.loads(data)
    name = chance.choice(list(draft))
    return data[:-1] + b"," + dumped({name: draft[name]})[1:]


def nest(chance, data):
    draft = json.loads(data)
    path = chance.choice(places(draft)[1:])
    depth = chance.choice([2, 60, 64, 65, 70, 2000])
    mark = b"@@@@"
    text = dumped(put(draft, path, mark.decode()))
    inner = dumped(taken(draft, path))
    if chance.random() < 0.5:
        return text.replace(b'"@@@@"', b"[" * depth + inner + b"]" * depth)
    return text.replace(b'"@@@@"', b'{"a":' * depth + inner + b"}" * depth)


def rekind(chance, data):
    draft = json.loads(data)
    others = [json.loads(line)["kind"] for line in harness.drafts()]
    draft["kind"] = chance.choice(others + ["", "arest", "x-", "x-new", "X-a", "redaction", "évent", "a" * 999])
    return dumped(draft)


def rename(chance, data):
    draft = json.loads(data)
    draft["id"] = chance.choice(["", "1", "123", "a" * 64, "a" * 65, "a b", "../x", "é", "arrest", "fix", None, 7,
                                 "A.-_z", "\u0130", "a\n", "-", "."])
    return dumped(draft)


def escape(chance, data):
    """An escape sequence somewhere in a text."""
    at = data.find(b'":"', chance.randrange(len(data)))
    if at < 0:
        at = data.find(b'":"')
    sequence = chance.choice([b"\\ud800", b"\\udc00", b"\\u0000", b"\\u12", b"\\x", b"\\u00e9", b"\\ud83d\\ude00",
                              b"\\u202e", b"\\u001b[31m", b"\\uD83D\\u0041", b"\\/", b"\\", b"\\ufffe", b"\\u0301"])
    return data[: at + 3] + sequence + data[at + 3 :]


def number(chance, data):
    """Another spelling of a number, or a strange one, as the order."""
    spelling = chance.choice(["1e400", "-0", "1E2", "1.0", "01", "9223372036854775808", "-9223372036854775809", "1" * 5000,
                              "0.1e-99999", "1e-5", "3", "--1", "0x10", "1_000", "1e+2147483648"])
    return data[:-1] + b',"order":' + spelling.encode() + b"}"


WAYS = [flip, insert, delete, cut, repeat, glue, frame, retype, retype, redate, swap, drop, add, add, double, nest,
        rekind, rename, escape, number, flip, retype]
