"""Generated logs, sealed once for each seed, size and version of the generator."""

import hashlib
import itertools
import shutil
import subprocess
import sys
from pathlib import Path

from . import process
from .sealing import BY, Sealer

GENERATOR = Path(__file__).resolve().parent.parent / "generator"
GENERATE = GENERATOR.parent / "generate"
BATCHES = 100
COMPARED_MAX = 100_000


def generator_version():
    """What tells one version of the generator from another: a digest of its source."""
    digest = hashlib.sha256()
    for path in sorted(GENERATOR.glob("*.[ch]")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:10]


class Logs:
    def __init__(self, data, seed, annals):
        self.data, self.seed, self.annals = data, seed, annals

    def _folder(self, size):
        return self.data / f"{size}-seed{self.seed}-{generator_version()}"

    def drafts(self, size):
        """A file with the drafts of a log of that size."""
        path = self._folder(size).with_suffix(".jsonl")
        if not path.exists():
            part = path.with_suffix(".part")
            with open(part, "wb") as file:
                subprocess.run(self._command(size), stdout=file, check=True)
            part.rename(path)
        return path

    def sealed(self, size):
        """The log itself, of about a hundred batches. Making it is not measured."""
        folder = self._folder(size)
        if not folder.exists():
            part = folder.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            self._seal(size, part)
            self._judge(size, part / "events.log")
            part.rename(folder)
        return folder / "events.log"

    def _command(self, size):
        return [str(GENERATE), "--events", str(size), "--seed", str(self.seed)]

    def _seal(self, size, folder):
        sealer = Sealer(self.seed)
        batch = max(1, size // BATCHES)
        files = [open(folder / name, "wb") for name in ("events.log", "events.private")]
        generator = subprocess.Popen(self._command(size), stdout=subprocess.PIPE)
        with files[0] as log, files[1] as private, generator:
            for number in itertools.count():
                drafts = list(itertools.islice(generator.stdout, batch))
                if not drafts:
                    break
                lines, parts = sealer.batch(drafts, number)
                log.write(lines)
                private.write(parts)
        if generator.returncode != 0:
            raise process.Failed("the generator failed")
        for name in ("events.log", "events.private"):
            (folder / name).chmod(0o600)
        print(f"  sealed {size} events", file=sys.stderr)

    def _judge(self, size, log):
        """Fails unless annals finds the log sound and, if it is small, its drafts in it."""
        self._ask(log, "verify")
        if size <= COMPARED_MAX:
            found = self._ask(log, "log", "--drafts", "--private")
            drafts = subprocess.run(self._command(size), capture_output=True, check=True).stdout
            if without_by(found) != drafts:
                raise process.Failed("the sealed log does not hold the drafts that were generated")

    def _ask(self, log, *arguments):
        command = [str(self.annals), "--log", str(log), *arguments]
        done = subprocess.run(command, capture_output=True, env={"TZ": "UTC"})
        if done.returncode != 0:
            raise process.Failed(f"annals {arguments[0]}:\n{done.stderr.decode()[-2000:]}")
        return done.stdout


def without_by(drafts):
    return drafts.replace(b'","by":"%s",' % BY, b'",')
