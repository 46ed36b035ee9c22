#!/bin/sh
# Holds docs/draft.schema.json against an independent validator, with drafts it must take and refuse.
# The validator (PyPI jsonschema) is installed into a temporary folder, which is removed at the end.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet --disable-pip-version-check 'jsonschema==4.25.1'
"$room/venv/bin/python" "$here/check.py" "$here/../../docs/draft.schema.json" "$here"
