package scenario

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

// record is one submission and the answer to it.
type record struct {
	kind    string
	id      common.Hash   // of the bundle
	txs     []common.Hash // signed by users
	chain   chains.ChainID
	refused chains.RefusalCode // "" when included
	status  uint64             // of the user's transactions, when included
	legs    int                // of the bundle, when included
	promise common.Hash        // hash of the receipt told before the block was built, zero if none was
}

// scenario is one run.
type scenario struct {
	*network
	total int64
	taken atomic.Int64
	done  chan struct{} // closed when all bundles are decided

	mu      sync.Mutex
	records []record
}

// bundles returns how many bundles a run makes: SSEQ_SCENARIO, else what takes little time.
func bundles(t *testing.T) int64 {
	t.Helper()
	if text := os.Getenv("SSEQ_SCENARIO"); text != "" {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 1 {
			t.Fatalf("SSEQ_SCENARIO=%q is not a number of bundles", text)
		}
		return n
	}
	if testing.Short() {
		return 150
	}
	return 600
}

// Bundles of all kinds, a fifth of them failing for different reasons, with plain traffic
// between them: whatever happens, both or neither, supply conserved, promises kept, and
// L1 and the chains' own nodes agree.
func TestScenario(t *testing.T) {
	t.Parallel()
	d, n := startNetwork(t, 3, aMoment)
	s := &scenario{network: n, total: bundles(t), done: make(chan struct{})}
	s.fund()
	began := time.Now()
	s.run()
	t.Logf("%d bundles decided in %v, with %d transactions between them", s.total, time.Since(began), len(s.records)-int(s.total))
	s.settled()
	w := s.readWorld()
	s.checkRecords(w)
	s.checkBundles(w)
	s.checkStrangers(w)
	w.checkPairs()
	w.checkTokens()
	w.checkETH(d)
	s.checkBatches()
	checkCounters(t, d)
}

