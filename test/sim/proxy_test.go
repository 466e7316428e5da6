package sim

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/sequencer"
)

// Settings of a proxy, for blocks of a second.
const (
	patienceOfProxy = 500 * time.Millisecond
	earliest        = 500 * time.Millisecond
	behind          = time.Second
)

var errElsewhere = errors.New("op-node has gone on without the block")

// asked is a block that op-node asks for.
type asked struct {
	parent    common.Hash
	inputs    *chains.Inputs
	offered   bool // to the sequencer
	working   bool
	prepared  *chains.Payload
	committed bool
	adopted   bool
	moved     chan struct{} // closed when op-node has made the block the head, or has gone elsewhere
}

func (a *asked) fixed() bool { return a.committed || a.working }

func (a *asked) move(adopted bool) {
	a.adopted = a.adopted || adopted
	select {
	case <-a.moved:
	default:
		close(a.moved)
	}
}

// proxy is what chains/proxy is in one life of the service, without its wire: the node, the
// source and the gate of a chain with an op-node. What op-node does to it happens at one
// instant, under sim.instant, as what the sequencer asks does.
type proxy struct {
	*seam
	op    *opnode
	slots []*asked

	head   common.Hash   // as op-node made it in this life
	heard  chan struct{} // closed when it has
	passed common.Hash   // the parent of attributes that were passed on to the node
}

// locked does something at an instant of its own.
func (p *proxy) locked(do func()) {
	p.sim.instant.Lock()
	defer p.sim.instant.Unlock()
	do()
}

// blink lets those who are woken at the same instant go on one after the other.
func (p *proxy) blink(ctx context.Context, what string) error {
	name := fmt.Sprintf("life %d proxy %d %s", p.life.number, p.id, what)
	return p.life.sleep(ctx, between(p.sim.fate.of(name, p.sim.line.nth(name)), time.Microsecond, 100*time.Microsecond))
}

func (p *proxy) onParent(parent common.Hash) *asked {
	for _, a := range slices.Backward(p.slots) {
		if a.parent == parent {
			return a
		}
	}
	return nil
}

// Next implements sequencer.SlotSource.
func (p *proxy) Next(parent *chains.Parent, _ uint64) (in *chains.Inputs, err error) {
	err = chains.ErrNotYet
	p.locked(func() {
		if a := p.onParent(parent.Hash); parent.Hash != (common.Hash{}) && a != nil && a.offered {
			in, err = a.inputs, nil
		}
	})
	return in, err
}

// MayCommit implements sequencer.Gate.
func (p *proxy) MayCommit(ctx context.Context, b *chains.Payload) (err error) {
	if err := p.blink(ctx, "may commit"); err != nil {
		return err
	}
	heard, err := p.within(ctx, p.heard)
	if err != nil {
		return err
	}
	if !heard {
		p.sim.oracle.unheard(b.ParentHash)
	}
	if err := p.blink(ctx, "heard"); err != nil {
		return err
	}
	p.locked(func() {
		if a := p.onParent(b.ParentHash); a != nil && !a.committed {
			a.prepared = b
		}
		if p.head != (common.Hash{}) && p.head != b.ParentHash || p.passed == b.ParentHash {
			err = errElsewhere
		}
	})
	if err == nil && time.Now().After(time.Unix(int64(b.Timestamp), 0)) {
		if still := p.stillOn(ctx, b); errors.Is(still, errElsewhere) {
			return still
		}
	}
	return err
}

// Adopt implements sequencer.Node.
func (p *proxy) Adopt(ctx context.Context, head, safe, finalized common.Hash) error {
	var a *asked
	p.locked(func() {
		for _, s := range p.slots {
			if s.prepared != nil && s.prepared.Hash == head && !s.adopted {
				s.committed, a = true, s
			}
		}
	})
	if a == nil {
		return p.seam.Adopt(ctx, head, safe, finalized)
	}
	for _, late := range []func(context.Context, *chains.Payload) error{p.handOver, p.giveNode} {
		moved, err := p.within(ctx, a.moved)
		if err != nil {
			return err
		}
		if moved {
			if err := p.blink(ctx, "moved"); err != nil {
				return err
			}
			p.locked(func() {
				if !a.adopted {
					err = errElsewhere
				}
			})
			return err
		}
		if err := late(ctx, a.prepared); err != nil {
			return err
		}
	}
	return nil
}

