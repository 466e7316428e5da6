package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

// service answers the sequencer namespace with fixed values.
type service struct{}

var (
	known   = common.HexToHash("0x01")
	quantum = hexutil.Uint64(7)
	bundle  = wire.Bundle{
		ID: known, Status: wire.Sealed, Batch: &quantum, Times: wire.Times{Queued: &quantum},
		Legs: []wire.Leg{{ChainID: 901, Role: wire.RoleUser, Initiates: []common.Hash{{2}}, Success: true, Safety: wire.Unsafe}},
	}
)

func (service) GetBundle(id common.Hash) *wire.Bundle {
	if id != known {
		return nil
	}
	return &bundle
}

func (service) GetBatch(number string) *wire.Batch {
	if number == "latest" {
		return &wire.Batch{Number: 9, Status: wire.Posted}
	}
	return &wire.Batch{Number: hexutil.Uint64(hexutil.MustDecodeUint64(number)), Status: wire.Verified}
}

func (service) GetSuperblock(string) *wire.Superblock { return &wire.Superblock{Timestamp: 5} }

func (service) GetProof(common.Hash) []wire.Proof { return []wire.Proof{{Batch: 3}} }

func (service) GetPreconfirmation(tx common.Hash) *wire.Preconfirmation {
	return wire.PreconfirmationOf(chains.Domain{L1ChainID: 900, Settlement: common.Address{4}}, promise(tx))
}

func promise(tx common.Hash) *chains.Promise {
	return &chains.Promise{
		Epoch: 1, ChainID: 901, Height: 2, Index: 3, TxHash: tx, ReceiptHash: common.Hash{5}, BundleHash: common.Hash{6}, Timestamp: 7,
		L1Origin: chains.BlockRef{Number: 8, Hash: common.Hash{9}}, Previous: common.Hash{10}, Grade: chains.GradeSequenced, Signature: []byte{11},
	}
}

func (service) Chains() *wire.Chains { return &wire.Chains{L1ChainID: 900} }

func (service) Status() *wire.Health { return &wire.Health{Ready: true} }

func (service) SendBundle(req wire.BundleRequest) (common.Hash, error) {
	if len(req.Txs) != 2 || req.MaxTimestamp == nil {
		return common.Hash{}, errors.New("not as sent")
	}
	return known, nil
}

func (service) Simulate(what json.RawMessage) *wire.Simulation {
	return &wire.Simulation{GasUsed: hexutil.Uint64(len(what))}
}

// Batches is the stream of batches: one event, with the index asked for.
func (service) Batches(ctx context.Context, opts wire.SubscribeOptions) (*rpc.Subscription, error) {
	notifier, _ := rpc.NotifierFromContext(ctx)
	sub := notifier.CreateSubscription()
	return sub, notifier.Notify(sub.ID, wire.Event{GlobalIndex: *opts.FromGlobalIndex, Data: &wire.Batch{Number: 4}})
}

// eth answers the two ways to send.
type eth struct{}

func (eth) SendRawTransaction(raw hexutil.Bytes) (common.Hash, error) {
	if len(raw) == 0 {
		return common.Hash{}, refused{}
	}
	return known, nil
}

func (eth) SendRawTransactionSync(_ hexutil.Bytes, timeout *uint64) (*types.Receipt, error) {
	r := &types.Receipt{Status: 1, Logs: []*types.Log{}, TxHash: known}
	if timeout != nil {
		r.GasUsed = *timeout
	}
	return r, nil
}

type refused struct{}

func (refused) Error() string  { return "execution reverted: no" }
func (refused) ErrorCode() int { return 3 }
func (refused) ErrorData() any {
	return (&chains.Refusal{Code: chains.RefusedReverted, Leg: 1, ChainID: 902, Reason: "no", Data: []byte{1}}).JSON()
}