// fund gives every account tokens on every chain.
func (s *scenario) fund() {
	s.t.Helper()
	home := s.ids[0]
	var g errgroup.Group
	for i := range s.info.Accounts {
		g.Go(func() error {
			w := s.account(i, home)
			nonce := w.nonce()
			for j, id := range s.ids[1:] {
				tx := w.sign(nonce+uint64(j), s.burn(s.contracts().TestToken, w.from, ether(1000), id))
				if _, err := s.http[home].SendRawSync(s.t.Context(), encode(s.t, tx), 30*time.Second); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		s.t.Fatal(err)
	}
}

const accountsUsed = 10

// run lets accounts 0 to 7 send on every chain, account 8 make the plain traffic and
// account 9 the user-signed bundles.
func (s *scenario) run() {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), 10*time.Minute)
	defer cancel()
	var lanes [accountsUsed][]*lane
	for i := range lanes {
		for _, id := range s.ids {
			lanes[i] = append(lanes[i], s.lane(i, id))
		}
	}
	senders, sctx := errgroup.WithContext(ctx)
	senders.Go(func() error { return s.sendSigned(sctx, lanes[9]) })
	for i := range 8 {
		for j, l := range lanes[i] {
			senders.Go(func() error { return s.send(sctx, l, (i+j)%2 == 0) })
		}
	}
	traffic, tctx := errgroup.WithContext(ctx)
	for _, l := range lanes[8] {
		traffic.Go(func() error { return s.plain(tctx, l) })
	}
	err := senders.Wait()
	close(s.done)
	if err = errors.Join(err, traffic.Wait()); err != nil {
		s.t.Fatal(err)
	}
}

func (s *scenario) lane(account int, id chains.ChainID) *lane {
	w := s.account(account, id)
	return &lane{wallet: w, rng: rand.New(rand.NewPCG(uint64(account), uint64(id))), next: w.nonce()}
}

// send sends bundles of one transaction until there are enough.
func (s *scenario) send(ctx context.Context, l *lane, overWS bool) error {
	to := s.http[l.chain]
	if overWS {
		to = s.ws[l.chain]
	}
	all := kinds()
	for s.taken.Add(1) <= s.total {
		k := l.pick(all)
		if err := s.one(ctx, to, l, k); err != nil {
			return fmt.Errorf("%s of %s on %d: %w", k.name, l.from, l.chain, err)
		}
	}
	return nil
}

// one sends a bundle, two times of three over eth_sendRawTransactionSync, and compares
// what comes of it with what should.
func (s *scenario) one(ctx context.Context, to *client.Client, l *lane, k *kind) error {
	tx := l.sign(l.next, k.make(l))
	rec := record{kind: k.name, id: tx.Hash(), txs: []common.Hash{tx.Hash()}, chain: l.chain, refused: k.refused, status: k.status, legs: k.legs}
	var err error
	if l.rng.IntN(3) > 0 {
		var r *types.Receipt
		if r, err = to.SendRawSync(ctx, encode(s.t, tx), 30*time.Second); err == nil {
			rec.promise = chains.ReceiptHash(r.Status, r.GasUsed, r.Logs)
		}
	} else if _, err = to.SendRaw(ctx, encode(s.t, tx)); err == nil {
		err = s.decided(ctx, to, tx.Hash())
	}
	code, err := refusalCode(err)
	if err != nil {
		return err
	}
	if code != k.refused {
		return fmt.Errorf("refused %q, not %q", code, k.refused)
	}
	if code == "" {
		l.next++
	}
	s.add(rec)
	return nil
}

// refusalCode splits refusals from other errors.
func refusalCode(err error) (chains.RefusalCode, error) {
	if data, ok := client.Refusal(err); ok {
		return data.Code, nil
	}
	var late *chains.Refusal
	if errors.As(err, &late) {
		return late.Code, nil
	}
	return "", err
}

// decided waits until a bundle is decided, and returns its refusal as a *chains.Refusal.
func (s *scenario) decided(ctx context.Context, c *client.Client, id common.Hash) error {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		b, err := c.Bundle(ctx, id)
		switch {
		case err != nil && !errors.Is(err, client.ErrNotFound): // the read model follows a moment behind
			return err
		case err == nil && b.Refusal != nil:
			return &chains.Refusal{Code: b.Refusal.Code, Reason: b.Refusal.Reason}
		case err == nil && b.Status != wire.Queued:
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (s *scenario) add(r record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.records = append(s.records, r)
}

// sendSigned sends user-signed bundles, one of four with a member that reverts.
func (s *scenario) sendSigned(ctx context.Context, lanes []*lane) error {
	a, b := lanes[0], lanes[len(lanes)-1]
	for i := 0; s.taken.Add(1) <= s.total; i++ {
		to := common.BigToAddress(big.NewInt(0xaa0001))
		second := s.burn(s.contracts().TestToken, to, big.NewInt(5), a.chain) // adds a leg on the first chain
		rec := record{kind: "user-signed", chain: a.chain, status: types.ReceiptStatusSuccessful, legs: 3}
		if i%4 == 3 {
			second = s.burn(s.contracts().TestToken, to, ether(1e9), a.chain)
			rec.kind, rec.refused = "user-signed, the second reverts", chains.RefusedReverted
		}
		txs := []*types.Transaction{a.sign(a.next, order{to: &to, value: big.NewInt(int64(i))}), b.sign(b.next, second)}
		err := s.signed(ctx, txs, &rec)
		if err != nil {
			return fmt.Errorf("%s %d: %w", rec.kind, i, err)
		}
		if rec.refused == "" {
			a.next++
			b.next++
		}
		s.add(rec)
	}
	return nil
}

func (s *scenario) signed(ctx context.Context, txs []*types.Transaction, rec *record) error {
	var req wire.BundleRequest
	for _, tx := range txs {
		rec.txs = append(rec.txs, tx.Hash())
		req.Txs = append(req.Txs, encode(s.t, tx))
	}
	c := s.ws[s.ids[1]] // any endpoint will do
	id, err := c.SendBundle(ctx, req)
	if err == nil {
		rec.id = id
		err = s.decided(ctx, c, id)
	}
	code, err := refusalCode(err)
	if err == nil && code != rec.refused {
		err = fmt.Errorf("refused %q, not %q", code, rec.refused)
	}
	if rec.id == (common.Hash{}) {
		rec.id = bundleID(rec.txs)
	}
	return err
}

// plain sends transfers, five at a time, until all bundles are decided. The nonces of
// five go out in the wrong order.
func (s *scenario) plain(ctx context.Context, l *lane) error {
	pace := time.NewTicker(20 * time.Millisecond)
	defer pace.Stop()
	for {
		const five = 5
		for i := five - 1; i >= 0; i-- {
			to := l.recipient()
			tx := l.sign(l.next+uint64(i), order{to: &to, value: big.NewInt(l.rng.Int64N(params.GWei))})
			var err error
			if i == 0 { // closes the gap
				_, err = s.ws[l.chain].SendRawSync(ctx, encode(s.t, tx), 30*time.Second)
			} else {
				err = s.undecided(ctx, l.chain, tx)
			}
			if err != nil {
				return fmt.Errorf("transfer of %s on %d: %w", l.from, l.chain, err)
			}
			s.add(record{kind: "transfer", id: tx.Hash(), txs: []common.Hash{tx.Hash()}, chain: l.chain, status: types.ReceiptStatusSuccessful, legs: 1})
		}
		l.next += five
		select {
		case <-pace.C:
		case <-s.done:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// undecided sends a transaction without waiting for a decision about it.
func (s *scenario) undecided(ctx context.Context, id chains.ChainID, tx *types.Transaction) error {
	var code interface{ ErrorCode() int }
	err := s.http[id].RPC().CallContext(ctx, nil, "eth_sendRawTransactionSync", hexutil.Bytes(encode(s.t, tx)), "0x1")
	if errors.As(err, &code) && (code.ErrorCode() == client.CodeNonceGap || code.ErrorCode() == client.CodeTimeout) {
		return nil
	}
	return err
}

// bundleID is what sequencer_sendBundle answers with.
func bundleID(txs []common.Hash) common.Hash {
	var all []byte
	for _, h := range txs {
		all = append(all, h[:]...)
	}
	return keccak(all)
}

// settled waits until a batch that is on L1 and verified has every block of the run.
func (s *scenario) settled() {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), 5*time.Minute)
	defer cancel()
	heights := map[uint64]uint64{}
	for _, id := range s.ids {
		burn := s.account(9, id).call(nil, nil, []byte{byte(0)}) // STOP: a block after everything else
		heights[uint64(id)] = s.included(burn).BlockNumber.Uint64()
	}
	zero := uint64(0)
	events := make(chan client.Event[wire.Batch], 16)
	sub, err := s.ws[s.ids[0]].SubscribeBatches(ctx, &zero, events)
	if err != nil {
		s.t.Fatal(err)
	}
	defer sub.Unsubscribe()
	for {
		select {
		case ev := <-events:
			if ev.Data.Status == wire.Verified && covers(&ev.Data, heights) {
				return
			}
		case err := <-sub.Err():
			s.t.Fatalf("stream of batches: %v", err)
		case <-ctx.Done():
			s.t.Fatal("the last blocks are in no verified batch")
		}
	}
}

func covers(b *wire.Batch, heights map[uint64]uint64) bool {
	for _, r := range b.Chains {
		if uint64(r.LastBlock) < heights[uint64(r.ChainID)] {
			return false
		}
	}
	return true
}
