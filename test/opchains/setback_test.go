package opchains

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// setBack makes an earlier block of a chain the node's head, as an operator does in its console.
func (w *world) setBack(c *chain, by uint64) {
	w.t.Helper()
	head, err := c.engine.Head(w.t.Context())
	must(w.t, err)
	must(w.t, c.eth.Client().CallContext(w.t.Context(), nil, "debug_setHead", hexutil.Uint64(head.Number.Uint64()-by)))
}

// An operator sets an execution node back. While the service runs, that is a node that has lost
// blocks: it gets them again, whatever the position of the kill switch. To go back on purpose the
// service is stopped first, op-node makes other blocks on the node alone, and then the service
// completes what is lost.
func TestOpNodeSetBack(t *testing.T) {
	needPrograms(t)
	w := newWorld(t, 1, 1)
	s, nodes := w.startBeside()
	a, b := w.chains[0], w.chains[1]
	direct := newRollupNode(w, a, "op-node-alone", a.node.Engine, a.node.Secret, "--sequencer.enabled", "--sequencer.l1-confs", "2")
	u := &user{w: w, s: s, nonces: map[chains.ChainID]uint64{}}
	token, who := w.plan.Contracts().TokenBridge, func(i byte) common.Address { return common.Address{0: 0xcc, 19: i} }
	u.do(a, token, 0, u.burn(b, crypto.PubkeyToAddress(w.account(userAccount).PublicKey), 1000))

	for _, mode := range []string{"enabled", "disabled"} { // by mistake
		_, burn := u.do(a, token, 0, u.burn(b, who(1), 5))
		s.mode(mode, "--only", a.id.String())
		w.setBack(a, 3)
		w.until("the node has its blocks again", func() bool { return w.receipt(a.id, burn.Legs[0].TxHash) != nil })
		nodes[a].again(a)
		s.mode("enabled", "--only", a.id.String())
	}
	w.even()

	// On purpose. A burn and a mint are lost.
	_, mint := u.do(b, token, 0, u.burn(a, who(2), 6))
	_, burn := u.do(a, token, 0, u.burn(b, who(3), 7))
	nodes[a].stop()
	s.stop()
	head, err := a.engine.Head(t.Context())
	must(t, err)
	w.setBack(a, head.Number.Uint64()-min(uint64(mint.Legs[1].BlockNumber), uint64(burn.Legs[0].BlockNumber))+1)
	direct.start()
	direct.blocks(2)
	direct.stop()
	s.start()
	nodes[a].start()
	w.until("what was lost is included again", func() bool { return w.receipt(a.id, burn.Legs[0].TxHash) != nil && w.tokens(a, who(2)) == 6 })
	u.do(a, token, 0, u.burn(b, who(4), 8))
	w.even()
	for i, want := range map[byte]int64{1: 10, 3: 7, 4: 8} {
		if got := w.tokens(b, who(i)); got != want {
			t.Errorf("account %d has got %d tokens, not %d", i, got, want)
		}
	}
	u.checkPromises()
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}
