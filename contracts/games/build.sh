#!/bin/sh
# Compiles the OP Stack's own dispute games, from the sources in its Go module, and prints the directory they are in:
#
#   SSEQ_GAMES=$(contracts/games/build.sh) go test ./contracts/bindings -run TestDisputeGames
#
# The directory is beside Go's build cache; what was compiled there before is not compiled again. Needs Node and npm.
set -eu
version=v1.19.6
out=$(dirname "$(go env GOCACHE)")/ssequencer-games/$version
if [ -f "$out/FaultDisputeGame.json" ]; then
	echo "$out"
	exit
fi
cd "$(dirname "$0")"
npm ci --ignore-scripts --loglevel=error >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
answer=$(cd "$work" && GOFLAGS=-mod=mod GOWORK=off go mod download -json github.com/ethereum-optimism/optimism@$version)
sources=$(echo "$answer" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')/packages/contracts-bedrock
node compile.js "$sources" "$work"
mkdir -p "$out"
mv -f "$work"/*.json "$out"
echo "$out"
