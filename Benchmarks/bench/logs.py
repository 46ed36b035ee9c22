"""Generated logs, sealed by annals once for each seed, size and version of the generator."""

import hashlib
import itertools
import shutil
import subprocess
import sys
from pathlib import Path

from . import process

GENERATOR = Path(__file__).resolve().parent.parent / "generator"
GENERATE = GENERATOR.parent / "generate"
BATCHES = 100


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
        """The log itself, written in about a hundred appends. Making it is not measured."""
        folder = self._folder(size)
        if not folder.exists():
            part = folder.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir()
            (part / "events.log").touch(0o600)
            self._append_all(size, part / "events.log")
            part.rename(folder)
        return folder / "events.log"

    def _command(self, size):
        return [str(GENERATE), "--events", str(size), "--seed", str(self.seed)]

    def _append_all(self, size, log):
        batch = max(1, size // BATCHES)
        with subprocess.Popen(self._command(size), stdout=subprocess.PIPE) as generator:
            for number in itertools.count(1):
                drafts = b"".join(itertools.islice(generator.stdout, batch))
                if not drafts:
                    break
                if sys.stderr.isatty():
                    print(f"\r  sealing {size} events: batch {number}", end="", file=sys.stderr)
                self._append(drafts, log)
        print(f"  sealed {size} events", file=sys.stderr)
        if generator.returncode != 0:
            raise process.Failed("the generator failed")

    def _append(self, drafts, log):
        command = [str(self.annals), "append", "--jsonl", "-"]
        environment = {"ANNALS_LOG": str(log)}
        done = subprocess.run(command, input=drafts, capture_output=True, env=environment)
        if done.returncode != 0:
            raise process.Failed(f"an append of generated drafts:\n{done.stderr.decode()[-2000:]}")
