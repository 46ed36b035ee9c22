#!/bin/sh
# Gives the command what nobody should: mangled drafts, damaged logs, broken snapshots, odd
# surroundings. It must refuse in words, lose nothing, and never answer from what was altered.
#
#   Tests/Mutation/check.sh                  everything
#   Tests/Mutation/check.sh drafts logs      these parts only
#   ANNALS=/usr/bin/annals Tests/Mutation/check.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ANNALS=${ANNALS:-$here/../../.build/debug/annals}
export ANNALS
exec python3 -B "$here/check.py" "$@"
