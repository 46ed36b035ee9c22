"""Checks a schema of drafts: itself, then every line of the drafts beside this file."""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
folder = pathlib.Path(sys.argv[2])
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)


def lines(name):
    text = (folder / name).read_text(encoding="utf-8")
    drafts = [json.loads(line) for line in text.split("\n") if line]
    assert drafts, f"{name} is empty"
    return enumerate(drafts, start=1)


failures = []
for name in ("samples.jsonl", "taken.jsonl"):
    for number, draft in lines(name):
        for error in validator.iter_errors(draft):
            failures.append(f"{name}:{number}: refused: {error.json_path}: {error.message}")
for number, draft in lines("refused.jsonl"):
    if validator.is_valid(draft):
        failures.append(f"refused.jsonl:{number}: taken: {json.dumps(draft)}")

print("\n".join(failures) or "the schema takes and refuses what it should")
sys.exit(1 if failures else 0)
