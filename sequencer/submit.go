package sequencer

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// Errors of Submit and Simulate, besides go-ethereum's txpool.ErrReplaceUnderpriced.
var (
	// ErrFull: the pool of undecided transactions is full.
	ErrFull = errors.New("txpool is full")
	// ErrSenderFull: this sender has too many undecided transactions.
	ErrSenderFull = errors.New("too many undecided transactions of this sender")
	// ErrBundleMember: the transaction belongs to a user-signed bundle that is not decided.
	ErrBundleMember = errors.New("transaction is a member of a pending bundle")
	// ErrIncluded: a member of the bundle is included already.
	ErrIncluded = errors.New("transaction is included already")
	// ErrReserved: the sender is the relayer account, whose nonces are the sequencer's.
	ErrReserved = errors.New("the relayer account sends relays only")
	// ErrUnknownChain: the chain is not sequenced here.
	ErrUnknownChain = errors.New("unknown chain")
	// ErrBusy: the slot's share for executions that are not included is used up (A5).
	ErrBusy = errors.New("too many refused or simulated executions in this slot, try again in the next")
)

// Submit admits one transaction, or several as one user-signed bundle, and returns once
// the admission is durable: from then on it is included once or refused on record. A
// transaction that is known already is not admitted again: its ticket is returned.
// maxTimestamp is the last slot that may include it, 0 for any.
func (s *Sequencer) Submit(ctx context.Context, txs []*chains.Tx, maxTimestamp uint64) (*Ticket, error) {
	if err := s.warm(ctx, txs); err != nil {
		return nil, err
	}
	var (
		ticket *Ticket
		seq    journal.Seq
		err    error
	)
	if lost := s.do(ctx, func() { ticket, seq, err = s.admit(txs, maxTimestamp) }); lost != nil {
		return nil, lost
	}
	if err != nil {
		return nil, err
	}
	if err := s.deps.Journal.WaitDurable(ctx, seq); err != nil {
		return nil, err
	}
	return ticket, nil
}

// warm checks that the transactions are for lanes of ours and reads what the transactions will surely touch into the shards' caches, so that the
// slot loop does not wait for the node.
func (s *Sequencer) warm(ctx context.Context, txs []*chains.Tx) error {
	select {
	case <-s.ready:
	case <-s.stopped:
		return ErrStopped
	case <-ctx.Done():
		return ctx.Err()
	}
	for _, tx := range txs {
		l := s.lanes[tx.ChainID()]
		if l == nil {
			return fmt.Errorf("%w: %d", ErrUnknownChain, tx.ChainID())
		}
		if tx.Sender() == s.deps.Relayer.Address() {
			return ErrReserved
		}
		addrs := []common.Address{tx.Sender()}
		if to := tx.To(); to != nil {
			addrs = append(addrs, *to)
		}
		sh := l.readable.Load()
		if sh == nil {
			continue // the chain stands aside: it waits, unread
		}
		if err := sh.Prefetch(ctx, addrs, nil); err != nil {
			s.log.Debug("prefetch failed", zap.Error(err)) // executing it will read again
		}
	}
	return nil
}

func (s *Sequencer) admit(txs []*chains.Tx, maxTimestamp uint64) (*Ticket, journal.Seq, error) {
	id := chains.BundleID(txs)
	if t := s.known(id); t != nil {
		return t, t.admitted, nil // durable before it is acknowledged again, too
	}
	replaced, err := s.checkRoom(txs)
	if err != nil {
		return nil, 0, err
	}
	s.numbers.arrival++
	it := &item{id: id, txs: txs, arrival: s.numbers.arrival, received: s.deps.Clock.Now(), maxTimestamp: maxTimestamp, ticket: newTicket()}
	rec := &journal.Admitted{Arrival: it.arrival, ID: id, MaxTimestamp: maxTimestamp, ReceivedAt: uint64(it.received.UnixMilli())}
	for _, tx := range txs {
		rec.Raw = append(rec.Raw, tx.Raw())
	}
	seq, err := s.deps.Journal.Append(rec)
	if err != nil {
		s.fail(fmt.Errorf("journal an admission: %w", err))
		return nil, 0, err
	}
	it.ticket.admitted = seq
	for _, old := range replaced {
		s.refuse(old, &chains.Refusal{Code: chains.RefusedReplaced, ChainID: txs[0].ChainID(), Reason: fmt.Sprintf("replaced by %s, which pays more for the same nonce", id)}, false)
	}
	s.pool.add(it)
	return it.ticket, seq, nil
}

