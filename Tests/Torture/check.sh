#!/bin/sh
# Kills, cuts, flips, floods and starves the command, and checks after each round that the log
# keeps its promises: what was acknowledged stands exactly once, what stood before is untouched,
# the next append works or says why not, `verify` tells the truth, and a snapshot answers as a
# fresh one does.
#
#   Tests/Torture/check.sh                       the short form, which takes about a minute
#   Tests/Torture/check.sh --full                every bit, byte, system call and line
#   Tests/Torture/check.sh kill bits             these parts only
#   Tests/Torture/check.sh --seed 7 --round 12 kill    one round again
#   ANNALS=/usr/bin/annals Tests/Torture/check.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ANNALS=${ANNALS:-$here/../../.build/debug/annals}
export ANNALS

# The part `syscalls` needs strace, and is skipped where it cannot be had.
if ! command -v strace >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "strace is missing: installing it"
  apt-get -qq install -y strace >/dev/null 2>&1 || {
    apt-get -qq update && apt-get -qq install -y strace
  } >/dev/null 2>&1 || echo "strace cannot be installed here"
fi
exec python3 -B "$here/check.py" "$@"
