package sim

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/test/programs"
)

// patience is how long a client follows one submission.
const patience = 40 * time.Second

// tooMuch is what a submission is called that the destination cannot pay out.
const tooMuch = "too much eth"

// submission is what a client sent, and what it was told. The client's goroutine writes
// it, the oracle reads it in the end.
type submission struct {
	what   string
	id     common.Hash
	txs    []*chains.Tx
	acked  bool              // an admission was acknowledged
	told   sequencer.Outcome // the last one
	open   bool              // sent again since, without an outcome
	trusts bool              // once acknowledged it is not sent again after a crash
	ticket *sequencer.Ticket
	life   *life // of the ticket
}

// client signs transactions and follows them, one action at a time. What it does not
// know after a crash it sends again.
type client struct {
	sim    *sim
	number int
	key    key
	sent   []*submission
	made   int64 // counts transactions, so that no two are the same
}

func (c *client) rand(what string, n int) *rand.Rand {
	return c.sim.fate.of(fmt.Sprintf("client %d %s", c.number, what), uint64(n))
}

func (c *client) run(ctx context.Context) {
	defer func() { c.sim.oracle.heard(c) }()
	if c.sim.plan.script != nil {
		c.sim.plan.script(c.sim, c)
		return
	}
	for n := 0; ; n++ {
		r := c.rand("action", n)
		if c.sim.line.sleep(ctx, between(r, time.Millisecond, c.sim.plan.think)) != nil || time.Now().After(c.sim.calm) {
			return
		}
		c.act(ctx, r)
	}
}

// head is the state the client's wallet sees: its node's.
func (c *client) nonce(id chains.ChainID) uint64 {
	l := c.sim.nodes[id].ledger
	accounts, err := l.Accounts(c.sim.forever, l.top().hash, []common.Address{c.key.address})
	if err != nil {
		return 0
	}
	return accounts[0].Nonce
}

// act is one action: some submissions, sent in some order and followed to their end.
func (c *client) act(ctx context.Context, r *rand.Rand) {
	ids := c.sim.world.ids
	from := ids[r.IntN(len(ids))]
	if percent(r, 50) {
		from = home // where the tokens are
	}
	subs := c.compose(r, from)
	for _, sub := range subs {
		sub.trusts = percent(r, 50)
	}
	order := r.Perm(len(subs))
	if percent(r, 60) {
		slices.Sort(order) // else out of order: nonce gaps
	}
	for _, i := range order {
		c.send(ctx, subs[i])
		if percent(r, 30) {
			_ = c.sim.line.sleep(ctx, between(r, time.Millisecond, 700*time.Millisecond)) // ends with ctx, as the next call does
		}
	}
	for _, sub := range subs {
		c.follow(ctx, sub)
	}
}

func (c *client) sign(id chains.ChainID, f txFields) *chains.Tx {
	return c.sim.memory.sign(c.key, id, f)
}

// compose makes the submissions of one action, with consecutive nonces on their chain.
func (c *client) compose(r *rand.Rand, from chains.ChainID) []*submission {
	nonce := c.nonce(from)
	count := 1
	if percent(r, 40) {
		count = 1 + r.IntN(5)
	}
	var subs []*submission
	for range count {
		switch kind := r.IntN(10); {
		case kind == 9 && count == 1:
			subs = append(subs, c.signedBundle(r, nonce))
		case kind == 8:
			old, next := c.replacement(r, from, nonce)
			subs = append(subs, old, next)
		default:
			subs = append(subs, c.single(r, kind, from, nonce))
		}
		nonce++
	}
	return subs
}

func (c *client) other(r *rand.Rand, from chains.ChainID) chains.ChainID {
	for {
		if id := c.sim.world.ids[r.IntN(len(c.sim.world.ids))]; id != from {
			return id
		}
	}
}

// salt is a small amount that this client has not used before.
func (c *client) salt() *big.Int {
	c.made++
	return big.NewInt(c.made)
}

func recipient(r *rand.Rand) common.Address { return common.Address{0xaa, 19: byte(r.IntN(4))} }

func (c *client) single(r *rand.Rand, kind int, from chains.ChainID, nonce uint64) *submission {
	w := c.sim.world
	to := c.other(r, from)
	switch kind {
	case 0, 1:
		at := recipient(r)
		return c.new("transfer", c.sign(from, txFields{nonce: nonce, to: &at, value: c.salt()}))
	case 2, 3, 4:
		return c.burn(from, to, nonce, c.salt())
	case 5:
		amount, what := c.salt(), "eth"
		if percent(r, 50) {
			amount, what = amount.Add(amount, ether(100)), tooMuch
		}
		return c.new(what, c.sign(from, txFields{nonce: nonce, to: &w.plan.ETHBridge, value: amount, data: bindings.EncodeSendETH(recipient(r), uint64(to))}))
	case 6:
		path := []chains.ChainID{to}
		for range 1 + r.IntN(3) {
			path = append(path, c.other(r, path[len(path)-1]))
		}
		return c.nested(path, from, nonce)
	}
	return c.new("revert", c.sign(from, txFields{nonce: nonce, to: &w.plan.Messenger, value: c.salt(), data: []byte{1, 2, 3, 4}}))
}

func (c *client) burn(from, to chains.ChainID, nonce uint64, amount *big.Int) *submission {
	w := c.sim.world
	data := bindings.EncodeSendERC20(w.plan.TestToken, c.key.address, amount, uint64(to))
	return c.new("burn", c.sign(from, txFields{nonce: nonce, to: &w.plan.TokenBridge, data: data}))
}

