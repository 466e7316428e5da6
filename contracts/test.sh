#!/bin/sh
# Runs the contract tests. Arguments go to forge test.
set -eu
cd "$(dirname "$0")"
npm ci --loglevel=error >&2
PATH="$PWD/node_modules/.bin:$PATH" exec forge test "$@"
