"""Runs the parts, and ends with one line: N passed, M failed."""

import importlib
import sys
import tempfile
import time

import harness

PARTS = ["drafts", "logs", "snapshots", "surroundings"]

chosen = sys.argv[1:] or PARTS
for part in chosen:
    if part not in PARTS:
        sys.exit(f"check.sh: no part is named {part}; there are {', '.join(PARTS)}.")
tally = harness.Tally()
for part in chosen:
    before, start = tally.passed, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="annals-mutation-") as room:
        importlib.import_module(f"part_{part}").run(tally, room)
    print(f"{part}: {tally.passed - before} held, in {time.monotonic() - start:.0f} s", flush=True)
if len(tally.failures) > tally.shown_max:
    print(f"… and {len(tally.failures) - tally.shown_max} more.")
print(f"{tally.passed} passed, {len(tally.failures)} failed")
sys.exit(1 if tally.failures else 0)
