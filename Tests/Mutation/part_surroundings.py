"""Odd surroundings: streams that are closed or full, strange zones, paths and texts."""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import unicodedata

import harness
from harness import Ended, annals, environment

DAY = ("--as-of", "2018-03-01")
ONE = ("append", "status", "--date", "2018-01-02", "--person", "Anna Berg", "--title", "Held",
       "--liberty", "in_custody", "--source", "letter-1@p. 1")


def run(tally, base):
    room = harness.rooms(base, 1)[0]
    good = b"".join(harness.seal_bodies(harness.good_bodies()))
    (room / "events.log").write_bytes(good)
    streams(tally, room, good)
    days(tally, room)
    environments(tally, room)
    paths(tally, room, good)
    texts(tally, room)


def shell(room, line):
    done = subprocess.run(["/bin/sh", "-c", line, "annals", harness.ANNALS], cwd=room, env=environment(),
                          capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
    return Ended((line,), done.returncode, done.stdout, done.stderr)


def streams(tally, room, good):
    append = '"$1" ' + " ".join(f"'{word}'" for word in ONE)
    for closed in ("2>&-", ">&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-", "<&- 2>&-"):
        # Whatever file takes the free number, no message may end up in the log.
        for command in (append, append.replace("Anna Berg", "Anna Berk"), '"$1" rebuild', '"$1" status', '"$1" nonsense'):
            (room / "events.log").write_bytes(good)
            ended = shell(room, f"{command} {closed}")
            after = (room / "events.log").read_bytes()
            sound = annals(room, "verify").status == 0 and after.startswith(good)
            tally.check(sound, f"{closed}: {command}: the log is sound", ended)
            tally.check(ended.status in (0, 64, 65, 66, 74), f"{closed}: {command}", ended)
    for full in (">/dev/full", ">&-"):
        for command in ("status", "timeline", "export csv", "export markdown", "check", "person anna-berg", "search Anna",
                        "log", "verify", "rebuild", "list person", "schema", "date 2016", "status --format json",
                        "--help", "append --help", "--version", "status --help"):
            (room / "events.log").write_bytes(good)
            ended = shell(room, f'"$1" {command} {full}')
            told = ended.status == 74 and b"standard output" in ended.err
            tally.check(told, f"{command} {full}", ended)
    ended = shell(room, '"$1" status 2>/dev/full')
    tally.check(ended.status == 0, "status 2>/dev/full", ended)
    ended = shell(room, '"$1" append --jsonl - <&-')
    tally.check(ended.status in (65, 66) and b"standard input" in ended.err, "append from a closed stream", ended)
    ended = shell(room, '"$1" append --jsonl - </')
    tally.check(ended.status in (65, 66) and b"standard input" in ended.err, "append from a folder", ended)
    ended = shell(room, '"$1" log | head -n 1')
    tally.check(ended.out.count(b"\n") == 1 and ended.err == b"", "a reader that leaves early", ended)
    (room / "events.log").write_bytes(good)


def days(tally, room):
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "ABC-24", "XYZ+24", "<+0530>-5:30", "", "Asia/Almaty",
                 "EST5EDT,M3.2.0,M11.1.0"):
        before = local_day(zone)
        ended = annals(room, "status", env=environment(TZ=zone))
        days = {before, local_day(zone)}
        said = ended.out.split(b",")[0].removeprefix(b"As of ").decode()
        tally.check(said in days, f"TZ={zone!r}: as of the local day {days}", ended)
    for zone in (":", "Nowhere/Bad", "A" * 5000, "\u0661", "/etc/passwd"):
        ended = annals(room, "status", env=environment(TZ=zone))
        tally.check(ended.status == 0, f"TZ={zone[:20]!r}", ended)


def local_day(zone):
    return subprocess.run(["date", "+%F"], env=environment(TZ=zone), capture_output=True, text=True, check=True).stdout.strip()


