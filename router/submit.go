package router

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
)

func (s *Server) addSubmissions(table map[string]method) {
	table["eth_sendRawTransaction"] = method{answer: s.sendRaw, anywhere: true}
	table["eth_sendRawTransactionSync"] = method{answer: s.sendRawSync, anywhere: true}
	table["sequencer_sendBundle"] = method{answer: s.sendBundle, anywhere: true}
	table["sequencer_simulate"] = method{answer: s.simulate, anywhere: true}
}

// submission is an admitted transaction. ticket is nil where it was included before.
type submission struct {
	tx     *chains.Tx
	chain  *chain
	ticket Ticket
}

// submitRaw decodes, checks and admits a raw transaction. A known one is not checked
// again: it would fail, its nonce being used, and sending it again must be harmless.
func (s *Server) submitRaw(ctx context.Context, raw []byte) (*submission, error) {
	tx, ch, err := s.decode(raw)
	if err != nil {
		return nil, err
	}
	sub := &submission{tx: tx, chain: ch}
	if known, err := s.known(ctx, sub); known || err != nil {
		return sub, err
	}
	if err := s.check(ctx, tx, ch); err != nil {
		// It may have been included between the two looks.
		if known, err := s.known(ctx, sub); known && err == nil {
			return sub, nil
		}
		return nil, err
	}
	sub.ticket, err = s.deps.Admission.Submit(ctx, []*chains.Tx{tx}, SubmitOptions{})
	return sub, err
}

// known reports whether a transaction is waiting (and fills in its ticket) or included.
func (s *Server) known(ctx context.Context, sub *submission) (bool, error) {
	if ticket, ok := s.deps.Admission.Lookup(sub.tx.Hash()); ok {
		sub.ticket = ticket
		return true, nil
	}
	_, err := s.deps.Decided.Included(ctx, sub.tx.Hash())
	if errors.Is(err, chains.ErrUnknown) {
		return false, nil
	}
	return err == nil, err
}

// sendRaw answers eth_sendRawTransaction: the hash, or the refusal where it is decided
// within DecisionWait.
func (s *Server) sendRaw(ctx context.Context, c *call) (any, error) {
	var raw hexutil.Bytes
	if err := bind(c.params, 1, &raw); err != nil {
		return nil, err
	}
	sub, err := s.submitRaw(ctx, raw)
	if err != nil {
		return nil, err
	}
	if err := refusedBy(ctx, sub.ticket, c.decideBy); err != nil {
		return nil, err
	}
	return sub.tx.Hash(), nil
}

// refusedBy waits for a decision until a moment and returns a refusal, if it is one.
func refusedBy(ctx context.Context, ticket Ticket, moment time.Time) error {
	if ticket == nil || !time.Now().Before(moment) {
		return nil
	}
	ctx, cancel := context.WithDeadline(ctx, moment)
	defer cancel()
	err := ticket.Outcome(ctx)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return nil // it is admitted all the same
	}
	return err
}

// sendRawSync answers eth_sendRawTransactionSync (EIP-7966): the receipt, as soon as the
// promise is signed.
func (s *Server) sendRawSync(ctx context.Context, c *call) (any, error) {
	var raw hexutil.Bytes
	var wish json.RawMessage
	if err := bind(c.params, 1, &raw, &wish); err != nil {
		return nil, err
	}
	sub, err := s.submitRaw(ctx, raw)
	if err != nil {
		return nil, err
	}
	wait := s.syncWait(wish)
	waitCtx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	if sub.ticket != nil {
		err = sub.ticket.Outcome(waitCtx)
	}
	if err == nil {
		var in *chains.Included
		if in, err = s.deps.Decided.Await(waitCtx, sub.tx.Hash()); err == nil {
			return s.receiptOf(ctx, sub.chain, in)
		}
	}
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return nil, s.stillWaiting(sub, wait)
	}
	return nil, err
}

// syncWait returns how long to wait. A wish is a number or hex quantity of milliseconds;
// one that is neither, or zero, counts as none, as the EIP has it.
func (s *Server) syncWait(wish json.RawMessage) time.Duration {
	var ms uint64
	if json.Unmarshal(wish, &ms) != nil {
		var hex hexutil.Uint64
		if json.Unmarshal(wish, &hex) != nil {
			return s.cfg.SyncTimeout
		}
		ms = uint64(hex)
	}
	if ms == 0 {
		return s.cfg.SyncTimeout
	}
	if ms > uint64(s.cfg.MaxSyncTimeout/time.Millisecond) {
		return s.cfg.MaxSyncTimeout
	}
	return time.Duration(ms) * time.Millisecond
}

