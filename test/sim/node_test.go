package sim

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// node is a scripted node: a ledger behind vices. It outlives the sequencer's lives.
type node struct {
	sim *sim
	id  chains.ChainID
	*ledger
	deadUntil, hungUntil, syncingUntil time.Time

	adopted   map[uint64]common.Hash // by the sequencer
	base      *block                 // that our first block is built on, the contracts' until there is one
	ours      *block                 // the highest of these
	adoptedAt time.Time              // the last of them
	told      *block                 // the head as the sequencer last heard of it
	denies    bool                   // it has called a good block invalid in this life of the sequencer

	trouble    []span // under sim.mu, as intrusions
	intrusions []intrusion
}

func newNode(s *sim, id chains.ChainID) *node {
	n := &node{sim: s, id: id, ledger: s.world.ledgers[id].clone(s.memory), adopted: map[uint64]common.Hash{}, adoptedAt: time.Now()}
	n.base, n.ours, n.told = n.top(), n.top(), n.top()
	n.adopted[n.ours.number()] = n.ours.hash
	return n
}

// takenOver reports whether another writer's block is the head.
func (n *node) takenOver() bool {
	head := n.top()
	return n.adopted[head.number()] != head.hash
}

// seam is a node as one life of the sequencer has it. It implements sequencer.Node.
type seam struct {
	*node
	life    *life
	planned fault // for what is being done at this instant
}

// call is one request to the node: it takes its time, meets the vices, and does what it
// does at one instant.
func (s *seam) call(ctx context.Context, method, about string, do func(*rand.Rand) error) error {
	name := fmt.Sprintf("life %d %d %s %s", s.life.number, s.id, method, about)
	r := s.sim.fate.of(name, s.sim.line.nth(name))
	v := s.sim.vices()
	there, back := s.duration(r, method), s.duration(r, method)
	before, after, late := percent(r, v.failBefore), percent(r, v.failAfter), percent(r, v.slow)
	if v.heavy > 0 {
		before, after := s.work(r, method, v.heavy)
		there, back = there+before, back+after
	}
	if err := s.life.sleep(ctx, there); err != nil {
		return err
	}
	if late {
		back += between(r, time.Second, 6*time.Second)
	}
	err := s.atOnce(name, func(planned fault) error {
		before, after = before || planned == failBefore, after || planned == failAfter
		if late || before || after {
			s.suffers(back)
		}
		s.befall(r, v, planned)
		switch {
		case time.Now().Before(s.hungUntil):
			return errSilent
		case time.Now().Before(s.deadUntil):
			return errRefused
		case before:
			return errBroken
		}
		err := s.perform(r, planned, do)
		if after && err == nil {
			err = errBroken
		}
		return err
	})
	if errors.Is(err, errSilent) {
		return s.hold(ctx, r, method)
	}
	if errors.Is(err, errRefused) || errors.Is(err, errCrashed) {
		return err
	}
	if serr := s.life.sleep(ctx, back); serr != nil {
		return serr
	}
	if late && err == nil && percent(r, 50) {
		return errTimeout
	}
	return err
}

// atOnce lets a call do what it does at one instant, at which the process may crash.
func (s *seam) atOnce(name string, do func(fault) error) error {
	s.sim.instant.Lock()
	defer s.sim.instant.Unlock()
	s.life.step(name + " asked")
	if s.life.dead.Load() {
		return errCrashed
	}
	s.sim.oracle.watch(s.life)
	planned := none
	if s.sim.plan.fault != nil {
		if planned = s.sim.plan.fault(s.life, s.life.steps.Load()); planned != none {
			s.strikes(planned)
		}
	}
	err := do(planned)
	if s.slow(name) || errors.Is(err, errSilent) || errors.Is(err, errRefused) { // the slot loop reads what waiting senders have in the order of a map
		s.sim.note("%s: %v", name, err)
	}
	s.life.step(name + " done")
	return err
}

// perform does what is asked, and what is planned to happen with it.
func (s *seam) perform(r *rand.Rand, planned fault, do func(*rand.Rand) error) error {
	if in, yes := plannedWriter(planned); yes {
		if err := s.intrude(in); err != nil {
			return err
		}
	}
	s.planned = planned
	err := do(r)
	s.planned = none
	switch planned {
	case doneThenLost:
		s.kill(1 << 20)
		return errBroken
	case diesAfter:
		s.die(absence)
		return errBroken
	}
	return err
}

