"""Two contenders by turns, A B A B, so that what slows the machine slows both."""

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Comparison:
    """The runs of ours and of the peer, pair by pair; without a peer its list is empty."""

    ours: list
    peer: list

    @property
    def ours_seconds(self):
        return median(usage.wall for usage in self.ours)

    @property
    def peer_seconds(self):
        return median(usage.wall for usage in self.peer) if self.peer else None

    @property
    def ratio(self):
        """The median of the ratios of the pairs."""
        return self.scaled_ratio(1)

    def scaled_ratio(self, factor):
        """The ratio when the peer had only `1 / factor` of the work."""
        if not self.peer:
            return None
        return median(a.wall / (b.wall * factor) for a, b in zip(self.ours, self.peer))

    @property
    def peak_bytes(self):
        return median(usage.peak_bytes for usage in self.ours)

    def facts(self):
        """Everything that was measured, for the record of results."""
        return {"ours": [_facts(u) for u in self.ours], "peer": [_facts(u) for u in self.peer]}


def _facts(usage):
    return {
        "wall": round(usage.wall, 6),
        "user": round(usage.user, 6),
        "system": round(usage.system, 6),
        "peak_bytes": usage.peak_bytes,
    }


def compare(ours, peer, runs):
    """Runs both, each a function that answers a `Usage`, by turns. `peer` may be None.

    The first run of each only warms the caches and is not counted, unless there is but one.
    """
    if peer:
        return compare_all(ours, {"peer": peer}, runs)["peer"]
    return compare_all(ours, {}, runs)[None]


def compare_all(ours, peers, runs):
    """The same with several peers, all of them by turns: a comparison for each, and one without."""
    contenders = [ours, *peers.values()]
    if runs > 1:
        for contender in contenders:
            contender()
    rounds = [[contender() for contender in contenders] for _ in range(runs)]
    own, *others = ([usages[i] for usages in rounds] for i in range(len(contenders)))
    compared = {name: Comparison(own, found) for name, found in zip(peers, others)}
    return compared | {None: Comparison(own, [])}