// within waits for a block time, or until something has happened.
func (p *proxy) within(ctx context.Context, happened <-chan struct{}) (bool, error) {
	name := fmt.Sprintf("life %d proxy %d waits", p.life.number, p.id)
	at := p.sim.line.reserve(time.Second + between(p.sim.fate.of(name, p.sim.line.nth(name)), 0, time.Millisecond))
	defer p.sim.line.release(at)
	timer := time.NewTimer(time.Until(at))
	defer timer.Stop()
	select {
	case <-happened:
		return true, nil
	case <-timer.C:
		return false, nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

// handOver gives op-node a block that it does not fetch.
func (p *proxy) handOver(ctx context.Context, b *chains.Payload) error {
	if err := p.blink(ctx, "hand over"); err != nil {
		return err
	}
	p.locked(func() {
		if p.life.dead.Load() {
			return
		}
		if ours, err := p.get(b.Hash); err == nil && p.op.takes(ours) {
			p.sim.note("%d is handed block %d", p.id, b.Number)
			p.op.adopts(p, ours)
		}
	})
	return nil
}

// giveNode makes a block the node's head that op-node has not adopted.
func (p *proxy) giveNode(ctx context.Context, b *chains.Payload) error {
	if err := p.stillOn(ctx, b); err != nil {
		return err
	}
	return p.seam.Adopt(ctx, b.Hash, common.Hash{}, common.Hash{})
}

func (p *proxy) stillOn(ctx context.Context, b *chains.Payload) error {
	for _, want := range []chains.BlockRef{{Number: b.Number - 1, Hash: b.ParentHash}, b.Ref()} {
		at, err := p.BlockHash(ctx, want.Number)
		if errors.Is(err, errUnknownBlock) {
			return nil
		}
		if err != nil {
			return err
		}
		if at != want.Hash {
			return errElsewhere
		}
	}
	return nil
}

// Block implements sequencer.Blocks.
func (p *proxy) Block(ctx context.Context, hash common.Hash) (out *chains.Block, err error) {
	err = p.call(ctx, "block", hash.TerminalString(), func(*rand.Rand) error {
		b, err := p.get(hash)
		if err != nil {
			return err
		}
		payload, err := b.payload(p.id)
		if err != nil {
			return err
		}
		open, err := openOf(payload)
		if err != nil {
			return err
		}
		out = &chains.Block{Ref: payload.Ref(), Open: *open, Transactions: payload.Transactions, Receipts: b.receipts, Payload: payload}
		return nil
	})
	return out, err
}

// What follows is op-node's side.

// offer keeps what op-node asks for, in the place of what it asked for on the same parent.
func (p *proxy) offer(a *asked) *asked {
	a.moved = make(chan struct{})
	p.passed = common.Hash{} // it will not ask for the node's own any more
	if old := p.onParent(a.parent); old != nil {
		if old.fixed() || old.offered && a.offered && reflect.DeepEqual(old.inputs, a.inputs) {
			return old
		}
		p.forget(old)
	}
	p.slots = append(p.slots, a)
	return a
}

func (p *proxy) forget(a *asked) {
	a.offered = false
	a.move(false)
	p.slots = slices.DeleteFunc(p.slots, func(s *asked) bool { return s == a })
}

// headIs notes that op-node has made a block the node's head.
func (p *proxy) headIs(head common.Hash) {
	if head == p.head {
		return
	}
	if p.head == (common.Hash{}) {
		close(p.heard)
	}
	p.head, p.passed = head, common.Hash{}
	for _, a := range slices.Clone(p.slots) {
		switch {
		case a.prepared != nil && a.prepared.Hash == head:
			a.move(true)
		case a.parent != head && !a.fixed():
			p.forget(a)
		case a.parent == head && a.adopted:
			p.forget(a)
		case a.parent != head:
			a.move(false)
		}
	}
}

// seal is SealNow with the proxy's patience, or with none.
func (p *proxy) seal(parent common.Hash, patience time.Duration) (*chains.Payload, error) {
	ctx, cancel := context.WithTimeout(p.sim.forever, max(patience, 1))
	defer cancel()
	if patience == 0 {
		cancel()
	}
	b, err := p.life.seq.SealNow(ctx, p.id, parent)
	if berr := p.blink(p.sim.forever, "sealed"); berr != nil {
		return nil, berr
	}
	return b, err
}

// passOn is asked before attributes that cannot be filled are passed on to the node. It returns
// the block that op-node has to get instead: one that is committed on the parent, or was begun
// before the service was away.
func (p *proxy) passOn(a *asked) (*asked, error) {
	offered := false
	p.locked(func() {
		if old := p.onParent(a.parent); old != nil && !old.fixed() && old.offered {
			offered = true
			p.forget(old)
		}
	})
	if offered {
		_, err := p.seal(a.parent, 0)
		p.sim.note("opnode %d goes on by itself: %v", p.id, err)
	}
	b, err := p.seal(a.parent, patienceOfProxy)
	if errors.Is(err, sequencer.ErrNoBlock) {
		p.locked(func() { p.passed = a.parent }) // nothing is committed there from now on
		b, err = p.seal(a.parent, 0)
	}
	if errors.Is(err, sequencer.ErrNoBlock) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p.locked(func() {
		a = p.offer(a)
		a.prepared, a.committed = b, true
	})
	return a, nil
}

// errNoBlock is told an op-node that has ended a job.
var errNoBlock = errors.New("the block is not due: taken as the end of the job")

// decide answers getPayload: with the sequencer's block, or nil where op-node is to get the
// node's own.
func (p *proxy) decide(a *asked, patience time.Duration) (*chains.Payload, error) {
	early := time.Until(time.Unix(int64(a.inputs.Timestamp), 0)) > earliest
	if early {
		patience = 0
	}
	b, err := p.seal(a.parent, patience)
	if b, err = p.ended(a, b, err); !errors.Is(err, sequencer.ErrNoBlock) {
		return b, err
	}
	if early {
		p.locked(func() { p.forget(a) })
		p.life.seq.Wake()
		return nil, errNoBlock
	}
	p.locked(func() { a.offered = false })
	p.life.seq.Wake()
	if err := p.blink(p.sim.forever, "withdrawn"); err != nil {
		return nil, err
	}
	b, err = p.seal(a.parent, 0) // the slot may have opened meanwhile
	if b, err = p.ended(a, b, err); errors.Is(err, sequencer.ErrNoBlock) {
		return nil, nil
	}
	return b, err
}

// ended notes what the sequencer has said of a block.
func (p *proxy) ended(a *asked, b *chains.Payload, err error) (*chains.Payload, error) {
	p.locked(func() {
		switch {
		case err != nil && a.committed && a.prepared != nil: // by another chain's getPayload, and on its way
			b, err = a.prepared, nil
		case err == nil:
			a.prepared, a.committed = b, true
		case !errors.Is(err, sequencer.ErrNoBlock):
			p.forget(a) // nobody knows: op-node begins anew
		}
	})
	return b, err
}