// hold keeps a call unanswered until its caller gives up, or the node's client does.
func (s *seam) hold(ctx context.Context, r *rand.Rand, method string) error {
	ctx, cancel := context.WithTimeout(ctx, s.clientTimeout(method))
	defer cancel()
	select {
	case <-ctx.Done():
	case <-s.life.ctx.Done():
	}
	if err := s.life.sleep(s.sim.forever, between(r, time.Microsecond, 50*time.Microsecond)); err != nil { // many may end at once
		return err
	}
	return ctx.Err()
}

// clientTimeout is the engine client's own, by default.
func (s *seam) clientTimeout(method string) time.Duration {
	if s.slow(method) {
		return 8 * time.Second
	}
	return 5 * time.Second
}

// slow tells what makes the node work from what it looks up, by its name.
func (s *seam) slow(method string) bool {
	for _, work := range []string{"build", "payload", "adopt", "trace"} {
		if strings.Contains(method, work) {
			return true
		}
	}
	return false
}

func (s *seam) duration(r *rand.Rand, method string) time.Duration {
	if s.slow(method) {
		return between(r, 200*time.Microsecond, 8*time.Millisecond)
	}
	return between(r, 10*time.Microsecond, 200*time.Microsecond)
}

// crash loses some of the last blocks, never the contracts.
func (n *node) crash(r *rand.Rand, most uint64) {
	lost := uint64(r.Int64N(int64(most) + 1))
	n.loseLast(lost, 1)
	n.sim.note("%d lost %d blocks, head %d %s", n.id, lost, n.top().number(), n.top().hash)
}

// Head implements sequencer.Node.
func (s *seam) Head(ctx context.Context) (h *types.Header, err error) {
	err = s.call(ctx, "head", "", func(*rand.Rand) error {
		s.told = s.top()
		h = s.told.header
		return nil
	})
	return h, err
}

// Build implements sequencer.Node.
func (s *seam) Build(ctx context.Context, open *chains.Open, txs [][]byte) (p *chains.Payload, err error) {
	err = s.call(ctx, "build", fmt.Sprint(open.Number), func(r *rand.Rand) error {
		v := s.sim.vices()
		if percent(r, v.foreign) {
			if err := s.intrude(intruder(r, v, false)); err != nil {
				return err
			}
		}
		b, err := s.execute(open, txs, s.sim.bend)
		if err != nil {
			return err
		}
		if s.top() != b.parent {
			return errNotHead // a node builds on its head only
		}
		s.keep(b)
		p, err = b.payload(s.id)
		if err == nil && (percent(r, v.wrongRoot) || s.planned == wrongRoot) {
			s.suffers(0)
			p.ReceiptsRoot[0] ^= 0xff
			s.sim.note("%d builds block %d with another receipts root", s.id, p.Number)
		}
		return err
	})
	return p, err
}

// syncs reports whether the node is syncing, and may make it so.
func (n *node) syncs(r *rand.Rand) bool {
	if percent(r, n.sim.vices().syncing) {
		d := between(r, time.Second/2, 4*time.Second)
		n.syncingUntil = time.Now().Add(d)
		n.suffers(d)
	}
	return time.Now().Before(n.syncingUntil)
}

// NewPayload implements sequencer.Node.
func (s *seam) NewPayload(ctx context.Context, p *chains.Payload) error {
	return s.call(ctx, "payload", fmt.Sprint(p.Number), func(r *rand.Rand) error {
		if s.syncs(r) {
			return errSyncing
		}
		if percent(r, s.sim.vices().invalid) || s.planned == saysInvalid {
			s.suffers(0)
			s.denies = true
			return invalidPayload{errBad}
		}
		if _, err := s.get(p.Hash); err == nil {
			return nil
		}
		if b := s.takeBuilt(p.Hash); b != nil {
			s.add(b)
			return nil
		}
		open, err := openOf(p)
		if err != nil {
			return invalidPayload{err}
		}
		b, err := s.execute(open, p.Transactions, s.sim.bend)
		if errors.Is(err, errUnknownBlock) {
			return fmt.Errorf("%w: %w", errSyncing, err)
		}
		if err != nil {
			return invalidPayload{err}
		}
		if b.hash != p.Hash {
			return invalidPayload{fmt.Errorf("block hash %s, not %s", b.hash, p.Hash)}
		}
		s.add(b)
		return nil
	})
}

