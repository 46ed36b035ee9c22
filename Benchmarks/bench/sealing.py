"""Seals drafts as annals does, so that a log of ten million lines need not be appended first.

What comes out is judged by annals: `Logs` has it verified, and compares the drafts of small logs.
"""

import base64
import hashlib
import random
import time

START = b"A" * 43
BY = b"desk-2"
# Every batch is recorded an hour after the one before.
FIRST_RECORDED = 1_700_000_000


class Sealer:
    """Turns drafts, whose members stand in the order of the log, into lines."""

    def __init__(self, seed):
        self.bits = random.Random(seed)
        self.number = 0
        self.previous = START

    def batch(self, drafts, number):
        """The lines of a batch, and the lines of `events.private` that go with it."""
        recorded = time.strftime(
            "%Y-%m-%dT%H:%M:%SZ", time.gmtime(FIRST_RECORDED + 3600 * number)
        ).encode()
        lines, private = [], []
        for index, draft in enumerate(drafts, start=1):
            head, rest = self._parted(draft.rstrip(b"\n"), private)
            more = b',"more":true' if index < len(drafts) else b""
            self.number += 1
            body = b'{"n":%d,%s,"recorded":"%s","by":"%s",%s%s,"salt":"%s"' % (
                self.number, head, recorded, BY, rest, more, self._salt()
            )  # fmt: skip
            self.previous = coded(hashlib.sha256(self.previous + b"\n" + body).digest())
            lines.append(b'%s,"hash":"%s"}\n' % (body, self.previous))
        return b"".join(lines), b"".join(private)

    def _parted(self, draft, private):
        """The id, and what follows it; a confidential part is replaced by its digest."""
        end = draft.index(b'","') + 1
        head, rest = draft[1:end], draft[end + 1 : -1]
        if (start := rest.find(b',"private":{')) >= 0:
            part = b'%s,"salt":"%s"}' % (rest[start + 11 : -1], self._salt())
            digest = coded(hashlib.sha256(b"annals private\n" + part).digest())
            private.append(b'{"digest":"%s","private":%s}\n' % (digest, part))
            rest = b'%s,"private":"%s"' % (rest[:start], digest)
        return head, rest

    def _salt(self):
        return coded(self.bits.randbytes(16))


def coded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")
