"""What is wrong with a log, by its description: an opinion independent of the program's."""

import json
import re

import harness
from harness import SEAL_BYTES, START, NotStrict, digest, strict

SOUND, TORN, DAMAGED, UNSURE = "sound", "torn", "damaged", "unsure"


def state(data):
    """What the log is, and how many lines of it may be read."""
    *lines, rest = data.split(b"\n")
    previous, whole, more = START, 0, False
    for number, line in enumerate(lines, start=1):
        read = sealed(line, number, previous)
        if read is None:
            return DAMAGED, 0
        previous, more = read
        if not more:
            whole = number
    if not rest:
        return (TORN, whole) if more else (SOUND, whole)
    read = sealed(rest, len(lines) + 1, previous)
    if read is not None:
        return (TORN, whole) if read[1] else (SOUND, len(lines) + 1)
    try:
        strict(rest)
    except NotStrict:
        # What a cut leaves is no whole object; what two objects or a mark before one leave is not
        # told apart here.
        odd = b'"}{' in rest or rest.startswith(b"\xef\xbb\xbf")
        return (UNSURE if odd else TORN), whole
    return DAMAGED, 0


def sealed(line, number, previous):
    """The line's hash and whether another follows; None if it is not what was written there."""
    seal = re.fullmatch(rb',"hash":"([A-Za-z0-9_-]{43})"\}', line[-SEAL_BYTES:])
    if seal is None or len(line) > 1 << 20:
        return None
    withheld = re.fullmatch(rb'\{"n":(\d+),"withheld":true(,"more":true)?', line[:-SEAL_BYTES])
    if withheld:
        return (seal[1], withheld[2] is not None) if int(withheld[1]) == number else None
    if digest(previous, line[:-SEAL_BYTES]) != seal[1]:
        return None
    try:
        value = strict(line)
    except NotStrict:
        return None
    if value.get("n") != ("number", str(number)):
        return None
    return seal[1], "more" in value
