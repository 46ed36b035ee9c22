"""A folder with a log in it, and what lies beside."""

import concurrent.futures
import os
import pathlib
import queue
import shutil

from command import annals, append


class Room:
    """A folder with a log, emptied as often as one likes."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.path.mkdir(parents=True, exist_ok=True)
        self.log = self.path / "events.log"
        self.snapshot = self.path / "events.sqlite"

    def put(self, log, snapshot=None, **others):
        """Nothing lies here now but these bytes."""
        for entry in self.path.iterdir():
            entry.unlink()
        self.log.write_bytes(log)
        if snapshot is not None:
            self.snapshot.write_bytes(snapshot)

    @property
    def bytes(self):
        return self.log.read_bytes()

    @property
    def tails(self):
        """The torn tails that were saved."""
        return [path.read_bytes() for path in sorted(self.path.glob("events.log.torn-*"))]

    def made(self, batches):
        """Records these batches in an empty log, and returns its bytes."""
        self.put(b"")
        for batch in batches:
            ended = append(self.path, batch)
            if ended.status != 0:
                raise RuntimeError(f"the log for the part cannot be made: {ended}")
        return self.bytes

    def snapped(self):
        """The bytes of a fresh snapshot."""
        ended = annals(self.path, "rebuild")
        if ended.status != 0:
            raise RuntimeError(f"the snapshot for the part cannot be made: {ended}")
        return self.snapshot.read_bytes()

    def remove(self):
        shutil.rmtree(self.path)


def each(part, base, cases, work):
    """Gives every case, with its number, to `work` with a room of its own; two or more at once."""
    count = max(2, os.cpu_count() or 2)
    free = queue.SimpleQueue()
    for number in range(count):
        free.put(Room(pathlib.Path(base) / f"room-{number}"))

    def one(case):
        room = free.get()
        try:
            work(room, *case)
        finally:
            free.put(room)

    numbered = [case for case in enumerate(cases, start=1) if part.only in (None, case[0])]
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        for _ in pool.map(one, numbered):
            pass
