"""Runs the parts, and ends with a table and one line: N passed, M failed."""

import argparse
import importlib
import os
import signal
import sys
import tempfile
import time

from tally import Part

PARTS = "kill truncation bits garbage crowd syscalls full lengths million".split()


def main():
    # Whoever stops it leaves no folder and no small disk behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("check.sh: stopped"))
    options = arguments()
    if not os.access(os.environ["ANNALS"], os.X_OK):
        sys.exit(f"check.sh: there is no command at {os.environ['ANNALS']}; build it first.")
    form = "the full form" if options.full else "the short form"
    print(f"{os.environ['ANNALS']}, {form}, seed {options.seed}", flush=True)
    parts = [torture(name, options) for name in options.parts or PARTS]
    print(table(parts))
    passed = sum(part.rounds - part.failed for part in parts)
    failed = sum(part.failed for part in parts)
    skipped = sum(part.skipped is not None for part in parts)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    sys.exit(1 if failed else 0)


def arguments():
    parser = argparse.ArgumentParser(prog="check.sh", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every bit, byte, call and line")
    parser.add_argument("--seed", type=int, default=None, help="repeats the same choices")
    parser.add_argument("--round", type=int, default=None, help="only this round of each part")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"no part is named {part}; there are {', '.join(PARTS)}.")
    if options.seed is None:
        options.seed = int.from_bytes(os.urandom(4))
    return options


def torture(name, options):
    """Runs one part in a folder of its own."""
    part = Part(name, options)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="annals-torture-") as base:
        try:
            importlib.import_module(f"part_{name}").run(part, base)
        except Exception as error:  # A part that dies has failed, and the others still run.
            part.died(error)
    # A part that did nothing held nothing.
    if part.rounds == 0 and part.skipped is None and options.round is None:
        part.died("there were no rounds")
    part.seconds = time.monotonic() - start
    seconds = f"{part.seconds:.0f} s"
    print(f"{name}: {part.rounds} rounds, {part.failed} failed, in {seconds}", flush=True)
    return part


def table(parts):
    head = ("PART", "WHAT WAS DONE", "ROUNDS", "FAILED")
    rows = [
        (part.name, part.skipped or part.done, str(part.rounds), str(part.failed)) for part in parts
    ]
    wide = [max(len(row[column]) for row in [head, *rows]) for column in range(4)]
    return "\n" + "\n".join(
        f"{row[0]:{wide[0]}}  {row[1]:{wide[1]}}  {row[2]:>{wide[2]}}  {row[3]:>{wide[3]}}"
        for row in [head, *rows]
    )


main()
