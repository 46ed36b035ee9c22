#!/bin/sh
# Feeds each reader of annals with what nobody should write, and checks what must hold.
#
#   Tests/Fuzz/check.sh                          the short form
#   Tests/Fuzz/check.sh --executions 10000000    the long one, in a release build
#
# Ends with one line: N passed, M failed; one for each target.
set -u
cd "$(dirname "$0")/../.." || exit 1
executions=21000
seed=1
configuration=debug
while [ $# -gt 0 ]; do
  case $1 in
    --executions) executions=${2:?how many?}; shift 2 ;;
    --seed) seed=${2:?which?}; shift 2 ;;
    *) echo "usage: Tests/Fuzz/check.sh [--executions N] [--seed N]" >&2; exit 64 ;;
  esac
done
[ "$executions" -le 1000000 ] || configuration=release
swift build --quiet --configuration "$configuration" --product Fuzz || exit 1
fuzz=$(swift build --configuration "$configuration" --show-bin-path)/Fuzz
targets=$("$fuzz" --list) || exit 1
each=$((executions / $(printf '%s\n' "$targets" | wc -l)))
passed=0
failed=0
for target in $targets; do
  # A process each: what one target does to the memory is not another's.
  if "$fuzz" --seed "$seed" --executions "$each" --target "$target" --log events.log; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$target: failed; repeat it with $fuzz --target $target --seed $seed --executions $each --log events.log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
