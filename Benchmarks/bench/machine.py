"""What was measured on what: versions and the size of the machine."""

import os
import platform
import re
import sqlite3
import subprocess
from pathlib import Path

from .peers import PACKAGES
from .setting import ROOT


def first_line(*command):
    """What a program says of itself; nothing if it is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    except OSError:
        return ""
    lines = done.stdout.strip().splitlines()
    return lines[0] if done.returncode == 0 and lines else ""


def processor():
    models = re.findall(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return models[0].strip() if models else platform.machine()


def memory_bytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def commit():
    """The commit of the checkout, and whether anything differs from it."""
    differs = first_line("git", "status", "--porcelain", "--", "Sources", "Package.swift")
    return first_line("git", "rev-parse", "--short", "HEAD") + ("+" if differs else "")


def swift():
    found = re.search(r"Swift version (\S+)", first_line("swift", "--version"))
    return found.group(1) if found else "unknown"


def description():
    """Everything that a reader needs to judge the figures, as (name, value)."""
    packages = {name: version for name, version in (p.split("==") for p in PACKAGES)}
    return {
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "memory": f"{memory_bytes() / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "swift": swift(),
        "sqlite": sqlite3.sqlite_version,
        "duckdb": packages["duckdb"],
        "eventsourcing": packages["eventsourcing"],
        "beancount": packages["beancount"],
        "python": platform.python_version(),
        "openssl": " ".join(first_line("openssl", "version").split()[:2]),
    }