// known returns the ticket of a submission that is waiting or was decided lately.
func (s *Sequencer) known(id common.Hash) *Ticket {
	if it := s.waiting(id); it != nil {
		return it.ticket
	}
	return s.recent.get(id)
}

// waiting finds an undecided item by its id.
func (s *Sequencer) waiting(id common.Hash) *item {
	if it := s.pool.byTx[id]; it != nil && it.id == id {
		return it
	}
	return s.pool.bundles[id]
}

// checkRoom checks the pool's bounds and returns the items that txs replaces.
func (s *Sequencer) checkRoom(txs []*chains.Tx) ([]*item, error) {
	if s.pool.size()+len(txs) > s.cfg.MaxQueued {
		return nil, fmt.Errorf("%w: %d transactions wait", ErrFull, s.pool.size())
	}
	var replaced []*item
	for _, tx := range txs {
		at := accountOf(tx)
		if away := s.lanes[at.chain].aside; away != nil && s.pool.onChain[at.chain] >= s.cfg.MaxAside {
			return nil, fmt.Errorf("%w: chain %d is %w, and %d transactions wait for it", ErrFull, at.chain, away.reason, s.cfg.MaxAside)
		}
		if s.pool.byTx[tx.Hash()] != nil {
			return nil, ErrBundleMember
		}
		if s.recent.get(tx.Hash()) != nil { // only in a bundle: alone it is known
			return nil, fmt.Errorf("%w: %s", ErrIncluded, tx.Hash())
		}
		old := s.pool.byAccount[at][tx.Nonce()]
		switch {
		case old == nil && len(s.pool.byAccount[at]) >= s.cfg.MaxPerSender:
			return nil, fmt.Errorf("%w: %d wait on chain %d; is a nonce missing?", ErrSenderFull, s.cfg.MaxPerSender, at.chain)
		case old == nil:
			continue
		case len(old.txs) > 1 || len(txs) > 1:
			return nil, fmt.Errorf("%w: nonce %d of %s on chain %d is taken by one", ErrBundleMember, tx.Nonce(), at.sender, at.chain)
		case !priceBumped(old.txs[0], tx):
			return nil, txpool.ErrReplaceUnderpriced
		}
		replaced = append(replaced, old)
	}
	return replaced, nil
}

// Lookup returns the ticket of an undecided or lately decided submission, by its id, once
// its admission is durable: who finds it may acknowledge it.
func (s *Sequencer) Lookup(ctx context.Context, id common.Hash) (*Ticket, bool) {
	var t *Ticket
	if err := s.do(ctx, func() { t = s.known(id) }); err != nil || t == nil {
		return nil, false
	}
	return t, s.deps.Journal.WaitDurable(ctx, t.admitted) == nil
}

// Waiting returns a transaction that is admitted and not decided. Members of a bundle
// are never returned (A9).
func (s *Sequencer) Waiting(ctx context.Context, hash common.Hash) (*chains.Tx, bool) {
	var tx *chains.Tx
	err := s.do(ctx, func() {
		if it := s.pool.byTx[hash]; it != nil && len(it.txs) == 1 {
			tx = it.txs[0]
		}
	})
	return tx, err == nil && tx != nil
}

// Queued returns how many transactions wait on a chain.
func (s *Sequencer) Queued(ctx context.Context, id chains.ChainID) (int, error) {
	n := 0
	err := s.do(ctx, func() { n = s.pool.onChain[id] })
	return n, err
}

