#!/bin/sh
# Compiles the contracts and regenerates bindings/. With --check nothing is changed: it
# fails where the committed files are not what the sources give.
set -eu
cd "$(dirname "$0")"

check=
case "${1-}" in
"") ;;
--check) check=1 ;;
*) echo "usage: build.sh [--check]" >&2; exit 2 ;;
esac

npm ci --loglevel=error >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bindings/artifacts"

# Sources only, from scratch: the committed bytecode must not depend on tests or caches.
PATH="$PWD/node_modules/.bin:$PATH" forge build --quiet --force --skip test --out "$work/out" --cache-path "$work/cache"
go run ./tools/bindgen "$work/out" "$work/bindings"

status=0
for file in $(cd "$work/bindings" && find . -type f | sort); do
	if [ -z "$check" ]; then
		mkdir -p "bindings/$(dirname "$file")"
		cp "$work/bindings/$file" "bindings/$file"
	elif ! cmp -s "$work/bindings/$file" "bindings/$file"; then
		echo "bindings/$file is not current: run contracts/build.sh" >&2
		status=1
	fi
done
exit $status
