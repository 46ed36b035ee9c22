"""Seals a long log without the program, which is faster, and lets ids be as long as one likes."""

from chain import START, digest


def sealed_log(path, count):
    """Writes `count` lines whose ids sort in another order than the lines, and take up room."""
    previous = START
    with open(path, "wb") as log:
        for number in range(1, count + 1):
            id = b"e%d" % (number * 7919 % (count + 1))
            body = (
                b'{"n":%d,"id":"%s","recorded":"2020-01-01T00:00:00Z","kind":"other",'
                b'"date":"2016-05","title":"t","salt":"AAAAAAAAAAAAAAAAAAAAAA"'
            ) % (number, id.rjust(64, b"x"))
            previous = digest(previous, body)
            log.write(body + b',"hash":"' + previous + b'"}\n')
