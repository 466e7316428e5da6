package sim

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// opVices are what op-nodes may do, as probabilities in percent of their blocks. All zero is
// an op-node that asks for each block and adopts it.
type opVices struct {
	changes   float64 // asks for another block on the same parent, when the first is built or nearly so
	early     float64 // asks much too early, which ends the job, and begins anew
	silent    float64 // does not ask for 1 to 4 s
	slow      float64 // adopts what it got after 0.2 to 4 s
	dies      float64 // forgets what it got, and comes back after 0.1 to 5 s
	impatient float64 // waits for the block next to no time
	elsewhere float64 // per crash of the service: makes a block of its own meanwhile
}

// opnode is a chain's scripted op-node. It outlives the sequencer's lives. What it believes
// is changed under sim.instant.
type opnode struct {
	*node
	head    *block // as it believes
	dead    bool
	slots   uint64
	crashes int // of the service, at which it has drawn whether it goes elsewhere
	retries uint64
}

// wanted is a block that an op-node wants.
type wanted struct {
	parent *block
	inputs *chains.Inputs
	asked  *asked // nil where the node builds it itself
	proxy  *proxy // that was asked
}

// due is when the block is fetched, a little before its timestamp.
func (w *wanted) due() time.Time {
	return time.Unix(int64(w.inputs.Timestamp), 0).Add(-50 * time.Millisecond)
}

func (o *opnode) rand(what string, n uint64) *rand.Rand {
	return o.sim.fate.of(fmt.Sprintf("opnode %d %s", o.id, what), n)
}

func (o *opnode) vices() opVices {
	if time.Now().After(o.sim.calm) || o.sim.oracle.lastCommitted(o.id) < 3 { // what comes before our first blocks is not repaired
		return opVices{}
	}
	return *o.sim.plan.beside
}

// run makes one block after the other until ctx ends.
func (o *opnode) run(ctx context.Context) {
	for ctx.Err() == nil {
		err := o.slot(ctx)
		if err == nil {
			continue
		}
		o.retries++
		r := o.rand("retry", o.retries)
		if o.sim.line.sleep(ctx, between(r, 20*time.Millisecond, 300*time.Millisecond)) != nil {
			return
		}
		o.locked(func() {
			if errors.Is(err, errSyncing) {
				o.head = o.top() // it looks where its node is
			}
		})
		o.stray(r)
	}
}

func (o *opnode) locked(do func()) {
	o.sim.instant.Lock()
	defer o.sim.instant.Unlock()
	do()
}

// inputs are what it wants a block on a parent to be made of. It wants something else at the
// next attempt where what it knows of L1 has changed.
func (o *opnode) inputs(parent *block, change uint64) *chains.Inputs {
	in := &chains.Inputs{Timestamp: parent.header.Time + 1, GasLimit: gasLimit}
	if now := uint64(time.Now().Unix()); in.Timestamp+10 < now {
		in.Timestamp = now // a real one would make all the blocks in between
	}
	in.PrevRandao = crypto.Keccak256Hash([]byte(fmt.Sprint("randao ", o.id, parent.hash, change)))
	return in
}

// slot makes the chain's next block. After an error it is to be called again.
func (o *opnode) slot(ctx context.Context) error {
	o.slots++
	r, v := o.rand("slot", o.slots), o.vices()
	silent, slow, dies := percent(r, v.silent), percent(r, v.slow), percent(r, v.dies)
	long, late, down := between(r, time.Second, 4*time.Second), between(r, 200*time.Millisecond, 4*time.Second), between(r, 100*time.Millisecond, 5*time.Second)
	patience := patienceOfProxy
	if percent(r, v.impatient) {
		patience = between(r, time.Microsecond, 20*time.Millisecond)
	}
	w, err := o.wants(ctx, r, v)
	if err != nil {
		return err
	}
	if silent {
		o.suffers(long)
		if err := o.sim.line.sleep(ctx, long); err != nil {
			return err
		}
	}
	if err := o.sim.line.sleep(ctx, time.Until(w.due())+between(r, 0, 5*time.Millisecond)); err != nil {
		return err
	}
	if patience < patienceOfProxy {
		o.suffers(0)
	}
	b, err := o.fetch(ctx, w, patience)
	if err != nil {
		return err
	}
	if dies {
		return o.restart(ctx, down)
	}
	wait := between(r, 100*time.Microsecond, 20*time.Millisecond)
	if slow {
		o.suffers(late)
		wait = late
	}
	if err := o.sim.line.sleep(ctx, wait); err != nil {
		return err
	}
	return o.insert(ctx, b)
}