func newClient(t *testing.T) *client.Client {
	t.Helper()
	server := rpc.NewServer()
	for name, svc := range map[string]any{"sequencer": service{}, "eth": eth{}} {
		if err := server.RegisterName(name, svc); err != nil {
			t.Fatal(err)
		}
	}
	c := client.New(rpc.DialInProc(server))
	t.Cleanup(func() { c.Close(); server.Stop() })
	return c
}

func TestCalls(t *testing.T) {
	c, ctx := newClient(t), t.Context()
	five := uint64(5)
	for name, call := range map[string]func() (any, error){
		"Bundle":       func() (any, error) { b, err := c.Bundle(ctx, known); return *b, err },
		"latest batch": func() (any, error) { b, err := c.Batch(ctx, nil); return b.Number, err },
		"batch":        func() (any, error) { b, err := c.Batch(ctx, &five); return b.Number, err },
		"superblock":   func() (any, error) { b, err := c.Superblock(ctx, nil); return b.Timestamp, err },
		"proofs":       func() (any, error) { p, err := c.Proofs(ctx, known); return p[0].Batch, err },
		"chains":       func() (any, error) { b, err := c.Chains(ctx); return b.L1ChainID, err },
		"status":       func() (any, error) { b, err := c.Status(ctx); return b.Ready, err },
		"promise":      func() (any, error) { p, err := c.Preconfirmation(ctx, known); return p.Promise(), err },
		"send":         func() (any, error) { return c.SendRaw(ctx, []byte{1}) },
		"sync":         func() (any, error) { r, err := c.SendRawSync(ctx, []byte{1}, 0); return r.GasUsed, err },
		"sync, timed":  func() (any, error) { r, err := c.SendRawSync(ctx, []byte{1}, 2*time.Second); return r.GasUsed, err },
		"simulate":     func() (any, error) { s, err := c.Simulate(ctx, []byte{1}); return s.GasUsed, err },
		"send bundle": func() (any, error) {
			return c.SendBundle(ctx, wire.BundleRequest{Txs: []hexutil.Bytes{{1}, {2}}, MaxTimestamp: &quantum})
		},
	} {
		want := map[string]any{
			"Bundle": bundle, "latest batch": hexutil.Uint64(9), "batch": hexutil.Uint64(5), "superblock": hexutil.Uint64(5),
			"proofs": hexutil.Uint64(3), "chains": hexutil.Uint64(900), "status": true, "promise": promise(known), "send": known,
			"sync": uint64(0), "sync, timed": uint64(2000), "simulate": hexutil.Uint64(len(`"0x01"`)), "send bundle": known,
		}[name]
		if got, err := call(); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v; want %+v", name, got, err, want)
		}
	}
	if _, err := c.SimulateCall(ctx, wire.Call{}); err != nil {
		t.Error(err)
	}
	if _, err := c.Bundle(ctx, common.Hash{9}); !errors.Is(err, client.ErrNotFound) {
		t.Errorf("an unknown bundle: %v", err)
	}
}

func TestRefusal(t *testing.T) {
	_, err := newClient(t).SendRaw(t.Context(), nil)
	data, ok := client.Refusal(err)
	if !ok || data.Code != chains.RefusedReverted || data.Leg != 1 || data.ChainID != 902 || len(data.Data) != 1 {
		t.Errorf("%+v from %v", data, err)
	}
	if _, ok := client.Refusal(errors.New("other")); ok {
		t.Error("a refusal out of nothing")
	}
}

func TestSubscribe(t *testing.T) {
	from := uint64(12)
	events := make(chan client.Event[wire.Batch], 1)
	sub, err := newClient(t).SubscribeBatches(t.Context(), &from, events)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	select {
	case ev := <-events:
		if ev.GlobalIndex != 12 || ev.Data.Number != 4 {
			t.Errorf("%+v", ev)
		}
	case err := <-sub.Err():
		t.Fatal(err)
	case <-time.After(time.Minute):
		t.Fatal("no event")
	}
}