def environments(tally, room):
    right = annals(room, "status", *DAY)
    bare = {"PATH": os.environ["PATH"]}
    for name, env in {
        "no HOME": {name: value for name, value in environment().items() if name != "HOME"},
        "an empty HOME": environment(HOME=""),
        "LANG=C": environment(LANG="C", LC_ALL="C"),
        "an odd LANG": environment(LANG="tr_TR.UTF-8", LC_ALL="xx"),
        "hardly anything": bare,
        "no TERM": environment(TERM=""),
        "odd columns": environment(COLUMNS="80 "),
    }.items():
        ended = annals(room, "status", *DAY, env=env)
        tally.check((ended.status, ended.out) == (0, right.out), name, ended)
    for columns in ("-5", "0", "1", "99999999999999999999", "9223372036854775807", "x"):
        for command in ("status", "timeline", "person anna-berg", "check", "list person", "stats", "show arrest"):
            ended = annals(room, *command.split(), *DAY, env=environment(COLUMNS=columns))
            tally.check(ended.status == 0, f"COLUMNS={columns} {command}", ended)
    for arguments in (("--log", "", "status"), ("status", "--log", ""), ("init", "--log", ""), ("--snapshot", "", "rebuild")):
        ended = annals(room, *arguments)
        tally.check(ended.status == 64 and b"empty" in ended.err, f"an empty path: {arguments}", ended)
    ended = annals(room, "status", *DAY, env=environment(ANNALS_LOG=""))
    tally.check(ended.out == right.out, "an empty $ANNALS_LOG", ended)
    long = "a" * 100_000
    for arguments in (("status", long), ("search", long), ("person", long), ("date", long), ("--log", long, "status"), (long,),
                      ("status", "--as-of", long), ("status", "--known-at", long), ("show", long), ("timeline", "--kind", long),
                      ("append", long), ("append", "arrest", "--" + long), ("append", "arrest", "--title", long, "--date", "2016"),
                      ("show", "9" * 30), ("log", "--after", "9" * 30), ("status", "--known-at", "9" * 30), ("search", '"" OR *'),
                      ("search", "'"), ("search", '"'), ("search", "NEAR("), ("search", "a*b^c:d-e"), ("search", ""),
                      ("search", "\u202e\u0301"), ("status", ""), ("person", "\U0001f600"), ("due", "--within", "-1"),
                      ("due", "--within", "9223372036854775807"), ("log", "--after", "-1"), ("stats", "--by", "x"),
                      ("show", "0"), ("status", "--as-of", "9999-12-31"), ("status", "--as-of", "0000-01-01"),
                      ("status", "--as-of", "-0001-01-01"), ("due", "--as-of", "9999-12-31"), ("search", "x", "--limit", "-1"),
                      ("search", "x", "--limit", "9223372036854775807"), ("status", "--known-at", "9999-12-31T23:59:59Z")):
        ended = annals(room, *arguments)
        shown = [argument[:20] for argument in arguments]
        tally.check(ended.status in (0, 64, 65, 66), f"arguments {shown}", ended)
    gone = room / "gone"
    gone.mkdir()
    for arguments in ("status", "init", "append --jsonl x", "export csv -o o.csv", "rebuild"):
        ended = shell(gone, f'rmdir ../gone; "$1" {arguments}; status=$?; mkdir -p ../gone; exit $status')
        tally.check(ended.status in (0, 64, 66, 74), f"a folder that is gone: {arguments}", ended)


def paths(tally, room, good):
    right = annals(room, "status", "anna-berg", *DAY)
    for name in ("with blanks .log", "new\nline.log", "\U0001f4d3.log", "-dash.log", "quote'\".log", "events", "%s%n.log",
                 "e\u0301.log", "\x1b[2J.log", "?mode=memory&cache=x.log", "#a.log", "a;b.log", "file:x.log"):
        (room / name).write_bytes(good)
        for command in (("status", "anna-berg", *DAY), ("verify",), ("rebuild",), ONE):
            ended = annals(room, *command, f"--log={name}")
            holds = ended.status == 0 and b"\x1b" not in ended.out + ended.err
            holds = holds and (command[1:2] != ("anna-berg",) or ended.out == right.out)
            tally.check(holds, f"a log named {name!r}: {command[0]}", ended)
        ended = annals(room, "person", "nobody-at-all", f"--log={name}")
        tally.check(ended.status == 66 and b"\x1b" not in ended.err, f"a log named {name!r}: a refusal", ended)
        (room / name).unlink()
    folder = room / "aside"
    folder.mkdir()
    (folder / "real.log").write_bytes(good)
    (room / "link.log").symlink_to("aside/real.log")
    for command in (("status", "anna-berg", *DAY), ("verify",), ONE):
        ended = annals(room, *command, "--log", "link.log")
        tally.check(ended.status == 0, f"a log behind a link: {command[0]}", ended)
    tally.check((room / "link.log").is_symlink(), "a log behind a link: the link stays")
    tally.check((folder / "real.log").read_bytes() != good, "a log behind a link: what it leads to grows")
    (room / "ring.log").symlink_to("ring.log")
    (room / "lost.log").symlink_to("nowhere.log")
    os.mkfifo(room / "pipe.log")
    for name in ("ring.log", "lost.log", "pipe.log", "/dev/null", "/dev/zero", ".", "events.log/x", "a" * 300):
        for command in (("status",), ("rebuild",), ("verify",), ONE):
            ended = annals(room, *command, "--log", name, "--snapshot", "aside/s.sqlite")
            tally.check(ended.status in (66, 74), f"a log that is {name[:20]}: {command[0]}", ended)
    shutil.rmtree(folder)


