"""Counts rounds, and tells of each that failed how to repeat it."""

import random
import threading
import traceback


class Part:
    """What is tried in one way: how many rounds there were, and how many failed."""

    shown_max = 12

    def __init__(self, name, options):
        self.name, self.seed = name, options.seed
        self.is_full, self.only = options.full, options.round
        self.done = ""
        self.skipped = None
        self.rounds = self.failed = 0
        self.lock = threading.Lock()

    def choose(self, short, full):
        """How many rounds, or how much of a thing, this form takes."""
        return full if self.is_full else short

    def chance(self, what):
        """Random choices that depend on the seed, the part and `what` alone."""
        return random.Random(f"{self.seed}/{self.name}/{what}")

    def skip(self, reason):
        self.skipped = f"skipped: {reason}"
        print(f"{self.name}: {self.skipped}", flush=True)

    def died(self, error):
        told = "".join(traceback.format_exception(error)) if isinstance(error, Exception) else error
        self.rounds += 1
        self.failed += 1
        print(f"✘ {self.name}, seed {self.seed}: the part ended early\n{told}", flush=True)

    def end(self, round):
        with self.lock:
            self.rounds += 1
            if not round.faults:
                return
            self.failed += 1
            if self.failed > self.shown_max:
                return
            print(f"✘ {self.name}, round {round.number}, seed {self.seed}: {round.name}")
            for what, expected, found in round.faults[:3]:
                print(f"    {what}")
                print(f"      expected: {short(expected)}")
                print(f"      found:    {short(found)}")
            if self.failed == self.shown_max:
                print("    … what fails from here on is only counted.")
            print(end="", flush=True)


class Round:
    """One attempt, which holds or fails as a whole."""

    def __init__(self, part, number, name):
        self.part, self.number, self.name = part, number, name
        self.chance = part.chance(number)
        self.faults = []

    def holds(self, condition, what, expected, found):
        if not condition:
            self.faults.append((what, expected, found))
        return bool(condition)

    def equal(self, found, expected, what):
        return self.holds(found == expected, what, expected, found)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, Exception):
            told = "".join(traceback.format_exception(error)[-3:])
            self.faults.append(("the round comes to its end", "no exception", told))
        self.part.end(self)
        return isinstance(error, Exception)


def short(thing):
    """A thing as a message shows it: both ends of what is long."""
    text = thing if isinstance(thing, str) else str(thing)
    return text if len(text) <= 1200 else f"{text[:800]} … {text[-380:]}"
