"""A small log cut at every byte: what is left are whole batches, and a tail that is kept."""

import drafts
from judgement import Judge
from room import Room, each
from tally import Round


def run(part, base):
    room = Room(f"{base}/good")
    good = room.made(drafts.small())
    judge = Judge(room, good)
    cuts = chosen(part, good)
    part.done = f"a log of {len(good)} bytes cut at {len(cuts)} of them"

    def work(room, number, cut):
        with Round(part, number, f"a log of {len(good)} bytes cut to {cut}") as round:
            judge.judge(round, room, good[:cut])

    each(part, base, cuts, work)


def chosen(part, good):
    """Every cut; in the short form those around the ends of lines and of hashes, and some more."""
    every = range(len(good))
    if part.is_full:
        return list(every)
    ends = [at for at in every if good[at : at + 1] == b"\n"]
    near = {end + step for end in ends for step in (-54, -2, -1, 0, 1, 2)}
    some = part.chance("cuts").sample(every, 20)
    return sorted({0, 1, *near, *some} & set(every))
