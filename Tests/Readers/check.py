"""Reads the exports of a hostile record with other people's readers; see check.sh."""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

import record

annals = str(pathlib.Path(sys.argv[1]).resolve())
room = pathlib.Path(sys.argv[2])
log = room / "events.log"
passed, failed = 0, 0


def check(name, is_so, what=""):
    global passed, failed
    if is_so:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name} {what}")


def run(*arguments, **options):
    command = [annals, "--log", str(log)] if arguments[:1] == ("",) else [annals]
    arguments = [a for a in arguments if a]
    return subprocess.run(command + [*arguments, "--log", str(log)], capture_output=True, cwd=room, **options)


def export(*arguments):
    done = run("export", *arguments, "--as-of", "2020-01-01")
    check(f"export {' '.join(arguments)} ends well", done.returncode == 0, done.stderr.decode())
    return done.stdout


def fold(text):
    text = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def unprefixed(cell):
    return cell[1:] if cell.startswith("'") else cell


def literal(text):
    """What a reader of Markdown sees of a text: on one line, unprintable characters marked."""
    text = re.sub("[\t\n\x0b\x0c\r\x85\u2028\u2029]", " ", text)
    text = re.sub("[\x00-\x1f\x7f-\x9f]", "\ufffd", text)
    return text.strip(" ")


def without_closers(text):
    """Without the characters that end a change of direction: the export closes what was left open."""
    return re.sub("[\u202c\u2069]", "", text)


