#!/bin/sh
# Appends to a log on a disk that fills up: the log stays as it was, and what was recorded stands.
# Nor is anything done where the arguments cannot be read.
#
# A small disk needs the right to mount one; without it this is skipped.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
annals=$here/../../.build/debug/annals
room=$(mktemp -d)
passed=0
failed=0

leave() {
  cd /
  umount "$room" 2>/dev/null || true
  rm -rf "$room"
}
trap leave EXIT

if ! mount -t tmpfs -o size=256k annals "$room" 2>/dev/null; then
  echo "skipped: no small disk can be mounted here"
  exit 0
fi

check() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'failed: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"
  fi
}

cd "$room"
"$annals" init >/dev/null
"$annals" append other --id first --date 2016 --title first >/dev/null
"$annals" status >/dev/null
head -c 300000 /dev/zero >filler 2>/dev/null || true
before=$(cat events.log)
# More than what is left of the log's last page.
text=$(printf '%08000d' 0)
status=0
message=$("$annals" append other --id second --date 2016 --title x --text "$text" 2>&1) || status=$?
check "a full disk is told by the status" 74 "$status"
check "the log is as it was" "$before" "$(cat events.log)"
check "the message says so" \
  "annals: events.log: cannot be written: No space left on device. What was written of the batch \
was taken back: the log is as it was. Make room, then try again." \
  "$(printf '%s\n' "$message" | grep -v '^annals: warning: ')"
status=0
"$annals" append other --id third --date 2016 --title x --private "{\"note\":\"$text\"}" \
  >/dev/null 2>&1 || status=$?
check "so it is where the confidential part does not fit" 74 "$status"
check "nor does the log hold its line" "$before" "$(cat events.log)"
rm filler
check "the log is sound" "events.log: sound." "$("$annals" verify | head -n 1)"
check "with room there is an append again" "2  second  other 2016: second" \
  "$("$annals" append other --id second --date 2016 --title second)"
# Without /proc nobody knows what was asked for: no script may take that for done.
if unshare -m true 2>/dev/null; then
  status=0
  unshare -m sh -c 'mount -t tmpfs none /proc && exec "$0" verify' "$annals" >/dev/null 2>&1 ||
    status=$?
  check "arguments that cannot be read are told by the status" 74 "$status"
else
  echo "skipped: /proc cannot be taken away here"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