// View returns a chain's state after everything decided so far, or chains.ErrUnavailable
// while the chain stands aside. While slots are redone it waits for that, for a moment.
func (s *Sequencer) View(id chains.ChainID) (*shard.View, error) {
	l := s.lanes[id]
	if l == nil {
		return nil, fmt.Errorf("%w: %d", ErrUnknownChain, id)
	}
	select {
	case <-s.ready:
	default:
		return nil, ErrStopped
	}
	if redone := s.unsettled.Load(); redone != nil {
		select {
		case <-*redone:
		case <-s.deps.Clock.After(s.cfg.Patience):
		case <-s.stopped:
		}
	}
	if sh := l.readable.Load(); sh != nil {
		return sh.View(), nil
	}
	return nil, fmt.Errorf("%w: chain %d: %s", chains.ErrUnavailable, id, s.health.of(id).Reason)
}

// PendingNonce returns the next nonce of an account after everything decided and what
// waits without a gap.
func (s *Sequencer) PendingNonce(ctx context.Context, id chains.ChainID, sender common.Address) (uint64, error) {
	view, err := s.View(id)
	if err != nil {
		return 0, err
	}
	nonce, err := view.Nonce(sender)
	if err != nil {
		return 0, err
	}
	lost := s.do(ctx, func() { nonce = s.pool.nextNonce(account{chain: id, sender: sender}, nonce) })
	return nonce, lost
}

// Simulation is what would happen to transactions now.
type Simulation struct {
	Legs    []crosschain.Leg // empty when refused
	Refusal *chains.Refusal
}

// Simulate decides transactions in the open slot and includes nothing. It shares the cap
// on refused executions (A5) with everybody. The error is that of a leg that cannot be
// executed now, ErrBusy, or ErrStopped.
func (s *Sequencer) Simulate(ctx context.Context, txs []*chains.Tx) (Simulation, error) {
	if err := s.warm(ctx, txs); err != nil {
		return Simulation{}, err
	}
	for tries := 0; ; tries++ {
		var sim Simulation
		var err error
		lost := s.do(ctx, func() { sim, err = s.simulate(txs) })
		var leg *crosschain.LegError
		var cold *shard.ColdError
		if lost != nil || tries == maxWarmings || !errors.As(err, &leg) || !errors.As(err, &cold) {
			return sim, errors.Join(lost, err)
		}
		sh := s.lanes[leg.ChainID].readable.Load()
		if sh == nil {
			return sim, err // the chain stands aside by now
		}
		if err := sh.Warm(cold)(ctx); err != nil {
			return Simulation{}, err
		}
	}
}

func (s *Sequencer) simulate(txs []*chains.Tx) (Simulation, error) {
	if s.open == nil {
		return Simulation{}, ErrBusy
	}
	for _, tx := range txs {
		if l := s.lanes[tx.ChainID()]; l.refusedGas > l.gasLimit/10 {
			return Simulation{}, ErrBusy
		}
	}
	legs, refusal, err := s.attempt(txs, s.cfg.MaxColdReads)
	for _, id := range s.present {
		s.lanes[id].refusedGas += s.lanes[id].tried.gas
	}
	s.undo()
	var leg *crosschain.LegError
	if errors.Is(err, errUnavailable) && errors.As(err, &leg) {
		return Simulation{Refusal: unavailable(leg)}, nil
	}
	return Simulation{Legs: legs, Refusal: refusal}, err
}

// CallTx makes an unsigned transaction of a call, to simulate it: with the sender's next
// nonce, at the base fee, and with the largest gas limit where gas is 0.
func (s *Sequencer) CallTx(id chains.ChainID, msg *core.Message) (*chains.Tx, error) {
	view, err := s.View(id)
	if err != nil {
		return nil, err
	}
	nonce, err := view.Nonce(msg.From)
	if err != nil {
		return nil, err
	}
	gas := msg.GasLimit
	if gas == 0 {
		gas = min(params.MaxTxGas, view.Open().GasLimit)
	}
	value := new(big.Int)
	if msg.Value != nil {
		value = msg.Value.ToBig()
	}
	open := view.Open()
	return chains.NewCallTx(id, msg.From, types.NewTx(&types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: nonce, GasTipCap: new(big.Int), GasFeeCap: open.BaseFee,
		Gas: gas, To: msg.To, Value: value, Data: msg.Data, AccessList: msg.AccessList,
	}))
}

// Health returns how a chain is doing.
func (s *Sequencer) Health(id chains.ChainID) ChainHealth { return s.health.of(id) }
