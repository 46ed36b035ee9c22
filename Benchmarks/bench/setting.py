"""What all rows share: the command, the logs, the peers, how often to run."""

import functools
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

from . import process
from .logs import Logs
from .peers import Peers

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent


class Setting:
    """One session of measuring."""

    def __init__(self, annals, data, seed, runs):
        self.data = Path(data)
        self.data.mkdir(parents=True, exist_ok=True)
        kinds = [kind for kind in ("release", "debug") if kind in Path(annals).resolve().parts]
        self.built_as = kinds[0] if kinds else "unknown"
        self.annals = self._keep(Path(annals))
        self.runs = runs
        self.seed = seed
        self.logs = Logs(self.data, seed, self.annals)
        self.peers = Peers(HERE, self.data)
        self.rebuild_peaks = {}
        """For each size the peaks of memory of the rebuilds that were measured already."""
        self.first_rebuild = {}
        """For each size what making the snapshot for the first time took."""
        self._scratch = {}

    def _keep(self, annals):
        """A copy of the command, so that a build meanwhile does not change what is measured."""
        with open(annals, "rb") as file:
            self.fingerprint = hashlib.file_digest(file, "sha256").hexdigest()[:12]
        copy = self.data / f"annals-{self.fingerprint}"
        if not copy.exists():
            shutil.copy(annals, copy)
        return copy

    def ask(self, log, *arguments, **options):
        """Runs annals on a log; a question or a command."""
        environment = {"ANNALS_LOG": str(log), "NO_COLOR": "1", "TZ": "UTC"}
        return process.run([self.annals, *arguments], environment, **options)

    @functools.cache
    def warm_log(self, size):
        """The sealed log of that size with a snapshot that this very command has made."""
        log = self.logs.sealed(size)
        process.warm(log)
        self.first_rebuild[size] = self.ask(log, "rebuild")
        return log

    def scratch_log(self, size):
        """A copy of the same that rows may append to."""
        if size not in self._scratch:
            folder = self.data / "scratch" / str(size)
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(self.warm_log(size).parent, folder)
            # What was copied is written out now, not while an append waits for the disk.
            os.sync()
            self._scratch[size] = folder / "events.log"
        return self._scratch[size]

    def forget_scratch(self):
        shutil.rmtree(self.data / "scratch", ignore_errors=True)
        self._scratch = {}

    @functools.cache
    def people(self, size):
        """Persons of that log as (id, events), by number of events, fewest first."""
        with sqlite3.connect(self.warm_log(size).with_name("events.sqlite")) as snapshot:
            return snapshot.execute(
                "SELECT canonical, count(DISTINCT position) FROM event_persons"
                " GROUP BY canonical ORDER BY count(DISTINCT position), canonical"
            ).fetchall()

    def ordinary_person(self, size):
        """Somebody in the middle: as many people have fewer events as have more."""
        people = self.people(size)
        return people[len(people) // 2]

    def busiest_person(self, size):
        return self.people(size)[-1]
