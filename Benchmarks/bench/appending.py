"""Single events for the rows that append one."""

import itertools

_numbers = itertools.count(1)


def append_event(setting, log, person, day):
    """Appends something that happened to the person, durably; answers what that took."""
    number = next(_numbers)
    arguments = (
        "append", "health", "--form", "condition", "--condition", "diabetes", "--date", day,
        "--person", person, "--source", "source-0@p. 1", "--title", f"A doctor sees them, {number}",
    )  # fmt: skip
    return setting.ask(log, *arguments)
