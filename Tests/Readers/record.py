"""An invented record that is hostile to every reader of documents."""

import json

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "| a | table |",
    "# heading",
    "1. first",
    "(iv) fourth",
    "- item",
    "+ item",
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    "'quoted",
    "''twice",
    "* a *b* **c** _d_ __e__ ~~f~~",
    "`code` ``more``",
    "```",
    "~~~",
    "---",
    "===",
    "> quote",
    "[^1]",
    "[^1]: note",
    "[a]: https://example.org",
    "<https://example.org>",
    "https://example.org/a_b_c",
    "see www.example.org/a_b_c",
    "write to a_b@example.org",
    "&lt;b&gt; &amp; &copy; &#42;",
    "\\* back\\slash \\",
    'say "no", then; stop',
    '"\u0301,=1',
    "[\u0301x](javascript:alert(1))",
    "`\u0301code`",
    "\u202eright to left",
    "\u2067isolated",
    "👩\u200d👩\u200d👧 😀",
    "Қазақша Кириллица עברית العربية 中文",
    "$x^2$ and H~2~O",
    "{#id .class}",
    "@berg2021",
    ": definition",
    "    code",
    "zero\u200bwidth\ufeff",
    "a  b",
    "<!-- comment",
    "]]> <![CDATA[",
    "\\",
]

# These break a title in two, and stand only in texts.
BROKEN = ["a\r\nb", "a\n\nb", "a\n- b\n- c", "a\n===\nb", "a\n\n    b", "a\n\n```\nb", "\tb", "a\x07b\x1b[2J", "a\u2028b"]

# No word of these may leave.
SECRETS = ["zylphara", "quornov", "зылфара", "куорнов", "dovrenka", "hjelmung", "secretwitness"]


def drafts():
    yield {"id": "r-1", "kind": "person", "details": {
        "id": "zylphara-quornov", "shown_as": "initials",
        "names": [{"text": "Zylphara Quornov", "kind": "main"}, {"text": "Зылфара Куорнов"}]}}
    yield {"id": "r-2", "kind": "person", "details": {
        "id": "dovrenka", "consent": "refused", "names": [{"text": "Dovrenka Hjelmung"}]}}
    yield {"id": "r-3", "kind": "person", "details": {
        "id": "boris-berg", "names": [{"text": "Boris Berg"}]}}
    for number, text in enumerate(HOSTILE):
        yield {"id": f"s-{number}", "kind": "source", "details": {"id": f"s-{number}", "title": text}}
        yield {"id": f"e-{number:03}", "kind": "other", "date": f"2016-{1 + number // 28:02}-{1 + number % 28:02}",
               "persons": ["boris-berg"], "title": text, "text": text + "\n\n" + text, "tags": [text],
               "sources": [{"source": f"s-{number}", "at": text, "quote": text}]}
    for number, text in enumerate(BROKEN):
        yield {"id": f"b-{number:03}", "kind": "other", "date": f"2017-01-{1 + number:02}",
               "title": "broken", "text": text}
    yield {"id": "quornov-1", "kind": "arrest", "date": "2018-02", "persons": ["zylphara-quornov"],
           "title": "Zylphara Quornov and Boris Berg", "text": "Куорнов, Зылфара. Z. Quornov.",
           "tags": ["ZylpharaQuornov"], "details": {"case": "quornov-case"},
           "private": {"who": "secretwitness"}}
    yield {"id": "e-quornov-2", "kind": "health", "date": "2018-03", "persons": ["dovrenka"],
           "title": "Dovrenka's health", "text": "Hjelmung", "details": {"form": "condition"}}


def lines():
    return "".join(json.dumps(draft, ensure_ascii=False) + "\n" for draft in drafts())
