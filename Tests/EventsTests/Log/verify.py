"""Reads a log on its own terms and recomputes every hash; prints the position and hash of its end.

Usage: verify.py events.log
Ends with 1 at the first line that is not sound. Needs nothing but Python.
"""

import base64
import hashlib
import json
import sys

SEAL = 54


def no_duplicates(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), "a member stands twice"
    return dict(pairs)


def main(path):
    with open(path, "rb") as file:
        log = file.read()
    assert not log or log.endswith(b"\n"), "the log does not end in a newline"
    previous = b"A" * 43
    more = False
    number = 0
    for number, line in enumerate(log.split(b"\n")[:-1], start=1):
        members = json.loads(line.decode("utf-8"), object_pairs_hook=no_duplicates)
        assert members["n"] == number, f"line {number} says that it is {members['n']}"
        assert list(members)[-1] == "hash", f"line {number}: the hash is not last"
        stated = members["hash"].encode()
        assert line[-SEAL:] == b',"hash":"' + stated + b'"}', f"line {number}: no seal"
        if "withheld" not in members:
            digest = hashlib.sha256(previous + b"\n" + line[:-SEAL]).digest()
            computed = base64.urlsafe_b64encode(digest).rstrip(b"=")
            assert stated == computed, f"line {number}: {stated!r} is not {computed!r}"
        more = members.get("more", False)
        previous = stated
    assert not more, "the last batch is unfinished"
    print(number, previous.decode())


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except AssertionError as fault:
        sys.exit(str(fault))