class Page(html.parser.HTMLParser):
    """The text and the tags of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.links, self.items, self.paragraphs, self.notes, self.cells = set(), [], [], [], [], []
        self.depth, self.in_notes, self.in_super, self.buffer = 0, False, False, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        attributes = dict(attributes)
        if tag == "section":
            self.in_notes = True
        if tag == "sup" or "footnote-backref" in (attributes.get("class") or ""):
            self.in_super = True
        if tag == "a":
            self.links.append(attributes.get("href") or "")
        if tag in ("li", "p"):
            self.buffer = self.buffer if tag == "p" and self.buffer == "" else ""

    def handle_endtag(self, tag):
        if tag in ("sup", "a"):
            self.in_super = False
        if tag in ("p", "li") and self.buffer:
            (self.notes if self.in_notes else self.paragraphs).append(self.buffer.strip(" \n"))
            self.buffer = ""

    def handle_data(self, data):
        if self.buffer is not None and not self.in_super:
            self.buffer += data


def check_json(as_json, as_lines):
    rows = json.loads(as_json.decode("utf-8"))
    check("jsonl holds the rows of json", [json.loads(l) for l in as_lines.decode().splitlines()] == rows
          if "\u2028" not in as_lines.decode() else
          [json.loads(l) for l in as_lines.decode().split("\n")[:-1]] == rows)
    by_id = {row["id"]: row for row in rows}
    for number, text in enumerate(record.HOSTILE):
        row = by_id.get(f"e-{number:03}", {})
        check(f"json title {text!r}", row.get("title") == text)
        check(f"json text {text!r}", row.get("text") == text + "\n\n" + text)
        check(f"json quote {text!r}", row.get("sources", [{}])[0].get("quote") == text)
        check(f"json tag {text!r}", row.get("tags") == [text])
    for number, text in enumerate(record.BROKEN):
        check(f"json text {text!r}", by_id[f"b-{number:03}"].get("text") == text)
    check("json keeps no confidential part", all("private" not in row for row in rows))
    check("json cuts the sensitive", all("text" not in r and "details" not in r for r in rows if r["kind"] == "health"))
    return rows


def check_csv(as_csv, rows):
    text = as_csv.decode("utf-8")
    table = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    check("csv has a row an event", len(table) == len(rows) + 1, len(table))
    check("csv rows are as long as its head", len({len(row) for row in table}) == 1)
    check("csv lines end in CRLF", text.endswith("\r\n"))
    for cells, row in zip(table[1:], rows):
        named = dict(zip(table[0], cells))
        check(f"csv id {row['id']}", unprefixed(named["id"]) == row["id"])
        for column in ("title", "text", "kind", "date"):
            check(f"csv {column} {row['id']}", unprefixed(named[column]) == row.get(column, ""))
        check(f"csv tags {row['id']}", unprefixed(named["tags"]) == "; ".join(row.get("tags", [])))
        run_cells = [cell for cell in cells if cell[:1] and (cell[0] in "=+-@" or ord(cell[0]) < 0x20)]
        check(f"csv {row['id']} runs nothing", not run_cells, run_cells)
    check("csv knows its dialect", csv.Sniffer().has_header(text[:2000]))


def check_markdown(as_markdown, rows):
    allowed = {"h1", "h2", "h3", "p", "ul", "li", "strong", "em", "code", "sup", "a", "section", "hr", "ol", "table",
               "thead", "tbody", "tr", "th", "td"}
    text = as_markdown.decode("utf-8")
    for name, reader in (
        ("commonmark", MarkdownIt("commonmark").use(footnote_plugin)),
        ("gfm", MarkdownIt("gfm-like").use(footnote_plugin)),
    ):
        page = Page(reader.render(text))
        check(f"{name}: no tag comes from data", page.tags <= allowed, page.tags - allowed)
        bad = [link for link in page.links if not link.startswith("#fn")]
        check(f"{name}: no link comes from data", not bad, bad)
        paragraphs = [without_closers(p) for p in page.paragraphs]
        notes = [without_closers(n) for n in page.notes]
        for number, title in enumerate(record.HOSTILE):
            month = ("January", "February")[number // 28]
            wanted = without_closers(f"{1 + number % 28} {month} 2016 {literal(title)}").rstrip()
            check(f"{name}: title {title!r}", wanted in paragraphs)
            check(f"{name}: text {title!r}", paragraphs.count(without_closers(literal(title))) >= 2)
            note = without_closers(literal(f"{title}, {title}"))
            check(f"{name}: source {title!r}", any(n == note for n in notes), note)
        for broken in record.BROKEN:
            for line in re.split("[\n\x0b\x0c\r\x85\u2028\u2029]+", broken):
                if literal(line):
                    check(f"{name}: text {broken!r}", without_closers(literal(line)) in paragraphs)
    for line in text.split("\n"):
        check("no direction reaches beyond its line",
              sum(line.count(c) for c in "\u202a\u202b\u202d\u202e") <= line.count("\u202c")
              and sum(line.count(c) for c in "\u2066\u2067\u2068") <= line.count("\u2069"), repr(line))


def check_many_footnotes():
    """A month with more footnotes than are held: some stand between its events."""
    log = room / "many.log"
    wanted = [f"S, p. {number}" for number in range(10_050)]
    source = {"id": "s", "kind": "source", "details": {"id": "s", "title": "S"}}
    events = ({"id": f"m-{number:05}", "kind": "other", "date": "2016-01-01", "title": "T",
               "sources": [{"source": "s", "at": f"p. {number}"}]} for number in range(len(wanted)))
    drafts = "".join(json.dumps(draft) + "\n" for draft in (source, *events))
    for arguments in (["init"], ["append", "--jsonl", "-"]):
        done = subprocess.run([annals, *arguments, "--log", str(log)], input=drafts.encode(), capture_output=True)
        check(f"{arguments[0]} of many footnotes", done.returncode == 0, done.stderr.decode())
    done = subprocess.run([annals, "export", "markdown", "--log", str(log)], capture_output=True)
    check("export of many footnotes ends well", done.returncode == 0, done.stderr.decode())
    text = done.stdout.decode()
    check("footnotes stand between events", text.index("\n[^1]: ") < text.rindex("\n- "))
    page = MarkdownIt("commonmark").use(footnote_plugin).render(text)
    cited = re.findall(r'<li>\s*(?:<p>)?<strong>1 January 2016</strong> T<sup class="footnote-ref"><a href="#(fn\d+)"', page)
    notes = dict(re.findall(r'<li id="(fn\d+)" class="footnote-item"><p>(.*?) <a', page))
    check("each of many events has its footnote", [notes.get(note) for note in cited] == wanted, len(cited))


def check_names(name, output):
    text = fold(output.decode("utf-8"))
    for secret in record.SECRETS:
        check(f"{name} does not tell {secret}", fold(secret) not in text)


def check_files(rows):
    wanted = export("csv")
    check("the same bytes again", export("csv") == wanted)
    target, link = room / "target", room / "out.csv"
    target.write_text("kept")
    link.symlink_to(target)
    export("csv", "-o", "out.csv")
    check("-o writes what standard output gets", link.read_bytes() == wanted)
    check("-o replaces a link", not link.is_symlink() and target.read_text() == "kept")
    check("-o is for its owner alone", link.stat().st_mode & 0o777 == 0o600)
    before = log.read_bytes()
    (room / "other-name").hardlink_to(log)
    for path in ("events.log", "./events.log", "events.private", "events.sqlite", "other-name"):
        done = run("export", "csv", "-o", path)
        check(f"-o {path} is refused", done.returncode == 64 and b"part of the record" in done.stderr, done)
    (room / "other-name").unlink()
    check("the log is as it was", log.read_bytes() == before)
    done = run("export", "csv", "-o", "nowhere/out.csv")
    check("-o into no folder fails", done.returncode == 74 and b"nowhere/out.csv: cannot be written: No such file" in done.stderr, done)
    (room / "folder").mkdir()
    done = run("export", "csv", "-o", "folder")
    check("-o onto a folder fails", done.returncode == 74 and b"folder: cannot be written: Is a directory" in done.stderr, done)
    check("nothing is left behind", not [p for p in os.listdir(room) if p.endswith(".tmp")])
    check("-o - is standard output", run("export", "csv", "-o", "-", "--as-of", "2020-01-01").stdout == wanted)
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([annals, "export", "csv", "--log", str(log)], stdout=full, stderr=subprocess.PIPE)
        check("a full disk behind standard output is told", done.returncode == 74, done)
    pipe = subprocess.Popen([annals, "export", "jsonl", "--log", str(log)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    pipe.stdout.read(1)
    pipe.stdout.close()
    errors = pipe.stderr.read()
    check("a closed pipe ends it quietly", pipe.wait() in (0, -13) and b"Traceback" not in errors, errors)


def check_heading():
    asked = ("--person", "Quornov", "--text", "quor", "--title", "Of Zylphara Quornov")
    for format in ("markdown", "csv", "json", "jsonl"):
        check_names(f"a {format} of one person", export(format, *asked))
    head = export("markdown", *asked).decode()
    check("the heading says whose document it is", "Only: person Z. Q.; text \\[…\\]." in head, head[:400])
    done = run("export", "markdown", "--losses", "--as-of", "2020-01-01")
    check("--losses names each event", b"\nLost in markdown:\n  e-000: sources, details\n" in done.stderr, done.stderr[:300])


def main():
    check("init", run("init").returncode == 0)
    done = run("append", "--jsonl", "-", input=record.lines().encode())
    check("the drafts are taken", done.returncode == 0, done.stderr.decode())
    outputs = {name: export(name) for name in ("markdown", "csv", "json", "jsonl")}
    rows = check_json(outputs["json"], outputs["jsonl"])
    check_csv(outputs["csv"], rows)
    check_markdown(outputs["markdown"], rows)
    check_many_footnotes()
    for name, output in outputs.items():
        check_names(name, output)
    check_heading()
    check_files(rows)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
