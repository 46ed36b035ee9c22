"""What must hold once a command that writes has ended, however it ended."""

import json

from chain import DAMAGED, SOUND, Chain, confidential_parts
from command import append
from questions import snapshot_is_right, verify_is_right

# So a command speaks that failed though the batch stands, or may stand.
STANDS = (b"not known whether the batch stands", b"was recorded all the same")
# So it speaks that left nothing.
NOTHING = (b"Nothing was appended", b"othing was written", b"the log is as it was")


def settle(round, room, before, batch, ended=None, tail=b"", *shown):
    """Holds the invariants after `batch` was to be recorded on the sound log `before`.

    `ended` is how that ended, None if it was killed; `tail` stood behind the last batch.
    """
    data = room.bytes
    round.holds(data.startswith(before), "what stood before is untouched", tell(before), tell(data))
    acknowledged = ended is not None and ended.status == 0
    chain = verify_is_right(round, room, data)
    round.holds(chain.state != DAMAGED, "the log is whole, or torn at its end", "sound or torn",
                f"damaged at line {chain.bad_line}, byte {chain.bad_byte}")
    present = presence(round, chain, batch, {len(batch)} if acknowledged else {0, len(batch)})
    if ended is not None and not acknowledged:
        refused(round, ended, present)
        # A torn tail may have been saved and cut off before something failed.
        nothing = data in (before, before + tail)
        claimed = any(words in ended.err for words in NOTHING)
        round.holds(nothing or not claimed, "nothing was written, as it says", tell(before), ended)
    kept(round, room, tail)
    again(round, room, data, chain, batch)
    snapshot_is_right(round, room, *shown, *ids(batch)[-1:])


def ids(batch):
    return [json.loads(draft)["id"] for draft in batch]


def presence(round, chain, batch, allowed):
    """How many events of the batch stand in the log, each at most once."""
    wanted = set(ids(batch))
    found = [id for id in chain.ids if id in wanted]
    round.equal(len(found), len(set(found)), "no event stands twice")
    round.holds(len(found) in allowed, "the batch stands whole or not at all, "
                "whole if it was acknowledged", f"{sorted(allowed)} events", f"{len(found)} events")
    return len(found)


def refused(round, ended, present):
    """A command that failed says why, and does not lie about what it left."""
    round.holds(ended.is_refusal, "a refusal in words", "65, 66, 74 or 75, and why", ended)
    round.holds(ended.status != 76, "a sound log is not called damaged", "another status", ended)
    if present:
        told = any(words in ended.err for words in STANDS)
        round.holds(told, "the batch stands, so the failure says that it may", STANDS, ended)
    else:
        round.holds(STANDS[1] not in ended.err, "the batch does not stand", "no claim of it", ended)


def kept(round, room, tail):
    """A torn tail is where it was, or saved beside."""
    if tail:
        found = tail in room.bytes or tail in room.tails
        round.holds(found, "the torn tail stands in the log, or was saved", tell(tail), room.tails)


def again(round, room, data, chain, batch):
    """The same batch recorded once more stands once, and what was torn lies beside."""
    ended = append(room.path, batch)
    if not round.equal(ended.status, 0, f"the next append works: {ended}"):
        return
    after = room.bytes
    now = Chain(after)
    end = data[: chain.end]
    round.holds(after.startswith(end), "the next append leaves what stood", tell(end), tell(after))
    torn = data[chain.end :]
    if torn and chain.state != SOUND and after != data:
        round.holds(torn in room.tails, "the torn tail is saved", tell(torn), room.tails)
    presence(round, now, batch, {len(batch)})
    parts = confidential_parts(room.path)
    wanted = [value["private"] for value in now.values if "private" in value]
    missing = [digest for digest in wanted if digest not in parts]
    round.equal(missing, [], "confidential parts that are lost")
    final = verify_is_right(round, room, after)
    round.equal(final.state, SOUND, "the log after the next append")


def tell(data):
    return f"{len(data)} bytes, ending in {data[-60:]!r}"
