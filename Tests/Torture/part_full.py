"""Disks that are full: the log's, the snapshot's, and the one for temporary files."""

import os
import pathlib
import subprocess

import drafts
from aftermath import settle
from command import DAY, annals, append, environment
from questions import QUESTIONS
from room import Room
from sealing import sealed_log
from tally import Round

KIB = 1024


def run(part, base):
    disk = Disk(f"{base}/disk")
    reason = disk.mounted(2048)
    if reason:
        return part.skip(reason)
    try:
        tries = [of_log] * part.choose(5, 120) + [of_snapshot] * part.choose(4, 120)
        tries += [of_temporary_files] * part.choose(2, 20)
        # Only an index of so many lines outgrows what SQLite sorts in memory.
        tries += [of_a_big_sort] * part.choose(0, 1)
        scene = Scene(part, Room(f"{base}/good"))
        for number, work in enumerate(tries, start=1):
            if part.only not in (None, number):
                continue
            disk.clear()
            with Round(part, number, work.__name__.replace("_", " ")) as round:
                work(round, scene, disk, Room(f"{base}/plain"))
    finally:
        disk.unmounted()
    part.done = f"{len(tries)} times a full disk: the log's, the snapshot's, the temporary files'"


class Disk:
    """A small disk of its own."""

    def __init__(self, path):
        self.path = pathlib.Path(path)

    def mounted(self, kib):
        """Why it cannot be mounted; None once it is."""
        if os.geteuid() != 0:
            return "only root can mount a small disk"
        self.path.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "annals", str(self.path)]
        ended = subprocess.run(command, capture_output=True, check=False)
        return None if ended.returncode == 0 else "no small disk can be mounted here"

    def unmounted(self):
        subprocess.run(["umount", str(self.path)], check=True)

    def clear(self):
        for entry in self.path.iterdir():
            entry.unlink()

    def fill(self, bytes_left):
        """Leaves so many bytes and no more, in whole pages."""
        status = os.statvfs(self.path)
        free = status.f_bavail * status.f_frsize
        with open(self.path / "filler", "wb") as filler:
            os.posix_fallocate(filler.fileno(), 0, max(1, free - bytes_left))

    def make_room(self):
        (self.path / "filler").unlink()


class Scene:
    """A log and its snapshot, and what is right to answer from it."""

    def __init__(self, part, room):
        chance = part.chance("scene")
        self.behind = room.made([list(drafts.registry())])
        self.old_snapshot = room.snapped()
        append(room.path, drafts.events("old", 60, chance))
        self.log, self.snapshot = room.bytes, room.snapped()
        self.right = {question: annals(room.path, *question).out for question in QUESTIONS}


def new(round):
    """A batch of some bytes or of some pages."""
    chance = round.chance
    text = "x" * chance.choice([1, 400, 4000, 20000])
    more = chance.choice([{}, {}, {"private": {"note": text}}])
    batch = drafts.events("new", chance.randint(1, 8), chance, text=text)
    return [*batch, drafts.event("last", chance, **more)]


def of_log(round, scene, disk, other):
    """An append is acknowledged and stands, or is taken back."""
    room = Room(disk.path)
    room.put(scene.log, scene.snapshot)
    left = round.chance.choice([0, 0, 4, 8, 16, 32, 64]) * KIB
    disk.fill(left)
    batch = new(round)
    round.name += f", {left} bytes left, {sum(map(len, batch))} bytes of drafts"
    ended = append(room.path, batch)
    round.holds(ended.status in (0, 74), "an append to a full disk", "0 or 74", ended)
    if ended.status == 74:
        back = room.bytes == scene.log
        round.holds(back, "what was written is taken back", len(scene.log), len(room.bytes))
    disk.make_room()
    settle(round, room, scene.log, batch, ended)


def of_snapshot(round, scene, disk, other):
    """The snapshot lies on the full disk, the log does not."""
    path = disk.path / "events.sqlite"
    lies = round.chance.choice([None, scene.old_snapshot, scene.snapshot])
    if lies is not None:
        path.write_bytes(lies)
    left = round.chance.choice([0, 4, 8, 16, 64, 128]) * KIB
    disk.fill(left)
    other.put(scene.log)
    elsewhere = ("--snapshot", str(path))
    round.name += f", {left} bytes left, {len(lies or b'')} bytes of a snapshot"
    question = round.chance.choice(QUESTIONS)
    ended = annals(other.path, *question, *elsewhere)
    right = ended.status == 0 and ended.out == scene.right[question]
    holds = right or (ended.status == 74 and ended.is_refusal and ended.out == b"")
    round.holds(holds, f"{question[0]} beside a full disk", scene.right[question], ended)
    ended = annals(other.path, "rebuild", *elsewhere)
    round.holds(ended.status in (0, 74), "rebuild on a full disk", "0 or 74", ended)
    batch = new(round)
    ended = append(other.path, batch, *elsewhere)
    round.holds(ended.status in (0, 74), "append beside a full disk", "0 or 74", ended)
    disk.make_room()
    after = annals(other.path, "status", "--format", "json", *DAY, *elsewhere)
    round.equal(after.status, 0, f"a question when there is room again: {after}")
    left_over = [entry.name for entry in disk.path.glob("events.sqlite?*")]
    round.equal(left_over, [], "what is left beside the snapshot")
    settle(round, other, scene.log, batch, ended)
    here = annals(other.path, *QUESTIONS[0])
    there = annals(other.path, *QUESTIONS[0], *elsewhere)
    round.holds(here.out == there.out, "the snapshot on the disk answers the same", here, there)


def of_temporary_files(round, scene, disk, other):
    """Nothing can be written where $TMPDIR leads, as SQLite does when it sorts much."""
    disk.fill(0)
    env = environment(TMPDIR=str(disk.path), SQLITE_TMPDIR=str(disk.path))
    other.put(scene.log, round.chance.choice([None, scene.old_snapshot, scene.snapshot]))
    for question in QUESTIONS:
        ended = annals(other.path, *question, env=env)
        right = ended.status == 0 and ended.out == scene.right[question]
        holds = right or (ended.status == 74 and ended.is_refusal and ended.out == b"")
        what = f"{question[0]} without room for temporary files"
        round.holds(holds, what, "the answer, or 74", ended)
    ended = annals(other.path, "rebuild", env=env)
    what = "rebuild without room for temporary files"
    round.holds(ended.status in (0, 74), what, "0 or 74", ended)
    batch = new(round)
    ended = append(other.path, batch, env=env)
    settle(round, other, scene.log, batch, ended)


def of_a_big_sort(round, scene, disk, other):
    """A rebuild that needs temporary files, and has no room for them, says that of them."""
    disk.fill(0)
    env = environment(TMPDIR=str(disk.path), SQLITE_TMPDIR=str(disk.path))
    other.put(b"")
    sealed_log(other.log, 900_000)
    ended = annals(other.path, "rebuild", env=env, seconds=3600)
    if ended.status != 0:
        named = str(disk.path).encode() in ended.err or b"TMPDIR" in ended.err
        holds = ended.status == 74 and ended.is_refusal and named
        round.holds(holds, "a big sort without room", "0, or 74 and the full folder named", ended)
    left = [path.name for path in other.path.glob("events.sqlite?*")]
    round.equal(left, [], "what is left beside the snapshot")
    disk.make_room()
    disk.clear()
    other.put(b"")
