package opchains

import (
	"bytes"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// bundles is how many transactions the tests send: SSEQ_BUNDLES, else few.
func bundles(t *testing.T) int64 {
	t.Helper()
	text := os.Getenv("SSEQ_BUNDLES")
	if text == "" {
		return 300
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		t.Fatalf("SSEQ_BUNDLES=%q is not a number", text)
	}
	return n
}

// Two op-geth chains are sequenced from L1 alone while deposits arrive, some of which burn:
// both legs of each bundle are included at the same time or none, every deposit once, what
// deposits burn arrives, and no promise is broken.
func TestDirect(t *testing.T) {
	for name, blockTimes := range map[string][]uint64{"two chains": {1, 1}, "block times of 1 and 2 s": {1, 2}} {
		t.Run(name, func(t *testing.T) { run(t, blockTimes) })
	}
}

func run(t *testing.T, blockTimes []uint64) {
	w := newWorld(t, blockTimes...)
	s := newService(w)
	s.start()
	d := startDeposits(w)
	tr := &traffic{w: w, on: s.client, url: s.url, goal: bundles(t)}
	if err := tr.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.end()
	w.checkDeposits(d)
	w.checkBundles(s, tr)
	w.checkPairs(d)
	s.checkCounters("atomicity_violations", "broken_preconfirmations", "root_mismatches", "trace_divergences")
	t.Logf("%d included, %d refused, %d deposits on each chain, %d of them burned", len(tr.sent), tr.refused, len(d.mints[w.chains[1].id]), d.burns)
	s.stop()
}

// The same with nodes and the service killed in the middle. Promises may be revoked then,
// and nothing else.
func TestDirectKills(t *testing.T) {
	w := newWorld(t, 1, 1)
	s := newService(w)
	s.start()
	d := startDeposits(w)
	tr := &traffic{w: w, on: s.client, url: s.url, goal: bundles(t)}
	done := make(chan error, 1)
	go func() { done <- tr.run(t.Context()) }()
	for _, kill := range []func(){
		s.kill, func() { must(t, w.chains[0].node.Kill()) }, func() { must(t, w.chains[1].node.Kill()) },
	} {
		before := tr.count.Load()
		w.until("traffic goes on", func() bool { return tr.count.Load() >= min(before+20, tr.goal) })
		kill()
		if s.cmd == nil {
			s.start()
			continue
		}
		for _, c := range w.chains {
			if !c.node.Running() {
				c.node.Restart(t)
			}
		}
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	d.end()
	w.checkDeposits(d)
	w.checkBundles(s, tr)
	w.checkPairs(d)
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// checkDeposits waits until every deposit is in a block and checks that it is so once.
func (w *world) checkDeposits(d *deposits) {
	w.t.Helper()
	for _, c := range w.chains {
		for i, to := range d.mints[c.id] {
			want := big.NewInt(int64(1 + i))
			w.until("deposit "+strconv.Itoa(i)+" on "+c.id.String(), func() bool {
				has, err := c.eth.BalanceAt(w.t.Context(), to, nil)
				if err != nil {
					w.t.Fatal(err)
				}
				if has.Cmp(want) > 0 {
					w.t.Fatalf("deposit %d on chain %v: %v wei", i, c.id, has)
				}
				return has.Cmp(want) == 0
			})
		}
	}
}

// checkBundles waits until everything sent has an end, and looks for it at the nodes.
func (w *world) checkBundles(s *service, tr *traffic) {
	w.t.Helper()
	for _, tx := range tr.sent {
		var b *wire.Bundle
		w.until("the end of "+tx.hash.Hex(), func() bool {
			var err error
			if b, err = s.client.Bundle(w.t.Context(), tx.hash); err != nil {
				w.t.Fatal(err)
			}
			return b.Status != wire.Queued && b.Status != wire.Preconfirmed
		})
		if b.Status == wire.Refused || b.Status == wire.Dropped { // after a kill
			if r := w.receipt(tx.chain, tx.hash); r != nil {
				w.t.Errorf("%s is %s, and on chain %v", tx.hash, b.Status, tx.chain)
			}
			continue
		}
		w.checkLegs(tx, b)
	}
}

func (w *world) checkLegs(tx sent, b *wire.Bundle) {
	w.t.Helper()
	if len(b.Legs) != tx.legs {
		w.t.Errorf("%s has %d legs, not %d", tx.hash, len(b.Legs), tx.legs)
	}
	times := map[uint64]bool{}
	for _, leg := range b.Legs {
		id := chains.ChainID(leg.ChainID)
		r := w.receipt(id, leg.TxHash)
		if r == nil || r.Status != types.ReceiptStatusSuccessful {
			w.t.Errorf("leg %s of %s on chain %v: %+v", leg.TxHash, tx.hash, id, r)
			continue
		}
		header, err := w.chain(id).engine.HeaderByHash(w.t.Context(), r.BlockHash)
		if err != nil {
			w.t.Fatal(err)
		}
		times[header.Time] = true
	}
	if len(times) != 1 {
		w.t.Errorf("%s is in slots %v", tx.hash, times)
	}
}

func (w *world) chain(id chains.ChainID) *chain {
	for _, c := range w.chains {
		if c.id == id {
			return c
		}
	}
	w.t.Fatalf("no chain %v", id)
	return nil
}

// receipt asks a chain's own node; nil is none.
func (w *world) receipt(id chains.ChainID, tx common.Hash) *types.Receipt {
	w.t.Helper()
	r, err := w.chain(id).eth.TransactionReceipt(w.t.Context(), tx)
	if err != nil && err != ethereum.NotFound {
		w.t.Fatal(err)
	}
	return r
}

// checkPairs waits until all that was sent is received, what deposits burned has arrived, and
// the tokens are as many as they were.
func (w *world) checkPairs(d *deposits) {
	w.t.Helper()
	contracts := w.plan.Contracts()
	for _, from := range w.chains {
		for _, to := range w.chains {
			if from == to {
				continue
			}
			w.until("the pair from "+from.id.String()+" is even", func() bool {
				sent := w.read(from, contracts.RootStore, bindings.EncodeTree(false, uint64(to.id), 1))
				return bytes.Equal(sent, w.read(to, contracts.RootStore, bindings.EncodeTree(true, uint64(from.id), 1)))
			})
		}
	}
	// What was deposited last, or promised, may still be on its way into blocks, and a group is adopted by
	// one node after the other.
	want := new(big.Int).Mul(big.NewInt(10_000_000), big.NewInt(1e18))
	w.until(fmt.Sprintf("there are %v tokens, %d of them burned by deposits have arrived", want, d.burns), func() bool {
		supply := new(big.Int)
		for _, c := range w.chains {
			supply.Add(supply, new(big.Int).SetBytes(w.read(c, contracts.TestToken, bindings.EncodeTotalSupply())))
		}
		got := new(big.Int).SetBytes(w.read(w.chains[1], contracts.TestToken, bindings.EncodeBalanceOf(common.Address{0: 0xdd})))
		if got.Int64() > d.burns {
			w.t.Fatalf("of %d burns by deposit, %v have arrived", d.burns, got)
		}
		return supply.Cmp(want) == 0 && got.Int64() == d.burns
	})
}

// read calls a contract at the latest block of the chain's own node.
func (w *world) read(c *chain, to common.Address, data []byte) []byte {
	w.t.Helper()
	out, err := c.eth.CallContract(w.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// checkCounters checks that the service's counters of these names are zero.
func (s *service) checkCounters(names ...string) {
	s.w.t.Helper()
	text := s.w.get(s.metrics + "/metrics")
	for _, name := range names {
		match := regexp.MustCompile(`(?m)^ssequencer_` + name + `_total (\S+)$`).FindSubmatch(text)
		if match == nil || string(match[1]) != "0" {
			s.w.t.Errorf("%s: %s", name, match)
		}
	}
}

// get fetches a page.
func (w *world) get(url string) []byte {
	w.t.Helper()
	r, err := http.Get(url)
	if err != nil {
		w.t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return text
}
