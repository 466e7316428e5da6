#!/bin/sh
# Shows that the simulation catches each planted bug: applies every patch of this folder
# to a copy of the tree in turn and runs the simulation there, which must fail. A patch
# that does not apply, or whose result does not compile, is an error as well. Prints what
# catches each; run over all of them, it writes that into README.md.
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
table=$copy/table.md
if [ $# -eq 0 ]; then
	table=$root/test/sim/bugs/README.md
	set -- "$root"/test/sim/bugs/*.patch
fi
cat >"$table" <<END
# Planted bugs

Each patch breaks the service in one place. \`run.sh\` applies them in turn to a copy of the
tree, runs the simulation there, and writes this table: the first seed or case that fails.

| patch | what it breaks | caught by |
|---|---|---|
END
# simulate runs some of the simulation's tests in the copy.
simulate() {
	(cd "$copy/test/sim" && SSEQ_SIM_SEEDS="${SSEQ_SIM_SEEDS:-80}" timeout -s KILL 300 "$copy/sim.test" -test.failfast -test.parallel 1 -test.timeout 240s -test.run "$1" >"$copy/out.txt" 2>&1)
}

missed=0
for patch in "$@"; do
	name=$(basename "$patch" .patch)
	patch=$(cd "$(dirname "$patch")" && pwd)/$(basename "$patch")
	if ! (cd "$copy" && patch -p1 -s --no-backup-if-mismatch <"$patch"); then
		echo "$name: does not apply"
		exit 1
	fi
	caught=
	if ! (cd "$copy" && go test -c -o "$copy/sim.test" ./test/sim); then
		echo "$name: does not compile"
	elif simulate 'TestSeeds$' && simulate 'TestCrash|TestFault|TestDisk|TestMember|TestSources' && SSEQ_SIM_EVERY=37 simulate 'TestCrashBeside$'; then
		echo "$name: NOT CAUGHT"
	else
		caught=$({ grep -E '_test.go:[0-9]+: (.*[0-9]{6}s: |.* lives$)' "$copy/out.txt" || grep -E '^panic: |^fatal error: ' "$copy/out.txt"; } | head -n 1 |
			sed -E 's/^ *[a-z_]+_test\.go:[0-9]+: //; s/: [0-9.]+s: /: /; s/\|/,/g; s/0x[0-9a-f]{10,}/0x../g' | cut -c1-200)
		caught=${caught:-it does not end}
		echo "$name: $caught"
	fi
	[ -n "$caught" ] || missed=$((missed + 1))
	echo "| $name | $(head -n 1 "$patch") | ${caught:-**nothing**} |" >>"$table"
	(cd "$copy" && patch -p1 -s -R --no-backup-if-mismatch <"$patch")
done
[ "$missed" -eq 0 ] || { echo "$missed not caught"; exit 1; }