// nested calls through the forwarders of path's chains.
func (c *client) nested(path []chains.ChainID, from chains.ChainID, nonce uint64) *submission {
	w := c.sim.world
	data, to := c.salt().Bytes(), common.Address{0xaa}
	for i := len(path) - 1; i >= 1; i-- {
		data = programs.Forward(w.plan.Messenger, bindings.EncodeSendMessage(uint64(path[i]), to, data))
		to = w.forwarder
	}
	data = bindings.EncodeSendMessage(uint64(path[0]), to, data)
	return c.new("nested", c.sign(from, txFields{nonce: nonce, to: &w.plan.Messenger, data: data}))
}

// replacement is a transaction and another that pays more for its nonce.
func (c *client) replacement(r *rand.Rand, from chains.ChainID, nonce uint64) (old, next *submission) {
	at := recipient(r)
	f := txFields{nonce: nonce, to: &at, value: c.salt()}
	old = c.new("replaced", c.sign(from, f))
	f.bumps = 1
	return old, c.new("replacing", c.sign(from, f))
}

// signedBundle burns at home and spends what arrives, or more than that.
func (c *client) signedBundle(r *rand.Rand, nonce uint64) *submission {
	w := c.sim.world
	to := c.other(r, home)
	amount := c.salt()
	spent := amount
	if percent(r, 30) {
		spent = ether(1_000_000)
	}
	burn := c.burn(home, to, c.nonce(home), amount).txs[0]
	spend := c.sign(to, txFields{nonce: c.nonce(to), to: &w.plan.TestToken, data: bindings.EncodeTransfer(recipient(r), spent)})
	return c.new("user bundle", burn, spend)
}

func (c *client) new(what string, txs ...*chains.Tx) *submission {
	sub := &submission{what: what, id: chains.BundleID(txs), txs: txs}
	c.sent = append(c.sent, sub)
	return sub
}

// send submits until it is known whether the submission was admitted.
func (c *client) send(ctx context.Context, sub *submission) {
	var gone *life
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		l, err := c.sim.alive(ctx, gone)
		if err != nil || sub.ticket != nil && sub.life == l || c.blink() != nil {
			return
		}
		if l.dead.Load() {
			gone = l
			continue
		}
		if c.sim.oracle.knows(sub) { // its router asks the history first
			return
		}
		ticket, err := l.seq.Submit(l.ctx, sub.txs, 0)
		known := l.ctx.Err() == nil && !errors.Is(err, sequencer.ErrStopped) && !errors.Is(err, journal.ErrFailed)
		if c.blink() != nil {
			return
		}
		if known {
			c.sim.note("client %d sent %s %s: %v", c.number, sub.what, sub.id.TerminalString(), err)
		}
		if !known {
			gone = l
			continue
		}
		if err == nil {
			c.sim.oracle.acknowledged(l, sub)
			sub.ticket, sub.life, sub.acked, sub.open = ticket, l, true, true
			return
		}
		if errors.Is(err, txpool.ErrReplaceUnderpriced) || errors.Is(err, sequencer.ErrBundleMember) || errors.Is(err, sequencer.ErrSenderFull) {
			return
		}
		if c.pause(ctx) != nil {
			return
		}
	}
}

// blink lets clients that were woken by the same thing go on one after the other.
func (c *client) blink() error {
	name := fmt.Sprintf("client %d blink", c.number)
	return c.sim.line.sleep(c.sim.forever, between(c.sim.fate.of(name, c.sim.line.nth(name)), time.Microsecond, 300*time.Microsecond))
}

func (c *client) pause(ctx context.Context) error {
	name := fmt.Sprintf("client %d pause", c.number)
	return c.sim.line.sleep(ctx, between(c.sim.fate.of(name, c.sim.line.nth(name)), 50*time.Millisecond, 400*time.Millisecond))
}

// onChain asks the node whether all of it is included.
func (c *client) onChain(sub *submission) bool {
	for _, tx := range sub.txs {
		if c.sim.nodes[tx.ChainID()].find(tx.Hash()) == nil {
			return false
		}
	}
	return true
}

// lookUp asks the next life for a submission's ticket.
func (c *client) lookUp(ctx context.Context, sub *submission) error {
	l, err := c.sim.alive(ctx, nil)
	if err != nil {
		return err
	}
	if err := c.blink(); err != nil {
		return err
	}
	if l.dead.Load() {
		return nil
	}
	if ticket, ok := l.seq.Lookup(l.ctx, sub.id); ok {
		sub.ticket, sub.life = ticket, l
	}
	return c.blink()
}

// follow waits until the submission is on its chains or refused. After a crash it sends
// it again, or trusts the acknowledgement.
func (c *client) follow(ctx context.Context, sub *submission) {
	for deadline := time.Now().Add(patience); sub.ticket != nil && time.Now().Before(deadline); {
		patient, cancel := context.WithDeadline(sub.life.ctx, deadline)
		out, err := sub.ticket.Wait(patient)
		cancel()
		heard := err == nil && sub.life.ctx.Err() == nil
		if c.blink() != nil {
			return
		}
		if heard {
			if sub.open {
				c.sim.note("client %d told of %s %s: %v", c.number, sub.what, sub.id.TerminalString(), out.Refusal)
			}
			sub.told, sub.open = out, false
			if out.Refusal != nil || c.onChain(sub) {
				return
			}
		} else if !sub.trusts {
			c.send(ctx, sub)
		} else if c.lookUp(ctx, sub) != nil {
			return
		}
		if r := c.sim.oracle.refusal(sub.id); r != nil && sub.trusts { // its router asks the history
			sub.told, sub.open = sequencer.Outcome{Refusal: r}, false
			return
		}
		if c.onChain(sub) || c.pause(ctx) != nil {
			return
		}
	}
}
