"""What annals is measured against: packages from PyPI in their own environment, C, openssl."""

import functools
import os
import shutil
import subprocess
import sys

from .process import Failed

PACKAGES = ["eventsourcing==9.5.6", "duckdb==2.0.1", "beancount==3.2.3"]


class Peers:
    def __init__(self, here, data):
        self.here, self.data = here, data
        self.environment = here / ".venv"

    @functools.cached_property
    def python(self):
        """The Python that has the peers."""
        python = self.environment / "bin" / "python"
        mark = self.environment / "packages"
        wanted = "\n".join(PACKAGES)
        if not (mark.exists() and mark.read_text() == wanted):
            print("  installing the peers from PyPI", file=sys.stderr)
            subprocess.run([sys.executable, "-m", "venv", self.environment], check=True)
            subprocess.run([python, "-m", "pip", "-q", "install", *PACKAGES], check=True)
            mark.write_text(wanted)
        return python

    def script(self, name):
        return self.here / "peers" / name

    @functools.cached_property
    def bean_check(self):
        return self.python.with_name("bean-check")

    @functools.cached_property
    def bare(self):
        """The bare C program that writes a snapshot's rows anew."""
        sources = sorted((self.here / "peers" / "bare").glob("*.c"))
        command = [self.here / "compile", "bare", *sources, "-lsqlite3"]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    @functools.cached_property
    def sqlite3(self):
        return _program("sqlite3", "sqlite3")

    @functools.cached_property
    def openssl(self):
        return _program("openssl", "openssl")


def _program(name, package):
    """The path of a program, after installing its Debian package if it is missing."""
    path = shutil.which(name)
    if path is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "-qq", "install", "-y", package], stdout=subprocess.DEVNULL)
        path = shutil.which(name)
    if path is None:
        raise Failed(f"{name} is missing: install the package {package}")
    return path
