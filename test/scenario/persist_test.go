package scenario

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/signer"
)

// ledger is what a user remembers over restarts.
type ledger struct {
	acknowledged []acknowledged
	heads        map[chains.ChainID]uint64
	batch        uint64
}

type acknowledged struct {
	chain    chains.ChainID
	hash     common.Hash
	promised *chains.Promise // nil where none was asked for in time
}

// rounds returns how often the devnet is ended and started again: SSEQ_ROUNDS, else few.
func rounds(t *testing.T) int {
	t.Helper()
	if text := os.Getenv("SSEQ_ROUNDS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			t.Fatalf("SSEQ_ROUNDS=%q is not a number of rounds", text)
		}
		return n
	}
	if testing.Short() {
		return 2
	}
	return 4
}

// A devnet on a data directory goes on after Ctrl-C and after kill -9, in the middle of
// traffic or of its start, time and again: what was acknowledged is included once or
// refused on record, what was promised is kept, chains and batches grow on, and
// everything verifies.
func TestPersistence(t *testing.T) {
	t.Parallel()
	p := buildProgram(t)
	l := &ledger{heads: map[chains.ChainID]uint64{}}
	for i := range rounds(t) {
		n := connect(t, p.start())
		n.checkLedger(l)
		switch i % 4 {
		case 0:
			n.traffic(l, 0, nil)
			n.batchAfter(l)
			p.stop()
		case 3:
			n.traffic(l, 0, nil)
			p.kill()
			p.killStarting(time.Duration(20*i) * time.Millisecond)
		case 1:
			n.traffic(l, int64(20+37*i%150), p.kill)
		case 2:
			n.traffic(l, int64(20+37*i%150), p.stop)
		}
	}
	n := connect(t, p.start())
	n.checkLedger(l)
	n.batchAfter(l)
	w := n.readWorld()
	w.checkPairs()
	n.checkOnce(w, l)
	p.verify()
	p.stop()
}

// traffic sends transfers and burns from several accounts on every chain at once. After
// enough acknowledgements end is called, and what was not acknowledged is forgotten.
func (n *network) traffic(l *ledger, enough int64, end func()) {
	n.t.Helper()
	const senders, each = 4, 25
	ctx, cancel := context.WithTimeout(n.t.Context(), 2*time.Minute)
	defer cancel()
	b := &burst{network: n, count: each}
	if end != nil {
		b.enough = enough
		b.end = sync.OnceFunc(func() {
			end()
			cancel() // a request written just before the end may wait for ever
		})
	}
	var all []func() error
	for i := range senders {
		for j := range n.ids {
			w := n.account(i, n.ids[j])
			next := w.nonce()
			all = append(all, func() error { return b.send(ctx, w, next, n.ids[(j+1)%len(n.ids)]) })
		}
	}
	var g errgroup.Group
	for _, send := range all { // from now on the end may come
		g.Go(send)
	}
	for _, id := range n.ids {
		head, err := n.nodes[id].BlockNumber(n.t.Context())
		if err != nil {
			n.t.Logf("chain %d: %v", id, err) // killed already
		}
		l.heads[id] = max(l.heads[id], head)
	}
	err := g.Wait()
	if b.end != nil {
		b.end() // where everything was acknowledged before
	} else if err != nil {
		n.t.Fatal(err)
	}
	l.acknowledged = append(l.acknowledged, b.acknowledged...)
}

// burst is the traffic of one round.
type burst struct {
	*network
	count  int
	enough int64
	end    func() // nil = nobody ends it

	mu           sync.Mutex
	acknowledged []acknowledged
}

