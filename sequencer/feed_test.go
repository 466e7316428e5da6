package sequencer_test

import (
	"context"
	"errors"
	"math/big"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/sequencer"
)

// absent is a node that can be out of reach.
type absent struct {
	sequencer.Node
	away atomic.Bool
	hung atomic.Bool // it takes calls and does not answer
}

var errAway = errors.New("connection refused")

func (n *absent) err(ctx context.Context) error {
	if n.away.Load() {
		return errAway
	}
	if n.hung.Load() {
		ctx, cancel := context.WithTimeout(ctx, time.Second) // the client of a real node has a limit, too
		defer cancel()
		<-ctx.Done()
		return ctx.Err()
	}
	return nil
}

func (n *absent) Head(ctx context.Context) (*types.Header, error) {
	if err := n.err(ctx); err != nil {
		return nil, err
	}
	return n.Node.Head(ctx)
}

func (n *absent) Build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	if err := n.err(ctx); err != nil {
		return nil, err
	}
	return n.Node.Build(ctx, open, txs)
}

func (n *absent) NewPayload(ctx context.Context, p *chains.Payload) error {
	if err := n.err(ctx); err != nil {
		return err
	}
	return n.Node.NewPayload(ctx, p)
}

func (n *absent) Adopt(ctx context.Context, head, safe, finalized common.Hash) error {
	if err := n.err(ctx); err != nil {
		return err
	}
	return n.Node.Adopt(ctx, head, safe, finalized)
}

func (n *absent) Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	if err := n.err(ctx); err != nil {
		return nil, err
	}
	return n.Node.Accounts(ctx, block, addrs)
}

func (n *absent) Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	if err := n.err(ctx); err != nil {
		return nil, err
	}
	return n.Node.Storage(ctx, block, keys)
}

// fallBack makes a chain's node forget its last blocks, as a crash does.
func (w *net) fallBack(id chains.ChainID, blocks uint64) {
	w.t.Helper()
	head, err := w.clients[id].Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	to := hexutil.Uint64(max(head.Number.Uint64(), blocks+1) - blocks) // block 1 is not the journal's
	if err := w.clients[id].Call(w.t.Context(), nil, "debug_setHead", to); err != nil {
		w.t.Fatal(err)
	}
	w.t.Logf("chain %d falls back from block %d to %d", id, head.Number, uint64(to))
}

// until waits for something that nothing announces.
func (w *net) until(what string, is func() bool) {
	w.t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	late := time.After(hanging)
	for !is() {
		select {
		case <-tick.C:
		case <-late:
			w.t.Fatalf("not within %v: %s", hanging, what)
		}
	}
}

// A node that loses its last blocks while the sequencer runs is fed again, by itself,
// and nothing that was promised is taken back.
func TestNodeFallsBack(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.start()
	for lost := uint64(1); lost < 4; lost++ {
		for range 2 {
			w.sameSlot(w.submit(w.burn(a, b, big.NewInt(5))).Bundle)
		}
		w.fallBack(b, lost)
		w.fallBack(a, 4-lost)
	}
	w.sameSlot(w.submit(w.burn(a, b, big.NewInt(5))).Bundle)
	w.balanced()
	w.promisesKept()
	w.zero()
}

// A node that is away stops the slots and nothing else: submissions are taken, its
// chain's health says why. When it is back, with some blocks lost, all goes on.
func TestNodeIsAway(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	node := &absent{Node: w.nodes[b]}
	w.nodes[b] = node
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	for range 3 {
		w.sameSlot(w.submit(w.burn(a, b, big.NewInt(5))).Bundle)
		node.away.Store(true)
		w.until("the chain's health says why it waits", func() bool { return w.seq.Health(b).Reason != "" })
		burn := w.burn(a, b, big.NewInt(6))
		ticket, err := w.seq.Submit(ctx, []*chains.Tx{burn}, 0)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := w.seq.Queued(ctx, a); err != nil || n > 1 {
			t.Fatalf("%d wait: %v", n, err)
		}
		w.fallBack(b, 2)
		node.away.Store(false)
		out, err := ticket.Wait(ctx)
		if err != nil || out.Bundle == nil {
			t.Fatalf("outcome %+v, %v", out, err)
		}
		w.sameSlot(out.Bundle)
		w.until("the chain is well", func() bool { return w.seq.Health(b).Reason == "" })
	}
	w.balanced()
	w.promisesKept()
	w.zero()
}

// foreignBlock puts an empty block of our own on a node's head, behind the sequencer's
// back. It returns the block's hash.
func (w *net) foreignBlock(id chains.ChainID) common.Hash {
	w.t.Helper()
	ctx, c := w.t.Context(), w.clients[id]
	for range 100 { // the sequencer may be quicker
		head, err := c.Head(ctx)
		if err != nil {
			w.t.Fatal(err)
		}
		open := &chains.Open{ChainID: id, Number: head.Number.Uint64() + 1, ParentHash: head.Hash(), Timestamp: head.Time + 1,
			PrevRandao: common.Hash{1}, GasLimit: gasLimit, BaseFee: eip1559.CalcBaseFee(w.rules[id], head), ExtraData: []byte{}}
		payload, err := c.Build(ctx, open, nil)
		if err == nil {
			err = c.NewPayload(ctx, payload)
		}
		if err == nil {
			err = c.Adopt(ctx, payload.Hash, common.Hash{}, common.Hash{})
		}
		if err == nil {
			return payload.Hash
		}
	}
	w.t.Fatal("no foreign block could be adopted")
	return common.Hash{}
}
