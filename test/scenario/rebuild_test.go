package scenario

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"testing"
	"time"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
)

// A chain is rebuilt on a new node from nothing but superblocks: the stream tells of them,
// and sequencer_getSuperblock has their blocks. Only the blocks from before the service
// began come from the chain's node.
func TestRebuild(t *testing.T) {
	t.Parallel()
	d, n := startNetwork(t, 2, aMoment)
	r := newRebuilder(t, d, n)
	r.follow(t) // from the beginning of the service, some of which is past
	a, b := n.account(0, n.ids[0]), n.account(1, n.ids[1])
	for range 5 {
		burn := n.burn(n.contracts().TestToken, common.Address{9}, ether(1), n.ids[1])
		n.included(a.call(burn.to, burn.value, burn.data))
		n.included(b.call(&common.Address{7}, ether(1), nil))
	}
	for _, id := range n.ids {
		r.await(id, n.head(id))
	}
}

// head returns the sequencer's latest block of a chain.
func (n *network) head(id chains.ChainID) chains.BlockRef {
	n.t.Helper()
	all, err := n.http[id].Chains(n.t.Context())
	if err != nil {
		n.t.Fatal(err)
	}
	for _, c := range all.Chains {
		if chains.ChainID(c.ChainID) == id {
			return chains.BlockRef{Number: uint64(c.Latest.Number), Hash: c.Latest.Hash}
		}
	}
	n.t.Fatalf("chain %v is not in the set", id)
	return chains.BlockRef{}
}

// rebuilder makes copies of the chains on nodes of its own.
type rebuilder struct {
	n      *network
	copies map[chains.ChainID]*engine.Client
	moved  chan struct{}
}

// newRebuilder starts a node for each chain, with the blocks that set the devnet up.
func newRebuilder(t *testing.T, d *devnet.Devnet, n *network) *rebuilder {
	t.Helper()
	r := &rebuilder{n: n, copies: map[chains.ChainID]*engine.Client{}, moved: make(chan struct{}, 1)}
	for _, l2 := range d.Chains.L2s {
		genesis := l2.Node.Genesis()
		node, err := devnode.Start(t.Context(), devnode.Config{
			ChainID: l2.ID, GasLimit: genesis.GasLimit, GenesisTime: genesis.Timestamp, Alloc: genesis.Alloc,
		}, zaptest.NewLogger(t, zaptest.Level(zap.WarnLevel)))
		if err != nil {
			t.Fatal(err)
		}
		attached := node.Attach()
		r.copies[l2.ID], err = engine.NewWithClients(t.Context(), engine.Config{ChainID: l2.ID, Genesis: genesis.ToBlock().Hash()}, attached, attached)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			r.copies[l2.ID].Close()
			if err := node.Close(); err != nil {
				t.Error(err)
			}
		})
		for number := uint64(1); number < d.Chains.StartBlock; number++ {
			r.copyBlock(t, l2.ID, number)
		}
	}
	return r
}

// copyBlock takes a block from the chain's own node.
func (r *rebuilder) copyBlock(t *testing.T, id chains.ChainID, number uint64) {
	t.Helper()
	block, err := r.n.nodes[id].BlockByNumber(t.Context(), new(big.Int).SetUint64(number))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(beacon.BlockToExecutableData(block, new(big.Int), nil, nil).ExecutionPayload)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.give(t.Context(), id, &wire.Payload{ExecutionPayload: raw, ParentBeaconBlockRoot: *block.BeaconRoot()}); err != nil {
		t.Fatal(err)
	}
}

// give has the copy adopt a block.
func (r *rebuilder) give(ctx context.Context, id chains.ChainID, p *wire.Payload) error {
	var data beacon.ExecutableData
	if err := json.Unmarshal(p.ExecutionPayload, &data); err != nil {
		return err
	}
	block := &chains.Payload{ChainID: id, Number: data.Number, Hash: data.BlockHash, Timestamp: data.Timestamp, BeaconRoot: p.ParentBeaconBlockRoot, Raw: p.ExecutionPayload}
	for _, request := range p.ExecutionRequests {
		block.Requests = append(block.Requests, request)
	}
	if err := r.copies[id].NewPayload(ctx, block); err != nil {
		return err
	}
	return r.copies[id].Adopt(ctx, block.Hash, common.Hash{}, common.Hash{})
}

// follow rebuilds every superblock from the first one on, until the test ends.
func (r *rebuilder) follow(t *testing.T) {
	t.Helper()
	first, events := uint64(0), make(chan client.Event[wire.Superblock], 16)
	ctx, stop := context.WithCancel(context.Background())
	sub, err := r.n.ws[r.n.ids[0]].SubscribeSuperblocks(ctx, &first, events)
	if err != nil {
		stop()
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case e := <-events:
				if err := r.rebuild(ctx, uint64(e.Data.Timestamp)); err != nil && ctx.Err() == nil {
					t.Errorf("superblock %d: %v", e.Data.Timestamp, err)
				}
			case err := <-sub.Err():
				if err != nil && ctx.Err() == nil {
					t.Errorf("the stream ended: %v", err)
				}
				return
			case <-ctx.Done():
				return
			}
		}
	}()
	t.Cleanup(func() {
		sub.Unsubscribe()
		stop()
		<-done
	})
}

// rebuild adds the blocks of a superblock that the copies do not have yet: it is told of
// once for each commit group.
func (r *rebuilder) rebuild(ctx context.Context, timestamp uint64) error {
	sb, err := r.n.http[r.n.ids[0]].SuperblockPayloads(ctx, &timestamp)
	if err != nil {
		return err
	}
	for i := range sb.Blocks {
		b := &sb.Blocks[i]
		id := chains.ChainID(b.ChainID)
		head, err := r.copies[id].Head(ctx)
		if err != nil {
			return err
		}
		if head.Number.Uint64() >= uint64(b.Number) {
			continue
		}
		if b.Payload == nil {
			return fmt.Errorf("block %d of chain %v has no payload", b.Number, id)
		}
		if err := r.give(ctx, id, b.Payload); err != nil {
			return err
		}
	}
	select {
	case r.moved <- struct{}{}:
	default:
	}
	return nil
}

// await waits until the copy has a block of the chain.
func (r *rebuilder) await(id chains.ChainID, want chains.BlockRef) {
	r.n.t.Helper()
	late := time.After(time.Minute)
	for {
		head, err := r.copies[id].Head(r.n.t.Context())
		if err != nil {
			r.n.t.Fatal(err)
		}
		if head.Number.Uint64() >= want.Number {
			break
		}
		select {
		case <-r.moved:
		case <-late:
			r.n.t.Fatalf("the copy of chain %v is at block %v, not %d", id, head.Number, want.Number)
		}
	}
	block, err := r.copies[id].HeaderByNumber(r.n.t.Context(), want.Number)
	if err != nil || block.Hash() != want.Hash {
		r.n.t.Fatalf("block %d of the copy of chain %v is %v, %v", want.Number, id, block, err)
	}
}
