package processes

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// The Engine API keeps nobody out who has the secret. A block of another writer is replaced
// by ours, and what was promised on its place is kept; a writer that does not stop halts
// its chain alone, until somebody puts things right.
func TestSecondWriter(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	c.provoked = []string{"a block of somebody else", "a chain stands aside",
		"a check did not hold", "the verifier does not agree"} // it may look while the other block is the head
	c.run()
	told := newLedger()
	s := c.newSender(0, told)
	s.settled()
	w := c.newWriter(b)
	slip := w.write()
	began := time.Now()
	took, err := s.promise(t.Context(), began)
	if err != nil {
		t.Fatal(err)
	}
	c.until("the other writer's block is replaced", func() bool {
		now, err := w.engine.BlockHash(t.Context(), slip.Number)
		return err == nil && now != slip.Hash
	})
	t.Logf("after another writer's block %d: a promise after %v, the block is replaced after %v", slip.Number, took, time.Since(began))
	c.untilWell()
	c.check(told)

	writes := 1
	for ; !c.halted(b); writes++ {
		if writes == 100 {
			t.Fatal("a writer that does not stop is argued with for ever")
		}
		foreign := w.write()
		c.until("it is answered", func() bool {
			now, err := w.engine.Head(t.Context())
			return c.halted(b) || err == nil && now.Hash() != foreign.Hash
		})
	}
	t.Logf("halted at the writer's block %d", writes)
	s.refusedAway()
	s.promisesFor(a, 3*time.Second)
	if r := sequencerCommand(t, "status", "--rpc-url", c.url); r.code != 1 || !r.says("NOT ok", "halted", "another writer") {
		t.Errorf("status: exit code %d\n%s%s", r.code, r.out, r.err)
	}

	// As docs/runbook.md says: stop the other writer, and give the node our last block back.
	ours, err := c.client.Chains(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.engine.Adopt(t.Context(), ours.Chains[1].Latest.Hash, common.Hash{}, common.Hash{}); err != nil {
		t.Fatal(err)
	}
	c.untilWell()
	s.settled()
	c.check(told)
	c.service.stop()
}

// halted reports whether /healthz says that a chain is halted because of another writer.
func (c *cluster) halted(id chains.ChainID) bool {
	status, h := c.health("healthz")
	for i := range h.Chains {
		if chains.ChainID(h.Chains[i].ChainID) == id && status == http.StatusPartialContent {
			reasons := strings.Join(h.Chains[i].Reasons, "; ")
			return strings.Contains(reasons, "halted: ") && strings.Contains(reasons, "another writer")
		}
	}
	return false
}

// writer writes to a chain's node, beside the sequencer.
type writer struct {
	c      *cluster
	engine *engine.Client
	id     chains.ChainID
	rules  *params.ChainConfig
}

func (c *cluster) newWriter(id chains.ChainID) *writer {
	c.t.Helper()
	n := c.nodeOf(id)
	e, err := engine.Dial(c.t.Context(), engine.Config{ChainID: id, EngineURL: n.at.Engine, RPCURL: n.at.HTTP, JWTSecret: n.secret, Genesis: n.at.Genesis})
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(e.Close)
	w := &writer{c: c, engine: e, id: id}
	for _, cfg := range c.plan.L2s() {
		if cfg.ChainID == id {
			w.rules = cfg.Genesis().Config
		}
	}
	return w
}

// write makes an empty block of its own the node's head.
func (w *writer) write() (ref chains.BlockRef) {
	w.c.t.Helper()
	w.c.until("the other writer has got its block in", func() bool {
		p, err := w.build()
		if errors.Is(err, engine.ErrParentNotHead) {
			return false // the sequencer was faster
		}
		if err == nil {
			ref = p.Ref()
			err = w.engine.NewPayload(w.c.t.Context(), p)
		}
		if err == nil {
			err = w.engine.Adopt(w.c.t.Context(), p.Hash, common.Hash{}, common.Hash{})
		}
		var moved *engine.HeadMismatchError
		if errors.As(err, &moved) {
			return true // and the sequencer has answered already
		}
		if err != nil {
			w.c.t.Fatal(err)
		}
		return true
	})
	return ref
}

func (w *writer) build() (*chains.Payload, error) {
	head, err := w.engine.Head(w.c.t.Context())
	if err != nil {
		return nil, err
	}
	return w.engine.Build(w.c.t.Context(), &chains.Open{
		ChainID: w.id, Number: head.Number.Uint64() + 1, ParentHash: head.Hash(), Timestamp: head.Time + 1, PrevRandao: common.Hash{0xff},
		FeeRecipient: common.Address{0xff}, GasLimit: head.GasLimit, BaseFee: eip1559.CalcBaseFee(w.rules, head), BeaconRoot: common.Hash{0xff},
		ExtraData: []byte{},
	}, nil)
}
