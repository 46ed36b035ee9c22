#!/bin/sh
# Types at annals on a pseudo-terminal: what it asks for, and that stopping leaves the log untouched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/check.py" "$here/../../.build/debug/annals"
