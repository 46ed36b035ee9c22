"""What every command must do with a log of whatever bytes: told by the independent opinion."""

from chain import DAMAGED, SOUND, TORN, Chain
from command import DAY, annals, append
from drafts import NEXT
from questions import QUESTIONS, verify_is_right

# These ask the snapshot, which holds what was written, not what stands in the log now.
ASKED = [("status", "anna-berg", "--format", "json", *DAY), ("show", "b", "--format", "json")]


class Judge:
    """Judges logs that were changed from one good log."""

    def __init__(self, room, good):
        self.good = good
        room.put(good)
        self.snapshot = room.snapped()
        self.right = {asked: annals(room.path, *asked) for asked in ASKED}
        self.answers = {}

    def judge(self, round, room, data):
        room.put(data)
        chain = verify_is_right(round, room, data)
        question = round.chance.choice(QUESTIONS)
        if chain.state == DAMAGED:
            self.refuses(round, room, chain, data, question)
        else:
            self.answers_prefix(round, room, chain, data, question)
        self.beside(round, room, chain, data)
        round.equal(room.bytes, data, "the log after it was only asked")
        self.append(round, room, chain, data)
        if chain.state == DAMAGED:
            self.append_beside(round, room, chain, data)
        return chain

    def refuses(self, round, room, chain, data, question):
        """Nothing is answered from a damaged log, except the lines before the damage as such."""
        room.put(data)
        ended = annals(room.path, *question)
        place = f"events.log:{chain.bad_line} (byte {chain.bad_byte})".encode()
        holds = ended.status == 76 and ended.out == b"" and place in ended.err
        round.holds(holds, f"{question[0]} of a damaged log", f"76, no answer, {place}", ended)
        ended = annals(room.path, "log")
        before = data[: chain.bad_byte]
        holds = ended.status == 76 and before.startswith(ended.out) and place in ended.err
        round.holds(holds, "log of a damaged log", f"76, the lines before, {place}", ended)

    def answers_prefix(self, round, room, chain, data, question):
        """Answers are those of the whole batches, with a warning if there is more."""
        sound = b"".join(line + b"\n" for line in chain.lines)
        key = (sound, question)
        if key not in self.answers:
            room.put(sound)
            self.answers[key] = annals(room.path, *question)
        right = self.answers[key]
        room.put(data)
        ended = annals(room.path, *question)
        warned = chain.state != TORN or b"warning" in ended.err
        holds = (ended.status, ended.out) == (right.status, right.out) and warned
        round.holds(holds, f"{question[0]} of a log that is {chain.state}", right, ended)
        ended = annals(room.path, "log")
        holds = ended.status == 0 and ended.out == sound
        holds = holds and (chain.state != TORN or b"warning" in ended.err)
        round.holds(holds, f"log of a log that is {chain.state}", "0 and the whole batches", ended)

    def beside(self, round, room, chain, data):
        """Beside the good log's snapshot: the good log's answer or a refusal, never another."""
        room.put(data, self.snapshot)
        asked = round.chance.choice(ASKED)
        ended, right = annals(room.path, *asked), self.right[asked]
        cut = chain.state != DAMAGED and chain.lines != Chain(self.good).lines
        same = (ended.status, ended.out) == (right.status, right.out) and not cut
        holds = same or (ended.status == 76 and ended.out == b"" and ended.is_refusal)
        wanted = "76" if cut else f"76, or {right}"
        round.holds(holds, f"{asked[0]} beside the snapshot of the good log", wanted, ended)

    def append(self, round, room, chain, data):
        """Without a snapshot, an append checks every line."""
        room.put(data)
        ended = append(room.path, [NEXT])
        after = room.bytes
        if chain.state == DAMAGED:
            holds = ended.status == 76 and ended.is_refusal and after == data and not room.tails
            round.holds(holds, "append to a damaged log", "76, nothing written or cut", ended)
            return
        whole = b"".join(line + b"\n" for line in chain.lines)
        now = Chain(after)
        holds = ended.status == 0 and after.startswith(whole) and now.state == SOUND
        holds = holds and now.ids == [*chain.ids, "next"]
        round.holds(holds, "append to what is left", "0, the whole batches, one line more", ended)
        tail = data[chain.end :]
        tail = b"" if tail == b"\n" else tail
        round.equal(room.tails, [tail] if tail else [], "what was saved of the tail")
        self.warned(round, ended, tail)

    def warned(self, round, ended, tail):
        told = b"its bytes were saved in" in ended.err
        round.holds(told == bool(tail), "the append tells of the tail", bool(tail), ended)

    def append_beside(self, round, room, chain, data):
        """Beside a snapshot an append may not see a damage further up, and must not hide it."""
        room.put(data, self.snapshot)
        ended = append(room.path, [NEXT])
        after = room.bytes
        if ended.status == 0:
            now = Chain(after)
            same = (now.state, now.bad_line, now.bad_byte) == (
                chain.state, chain.bad_line, chain.bad_byte
            )
            holds = same and after.startswith(data)
            round.holds(holds, "append beside a snapshot", "the damage still to be seen", ended)
        else:
            holds = ended.status == 76 and ended.is_refusal and after == data
            round.holds(holds, "append beside a snapshot", "76, nothing written or cut", ended)
