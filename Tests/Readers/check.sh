#!/bin/sh
# Exports a hostile record and reads it back with other people's programs.
#
#   Tests/Readers/check.sh             with .build/debug/annals, or $ANNALS
#
# The readers are installed into a temporary folder, which is removed at the end.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
annals=${ANNALS:-$here/../../.build/debug/annals}
[ -x "$annals" ] || { echo "$annals: not built. Run \`swift build\` first." >&2; exit 66; }
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/venv"
"$room/venv/bin/pip" install --quiet --disable-pip-version-check \
  'markdown-it-py==4.2.0' 'mdit-py-plugins==0.6.1' 'linkify-it-py==2.1.0'
"$room/venv/bin/python" "$here/check.py" "$annals" "$room"
