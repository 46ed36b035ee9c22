"""Broken and foreign snapshots, rebuilds that are interrupted, killed, or two at once."""

import contextlib
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import harness
from harness import annals

ASK = ("status", "anna-berg", "--as-of", "2018-03-01")
LINES = 4000


def run(tally, base):
    room = harness.rooms(base, 1)[0]
    good = b"".join(harness.seal_bodies(harness.good_bodies()))
    (room / "events.log").write_bytes(good)
    right = annals(room, *ASK)
    tally.check(right.status == 0 and b"Anna Berg" in right.out, "the question has an answer", right)
    snapshot = (room / "events.sqlite").read_bytes()
    replaced(tally, room, right, snapshot)
    refused(tally, room, right, snapshot)
    elsewhere(tally, room, right, snapshot)
    flipped(tally, room, right, snapshot)
    stopped(tally, pathlib.Path(base))


def put(room, snapshot):
    """Nothing beside the log but this as its snapshot."""
    for path in room.glob("events.sqlite*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if snapshot is not None:
        (room / "events.sqlite").write_bytes(snapshot)


def changed(room, snapshot, *statements):
    put(room, snapshot)
    database = sqlite3.connect(room / "events.sqlite")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()
    return (room / "events.sqlite").read_bytes()


def replaced(tally, room, right, snapshot):
    """What is no snapshot that can be used, but was one or nobody's: made anew, and told."""
    chance = random.Random(harness.SEED)
    (version,) = sqlite3.connect(room / "events.sqlite").execute("PRAGMA user_version").fetchone()
    cases = {
        "none": None,
        "empty": b"",
        "garbage": bytes(chance.randrange(256) for _ in range(9000)),
        "text": b"not a database\n" * 50,
        "a head without a body": snapshot[:100],
        "half of it": snapshot[: len(snapshot) // 2],
        "all but a byte": snapshot[:-1],
        "a newer version": changed(room, snapshot, f"PRAGMA user_version = {version + 1}"),
        "another version of the folds": changed(room, snapshot, "UPDATE meta SET fold_version = fold_version + 1"),
        "without its meta": changed(room, snapshot, "DELETE FROM meta"),
        "without the table meta": changed(room, snapshot, "DROP TABLE meta"),
        "without the table events": changed(room, snapshot, "DROP TABLE IF EXISTS events"),
        "with a write-ahead log": changed(room, snapshot, "PRAGMA journal_mode = WAL"),
    }
    for name, contents in cases.items():
        put(room, contents)
        ended = annals(room, *ASK)
        mended = annals(room, "rebuild")
        again = annals(room, *ASK)
        sound = ended.out == right.out and ended.status == 0
        told = ended.status in (74, 76) and b"annals rebuild" in ended.err and ended.out == b""
        tally.check(sound or told, f"snapshot: {name}", ended)
        tally.check(mended.status == 0, f"snapshot: {name}: rebuild", mended)
        tally.check(again.out == right.out, f"snapshot: {name}: afterwards", again)


def refused(tally, room, right, snapshot):
    """What belongs to somebody else: left alone, and named."""
    put(room, None)
    foreign = changed(room, None, "CREATE TABLE accounts (name TEXT)")
    for name, contents, status, rebuild in (
        ("a foreign database", foreign, 66, None),
        ("a log", (room / "events.log").read_bytes(), 66, None),
        ("a snapshot of another log", of_another_log(room), 76, 0),
    ):
        put(room, contents)
        ended = annals(room, *ASK)
        kept = (room / "events.sqlite").read_bytes() == contents
        tally.check(ended.status == status and kept and ended.out == b"", f"snapshot: {name}", ended)
        ended = annals(room, "rebuild")
        if rebuild is not None:
            tally.check(ended.status == rebuild, f"snapshot: {name}: rebuild", ended)
        else:
            kept = (room / "events.sqlite").read_bytes() == contents
            tally.check(ended.status == status and kept, f"snapshot: {name}: rebuild", ended)
    put(room, None)
    (room / "events.sqlite").mkdir()
    for command in (ASK, ("rebuild",)):
        ended = annals(room, *command)
        tally.check(ended.status == 66 and b"--snapshot" in ended.err, f"snapshot: a folder: {command[0]}", ended)
    log = (room / "events.log").read_bytes()
    for command in (ASK, ("rebuild",)):
        ended = annals(room, *command, "--snapshot", "events.log")
        same = (room / "events.log").read_bytes() == log
        tally.check(ended.status in (64, 66) and same, f"snapshot: the log itself: {command[0]}", ended)
    put(room, snapshot)
    holder = sqlite3.connect(room / "events.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    for command in (ASK, ("rebuild",)):
        ended = annals(room, *command)
        tally.check(ended.status == 75 and b"another program holds it" in ended.err, f"snapshot: held: {command[0]}", ended)
    (room / "new.jsonl").write_bytes(b'{"id":"later","kind":"other","date":"2018","title":"Later"}')
    ended = annals(room, "append", "--jsonl", "new.jsonl")
    same = (room / "events.log").read_bytes() == log
    tally.check(ended.status == 75 and same, "snapshot: held: append", ended)
    holder.execute("ROLLBACK")
    holder.close()
    ended = annals(room, "append", "--jsonl", "new.jsonl")
    tally.check(ended.status == 0, "snapshot: free again: append", ended)
    ended = annals(room, "search", "Later")
    tally.check(b"later" in ended.out, "snapshot: free again", ended)
    (room / "events.log").write_bytes(log)


def of_another_log(room):
    other = room / "other"
    other.mkdir()
    bodies = [body.replace(b"Anna", b"Hans") for body in harness.good_bodies()]
    (other / "events.log").write_bytes(b"".join(harness.seal_bodies(bodies)))
    annals(other, "rebuild")
    contents = (other / "events.sqlite").read_bytes()
    shutil.rmtree(other)
    return contents


def elsewhere(tally, room, right, snapshot):
    """Folders that take no snapshot: answered from memory, with a warning."""
    put(room, None)
    ended = annals(room, *ASK, "--snapshot", "/proc/events.sqlite")
    tally.check(ended.out == right.out and b"warning" in ended.err, "snapshot: a folder that takes none", ended)
    ended = annals(room, *ASK, "--snapshot", "nowhere/events.sqlite")
    tally.check(ended.out == right.out or ended.status in (66, 74), "snapshot: no such folder", ended)

    # A disk that is full: no file may grow beyond 64 KiB, and the signal for that is ignored.
    def little():
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))

    for name, contents in (("no snapshot", None), ("an old one", snapshot)):
        put(room, contents)
        for command in (ASK, ("rebuild",)):
            ended = annals(room, *command, preexec_fn=little)
            fits = ended.out == right.out or ended.status == 74 or command == ("rebuild",)
            tally.check(fits and ended.status in (0, 74), f"snapshot: no room, {name}: {command[0]}", ended)
        left = [path.name for path in room.glob("events.sqlite?*")]
        tally.check(left == [], f"snapshot: no room, {name}: nothing is left", left)
        ended = annals(room, *ASK)
        tally.check(ended.out == right.out, f"snapshot: room again, {name}", ended)
    if os.geteuid() == 0:
        others(tally, room, right, snapshot)


def others(tally, room, right, snapshot):
    """As somebody who may read the folder and write nothing."""
    put(room, snapshot)
    shown = pathlib.Path("/tmp") / f"annals-mutation-{os.getpid()}"
    shutil.copytree(room, shown)
    try:
        for path in (shown, *shown.iterdir()):
            path.chmod(0o755)
        can = subprocess.run([harness.ANNALS, "--version"], user=65534, capture_output=True, check=False)
        if can.returncode != 0:
            return
        for name in ("a snapshot up to date", "no snapshot"):
            ended = annals(shown, *ASK, user=65534, group=65534)
            tally.check(ended.out == right.out, f"a folder that may not be written, {name}", ended)
            (shown / "events.sqlite").unlink(missing_ok=True)
        (shown / "events.log").chmod(0o600)
        for command in (ASK, ("status",), ("verify",), ("append", "--jsonl", "events.log")):
            ended = annals(shown, *command, user=65534, group=65534)
            fits = ended.status in (65, 66, 74) and b"Permission denied" in ended.err
            tally.check(fits, f"a log that may not be read: {command[0]}", ended)
    except PermissionError:
        return
    finally:
        shutil.rmtree(shown)


def flipped(tally, room, right, snapshot):
    """Bits turned over in the database: it never ends by a signal."""
    chance = random.Random(harness.SEED + 2)
    for number in range(60):
        bad = bytearray(snapshot)
        for _ in range(chance.choice([1, 20, 400])):
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        put(room, bytes(bad))
        ended = annals(room, *ASK)
        tally.check(ended.status in (0, 66, 74, 75, 76), f"snapshot: bits turned over {number}", ended)
        ended = annals(room, "rebuild")
        tally.check(ended.status in (0, 66, 76), f"snapshot: bits turned over {number}: rebuild", ended)
    put(room, None)


def is_whole(room):
    """Whether the snapshot is sound, and has every line of the log."""
    lines = (room / "events.log").read_bytes().count(b"\n")
    place = f"file:{room / 'events.sqlite'}?mode=ro"
    with contextlib.closing(sqlite3.connect(place, uri=True)) as snapshot:
        sound = snapshot.execute("PRAGMA integrity_check").fetchone()
        return sound == ("ok",) and snapshot.execute("SELECT position FROM meta").fetchone() == (lines,)


def stopped(tally, base):
    """Rebuilds that do not come to their end leave what was there before."""
    room = base / "long"
    room.mkdir()
    (room / "events.log").write_bytes(long_log())
    start = time.monotonic()
    ended = annals(room, "rebuild", seconds=600)
    took = time.monotonic() - start
    tally.check(ended.status == 0 and is_whole(room), "the long log is taken in", ended)
    right = annals(room, *ASK)
    contents = (room / "events.sqlite").read_bytes()
    chance = random.Random(harness.SEED + 3)
    for number in range(12):
        kind = (signal.SIGINT, signal.SIGKILL, signal.SIGTERM)[number % 3]
        begun = subprocess.Popen([harness.ANNALS, "rebuild"], cwd=room, env=harness.environment(),
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(chance.random() * took)
        begun.send_signal(kind)
        out, err = begun.communicate(timeout=600)
        name = f"rebuild stopped by {kind.name} {number}"
        done = begun.returncode == 0
        if kind is signal.SIGINT and not done and begun.returncode != -signal.SIGINT:
            tally.check(b"nothing of it was kept" in err and out == b"", f"{name}: says so", err)
        if not done and kind is signal.SIGINT:
            left = [path.name for path in room.glob("events.sqlite?*")]
            tally.check(left == [], f"{name}: leaves nothing", left)
        if not done:
            # Whoever is stopped last of all may have put the new one in its place already.
            stands = (room / "events.sqlite").read_bytes() == contents or is_whole(room)
            tally.check(stands, f"{name}: the old snapshot stands, or all of the new one")
        ended = annals(room, *ASK)
        tally.check(ended.out == right.out, f"{name}: the answer stays", ended)
        contents = (room / "events.sqlite").read_bytes()
    both = [subprocess.Popen([harness.ANNALS, "rebuild"], cwd=room, env=harness.environment(),
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for number, begun in enumerate(both):
        _, err = begun.communicate(timeout=600)
        tally.check(begun.returncode == 0, f"two rebuilds at once: {number}", err)
    left = [path.name for path in room.glob("events.sqlite?*")]
    tally.check(left == [], "rebuilds that were killed are cleaned up after", left)
    ended = annals(room, *ASK)
    tally.check(ended.out == right.out, "two rebuilds at once: the answer stays", ended)


def long_log():
    bodies = harness.good_bodies()
    for number in range(len(bodies) + 1, LINES + 1):
        draft = {"id": f"visit-{number}", "kind": "health", "date": f"2016-{number % 12 + 1:02}",
                 "persons": ["ben-ode"], "title": f"Visit {number}", "details": {"form": "condition"}}
        bodies.append(harness.body(draft, number))
    return b"".join(harness.seal_bodies(bodies))