// Adopt implements sequencer.Node.
func (s *seam) Adopt(ctx context.Context, head, _, _ common.Hash) error {
	return s.call(ctx, "adopt", head.TerminalString(), func(r *rand.Rand) error {
		if s.syncs(r) {
			return errSyncing
		}
		b, err := s.get(head)
		if err != nil {
			return fmt.Errorf("%w: %w", errSyncing, err)
		}
		v := s.sim.vices()
		if percent(r, v.sibling) && s.top() == b.parent {
			s.setHead(b)
			return errors.Join(errNotHead, s.intrude(intruder(r, v, true)))
		}
		if percent(r, v.still) && s.top() != b {
			s.suffers(0)
			return errNotHead
		}
		if (v.stays || s.sim.opnodes[s.id] != nil) && b.above(s.top()) { // nodes of the OP Stack go back for attributes only
			return errNotHead
		}
		s.sim.oracle.adopted(s.node, s.life, b)
		s.setHead(b)
		return nil
	})
}

// Accounts implements shard.Source.
func (s *seam) Accounts(ctx context.Context, at common.Hash, addrs []common.Address) (out []*types.StateAccount, err error) {
	first := slices.MinFunc(addrs, common.Address.Cmp) // some lists come in the order of a map
	err = s.call(ctx, "accounts", fmt.Sprint(len(addrs), first, at.TerminalString()), func(*rand.Rand) (err error) {
		out, err = s.ledger.Accounts(ctx, at, addrs)
		return err
	})
	return out, err
}

func compareKeys(a, b chains.StorageKey) int {
	if c := a.Address.Cmp(b.Address); c != 0 {
		return c
	}
	return a.Slot.Cmp(b.Slot)
}

// Storage implements shard.Source.
func (s *seam) Storage(ctx context.Context, at common.Hash, keys []chains.StorageKey) (out []common.Hash, err error) {
	first := slices.MinFunc(keys, compareKeys)
	err = s.call(ctx, "storage", fmt.Sprint(len(keys), first.Address, first.Slot.TerminalString(), at.TerminalString()), func(r *rand.Rand) (err error) {
		out, err = s.ledger.Storage(ctx, at, keys)
		if err == nil && len(keys) == 1 && first.Address == s.sim.world.plan.TestToken && percent(r, s.sim.vices().lie) {
			out[0] = common.BigToHash(ether(int64(r.IntN(3)) * 50_000)) // more than anybody has, or nothing
			s.sim.lied.Store(true)
			s.suffers(0)
			s.sim.note("%d lies about slot %s", s.id, first.Slot)
		}
		return err
	})
	return out, err
}

// Code implements shard.Source.
func (s *seam) Code(ctx context.Context, at common.Hash, addr common.Address) (out []byte, err error) {
	err = s.call(ctx, "code", addr.Hex(), func(*rand.Rand) (err error) {
		out, err = s.ledger.Code(ctx, at, addr)
		return err
	})
	return out, err
}

// BlockHash implements shard.Source.
func (s *seam) BlockHash(ctx context.Context, number uint64) (out common.Hash, err error) {
	err = s.call(ctx, "blockhash", fmt.Sprint(number), func(*rand.Rand) (err error) {
		out, err = s.ledger.BlockHash(ctx, number)
		return err
	})
	return out, err
}

// diagnose is the node's trace of a block, compared with the shard's.
func (s *seam) diagnose(ctx context.Context, open *chains.Open, sealed *chains.Sealed) (index int, what string, err error) {
	index = -1
	err = s.call(ctx, "trace", fmt.Sprint(open.Number), func(*rand.Rand) error {
		raws := make([][]byte, len(sealed.Transactions))
		for i, tx := range sealed.Transactions {
			raws[i] = tx.Raw()
		}
		b, err := s.execute(open, raws, s.sim.bend)
		if err != nil {
			return err
		}
		for i, r := range b.receipts {
			ours := sealed.Receipts[i]
			if chains.ReceiptHash(r.Status, r.CumulativeGasUsed, r.Logs) != chains.ReceiptHash(ours.Status, ours.CumulativeGasUsed, ours.Logs) {
				index, what = i, fmt.Sprintf("status %d, gas %d instead of status %d, gas %d", r.Status, r.GasUsed, ours.Status, ours.GasUsed)
				return nil
			}
		}
		return nil
	})
	return index, what, err
}

// Logs implements sequencer.Node.
func (s *seam) Logs(ctx context.Context, q ethereum.FilterQuery) (out []types.Log, err error) {
	err = s.call(ctx, "logs", fmt.Sprint(q.Topics), func(*rand.Rand) (err error) {
		out, err = s.ledger.Logs(ctx, q)
		return err
	})
	return out, err
}
