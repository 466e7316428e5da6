package bench

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"golang.org/x/sync/errgroup"
)

// Load says what Throughput sends.
type Load struct {
	Count   int     // transactions, 1 to MaxCount
	Senders int     // accounts made for the run on each chain, 1 to 1,000
	Burns   int     // percent of the transactions that are burns with a mint elsewhere
	Rate    float64 // transactions per second, 0 = as fast as they are taken
	Batch   int     // transactions in one JSON-RPC batch, 1 to 1,000
}

// Check checks the bounds.
func (l *Load) Check() error {
	for _, c := range []struct {
		name            string
		value, min, max int
	}{
		{"transactions", l.Count, 1, MaxCount}, {"senders", l.Senders, 1, 1000},
		{"percent of burns", l.Burns, 0, 100}, {"transactions in a batch", l.Batch, 1, 1000},
	} {
		if c.value < c.min || c.value > c.max {
			return fmt.Errorf("bench: %d %s: want %d to %d", c.value, c.name, c.min, c.max)
		}
	}
	if l.Rate < 0 {
		return fmt.Errorf("bench: %v transactions per second", l.Rate)
	}
	return nil
}

// Throughput sends transactions of many senders on every chain, signed beforehand, in
// batches at a given rate whatever becomes of them (an open loop, but for a bound on the
// batches under way), and measures what is accepted, promised and included. It ends when
// every transaction is included or refused, or when nothing happens any more.
func Throughput(ctx context.Context, t *Target, l Load) (*Report, error) {
	if err := l.Check(); err != nil {
		return nil, err
	}
	senders, err := t.fund(ctx, l.Senders)
	if err != nil {
		return nil, err
	}
	work, err := prepare(t, senders, l)
	if err != nil {
		return nil, err
	}
	w, err := t.follow(ctx, work)
	if err != nil {
		return nil, err
	}
	defer w.close()
	r := &Report{Mode: "throughput", Transport: t.over, Sent: l.Count}
	began := time.Now()
	outcome := sendAll(ctx, w, l)
	r.AcceptedPerSecond = float64(outcome.accepted.Load()) / time.Since(began).Seconds()
	if problem := outcome.problem.Load(); problem != nil {
		r.Problem = *problem
	}
	r.Accepted, r.Refused = int(outcome.accepted.Load()), int(outcome.refused.Load())
	return r, w.finish(r, began)
}

// fund makes count senders on each chain, and gives each ETH and tokens.
func (t *Target) fund(ctx context.Context, count int) ([]*sender, error) {
	senders := make([]*sender, count*len(t.chains))
	for i := range senders {
		key, err := crypto.GenerateKey()
		if err != nil {
			return nil, fmt.Errorf("bench: %w", err)
		}
		senders[i] = &sender{key: key, chain: &t.chains[i%len(t.chains)]}
	}
	g, gctx := errgroup.WithContext(ctx)
	for k, key := range t.keys {
		var mine []*sender
		for i := k; i < len(senders); i += len(t.keys) {
			mine = append(mine, senders[i])
		}
		g.Go(func() error { return t.fundFrom(gctx, key, mine) })
	}
	if err := g.Wait(); err != nil {
		return nil, fmt.Errorf("fund the senders: %w", err)
	}
	return senders, nil
}

// fundFrom gives each sender 5 ETH, and 1 token out of the account's on the first chain.
func (t *Target) fundFrom(ctx context.Context, key *ecdsa.PrivateKey, senders []*sender) error {
	payers := map[*chainOf]*sender{}
	for i := range t.chains {
		p, err := t.newSender(ctx, key, &t.chains[i])
		if err != nil {
			return err
		}
		payers[&t.chains[i]] = p
	}
	eth, token, first := new(big.Int).Mul(big.NewInt(5), big.NewInt(params.Ether)), big.NewInt(params.Ether), &t.chains[0]
	for _, s := range senders {
		tx, err := payers[s.chain].transfer(s.address(), eth)
		if err == nil {
			err = payers[s.chain].settle(ctx, tx)
		}
		if err != nil {
			return err
		}
		if s.chain == first {
			tx, err = payers[first].give(s.address(), token)
		} else {
			tx, err = payers[first].burn(s.address(), token, s.chain.id)
		}
		if err == nil {
			err = payers[first].settle(ctx, tx)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// prepare signs everything, the senders taking turns, burns and transfers evenly mixed.
func prepare(t *Target, senders []*sender, l Load) ([]signed, error) {
	work := make([]signed, l.Count)
	var g errgroup.Group
	for i, s := range senders {
		g.Go(func() (err error) {
			turn := i // so that not all senders burn in the same turn
			for at := i; at < len(work); at += len(senders) {
				if (turn+1)*l.Burns/100 > turn*l.Burns/100 {
					work[at], err = s.burn(sink(), big.NewInt(1), t.after(s.chain).id)
				} else {
					work[at], err = s.transfer(sink(), big.NewInt(1))
				}
				if err != nil {
					return err
				}
				turn++
			}
			return nil
		})
	}
	return work, g.Wait()
}

// sink is an account that only receives.
func sink() common.Address { return common.HexToAddress("0xbe9c000000000000000000000000000000000001") }

// after returns the chain after another one.
func (t *Target) after(ch *chainOf) *chainOf {
	for i := range t.chains {
		if &t.chains[i] == ch {
			return &t.chains[(i+1)%len(t.chains)]
		}
	}
	return ch
}

// maxUnderWay bounds the batches that are sent and not answered.
const maxUnderWay = 64

// outcome counts the answers to submissions.
type outcome struct {
	accepted, refused atomic.Int64
	problem           atomic.Pointer[string] // the first error
}

// sendAll sends the batches at their times and waits for the answers.
func sendAll(ctx context.Context, w *watch, l Load) *outcome {
	o := &outcome{}
	var g errgroup.Group
	g.SetLimit(maxUnderWay)
	began := time.Now()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for from := 0; from < l.Count; from += l.Batch {
		if l.Rate > 0 {
			timer.Reset(time.Until(began.Add(time.Duration(float64(from) / l.Rate * float64(time.Second)))))
			select {
			case <-timer.C:
			case <-ctx.Done():
				return o
			}
		}
		to := min(from+l.Batch, l.Count)
		g.Go(func() error {
			o.send(ctx, w, from, to)
			return nil
		})
	}
	_ = g.Wait() // never an error
	return o
}

// send sends one batch. Any endpoint takes transactions of every chain: the batches go
// around.
func (o *outcome) send(ctx context.Context, w *watch, from, to int) {
	batch := make([]rpc.BatchElem, 0, to-from)
	now := time.Now()
	for i := from; i < to; i++ {
		w.submitted(i, now)
		batch = append(batch, rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{w.work[i].raw}, Result: new(common.Hash)})
	}
	ch := w.target.chains[from/(to-from)%len(w.target.chains)]
	err := ch.client.RPC().BatchCallContext(ctx, batch)
	for i := range batch {
		failed := err
		if failed == nil {
			failed = batch[i].Error
		}
		if failed == nil {
			o.accepted.Add(1)
			continue
		}
		o.refused.Add(1)
		w.refused()
		text := failed.Error()
		o.problem.CompareAndSwap(nil, &text)
	}
}
