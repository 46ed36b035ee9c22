"""Every bit of a small log turned over: no turn stays unseen, and none is answered from."""

import drafts
from chain import DAMAGED, SOUND, Chain
from judgement import Judge
from room import Room, each
from tally import Round


def run(part, base):
    room = Room(f"{base}/good")
    good = room.made(drafts.small())
    judge = Judge(room, good)
    bits = range(8 * len(good))
    if not part.is_full:
        # Ends of lines turn two lines into one, or the last line into a torn one.
        ends = [8 * at + bit for at in range(len(good)) if good[at] == 10 for bit in (0, 5)]
        bits = sorted({*ends, *part.chance("bits").sample(bits, 50)})
    part.done = f"{len(bits)} of {8 * len(good)} bits of a log turned over, one at a time"

    def work(room, number, bit):
        byte = bit // 8
        line = good[:byte].count(b"\n") + 1
        with Round(part, number, f"bit {bit % 8} of byte {byte}, in line {line}") as round:
            changed = bytearray(good)
            changed[byte] ^= 1 << bit % 8
            state = Chain(bytes(changed)).state
            round.holds(state != SOUND, "the hashes show every bit", "torn or damaged", state)
            chain = judge.judge(round, room, bytes(changed))
            # Where the ends of lines stay, no other line is to blame.
            if state == DAMAGED and 10 not in (good[byte], changed[byte]):
                round.equal(chain.named, [line], "the lines that verify names")

    each(part, base, bits, work)
