package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/router"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/tracer/replay"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

func diagnose(c *engine.Client) sequencer.Diagnose { return replay.Diagnose(c) }

// node passes calls through to a chain's node.
type node struct{ client *engine.Client }

// Call implements router.Node.
func (n node) Call(ctx context.Context, result *json.RawMessage, method string, params []json.RawMessage) error {
	args := make([]any, len(params))
	for i, p := range params {
		args[i] = p
	}
	return n.client.Call(ctx, result, method, args...)
}

// admission lets the router hand transactions to the sequencer.
type admission struct{ *Service }

// ticket is a sequencer.Ticket as the router sees it.
type ticket struct{ *sequencer.Ticket }

// Outcome implements router.Ticket.
func (t ticket) Outcome(ctx context.Context) error {
	outcome, err := t.Wait(ctx)
	if err == nil && outcome.Refusal != nil {
		return outcome.Refusal
	}
	return err
}

// Submit implements router.Admission.
func (a admission) Submit(ctx context.Context, txs []*chains.Tx, opts router.SubmitOptions) (router.Ticket, error) {
	t, err := a.sequencer.Submit(ctx, txs, opts.MaxTimestamp)
	if err != nil {
		return nil, err
	}
	return ticket{t}, nil
}

// Lookup implements router.Admission.
func (a admission) Lookup(id common.Hash) (router.Ticket, bool) {
	t, ok := a.sequencer.Lookup(context.Background(), id)
	if !ok {
		return nil, false
	}
	return ticket{t}, true
}

// Waiting implements router.Admission.
func (a admission) Waiting(tx common.Hash) (*chains.Tx, bool) {
	return a.sequencer.Waiting(context.Background(), tx)
}

// pending serves the state after everything decided.
type pending struct{ *Service }

// View implements router.Pending.
func (p pending) View(chain chains.ChainID) (router.View, error) {
	v, err := p.sequencer.View(chain)
	if err != nil {
		return nil, err
	}
	messenger := common.Address{}
	for _, c := range p.cfg.Chains {
		if c.ID == chain {
			messenger = c.Contracts.Messenger
		}
	}
	return view{v, messenger}, nil
}

// Nonce implements router.Pending.
func (p pending) Nonce(chain chains.ChainID, account common.Address) (uint64, error) {
	return p.sequencer.PendingNonce(context.Background(), chain, account)
}

// view is a shard.View as the router sees it.
type view struct {
	*shard.View
	messenger common.Address
}

// Open implements router.View.
func (v view) Open() *chains.Open {
	open := v.View.Open()
	return &open
}

// Account implements router.StateReader.
func (v view) Account(_ context.Context, addr common.Address) (uint64, *uint256.Int, error) {
	acct, err := v.View.Account(addr)
	if acct == nil || err != nil {
		return 0, new(uint256.Int), err
	}
	return acct.Nonce, acct.Balance, nil
}

// Code implements router.StateReader.
func (v view) Code(_ context.Context, addr common.Address) ([]byte, error) { return v.View.Code(addr) }

// Storage implements router.StateReader.
func (v view) Storage(_ context.Context, addr common.Address, slot common.Hash) (common.Hash, error) {
	return v.View.Storage(addr, slot)
}

// Call implements router.Executor.
func (v view) Call(ctx context.Context, msg *core.Message) (*core.ExecutionResult, error) {
	if msg.GasLimit == 0 { // as much as a block has; go-ethereum's nodes do the same
		open := v.View.Open()
		unlimited := *msg
		unlimited.GasLimit = open.GasLimit
		msg = (&unlimited).SkipGasLimitCapCheck()
	}
	ret, gas, err := v.View.Call(ctx, msg)
	var refused *shard.InvalidError
	switch {
	case err == nil:
		return &core.ExecutionResult{UsedGas: gas, ReturnData: ret}, nil
	case gas > 0 && !errors.As(err, &refused): // it executed and failed
		return &core.ExecutionResult{UsedGas: gas, Err: err, ReturnData: ret}, nil
	}
	return nil, err
}

