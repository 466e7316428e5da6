package main

import "testing"

// The guardian stops messages on every chain and batches on L1 with one command, and does
// not let them go on without an announcement and its delay.
func TestGuardianStopsEverything(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	guardian := func(step string) result { return n.service(t, "guardian "+step+" --l1 "+n.L1.RPC) }
	expect(t, n.service(t, "send --from-chain 901 --to-chain 902 --amount 1"), codeOK)
	expect(t, guardian("unpause"), codeFailure, "chain 900: refused: NotPaused()", "chain 901: refused: NotPaused()", "chain 902: refused")
	expect(t, guardian("pause"), codeOK, "chain 900: done", "chain 901: done", "chain 902: done")
	expect(t, n.service(t, "send --from-chain 901 --to-chain 902 --amount 1"), codeFailure, "aused")
	expect(t, guardian("unpause"), codeFailure, "UnpauseNotDue")
	expect(t, guardian("announce-unpause"), codeOK, "chain 900: done", "chain 901: done", "chain 902: done")
	expect(t, guardian("unpause"), codeFailure, "UnpauseNotDue")
}
