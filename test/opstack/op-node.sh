#!/bin/sh
# Builds the OP Stack's own op-node and op-batcher from their module, and prints the directory they are in:
#
#   test/opstack/op-node.sh
#
# The directory is beside Go's build cache; what was built there before is not built again. Not a line of the programs
# is changed. Their module lacks one file that they embed, the list of public chains; it is taken from op-geth's module,
# of the version that theirs names. No chain of that list is used by the tests.
set -eu
version=v1.19.6
out=$(dirname "$(go env GOCACHE)")/ssequencer-opstack/$version-$(go env GOVERSION)
if [ -x "$out/op-node" ] && [ -x "$out/op-batcher" ]; then
	echo "$out"
	exit
fi

work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT
cd "$work"

# download prints the directory of a module, as MODULE@VERSION, from Go's module cache.
download() {
	GOFLAGS=-mod=mod GOWORK=off go mod download -json "$1" >answer || {
		echo "$0: the module $1 cannot be fetched, so op-node cannot be built:" >&2
		sed -n 's/^\t"Error": /  /p' answer >&2
		echo "$0: 'make test-opstack OPNODE=no' tests without it" >&2
		exit 1
	}
	sed -n 's/^\t"Dir": "\(.*\)",$/\1/p' answer
}

echo "$0: building op-node and op-batcher $version, which takes minutes" >&2
optimism=$(download github.com/ethereum-optimism/optimism@$version)
cp -r "$optimism" source
chmod -R u+w source
geth=$(download "$(sed -n 's/^replace github.com\/ethereum\/go-ethereum => \([^ ]*\) \(.*\)$/\1@\2/p' source/go.mod)")
configs=source/op-core/superchain/superchain-configs.zip
cp "$geth/superchain/superchain-configs.zip" "$configs"
chmod u+w "$configs"
(cd "$(dirname "$configs")" && sha256sum superchain-configs.zip >superchain-configs.zip.sha256)

cd source
mkdir -p "$out"
for program in op-node op-batcher; do
	go build -trimpath -o "$work/$program" ./$program/cmd
	cp "$work/$program" "$out/.$program.$$"
	mv -f "$out/.$program.$$" "$out/$program"
done
echo "$out"
