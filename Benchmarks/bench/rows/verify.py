"""Checking the chain against hashing the file."""

from ..comparing import compare
from ..figures import Figure
from ..process import run
from ..row import Row

GOAL = 2


def measure(setting, size):
    log = setting.warm_log(size)

    def ours():
        return setting.ask(log, "verify")

    def peer():
        return run([setting.peers.openssl, "dgst", "-sha256", log])

    compared = compare(ours, peer, setting.runs)
    return [
        Figure(
            ROW.key, size, compared.ours_seconds, "s", peer=compared.peer_seconds,
            ratio=compared.ratio, reached=compared.ratio <= GOAL, seconds=compared.ours_seconds,
            peak_bytes=compared.peak_bytes, facts=compared.facts(),
        )
    ]


ROW = Row(
    "verify",
    "verify the chain",
    "`openssl dgst -sha256` of the file",
    "at most 2 times its wall time",
    "`annals verify`, which hashes every line and checks its form.",
    measure,
)
