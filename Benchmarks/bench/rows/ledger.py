"""For reference: checking a record, against checking the ledger of an accounting program."""

from ..comparing import compare
from ..figures import Figure
from ..process import run
from ..row import Row

PEER_RECORDS = 20_000


def measure(setting, size):
    log = setting.warm_log(size)
    ledger = setting.data / "ledger.beancount"
    write_ledger(ledger)

    def ours():
        return setting.ask(log, "check", "--format", "jsonl")

    def peer():
        return run([setting.peers.bean_check, "--no-cache", ledger])

    compared = compare(ours, peer, setting.runs)
    return [
        Figure(
            ROW.key, size, size / compared.ours_seconds, "events/s",
            peer=PEER_RECORDS / compared.peer_seconds,
            ratio=1 / compared.scaled_ratio(size / PEER_RECORDS), seconds=compared.ours_seconds,
            peak_bytes=compared.peak_bytes, facts=compared.facts(),
        )
    ]


def write_ledger(path):
    """Twenty thousand transactions between forty accounts."""
    with open(path, "w") as file:
        for number in range(40):
            file.write(f"2000-01-01 open Assets:Account{number}\n")
        for number in range(PEER_RECORDS):
            day = f"{2001 + number // 1000}-{1 + number % 12:02}-{1 + number % 28:02}"
            file.write(
                f'{day} * "Payee {number % 500}" "A payment, the {number}th in this ledger"\n'
                f"  Assets:Account{number % 40}  {number % 97}.10 EUR\n"
                f"  Assets:Account{(number + 7) % 40}\n"
            )


ROW = Row(
    "ledger",
    "parse and check a record (for reference)",
    "`bean-check` of a ledger",
    "none",
    "`annals check` of the log, and `bean-check` of twenty thousand transactions without its "
    "cache, each as a whole process; scaled per record. A transaction and an event are not the "
    "same work.",
    measure,
    size_max=1_000_000,
)
