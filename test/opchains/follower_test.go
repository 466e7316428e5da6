package opchains

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// derived is what follows a chain without the service.
type derived struct {
	*rollupNode
	replica *replica
}

// derive starts a replica with an op-node that knows the chain from L1 alone.
func (w *world) derive(c *chain) *derived {
	w.t.Helper()
	r := w.newReplica(c)
	d := &derived{newRollupNode(w, c, "verifier", r.node.Engine, r.node.Secret), r}
	d.start()
	return d
}

// checkDerived waits until the chain up to the block that is its head now is derived from L1,
// and compares it block by block.
func (w *world) checkDerived(c *chain, d *derived) {
	w.t.Helper()
	head, err := c.engine.Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	w.until(d.name+" has derived the chain", func() bool {
		d.mustRun()
		s, err := d.status()
		return err == nil && s.Safe.Number >= head.Number.Uint64()
	})
	for n := uint64(1); n <= head.Number.Uint64(); n++ {
		want, err := c.engine.HeaderByNumber(w.t.Context(), n)
		if err != nil {
			w.t.Fatal(err)
		}
		if got, err := d.replica.engine.HeaderByNumber(w.t.Context(), n); err != nil || got.Hash() != want.Hash() {
			w.t.Fatalf("%s has derived another block %d: %v, %v, instead of %v", d.name, n, got, err, want)
		}
	}
	w.t.Logf("%s has derived %v blocks", d.name, head.Number)
}

// What is made beside op-nodes and posted by op-batchers, by one as calldata and by the other
// in blobs, is derived from L1 by op-nodes that know nothing else, block by block.
func TestOpNodeDerives(t *testing.T) {
	needPrograms(t)
	w := newWorld(t, 1, 1)
	nodes := w.sequenceBeside()
	s := newService(w)
	s.start()
	w.chains[1].blobs = true
	all := map[*chain]*derived{}
	for _, c := range w.chains {
		nodes[c].start()
		newBatcher(w, c, nodes[c], c.node.HTTP).launch()
		all[c] = w.derive(c)
	}
	w.load(s, min(bundles(t), 500))
	for _, c := range w.chains {
		w.checkDerived(c, all[c])
	}
	s.checkCounters("atomicity_violations", "root_mismatches", "trace_divergences")
	s.stop()
}

// The same of a chain without an op-node of its own: one that does not sequence is handed
// every block, has all of them, and finds them on L1 as they are. The chain begins before
// Ecotone, and all forks up to Karst come under way.
func TestDirectFollower(t *testing.T) {
	needPrograms(t)
	w := newWorldAs(t, shape{ago: 10 * time.Second, blockTimes: []uint64{1, 1}, upgrades: map[chains.OPFork]uint64{
		chains.Ecotone: 1, chains.Fjord: 24, chains.Granite: 27, chains.Holocene: 30, chains.Isthmus: 33, chains.Jovian: 36, chains.Karst: 39,
	}})
	c := w.chains[1]
	r := w.newReplica(c)
	w.feed(r, c.setup)
	f := newRollupNode(w, c, "follower", r.node.Engine, r.node.Secret)
	c.follower = f.url
	s := newService(w)
	s.start()
	f.start()
	newBatcher(w, c, f, r.node.HTTP).launch()
	v := w.derive(c)
	w.load(s, min(bundles(t), 300))
	var want *types.Header
	w.until("the chain is past the last fork", func() bool {
		var err error
		want, err = c.engine.Head(t.Context())
		must(t, err)
		return want.Time > *c.node.Rules.Karst+2
	})
	w.until("the follower is where the chain was", func() bool {
		f.mustRun()
		return f.unsafe().Number >= want.Number.Uint64()
	})
	if got, err := r.engine.HeaderByNumber(t.Context(), want.Number.Uint64()); err != nil || got.Hash() != want.Hash() {
		t.Errorf("block %v is %v there, %v", want.Number, got, err)
	}
	w.checkDerived(c, v)
	if at, err := f.status(); err != nil || at.Safe.Number < 3 || at.Safe.Hash == (common.Hash{}) {
		t.Errorf("the follower has found on L1 only %+v, %v", at.Safe, err)
	}
	s.checkCounters("atomicity_violations", "root_mismatches", "trace_divergences")
	s.stop()
}