// send sends count transactions, every third of them a transfer.
func (b *burst) send(ctx context.Context, w *wallet, next uint64, destination chains.ChainID) error {
	to := recipients()[0]
	for j := range b.count {
		o := b.burn(b.contracts().TestToken, to, big.NewInt(int64(j+1)), destination)
		if j%3 == 0 || w.chain != b.ids[0] { // tokens are on the first chain
			o = order{to: &to, value: big.NewInt(1)}
		}
		if w.chain != b.ids[0] && j%3 > 0 {
			o = b.sendETH(to, big.NewInt(int64(j)), destination)
		}
		ack, err := b.one(ctx, w.sign(next+uint64(j), o), j%2 == 0)
		if ack != nil {
			b.add(*ack)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// one sends a transaction. It returns what was acknowledged, also together with an error.
func (b *burst) one(ctx context.Context, tx *types.Transaction, sync bool) (*acknowledged, error) {
	ack := &acknowledged{chain: chains.ChainID(tx.ChainId().Uint64()), hash: tx.Hash()}
	c := b.ws[ack.chain]
	raw := encode(b.t, tx)
	if !sync {
		if _, err := c.SendRaw(ctx, raw); err != nil {
			return nil, err
		}
		return ack, nil
	}
	if _, err := c.SendRawSync(ctx, raw, 30*time.Second); err != nil {
		return nil, err
	}
	pre, err := c.Preconfirmation(ctx, tx.Hash())
	if err == nil {
		ack.promised = pre.Promise()
	}
	return ack, err
}

func (b *burst) add(a acknowledged) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.acknowledged = append(b.acknowledged, a)
	if b.end != nil && int64(len(b.acknowledged)) == b.enough {
		go b.end()
	}
}

// checkLedger waits until everything acknowledged before is decided, and compares it with
// what was promised, and the heads with those seen before.
func (n *network) checkLedger(l *ledger) {
	n.t.Helper()
	ctx, cancel := context.WithTimeout(n.t.Context(), time.Minute)
	defer cancel()
	for id, before := range l.heads {
		head, err := n.nodes[id].BlockNumber(ctx)
		if err != nil || head < before {
			n.t.Errorf("chain %d is at block %d (%v), it was at %d", id, head, err, before)
		}
	}
	for _, a := range l.acknowledged {
		if err := n.checkKept(ctx, a); err != nil {
			n.t.Errorf("%s: %v", a.hash, err)
		}
	}
}

func (n *network) checkKept(ctx context.Context, a acknowledged) error {
	c := n.http[a.chain]
	b, err := awaitSealed(ctx, c, a.hash)
	if err != nil || b.Refusal != nil {
		return err
	}
	r, err := n.nodes[a.chain].TransactionReceipt(ctx, a.hash)
	if err != nil {
		return fmt.Errorf("%s, but the chain's node: %w", b.Status, err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		return fmt.Errorf("status %d", r.Status)
	}
	p := a.promised
	if p == nil {
		return nil
	}
	if p.Height != r.BlockNumber.Uint64() || p.Index != uint64(r.TransactionIndex) || p.ReceiptHash != receiptHash(r) {
		return fmt.Errorf("promised %+v, it is in block %v at %d", p, r.BlockNumber, r.TransactionIndex)
	}
	again, err := c.Preconfirmation(ctx, a.hash)
	if err != nil {
		return err
	}
	if again.Revocation != nil || again.Promise().StructHash() != p.StructHash() || !bytes.Equal(again.Signature, p.Signature) {
		return fmt.Errorf("promised %+v before, now %+v", p, again)
	}
	_, err = signer.VerifyPromise(chains.Domain{L1ChainID: n.info.L1.ChainID, Settlement: n.info.L1.Settlement}, p)
	return err
}

// awaitSealed waits until a bundle is in a block or refused.
func awaitSealed(ctx context.Context, c *client.Client, id common.Hash) (*wire.Bundle, error) {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		b, err := c.Bundle(ctx, id)
		if err != nil {
			return nil, err
		}
		if b.Status != wire.Queued && b.Status != wire.Preconfirmed {
			return b, nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil, fmt.Errorf("it is still %s: %w", b.Status, ctx.Err())
		}
	}
}

// batchAfter waits for a verified batch later than any seen before.
func (n *network) batchAfter(l *ledger) {
	n.t.Helper()
	ctx, cancel := context.WithTimeout(n.t.Context(), time.Minute)
	defer cancel()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	first := uint64(0)
	for {
		b, err := n.http[n.ids[0]].Batch(ctx, nil)
		if err != nil && !errors.Is(err, client.ErrNotFound) {
			n.t.Fatalf("no batch after number %d: %v", l.batch, err)
		}
		if err == nil && first == 0 {
			first = uint64(b.Number)
		}
		if err == nil && uint64(b.Number) > max(first, l.batch)+1 {
			b, err = n.http[n.ids[0]].Batch(ctx, &first)
			if err == nil && b.Status == wire.Verified {
				l.batch = first
				return
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			n.t.Fatalf("batch %d is not verified, the latest is %+v", first, b)
		}
	}
}

// checkOnce checks that nothing acknowledged is on the chains twice.
func (n *network) checkOnce(w *world, l *ledger) {
	n.t.Helper()
	for _, a := range l.acknowledged {
		if places := w.places[a.hash]; len(places) != 1 {
			n.t.Errorf("%s is on the chains %d times", a.hash, len(places))
		}
	}
	n.t.Logf("%d acknowledged transactions, %d blocks", len(l.acknowledged), w.heads[n.ids[0]])
}
