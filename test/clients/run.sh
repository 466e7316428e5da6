#!/usr/bin/env bash
# Real clients from npm against a real devnet: cast, ethers, viem, web3. Needs Go, Node with npm, and
# linux-amd64 for cast. Arguments go to node's test runner (say --test-name-pattern=7702).
set -euo pipefail
cd "$(dirname "$0")"

npm ci --silent

work=$(mktemp -d)
devnet=
finish() {
	if [[ -n $devnet ]]; then
		kill "$devnet" 2>/dev/null || true
		wait "$devnet" || true
	fi
	rm -rf "$work"
}
trap finish EXIT

(cd ../.. && go build -o "$work/ssequencer" ./cmd/ssequencer)
# A refusal is an answer, and what was sent is pending, also where the machine is slow.
"$work/ssequencer" devnet --rpc.port 0 --rpc.decision-wait 2s --l1.port 0 --info "$work/info.json" >"$work/log" 2>&1 &
devnet=$!
for ((tries = 0; ; tries++)); do
	[[ -s $work/info.json ]] && break
	if ((tries == 1200)) || ! kill -0 "$devnet" 2>/dev/null; then
		cat "$work/log" >&2
		echo "the devnet did not start" >&2
		exit 1
	fi
	sleep 0.1
done

# One file at a time: the gas of a burn depends on how many went before it to the same chain, and
# clients send exactly what they were told when they asked.
status=0
SSEQUENCER_INFO=$work/info.json node --test --test-reporter=spec --test-concurrency=1 --test-timeout=180000 "$@" || status=$?
if ((status != 0)); then
	echo "== the devnet's last words" >&2
	tail -n 40 "$work/log" >&2
fi
exit "$status"
