#!/bin/sh
# Shows that the simulation catches each planted bug: applies every patch of this folder
# to a copy of the tree in turn and runs the simulation there, which must fail. A patch
# that does not apply, or whose result does not compile, is an error as well.
#
#   test/sim/bugs/run.sh [PATCH ...]
set -eu
cd "$(dirname "$0")/../../.."
root=$(pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -co --exclude-standard | while read -r file; do
	if [ -f "$file" ]; then echo "$file"; fi
done | tar -cf - -T - | tar -xf - -C "$copy"
[ $# -gt 0 ] || set -- "$root"/test/sim/bugs/*.patch
missed=0
for patch in "$@"; do
	name=$(basename "$patch" .patch)
	patch=$(cd "$(dirname "$patch")" && pwd)/$(basename "$patch")
	(cd "$copy" && patch -p1 -s --no-backup-if-mismatch <"$patch")
	if ! (cd "$copy" && go vet ./sequencer ./journal ./crosschain ./test/sim); then
		echo "$name: does not compile"
		missed=$((missed + 1))
	elif (cd "$copy" && SSEQ_SIM_SEEDS="${SSEQ_SIM_SEEDS:-60}" timeout 300 go test -count=1 -failfast -timeout 240s ./test/sim >"$copy/out.txt" 2>&1); then
		echo "$name: NOT CAUGHT"
		missed=$((missed + 1))
	else
		echo "$name: $(grep -m1 -E '_test.go:[0-9]+: |^panic: |deadlock' "$copy/out.txt" | cut -c1-200)"
	fi
	(cd "$copy" && patch -p1 -s -R --no-backup-if-mismatch <"$patch")
done
[ "$missed" -eq 0 ] || { echo "$missed not caught"; exit 1; }
