"""Runs the command, and counts what held."""

import base64
import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import threading

HERE = pathlib.Path(__file__).parent
ANNALS = os.path.abspath(os.environ["ANNALS"])
SEED = 20171031


class Tally:
    """How many assertions held; tells the first that did not."""

    shown_max = 40

    def __init__(self):
        self.passed = 0
        self.failures = []
        self.lock = threading.Lock()

    def check(self, holds, name, detail=""):
        with self.lock:
            if holds:
                self.passed += 1
                return
            self.failures.append(name)
            if len(self.failures) <= self.shown_max:
                print(f"✘ {name}\n  {str(detail)[:1500]}", flush=True)


class Ended:
    """What a command printed, and how it ended."""

    def __init__(self, args, status, out, err):
        self.args, self.status, self.out, self.err = args, status, out, err

    def __str__(self):
        return (
            f"{' '.join(map(repr, self.args))} ended with {self.status}\n"
            f"  stdout: {self.out[:300]!r}\n  stderr: {self.err[:700]!r}"
        )


def environment(**more):
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"TZ": "UTC", "ANNALS_BY": "desk-1", "SWIFT_BACKTRACE": "enable=no"} | more


def annals(folder, *args, stdin=b"", env=None, seconds=60, **how):
    """Runs the command in `folder`; a status below 0 is a signal, 999 is a hang."""
    given = {"input": stdin} if "stdin" not in how else {}
    try:
        done = subprocess.run(
            [ANNALS, *args],
            cwd=folder,
            env=environment() if env is None else env,
            capture_output=True,
            timeout=seconds,
            **given,
            **how,
        )
    except subprocess.TimeoutExpired as late:
        return Ended(args, 999, late.stdout or b"", late.stderr or b"")
    return Ended(args, done.returncode, done.stdout, done.stderr)


def each(rooms, cases, work):
    """Gives every case to `work` with a room of its own; cases run side by side."""
    free = list(rooms)
    lock = threading.Lock()

    def one(case):
        with lock:
            room = free.pop()
        try:
            return work(room, case)
        finally:
            with lock:
                free.append(room)

    with concurrent.futures.ThreadPoolExecutor(len(free)) as pool:
        for _ in pool.map(one, cases):
            pass


def rooms(base, count=None):
    made = []
    for number in range(count or max(2, os.cpu_count() or 2)):
        room = pathlib.Path(base) / f"room-{number}"
        room.mkdir()
        made.append(room)
    return made


def drafts():
    return (HERE / "drafts.jsonl").read_bytes().splitlines()


# The line format, written from its description and not from the program.

START = b"A" * 43
SEAL_BYTES = 54


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def digest(previous, body):
    return base64url(hashlib.sha256(previous + b"\n" + body).digest())


def seal_bodies(bodies):
    """Lines sealed one after the other; a body is a line up to its hash."""
    lines, previous = [], START
    for body in bodies:
        previous = digest(previous, body)
        lines.append(body + b',"hash":"' + previous + b'"}\n')
    return lines


ORDER = (
    "n id recorded by kind date persons actors place title text details sources certainty "
    "account_of after because_of order tags private more salt"
).split()


def body(draft, number, more=False):
    members = dict(draft)
    members |= {"n": number, "recorded": "2018-03-01T10:15:00Z", "by": "desk-2"}
    members["salt"] = base64url(hashlib.md5(str(number).encode()).digest()).decode()
    if more:
        members["more"] = True
    rest = [name for name in members if name not in ORDER]
    names = [name for name in ORDER[:-1] if name in members] + rest + ["salt"]
    ordered = {name: members[name] for name in names}
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode()[:-1]


def good_bodies():
    """The bodies of a sound log in two batches, and a batch of one line."""
    all_drafts = [json.loads(line) for line in drafts()]
    last = len(all_drafts)
    return [
        body(draft, number, more=number not in (10, last - 1, last))
        for number, draft in enumerate(all_drafts, start=1)
    ]


class NotStrict(ValueError):
    pass


def strict(line):
    """The JSON value in `line`, numbers as they are spelled; raises for what annals refuses."""

    def members(pairs):
        if len({name for name, _ in pairs}) != len(pairs):
            raise NotStrict("duplicate member")
        return dict(pairs)

    def constant(word):
        raise NotStrict(word)

    try:
        text = line.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=members,
            parse_int=lambda digits: ("number", digits),
            parse_float=lambda digits: ("number", digits),
            parse_constant=constant,
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise NotStrict(str(error)) from None
    if "\0" in json.dumps(value, ensure_ascii=False) or "\\u0000" in json.dumps(value):
        raise NotStrict("U+0000")
    return value