// stillWaiting is the answer for a transaction that was not decided in time: with the
// nonce it waits for, where that is the reason.
func (s *Server) stillWaiting(sub *submission, wait time.Duration) error {
	next, err := s.deps.Pending.Nonce(sub.chain.ID, sub.tx.Sender())
	if err == nil && next < sub.tx.Nonce() {
		return &Error{
			Code:    codeNonceGap,
			Message: fmt.Sprintf("the transaction is queued behind a nonce gap: next nonce %d, tx nonce %d", next, sub.tx.Nonce()),
			Data:    hexutil.EncodeUint64(next),
		}
	}
	return &Error{
		Code:    codeSyncTimeout,
		Message: fmt.Sprintf("the transaction was admitted but not decided within %v", wait),
		Data:    sub.tx.Hash(),
	}
}

// sendBundle answers sequencer_sendBundle.
func (s *Server) sendBundle(ctx context.Context, c *call) (any, error) {
	var req wire.BundleRequest
	if err := bind(c.params, 1, &req); err != nil {
		return nil, err
	}
	txs, err := s.bundleTxs(req.Txs)
	if err != nil {
		return nil, err
	}
	var opts SubmitOptions
	if req.MaxTimestamp != nil {
		if opts.MaxTimestamp = uint64(*req.MaxTimestamp); opts.MaxTimestamp == 0 {
			return nil, invalidParams("maxTimestamp is zero")
		}
	}
	id := chains.BundleID(txs)
	ticket, waiting := s.deps.Admission.Lookup(id)
	if !waiting {
		if in, err := s.deps.Decided.Included(ctx, txs[0].Hash()); err == nil && in.Bundle == id {
			return id, nil
		}
		for i, tx := range txs {
			if err := s.check(ctx, tx, s.chains[tx.ChainID()]); err != nil {
				return nil, member(i, err)
			}
		}
		if ticket, err = s.deps.Admission.Submit(ctx, txs, opts); err != nil {
			return nil, err
		}
	}
	if err := refusedBy(ctx, ticket, c.decideBy); err != nil {
		return nil, err
	}
	return id, nil
}

// bundleTxs decodes a bundle's members: no two the same, on two or more chains.
func (s *Server) bundleTxs(raws []hexutil.Bytes) ([]*chains.Tx, error) {
	if len(raws) > s.cfg.MaxBundleTxs {
		return nil, invalidParams(fmt.Sprintf("a bundle has at most %d transactions", s.cfg.MaxBundleTxs))
	}
	txs := make([]*chains.Tx, len(raws))
	hashes := make(map[common.Hash]bool)
	ids := make(map[chains.ChainID]bool)
	for i, raw := range raws {
		tx, _, err := s.decode(raw)
		if err != nil {
			return nil, member(i, err)
		}
		if hashes[tx.Hash()] {
			return nil, invalidParams(fmt.Sprintf("transaction %d is in the bundle twice", i))
		}
		txs[i], hashes[tx.Hash()], ids[tx.ChainID()] = tx, true, true
	}
	if len(ids) < 2 {
		return nil, invalidParams("a bundle needs transactions on two or more chains")
	}
	return txs, nil
}

// member says which transaction of a bundle an error is about.
func member(i int, err error) error {
	var refusal *chains.Refusal
	if errors.As(err, &refusal) {
		refusal.Leg = uint64(i)
		return refusal
	}
	return fmt.Errorf("transaction %d: %w", i, err)
}

// simulate answers sequencer_simulate for a raw transaction or a call object.
func (s *Server) simulate(ctx context.Context, c *call) (any, error) {
	var what json.RawMessage
	if err := bind(c.params, 1, &what); err != nil {
		return nil, err
	}
	if strings.HasPrefix(string(what), `"`) {
		var raw hexutil.Bytes
		if err := bind(c.params, 1, &raw); err != nil {
			return nil, err
		}
		tx, _, err := s.decode(raw)
		if err != nil {
			return nil, err
		}
		return s.deps.Simulator.Simulate(ctx, Simulation{Txs: []*chains.Tx{tx}})
	}
	if c.chain == nil {
		return nil, invalidParams("a call object needs a chain: use the path " + s.paths())
	}
	var args callArgs
	if err := bind(c.params, 1, &args); err != nil {
		return nil, err
	}
	view, err := s.deps.Pending.View(c.chain.ID)
	if err != nil {
		return nil, err
	}
	msg, err := args.message(view.Open())
	if err != nil {
		return nil, err
	}
	return s.deps.Simulator.Simulate(ctx, Simulation{Chain: c.chain.ID, Call: msg})
}
