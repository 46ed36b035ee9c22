"""Compares counts of instructions and allocations with those that are kept. See check.sh."""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from counting import HERE, Counting

KEPT = HERE / "counts.json"
# Other processors and other patch releases of the compiler move a count of instructions by less
# than this, and one of allocations by hardly anything: one more for an event is always told.
TOLERANCE = 0.10
TOLERANCE_OF_ALLOCATIONS = 0.25


def build(annals):
    """The kind of build, by where it lies; counts of one kind say nothing of another."""
    kinds = [kind for kind in ("debug", "release") if kind in annals.resolve().parts]
    if not kinds:
        raise SystemExit(f"{annals}: neither in a folder called debug nor in one called release")
    return f"{kinds[0]} {platform.machine()}"


def swift():
    try:
        said = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    except OSError:
        said = ""
    found = re.search(r"Swift version (\S+)", said)
    return found.group(1) if found else "unknown"


def compare(name, count, kept):
    """Says how a count stands to the one that is kept; false if it takes clearly more."""
    before = kept["counts"][name]
    change = count / before - 1
    allocates = name.startswith("allocations")
    unit = "" if allocates else " instructions"
    words = f"{count:,}{unit}, {change:+.1%} against the {before:,} kept"
    if abs(count - before) <= (TOLERANCE_OF_ALLOCATIONS if allocates else TOLERANCE * before):
        print(f"{name}: {words}")
        return True
    if change < 0:
        print(f"{name}: {words}. Tests/Guard/check.sh --accept keeps what was won.")
        return True
    print(
        f"failed: {name} takes {words}.\n"
        f"  Those were counted with Swift {kept['swift']}; this is {swift()}.\n"
        "  Find out what it does more than before. If that is meant, run\n"
        "  Tests/Guard/check.sh --accept, and commit Tests/Guard/counts.json with the reason."
    )
    return False


def main():
    annals = Path(os.environ["ANNALS"])
    if not annals.exists():
        raise SystemExit(f"{annals}: not there; build it, or name it in $ANNALS")
    kind = build(annals)
    every = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    accepts = sys.argv[1:] == ["--accept"]
    if sys.argv[1:] and not accepts:
        raise SystemExit("usage: Tests/Guard/check.sh [--accept]")
    if kind not in every and not accepts:
        print(f"skipped: no counts are kept for a {kind} build; --accept keeps some")
        return
    with tempfile.TemporaryDirectory() as room:
        counts = Counting(annals, room).counts()
    if accepts:
        every[kind] = {"swift": swift(), "counts": counts}
        KEPT.write_text(json.dumps(every, indent=2, sort_keys=True) + "\n")
        print(f"Kept the counts of a {kind} build in {KEPT}.")
        return
    missing = sorted(set(counts) ^ set(every[kind]["counts"]))
    for name in missing:
        print(f"failed: {name} is counted or kept, not both; run Tests/Guard/check.sh --accept.")
    passed = [compare(name, counts[name], every[kind]) for name in counts if name not in missing]
    failed = passed.count(False) + len(missing)
    print(f"{passed.count(True)} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
