"""What a log is, by its description alone: an opinion independent of the program's."""

import base64
import hashlib
import json
import pathlib
import re

SOUND, TORN, DAMAGED = "sound", "torn", "damaged"
START = b"A" * 43
SEAL_BYTES = 54
LINE_MAX = 1 << 20
# Two objects with nothing but white space between them.
GLUED = re.compile(rb"\}[ \t\r\n]*\{")
SEAL = re.compile(rb',"hash":"([A-Za-z0-9_-]{43})"\}')


class Chain:
    """What may be read of the bytes of a log, and what is wrong with the rest."""

    def __init__(self, data):
        self.state = SOUND
        # The lines of whole batches, and the byte behind them; the hash of the last of them.
        self.lines, self.values, self.end, self.head = [], [], 0, START
        # The first line that is damaged, and the byte at which it begins.
        self.bad_line = self.bad_byte = None
        # The lines that `verify` names as damaged, once it was asked.
        self.named = []
        # Whether the description leaves open if the end is torn or damaged.
        self.is_open = False
        self.read(data)

    @property
    def ids(self):
        return [value["id"] for value in self.values]

    def read(self, data):
        *lines, rest = data.split(b"\n")
        previous, at, batch = START, 0, []
        for number, line in enumerate(lines, start=1):
            value = sealed(line, number, previous)
            if value is None:
                return self.damaged(number, at)
            previous, at = line[-45:-2], at + len(line) + 1
            batch.append((line, value))
            if "more" not in value:
                self.take(batch, at)
                batch = []
        if rest:
            return self.read_rest(rest, len(lines) + 1, previous, at, batch)
        self.state = TORN if batch else SOUND

    def read_rest(self, rest, number, previous, at, batch):
        """Judges a last line without its newline."""
        value = sealed(rest, number, previous)
        if value is not None and "more" not in value:
            self.take([*batch, (rest, value)], at + len(rest))
        elif value is None and is_object(rest):
            self.damaged(number, at)
        else:
            # Two objects, an object behind a mark, or one with a member twice, are whole to some.
            is_marked = rest.startswith(b"\xef\xbb\xbf{")
            self.is_open = GLUED.search(rest) is not None or is_marked or is_loose(rest)
            self.state = TORN
            self.bad_line, self.bad_byte = number, at

    def take(self, batch, end):
        self.lines += [line for line, _ in batch]
        self.values += [value for _, value in batch]
        self.end, self.head = end, batch[-1][0][-45:-2]

    def damaged(self, number, at):
        self.state, self.bad_line, self.bad_byte = DAMAGED, number, at


def sealed(line, number, previous):
    """The object on the line, if it is line `number` after the hash `previous`."""
    seal = SEAL.fullmatch(line[-SEAL_BYTES:])
    if seal is None or len(line) > LINE_MAX or seal[1] != digest(previous, line[:-SEAL_BYTES]):
        return None
    value = strict(line)
    if value is None or value.get("n") != number or value.get("more", True) is not True:
        return None
    return value


def digest(previous, body):
    return base64url(hashlib.sha256(previous + b"\n" + body).digest())


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def strict(line):
    """The JSON object in `line`; None for what the description refuses."""

    def members(pairs):
        if len({name for name, _ in pairs}) != len(pairs):
            raise ValueError("a member twice")
        return dict(pairs)

    def constant(word):
        raise ValueError(word)

    try:
        text = line.decode("utf-8")
        value = json.loads(text, object_pairs_hook=members, parse_constant=constant)
        written = json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and b"\\u0000" not in written else None


def is_object(rest):
    return len(rest) <= LINE_MAX and strict(rest) is not None


def is_loose(rest):
    """Whether it is an object to a reader that takes more than the description allows."""
    try:
        return isinstance(json.loads(rest.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False


def confidential_parts(folder):
    """The confidential parts that can be found, by their digest."""
    path = pathlib.Path(folder) / "events.private"
    found = {}
    for line in path.read_bytes().split(b"\n") if path.exists() else []:
        match = re.fullmatch(rb'\{"digest":"([A-Za-z0-9_-]{43})","private":(\{.*\})\}', line)
        if match:
            own = base64url(hashlib.sha256(b"annals private\n" + match[2]).digest())
            if own == match[1]:
                found[own.decode()] = match[2]
    return found