// EstimateGas implements router.Executor.
func (v view) EstimateGas(ctx context.Context, msg *core.Message) (uint64, []byte, error) {
	gas, revert, err := v.View.EstimateGas(ctx, msg, msg.GasLimit)
	if err != nil {
		return gas, revert, err
	}
	exact := *msg
	exact.GasLimit = gas
	_, _, logs, err := v.Trace(ctx, &exact)
	if err != nil {
		return 0, nil, err
	}
	open := v.View.Open()
	most := min(open.GasLimit, params.MaxTxGas)
	if msg.GasLimit != 0 {
		most = min(most, msg.GasLimit)
	}
	return max(gas, min(gas+v.appendMargin(logs), most)), nil, nil
}

// Appending to a message tree costs more at some places than at others: a node of the
// frontier that is written first, and one for each bit of the count. What is estimated now
// is executed at a later place, behind messages of others.
const (
	firstFrontierGas = 17_100
	frontierBitGas   = 2_200
)

// appendMargin bounds what the messages that the logs show may cost more at later places.
func (v view) appendMargin(logs []*types.Log) uint64 {
	var margin uint64
	for _, log := range logs {
		if log.Address != v.messenger {
			continue
		}
		if m, err := bindings.DecodeSentMessage(log); err == nil {
			margin += firstFrontierGas + frontierBitGas*uint64(bits.Len64(m.Nonce)+1)
		}
	}
	return margin
}

// simulator answers sequencer_simulate.
type simulator struct{ *Service }

// Simulate implements router.Simulator.
func (s simulator) Simulate(ctx context.Context, what router.Simulation) (*wire.Simulation, error) {
	txs := what.Txs
	if len(txs) == 0 {
		tx, err := s.sequencer.CallTx(what.Chain, what.Call)
		if err != nil {
			return nil, err
		}
		txs = []*chains.Tx{tx}
	}
	sim, err := s.sequencer.Simulate(ctx, txs)
	var leg *crosschain.LegError
	if errors.As(err, &leg) { // not executable now: that is what would happen
		refusal := (&chains.Refusal{Code: chains.RefusedInvalid, Leg: uint64(leg.Leg), ChainID: leg.ChainID, Reason: leg.Err.Error()}).JSON()
		return &wire.Simulation{Legs: []wire.SimulatedLeg{}, Messages: []wire.Message{}, Refusal: &refusal}, nil
	}
	if err != nil {
		return nil, err
	}
	return s.render(sim), nil
}

func (s simulator) render(sim sequencer.Simulation) *wire.Simulation {
	out := &wire.Simulation{Legs: []wire.SimulatedLeg{}, Messages: []wire.Message{}}
	if sim.Refusal != nil {
		refusal := sim.Refusal.JSON()
		out.Refusal = &refusal
	}
	for i := range sim.Legs {
		leg := &sim.Legs[i]
		t := leg.Trace
		l := wire.SimulatedLeg{
			ChainID: hexutil.Uint64(t.ChainID), Role: leg.Tx.Kind().String(), Success: t.Succeeded(),
			GasUsed: hexutil.Uint64(t.GasUsed), ReturnData: append([]byte{}, t.ReturnData...),
		}
		if leg.Executes != (common.Hash{}) {
			l.Executes = &leg.Executes
		}
		out.Legs = append(out.Legs, l)
		out.GasUsed += l.GasUsed
		out.Messages = append(out.Messages, s.messages(t.ChainID, t.Logs)...)
	}
	return out
}

func (s simulator) messages(id chains.ChainID, logs []*types.Log) []wire.Message {
	var out []wire.Message
	for _, c := range s.cfg.Chains {
		for _, log := range logs {
			if c.ID != id || log.Address != c.Contracts.Messenger || len(log.Topics) == 0 || log.Topics[0] != bindings.SentMessageTopic {
				continue
			}
			m, err := bindings.DecodeSentMessage(log)
			if err != nil {
				continue // crosschain has refused it
			}
			out = append(out, wire.Message{
				Source: hexutil.Uint64(id), Destination: hexutil.Uint64(m.Destination), Nonce: hexutil.Uint64(m.Nonce),
				Sender: m.Sender, Target: m.Target, Data: m.Data, Hash: m.Hash(uint64(id)),
			})
		}
	}
	return out
}

