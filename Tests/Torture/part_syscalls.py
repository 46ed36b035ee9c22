"""Every system call of an append failing once: by an error of the disk, or by a kill."""

import drafts
import tracing
from aftermath import settle
from command import append
from room import Room, each
from tally import Round

COMMAND = ("append", "--jsonl", "-")


def run(part, base):
    reason = tracing.unavailable()
    if reason:
        return part.skip(reason)
    scenes = [Scene(part, f"{base}/good", name) for name in SCENES]
    every = [
        (scene, call, fault)
        for scene in scenes
        for call in scene.calls
        for fault in tracing.faults(call.name)
    ]
    cases = every if part.is_full else chosen(part, every)
    names = sorted({call.name for _, call, _ in cases})
    part.done = f"{len(cases)} of {len(every)} calls failing once ({len(names)} kinds of call)"
    print(f"syscalls: {', '.join(f'{len(scene.calls)} calls {scene.name}' for scene in scenes)}")
    each(part, base, cases, lambda room, number, case: fail(part, room, number, *case))


def chosen(part, every):
    """In the short form: some kinds of call with some fault somewhere, most of them on the log."""
    chance = part.chance("calls")
    kinds = {}
    for case in every:
        _, call, fault = case
        kinds.setdefault((call.name, fault, "events.log" in call.text), []).append(case)
    one_each = [chance.choice(cases) for cases in kinds.values()]
    first = [case for case in one_each if "events.log" in case[1].text]
    rest = [case for case in one_each if case not in first]
    some = chance.sample(first, min(len(first), 24))
    return some + chance.sample(rest, min(len(rest), 16))


SCENES = {
    "of an append": "the log is whole, the snapshot up to date",
    "behind a torn tail": "bytes to be cut, a confidential part, a snapshot to be caught up",
    "without a snapshot": "which is made from the log first",
}


class Scene:
    """A log and what lies beside before the append, the append's batch, and its calls."""

    def __init__(self, part, path, name):
        self.name = name
        chance = part.chance("scene")
        room = Room(path)
        behind = room.made([list(drafts.registry()), drafts.events("old", 3, chance)])
        self.snapshot = None
        if name != "without a snapshot":
            self.snapshot = room.snapped()
        self.log = behind
        self.tail = b""
        self.batch = drafts.events("new", 2, chance)
        if name == "behind a torn tail":
            append(room.path, drafts.events("more", 2, chance))
            self.log = room.bytes
            self.tail = b'{"n":15,"id":"torn'
            more = {"private": {"note": "kept apart"}}
            self.batch = [*self.batch, drafts.event("secret", chance, **more)]
        self.put(room)
        self.calls = tracing.calls(room.path, COMMAND, b"".join(self.batch))

    def put(self, room):
        room.put(self.log + self.tail, self.snapshot)


def fail(part, room, number, scene, call, fault):
    name = f"{fault} at {call.name} {call.nth} {scene.name}: {call.text}"
    with Round(part, number, name) as round:
        scene.put(room)
        ended, met = tracing.failing(room.path, COMMAND, b"".join(scene.batch), call, fault)
        met |= call.name in tracing.TIMED and ended.status == 0
        round.holds(met, "the call is met", "(INJECTED) in the trace", ended)
        is_killed = fault == "KILL" and ended.status in (-9, 137)
        is_killed |= call.name in tracing.OWN and ended.status < 0
        settle(round, room, scene.log, scene.batch, None if is_killed else ended, scene.tail)
