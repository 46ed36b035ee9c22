"""A question right after an event was appended, when the snapshot has to take it in."""

from ..appending import append_event
from ..comparing import compare
from ..figures import Figure
from ..row import Row

GOAL = 0.030
GOAL_PER_LATE_EVENT = 2e-6
# Beyond this the full text, which a first search makes, takes too long to be made beside the rest.
SEARCHED_MAX = 1_000_000
EVERYBODY = [("status", "--held"), ("due",), ("demands",), ("stats",), ("stats", "--held")]
NEW, LATE = "2026-07-02", "2012-03-04"


def measure(setting, size):
    ordinary, busiest = setting.ordinary_person(size), setting.busiest_person(size)
    person, (busy, _) = ordinary[0], busiest
    figures = [
        after(setting, size, ordinary, NEW, "`status PERSON`", "status", person),
        after(setting, size, ordinary, LATE, "`status PERSON`", "status", person),
        after(setting, size, busiest, NEW, "`status` of that person", "status", busy),
        after(setting, size, busiest, LATE, "`status` of that person", "status", busy),
    ]
    asked = EVERYBODY + ([("search", "diabetes")] if size <= SEARCHED_MAX else [])
    return figures + [
        after(setting, size, ordinary, NEW, f"`{' '.join(question)}`", *question)
        for question in asked
    ]


def after(setting, size, touched, day, words, *question):
    """The question, each time after another event of the touched person, which is not timed."""
    log, (person, events) = setting.scratch_log(size), touched

    def ours():
        append_event(setting, log, person, day)
        return setting.ask(log, *question, "--format", "jsonl")

    compared = compare(ours, None, setting.runs)
    goal = GOAL + (events * GOAL_PER_LATE_EVENT if day == LATE else 0)
    sort = "a late event" if day == LATE else "an event"
    return Figure(
        ROW.key, size, compared.ours_seconds, "s",
        variant=f"{sort} of a person with {events}, then {words}", goal=f"{goal * 1000:.0f} ms",
        reached=compared.ours_seconds < goal, seconds=compared.ours_seconds,
        peak_bytes=compared.peak_bytes, facts=compared.facts(),
        note="one run" if len(compared.ours) == 1 else "",
    )


ROW = Row(
    "ask",
    "one event appended, then any question",
    "",
    "under 30 ms (a late event: plus 2 µs for each event of the persons it touches)",
    "An event is appended, not timed, of a person in the middle by number of events or of the one "
    "with most; the question is timed, which finds the snapshot one line behind. Late events are "
    "dated 2012, before most others. The first search, which makes the full text, is not counted.",
    measure,
)
