package opchains

import (
	"context"
	"math/big"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
)

// sealing is how long an op-node gives its execution node to answer getPayload: its
// --sequencer.sealing-duration.
const sealing = 50 * time.Millisecond

// fetch is one getPayload of an op-node.
type fetch struct {
	answered time.Duration // until all of the answer was there
	took     time.Duration // and read
	txs      int
	late     bool // it was asked for when it was due already, or later: op-node's own doing
}

// Two op-nodes ask for a block every second while transactions and bundles arrive. Reported is
// how long they wait for getPayload, and how often longer than op-node's margin: that depends
// on the machine. What must hold is that bundles are whole. `make proxy-margin` runs it for
// long. SSEQ_SLOTS is for how many slots, SSEQ_TRANSFERS how many plain transactions are sent
// on each chain in a second, beside the bundles.
func TestBesideMargin(t *testing.T) {
	slots, transfers := number(t, "SSEQ_SLOTS", 15), number(t, "SSEQ_TRANSFERS", 20)
	w := newWorld(t, 1, 1)
	o := newOpNodes(w)
	s := newService(w)
	s.start()
	for _, c := range w.chains {
		o.start(c)
	}
	o.blocks(w.chains[0], 5) // they have caught up
	tr := &traffic{w: w, on: s.client, url: s.url, goal: 1 << 62, pause: 200 * time.Millisecond}
	done := make(chan error, 1)
	go func() { done <- tr.run(t.Context()) }()
	stop := o.background(func(ctx context.Context) { w.flood(ctx, s, transfers) })
	o.blocks(w.chains[0], 3)
	o.mu.Lock()
	o.fetched = nil
	o.mu.Unlock()
	for done := 0; done < slots; done += 10 { // each within the time of hanging
		o.blocks(w.chains[0], min(10, slots-done))
	}
	o.mu.Lock()
	fetched := slices.Clone(o.fetched)
	o.mu.Unlock()
	stop()
	tr.stopped.Store(true)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	w.checkBundles(s, tr)
	s.checkCounters("atomicity_violations", "root_mismatches", "trace_divergences")
	s.stop()
	all := len(fetched)
	fetched = slices.DeleteFunc(fetched, func(f fetch) bool { return f.late })
	t.Logf("%d blocks, %d of which op-nodes asked for when they were due already, which are not counted", all, all-len(fetched))
	report(t, "all blocks", fetched)
	report(t, "blocks of at least 500 transactions", slices.DeleteFunc(fetched, func(f fetch) bool { return f.txs < 501 }))
}

func report(t *testing.T, of string, fetched []fetch) {
	t.Helper()
	if len(fetched) == 0 {
		t.Logf("%s: none", of)
		return
	}
	late, txs, n := 0, 0, len(fetched)
	var answered, took []time.Duration
	for _, f := range fetched {
		txs += f.txs
		if f.answered > sealing {
			late++
		}
		answered, took = append(answered, f.answered), append(took, f.took)
	}
	slices.Sort(answered)
	slices.Sort(took)
	t.Logf("%s: %d, %d transactions each on average; getPayload answered: half within %v, 99 of 100 within %v, the longest %v, %d longer than %v; and read: %v, %v, %v",
		of, n, txs/n, answered[n/2], answered[n*99/100], answered[n-1], late, sealing, took[n/2], took[n*99/100], took[n-1])
}

func number(t *testing.T, name string, unless int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return unless
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s=%q is not a number", name, text)
	}
	return n
}

// flood sends plain transactions on every chain until ctx ends: so many in a second on each, while the chain takes any.
func (w *world) flood(ctx context.Context, s *service, perSecond int) {
	var wg sync.WaitGroup
	for _, c := range w.chains {
		wg.Go(func() {
			if err := w.floodOne(ctx, s, c, perSecond); err != nil && ctx.Err() == nil {
				w.t.Error(err)
			}
		})
	}
	wg.Wait()
}

// flooder is whose transactions a flood is made of. It does nothing else on the chains.
const flooder = 8

func (w *world) floodOne(ctx context.Context, s *service, c *chain, perSecond int) error {
	client, err := rpc.DialContext(ctx, s.url+"/"+c.id.String())
	if err != nil {
		return err
	}
	defer client.Close()
	key, signer, to := w.account(flooder), types.LatestSignerForChainID(c.id.Big()), common.Address{0: 0xfe}
	var nonce hexutil.Uint64
	find := func() error {
		return client.CallContext(ctx, &nonce, "eth_getTransactionCount", crypto.PubkeyToAddress(key.PublicKey), "pending")
	}
	_ = find() // the chain may stand aside for a moment; the first refusal asks again
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for sent, began := 0, time.Now(); ; {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil
		}
		var calls []rpc.BatchElem
		for due := int(time.Since(began).Seconds() * float64(perSecond)); sent < due && len(calls) < 100; sent++ {
			raw, err := types.MustSignNewTx(key, signer, &types.DynamicFeeTx{
				ChainID: c.id.Big(), Nonce: uint64(nonce), GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei), Gas: 21_000, To: &to, Value: big.NewInt(1),
			}).MarshalBinary()
			if err != nil {
				return err
			}
			calls = append(calls, rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{hexutil.Encode(raw)}, Result: new(common.Hash)})
			nonce++
		}
		if len(calls) == 0 {
			continue
		}
		if err := client.BatchCallContext(ctx, calls); err != nil {
			return err
		}
		for i := range calls {
			if calls[i].Error == nil {
				continue
			}
			_ = find() // promises were revoked, or too much waits: it goes on from there
			break
		}
	}
}
