package opchains

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains/wire"
)

// The same as with scripted op-nodes, with the OP Stack's own op-node beside each chain.
func TestOpNode(t *testing.T) {
	needPrograms(t)
	for name, blockTimes := range map[string][]uint64{"two chains": {1, 1}, "block times of 1 and 2 s": {1, 2}} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, blockTimes...)
			s, nodes := w.startBeside()
			goal := bundles(t)
			if blockTimes[0] != blockTimes[1] { // each bundle waits for seconds
				goal = min(goal, 60)
			}
			w.load(s, goal)
			for _, n := range nodes {
				n.report()
			}
			s.checkCounters("atomicity_violations", "root_mismatches", "trace_divergences")
			s.stop()
		})
	}
}

// Op-nodes, nodes and the service stop or are killed, and the kill switch is moved, as with
// scripted op-nodes. Every time blocks flow again, and nothing is lost.
func TestOpNodeTroubles(t *testing.T) {
	needPrograms(t)
	w := newWorld(t, 1, 1)
	s, nodes := w.startBeside()
	a, b := w.chains[0], w.chains[1]
	measured := func(what string, do func()) func() {
		return func() {
			began := time.Now()
			do()
			t.Logf("%s: blocks again on both chains after %v", what, time.Since(began).Round(time.Millisecond))
		}
	}
	both := func() { nodes[a].blocks(1); nodes[b].blocks(1) }
	w.load(s, min(bundles(t), 400),
		measured("op-node killed", func() { nodes[a].kill(); nodes[a].start(); both() }),
		func() { // it is away for a while
			nodes[a].kill()
			nodes[b].blocks(5)
			nodes[a].start()
			both()
		},
		measured("service killed", func() { s.kill(); s.start(); both() }),
		measured("node killed", func() { must(t, a.node.Kill()); a.node.Restart(t); nodes[a].again(a); both() }),
		func() { // the kill switch, for one chain and for all
			s.mode("disabled", "--only", a.id.String())
			nodes[a].blocks(3)
			s.mode("dry-run")
			nodes[b].blocks(3)
			s.mode("enabled")
			both()
		},
		func() { // as an operator, or op-conductor, hands over
			var head common.Hash
			must(t, nodes[a].rpc.CallContext(t.Context(), &head, "admin_stopSequencer"))
			nodes[b].blocks(3)
			w.until("op-node takes its task up again", func() bool {
				err := nodes[a].rpc.CallContext(t.Context(), nil, "admin_startSequencer", nodes[a].unsafe().Hash)
				return err == nil
			})
			both()
		},
		measured("service away for three blocks of L1", func() {
			s.kill()
			from := w.l1Block(nil).Number.Uint64()
			w.until("time passes", func() bool { return w.l1Block(nil).Number.Uint64() >= from+3 })
			s.start()
			both()
		}),
	)
	for _, n := range nodes {
		n.report()
	}
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}

// An op-node that is started long after its chain's last block catches up with blocks of the
// node's own, and then the service fills them.
func TestOpNodeLate(t *testing.T) {
	needPrograms(t)
	w := newWorldSince(t, 2*time.Minute, 1, 1)
	s, nodes := w.startBeside()
	w.load(s, 40)
	for c, n := range nodes {
		head, err := c.engine.Head(t.Context())
		if err != nil || head.Number.Uint64() < 100 {
			t.Errorf("chain %v is at block %v, %v", c.id, head.Number, err)
		}
		n.report()
	}
	s.checkCounters("atomicity_violations", "root_mismatches", "trace_divergences")
	s.stop()
}

// L1 drops blocks that blocks of both chains have as their origins: op-nodes go back and make
// other blocks. What was promised in those that are lost is revoked, what was sent is
// included again or on record as refused, both sides of each pair come out even, and
// everything goes on.
// SSEQ_ROUNDS is how often.
func TestOpNodeReorg(t *testing.T) {
	needPrograms(t)
	w := newWorld(t, 1, 1)
	s, nodes := w.startBeside()
	tr := &traffic{w: w, on: s.client, url: s.url, goal: 1 << 62, pause: 300 * time.Millisecond}
	done := make(chan error, 1)
	go func() { done <- tr.run(t.Context()) }()
	goesOn := func() {
		before := tr.count.Load()
		w.until("traffic goes on", func() bool { return tr.count.Load() >= before+40 })
	}
	for range number(t, "SSEQ_ROUNDS", 1) {
		goesOn()
		from := w.oldestOrigin()
		w.until("both chains derive from later L1 blocks", func() bool { return w.oldestOrigin() > max(from, 12)+6 })
		below := w.l1Block(new(big.Int).SetUint64(w.oldestOrigin() - 4))
		must(t, w.l1.Reorg(t.Context(), below.Hash()))
		t.Logf("L1 goes back to block %v", below.Number)
		nodes[w.chains[0]].blocks(5)
		nodes[w.chains[1]].blocks(5)
	}
	goesOn()
	tr.stopped.Store(true)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	w.checkSettled(s, tr)
	w.checkPairs(&deposits{w: w})
	u := &user{w: w, s: s, sent: tr.sent}
	u.checkPromises()
	for _, n := range nodes {
		n.report()
	}
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}

// checkSettled waits until everything sent is in a block or refused on record, and looks for
// it at the nodes. Where blocks were lost the legs of a bundle may be in different slots.
func (w *world) checkSettled(s *service, tr *traffic) {
	w.t.Helper()
	for _, tx := range tr.sent {
		var b *wire.Bundle
		w.until("the end of "+tx.hash.Hex(), func() bool {
			var err error
			b, err = s.client.Bundle(w.t.Context(), tx.hash)
			must(w.t, err)
			return b.Status != wire.Queued && b.Status != wire.Preconfirmed
		})
		gone := b.Status == wire.Refused || b.Status == wire.Dropped
		if r := w.receipt(tx.chain, tx.hash); (r == nil) != gone {
			w.t.Errorf("%s is %s, and on chain %v there is %+v", tx.hash, b.Status, tx.chain, r)
		}
	}
}