// wants tells the execution node which block it wants, perhaps several times.
func (o *opnode) wants(ctx context.Context, r *rand.Rand, v opVices) (*wanted, error) {
	changes, early, change := percent(r, v.changes), percent(r, v.early), uint64(0)
	w, err := o.forkchoice(ctx, change)
	if err != nil {
		return nil, err
	}
	if early && w.asked != nil {
		o.suffers(0)
		if err := o.sim.line.sleep(ctx, between(r, time.Millisecond, 450*time.Millisecond)); err != nil {
			return nil, err
		}
		if _, err := o.fetch(ctx, w, 0); err != nil {
			o.sim.note("opnode %d ends a job: %v", o.id, err)
		}
		if err := o.sim.line.sleep(ctx, between(r, time.Millisecond, 50*time.Millisecond)); err != nil {
			return nil, err
		}
		if w, err = o.forkchoice(ctx, change); err != nil {
			return nil, err
		}
	}
	if changes {
		o.suffers(0)
		wait := time.Until(w.due()) - between(r, 0, 200*time.Millisecond)
		if err := o.sim.line.sleep(ctx, wait); err != nil {
			return nil, err
		}
		return o.forkchoice(ctx, 1+r.Uint64N(1000))
	}
	return w, nil
}

// ask is one call to its execution node, which is the service's proxy.
func (o *opnode) ask(ctx context.Context, method string, do func(*proxy) error) error {
	name := fmt.Sprintf("opnode %d %s", o.id, method)
	r := o.sim.fate.of(name, o.sim.line.nth(name))
	there, back := between(r, 50*time.Microsecond, 2*time.Millisecond), between(r, 50*time.Microsecond, 2*time.Millisecond)
	if err := o.sim.line.sleep(ctx, there); err != nil {
		return err
	}
	var l *life
	var err error
	o.locked(func() {
		if l = o.sim.serving; l == nil || l.dead.Load() {
			err = errRefused
			return
		}
		l.step(name + " asked")
		switch {
		case l.dead.Load():
			err = errBroken
			return
		case time.Now().Before(o.hungUntil), time.Now().Before(o.deadUntil):
			err = errRefused
			return
		}
		err = do(l.proxies[o.id])
		o.sim.note("%s: %v", name, err)
		l.step(name + " done")
	})
	if err != nil {
		return err
	}
	if err := o.sim.line.sleep(ctx, back); err != nil {
		return err
	}
	if l.dead.Load() {
		return errBroken
	}
	return nil
}

