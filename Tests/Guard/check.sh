#!/bin/sh
# Counts the instructions and allocations that annals takes for some commands on a small log, and
# fails if one of them takes clearly more than before. It looks at no clock, so a busy machine changes nothing.
#
#   Tests/Guard/check.sh            compares with counts.json
#   Tests/Guard/check.sh --accept   keeps what is counted now
#
# $ANNALS names the command, .build/release/annals if it is not set. Counts are kept for each kind of
# build apart. drafts.jsonl was written by `Benchmarks/generate --events 300 --seed 1`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${ANNALS:=$here/../../.build/release/annals}"
export ANNALS
if ! command -v valgrind >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get -qq install -y --no-install-recommends valgrind </dev/null >/dev/null 2>&1 || {
    apt-get -qq update && apt-get -qq install -y --no-install-recommends valgrind
  } </dev/null >/dev/null 2>&1 || true
fi
if ! command -v valgrind >/dev/null; then
  echo "skipped: valgrind is missing, and cannot be installed here"
  exit 0
fi
exec python3 -B "$here/check.py" "$@"