// heads hides the head of a chain that alone has not adopted a block of its commit group:
// who reads it would see half of a bundle.
type heads struct{ *Service }

// Head implements router.Heads.
func (h heads) Head(id chains.ChainID) (chains.BlockRef, error) {
	head, err := h.history.Head(id)
	if is := h.sequencer.Health(id); err == nil && head.Number < is.Due {
		return chains.BlockRef{}, fmt.Errorf("%w: chain %d: %s", chains.ErrUnavailable, id, is.Reason)
	}
	return head, err
}

// healthOf describes the service.
type healthOf struct{ *Service }

// Chains implements router.Health.
func (h healthOf) Chains(context.Context) (*wire.Chains, error) {
	out := &wire.Chains{
		L1ChainID: hexutil.Uint64(h.cfg.L1.ID), Settlement: h.cfg.L1.Settlement,
		DeploymentID: chains.DeploymentID(h.cfg.L1.ID, h.cfg.L1.Settlement), Signer: h.cfg.Keys.Signer.Address(),
		Epoch: hexutil.Uint64(h.cfg.L1.Epoch), Relayer: h.cfg.Keys.Relayer.Address(),
	}
	for _, c := range h.cfg.Chains {
		head, err := h.history.Head(c.ID)
		if err != nil {
			return nil, err
		}
		genesis := block(c.Genesis)
		out.Chains = append(out.Chains, wire.Chain{ChainID: hexutil.Uint64(c.ID), Latest: block(head), Safe: genesis, Finalized: genesis, Contracts: wire.ContractsOf(c.Contracts)})
	}
	return out, nil
}

// Health implements router.Health.
func (h healthOf) Health(ctx context.Context) (*wire.Health, error) {
	out := &wire.Health{Ready: true, Reasons: []string{}}
	for name, counter := range h.MustBeZero() {
		if n := valueOf(counter); n != 0 {
			out.Reasons = append(out.Reasons, fmt.Sprintf("%s is %v", name, n))
		}
	}
	out.Reasons = append(out.Reasons, h.l1.reasons()...)
	out.Reasons = append(out.Reasons, h.directReasons()...)
	out.Reasons = append(out.Reasons, h.entryReasons()...)
	out.Reasons = append(out.Reasons, h.settlement.Reasons()...)
	out.Reasons = append(out.Reasons, h.auditor.lateReasons()...)
	for _, p := range h.sequencer.Pairs() {
		out.Pairs = append(out.Pairs, wire.PairHealth{Source: hexutil.Uint64(p.Pair.Source), Destination: hexutil.Uint64(p.Pair.Destination),
			Owed: hexutil.Uint64(p.Owed), Frozen: p.Frozen, Closed: p.Closed})
		if p.Frozen {
			out.Reasons = append(out.Reasons, p.String())
		}
	}
	for i, reason := range out.Reasons {
		out.Reasons[i] = engine.Shown(reason)
	}
	for _, c := range h.cfg.Chains {
		head, err := h.history.Head(c.ID)
		if err != nil {
			return nil, err
		}
		queued, err := h.sequencer.Queued(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		is := h.sequencer.Health(c.ID)
		health := wire.ChainHealth{ChainID: hexutil.Uint64(c.ID), Reasons: []string{}, Latest: block(head), Queued: hexutil.Uint64(queued)}
		for _, reason := range []string{is.Reason, h.opNodeReason(c.ID), h.originReason(c.ID)} {
			if reason != "" {
				health.Reasons = append(health.Reasons, engine.Shown(reason))
			}
		}
		health.Healthy = len(health.Reasons) == 0
		out.Chains = append(out.Chains, health)
	}
	return out, nil
}

func block(ref chains.BlockRef) wire.Block {
	return wire.Block{Number: hexutil.Uint64(ref.Number), Hash: ref.Hash}
}