// forkchoice makes its head the node's and says which block it wants on it.
func (o *opnode) forkchoice(ctx context.Context, change uint64) (*wanted, error) {
	w := &wanted{}
	err := o.ask(ctx, "forkchoice", func(p *proxy) error {
		if _, err := o.get(o.head.hash); err != nil {
			return errSyncing
		}
		w.parent, w.proxy, w.inputs = o.head, p, o.inputs(o.head, change)
		if top := o.top(); top != o.head && !o.head.above(top) {
			o.adopts(p, o.head)
		}
		p.headIs(o.head.hash)
		late := time.Since(time.Unix(int64(w.inputs.Timestamp), 0)) > behind
		if old := p.onParent(o.head.hash); !late || old != nil && old.committed && !old.adopted {
			w.asked = p.offer(&asked{parent: o.head.hash, inputs: w.inputs, offered: !late})
		}
		o.sim.oracle.asksAgain(o.head.hash)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if w.asked == nil {
		w.asked, err = w.proxy.passOn(&asked{parent: w.parent.hash, inputs: w.inputs})
		o.locked(func() {
			if err == nil && w.asked == nil && !w.proxy.life.dead.Load() && o.head.above(o.top()) {
				o.setHead(o.head) // attributes have the node go back
			}
		})
	}
	w.proxy.life.seq.Wake()
	return w, errors.Join(err, o.sim.line.sleep(ctx, time.Microsecond))
}

// fetch gets the block that was asked for.
func (o *opnode) fetch(ctx context.Context, w *wanted, patience time.Duration) (b *block, err error) {
	if err := o.ask(ctx, "getPayload", func(p *proxy) error {
		if p != w.proxy {
			return errUnknownID
		}
		if w.asked != nil {
			w.asked.working = true
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var ours *chains.Payload
	if w.asked != nil {
		ours, err = w.proxy.decide(w.asked, patience)
		o.locked(func() { w.asked.working = false })
	}
	name := fmt.Sprintf("opnode %d answered", o.id)
	if err := o.sim.line.sleep(ctx, between(o.sim.fate.of(name, o.sim.line.nth(name)), time.Microsecond, 200*time.Microsecond)); err != nil {
		return nil, err
	}
	if err != nil {
		o.sim.note("%s: %v", name, err)
		return nil, err
	}
	o.locked(func() { b, err = o.answered(w, ours, name) })
	return b, err
}

// answered is the moment at which it gets a block: the sequencer's, or the node's own.
func (o *opnode) answered(w *wanted, ours *chains.Payload, name string) (*block, error) {
	l := w.proxy.life
	if l.dead.Load() {
		return nil, errBroken
	}
	var b *block
	var err error
	if ours != nil {
		b, err = o.blockOf(ours)
	} else {
		b, err = o.execute(o.open(w.parent, w.inputs), nil, o.sim.bend)
	}
	if err != nil {
		return nil, err
	}
	o.sim.note("%s: %d %s, %d transactions, of the sequencer: %v", name, b.number(), b.hash, len(b.txs), ours != nil)
	o.sim.oracle.answered(o, l, b, ours != nil)
	l.step(name)
	return b, nil
}

// open is the opening of a block of the node's own.
func (o *opnode) open(parent *block, in *chains.Inputs) *chains.Open {
	return &chains.Open{ChainID: o.id, Number: parent.number() + 1, ParentHash: parent.hash, Timestamp: in.Timestamp, PrevRandao: in.PrevRandao,
		FeeRecipient: in.FeeRecipient, GasLimit: in.GasLimit, BeaconRoot: in.BeaconRoot, ExtraData: []byte{}}
}

func (o *opnode) blockOf(p *chains.Payload) (*block, error) {
	if b, err := o.get(p.Hash); err == nil {
		return b, nil
	}
	open, err := openOf(p)
	if err != nil {
		return nil, err
	}
	return o.execute(open, p.Transactions, o.sim.bend)
}

// insert gives the block it got to the node, and goes on from it.
func (o *opnode) insert(ctx context.Context, b *block) error {
	for {
		err := o.ask(ctx, "newPayload", func(*proxy) error {
			if o.head != b.parent { // it was handed a block, or has restarted
				return errNotHead
			}
			if _, err := o.get(b.parent.hash); err != nil {
				return errSyncing
			}
			o.add(b)
			o.head = b
			return nil
		})
		if err == nil || errors.Is(err, errNotHead) || errors.Is(err, errSyncing) {
			return err
		}
		o.retries++ // it has the block, and tries again
		r := o.rand("retry", o.retries)
		o.stray(r)
		if err := o.sim.line.sleep(ctx, between(r, 20*time.Millisecond, 300*time.Millisecond)); err != nil {
			return err
		}
	}
}

// adopts makes a block the node's head. Nothing else happens at this instant.
func (o *opnode) adopts(p *proxy, b *block) {
	o.sim.oracle.follows(o.node, p.life, b)
	o.add(b)
	o.setHead(b)
	o.head = b
	p.headIs(b.hash)
}

// takes reports whether it takes a block that it is handed.
func (o *opnode) takes(b *block) bool { return !o.dead && (o.head == b.parent || o.head == b) }

// restart is its end and its next start.
func (o *opnode) restart(ctx context.Context, down time.Duration) error {
	o.suffers(down)
	o.locked(func() { o.dead = true })
	if err := o.sim.line.sleep(ctx, down); err != nil {
		return err
	}
	for {
		err := o.ask(ctx, "start", func(*proxy) error {
			o.dead, o.head = false, o.top()
			return nil
		})
		if err == nil || ctx.Err() != nil {
			return err
		}
		if err := o.sim.line.sleep(ctx, 50*time.Millisecond); err != nil {
			return err
		}
	}
}

// stray lets it make a block of its own while the service is away, pointed at its node.
func (o *opnode) stray(r *rand.Rand) {
	o.locked(func() {
		if o.sim.serving != nil || o.dead || o.crashes == o.sim.lives {
			return
		}
		o.crashes = o.sim.lives
		if !percent(r, o.vices().elsewhere) || o.top().number() < 3 {
			return
		}
		on := o.top()
		b, err := o.execute(o.open(on, o.inputs(on, 7)), nil, o.sim.bend)
		if err != nil {
			o.sim.oracle.violated("op-node %d cannot make a block: %v", o.id, err)
			return
		}
		o.suffers(0)
		o.sim.note("opnode %d makes block %d %s while the service is away", o.id, b.number(), b.hash)
		o.sim.oracle.strays(o, b)
		o.add(b)
		o.setHead(b)
		o.head = b
	})
}

var errUnknownID = errors.New("unknown payload")
