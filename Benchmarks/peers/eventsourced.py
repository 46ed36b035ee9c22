"""The same work with the Python package eventsourcing on SQLite: people as aggregates.

eventsourced.py append DATABASE EVENTS    records events in a new database, in one transaction
eventsourced.py replay DATABASE           reads every aggregate back and folds its events

Prints the seconds that this took, without the start of Python, and the number of events.
"""

import json
import os
import sqlite3
import sys
import time
import uuid
from datetime import date, timedelta

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

EVENTS_A_PERSON = 40
STATES = {
    "arrest": "police_custody",
    "remand": "pretrial_detention",
    "sentence": "imprisoned",
    "release": "at_liberty",
}


class Person(Aggregate):
    @event("Registered")
    def __init__(self, name):
        self.name = name
        self.liberty = "unknown"
        self.since = None
        self.sources = []

    @event("Recorded")
    def record(self, kind, day, title, details, sources):
        if kind in STATES:
            self.liberty, self.since, self.sources = STATES[kind], day, sources


class Record(Application):
    def __init__(self, database):
        super().__init__(env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": database,
        })


def people(count):
    """People with all their events pending."""
    kinds = ["arrest", "remand", "trial", "health", "sentence", "transfer", "release"]
    for number in range(count):
        name = f"Anna Berg {number}"
        person = Person(name)
        day = date(2001, 1, 1)
        for turn in range(EVENTS_A_PERSON - 1):
            day += timedelta(days=60)
            kind = kinds[turn % len(kinds)]
            title = f"{name} is the subject of a {kind} by the Northport district court"
            details = {"form": "imprisonment", "term": "P2Y", "case": f"case-{number}"}
            source = {"source": f"source-{number % 500}", "at": "p. 3, para. 1"}
            person.record(kind, day.isoformat(), title, details, [source])
        yield person


def append(database, events):
    start = time.perf_counter()
    with Record(database) as record:
        record.save(*people(events // EVENTS_A_PERSON))
    return time.perf_counter() - start, events // EVENTS_A_PERSON * EVENTS_A_PERSON


def replay(database):
    start = time.perf_counter()
    events = 0
    with Record(database) as record:
        for identifier in identifiers(database):
            events += record.repository.get(identifier).version
    return time.perf_counter() - start, events


def identifiers(database):
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT DISTINCT originator_id FROM stored_events")
        return [uuid.UUID(text) for (text,) in rows]


def main():
    command, database = sys.argv[1:3]
    if command == "append":
        for name in (database, database + "-wal", database + "-shm"):
            if os.path.exists(name):
                os.remove(name)
        seconds, events = append(database, int(sys.argv[3]))
    else:
        seconds, events = replay(database)
    print(json.dumps({"seconds": seconds, "events": events}))


main()