ODD = {
    "right-to-left": "مختار جاكيشيف",
    "marks that turn writing": "Anna \u202egreB\u202c \u2066x\u2069",
    "more such marks": "a\u200eb\u200fc\u061cd",
    "combining": "e\u0301" * 3 + "Z" + "\u0335" * 90,
    "emoji": "👩‍👩‍👧‍👦 Anna 🇰🇿",
    "control": "Anna\u001b[2J\u0007\u0008Berg\u009b31m\u007f",
    "lines": "one\ntwo\r\nthree\tfour",
    "wide": "安娜·贝里在港口被捕 ａｂｃ",
    "separators": "a\u2028b\u2029c\u0085d",
    "tags": "x\U000e0041\U000e007fy",
    "nothing": "\u200b\u200c\u2060\ufeff",
}


def texts(tally, room):
    """What stands in the record never reaches a terminal raw, nor leaves its column."""
    # What ran before left a snapshot of another log.
    for path in room.glob("events.sqlite*"):
        path.unlink()
    for name, text in ODD.items():
        slug = "odd-" + name.replace(" ", "-")
        drafts = [
            {"id": f"p-{slug}", "kind": "person", "details": {"id": slug, "names": [{"text": text}]}},
            {"id": f"s-{slug}", "kind": "source", "details": {"id": f"source-{slug}", "title": text, "form": "letter", "url": text}},
            {"id": f"e-{slug}", "kind": "status", "date": "2017-05", "persons": [slug], "title": text, "text": text,
             "details": {"liberty": "in_custody"}, "tags": [text],
             "sources": [{"source": f"source-{slug}", "at": text, "quote": text}]},
            {"id": f"b-{slug}", "kind": "ban", "date": "2017-06", "persons": [slug], "title": text,
             "details": {"what": ["travel"], "until": "2030"}},
            {"id": f"o-{slug}", "kind": "x-own", "date": "2017-07", "persons": [slug], "title": text,
             "details": {text: text, "deep": {text: [text]}}},
            {"id": f"d-{slug}", "kind": "declaration", "date": "2017-08", "persons": [slug], "title": text,
             "details": {"form": "call", "demands": [{"id": "d", "what": "release", "text": text}]}},
            {"id": f"c-{slug}", "kind": "count", "date": "2017-09", "title": text,
             "details": {"count": {"qualifier": "some", "of": text, "unit": text}, "state": text}},
        ]
        lines = "".join(json.dumps(draft) + "\n" for draft in drafts)
        (room / "odd.jsonl").write_text(lines)
        ended = annals(room, "append", "--jsonl", "odd.jsonl")
        tally.check(ended.status in (0, 65) and clean(ended), f"{name}: recorded or refused", ended)
        if ended.status != 0:
            # Sealed by another program that takes it.
            append_sealed(room, drafts)
        asked = (("status", *DAY), ("person", slug, *DAY), ("show", f"e-{slug}"), ("show", f"o-{slug}"), ("timeline", *DAY),
                 ("list", "person"), ("list", "source"), ("search", "anna"), ("search", text), ("check",), ("demands",),
                 ("counts",), ("stats",), ("due",), ("status", text), ("status", slug, *DAY))
        for command in asked:
            ended = annals(room, *command)
            tally.check(ended.status in (0, 65, 66), f"{name}: {command}", ended)
            tally.check(clean(ended), f"{name}: {command} shows nothing raw", ended)
        for command in (("status", *DAY), ("list", "person")):
            ended = annals(room, *command, env=environment(COLUMNS="80"))
            wide = [line for line in ended.out.decode().split("\n") if columns(line) > 80]
            tally.check(wide == [], f"{name}: {command[0]} fits 80 columns", wide)
        for form in ("json", "jsonl"):
            ended = annals(room, "timeline", *DAY, "--format", form)
            whole = ended.out if form == "json" else b"[" + b",".join(ended.out.splitlines()) + b"]"
            titles = [event.get("title") for event in json.loads(whole)]
            tally.check(text in titles, f"{name}: {form} holds it as it was written", ended)


def append_sealed(room, drafts):
    log = room / "events.log"
    lines = log.read_bytes().splitlines()
    previous = lines[-1][-45:-2]
    for draft in drafts:
        line = harness.body(draft, len(lines) + 1)
        previous = harness.digest(previous, line)
        lines.append(line + b',"hash":"' + previous + b'"}')
    log.write_bytes(b"\n".join(lines) + b"\n")


def clean(ended):
    """Whether nothing stands there that moves the cursor or turns writing around."""
    text = ended.out.decode("utf-8") + ended.err.decode("utf-8")
    turning = "\u061c\u200e\u200f" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    return not any(
        (unicodedata.category(letter) == "Cc" and letter != "\n") or letter in turning or letter in "\u2028\u2029"
        for letter in text
    )


def columns(line):
    """Columns on a terminal, counted letter by letter, so never fewer than there are."""
    total = 0
    for letter in line:
        if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            continue
        total += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return total
