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
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// vices are what the nodes may do wrong, as probabilities in percent. All zero is a
// node that does what it should.
type vices struct {
	failBefore float64 // per call: an error, and nothing is done
	failAfter  float64 // per call: an error, though it is done
	slow       float64 // per call: an answer after 1 to 6 s, or a timeout after that
	still      float64 // per adoption: answers without moving (the client that reads the head back calls that an error)
	syncing    float64 // per payload or adoption: SYNCING for the next 0.5 to 4 s
	dead       float64 // per call: no answer for the next 0.5 to 8 s
	restart    float64 // per call: as dead, and the last blocks are lost
	bent       float64 // of all transactions: executed otherwise than the rules say
	lie        float64 // per read of a slot: a wrong value
	foreign    float64 // per build: another writer's block becomes the head
	lost       uint64  // blocks lost at a restart, at most
}

// Errors as a node's client would give them.
var (
	errRefused = errors.New("connection refused")
	errBroken  = errors.New("connection reset by peer")
	errTimeout = errors.New("i/o timeout")
	errSyncing = errors.New("SYNCING")
	errNotHead = errors.New("the node's head is another block")
	errCrashed = errors.New("this process has crashed")
)

// invalidPayload is permanent, as the real client's.
type invalidPayload struct{ error }

func (invalidPayload) Permanent() bool { return true }

// node is a scripted node: a ledger behind vices. It outlives the sequencer's lives.
type node struct {
	sim *sim
	id  chains.ChainID
	*ledger
	deadUntil, syncingUntil time.Time
	adopted                 map[uint64]common.Hash // by the sequencer
}

// fault is what a plan lets happen to one call, whatever the vices say.
type fault int

const (
	none         fault = iota
	failBefore         // an error, and nothing is done
	failAfter          // an error, though it is done
	loseOne            // the node is killed before it does anything, and has lost its last block
	loseAll            // the same, and it has lost all blocks but the contracts'
	doneThenLost       // it is killed after it did it, and has lost all blocks
)

func (f fault) String() string {
	return [...]string{"none", "fails before", "fails after", "killed, one block lost", "killed, all blocks lost", "killed afterwards, all blocks lost"}[f]
}

// kill is a node's end and start, some blocks short.
func (n *node) kill(lost uint64) {
	n.loseLast(lost, 1)
	n.deadUntil = time.Now().Add(time.Second)
}

// seam is a node as one life of the sequencer has it. It implements sequencer.Node.
type seam struct {
	*node
	life *life
}

// call is one request to the node: it takes its time, meets the vices, and does what it
// does at one instant.
func (s *seam) call(ctx context.Context, method, about string, do func(*rand.Rand) error) error {
	name := fmt.Sprintf("life %d %d %s %s", s.life.number, s.id, method, about)
	r := s.sim.fate.of(name, s.sim.line.nth(name))
	v := s.sim.vices()
	there, back := s.duration(r, method), s.duration(r, method)
	before, after, late := percent(r, v.failBefore), percent(r, v.failAfter), percent(r, v.slow)
	if late {
		back += between(r, time.Second, 6*time.Second)
	}
	if err := s.life.sleep(ctx, there); err != nil {
		return err
	}
	s.life.step(name + " asked")
	if s.life.dead.Load() {
		return errCrashed
	}
	wrong := none
	if s.sim.plan.fault != nil {
		wrong = s.sim.plan.fault(s.life, s.life.steps.Load())
	}
	switch wrong {
	case failBefore, failAfter:
		before, after = before || wrong == failBefore, after || wrong == failAfter
	case loseOne:
		s.kill(1)
	case loseAll:
		s.kill(1 << 20)
	}
	if s.down(r, v) {
		s.sim.note("%s: refused", name)
		return errRefused
	}
	var err error
	if before {
		err = errBroken
	} else {
		err = do(r)
	}
	if wrong == doneThenLost {
		s.kill(1 << 20)
		err = errBroken
	}
	if after && err == nil {
		err = errBroken
	}
	if s.slow(method) { // the slot loop reads what waiting senders have in the order of a map
		s.sim.note("%s: %v", name, err)
	}
	s.life.step(name + " done")
	if serr := s.life.sleep(ctx, back); serr != nil {
		return serr
	}
	if late && err == nil && percent(r, 50) {
		return errTimeout
	}
	return err
}

// slow tells what makes the node work from what it looks up.
func (s *seam) slow(method string) bool {
	return method == "build" || method == "payload" || method == "adopt" || method == "trace"
}

func (s *seam) duration(r *rand.Rand, method string) time.Duration {
	if s.slow(method) {
		return between(r, 200*time.Microsecond, 8*time.Millisecond)
	}
	return between(r, 10*time.Microsecond, 200*time.Microsecond)
}

// down reports whether the node is dead, and may make it so.
func (n *node) down(r *rand.Rand, v vices) bool {
	restart, dead := percent(r, v.restart), percent(r, v.dead)
	if time.Now().Before(n.deadUntil) {
		return true
	}
	if restart {
		n.crash(r, v.lost)
	}
	if restart || dead {
		n.deadUntil = time.Now().Add(between(r, time.Second/2, 8*time.Second))
	}
	return restart || dead
}

// crash loses some of the last blocks, never the contracts.
func (n *node) crash(r *rand.Rand, most uint64) {
	lost := uint64(r.Int64N(int64(most) + 1))
	n.loseLast(lost, 1)
	n.sim.note("%d lost %d blocks, head %d %s", n.id, lost, n.top().number(), n.top().hash)
}

// Head implements sequencer.Node.
func (s *seam) Head(ctx context.Context) (h *types.Header, err error) {
	err = s.call(ctx, "head", "", func(*rand.Rand) error { h = s.top().header; return nil })
	return h, err
}

// Build implements sequencer.Node.
func (s *seam) Build(ctx context.Context, open *chains.Open, txs [][]byte) (p *chains.Payload, err error) {
	err = s.call(ctx, "build", fmt.Sprint(open.Number), func(r *rand.Rand) error {
		if percent(r, s.sim.vices().foreign) {
			if err := s.intrude(); err != nil {
				return err
			}
		}
		b, err := s.execute(open, txs, s.sim.bend)
		if err != nil {
			return err
		}
		s.keep(b)
		p, err = b.payload(s.id)
		return err
	})
	return p, err
}

// intrude lets another writer extend the node's chain.
func (n *node) intrude() error {
	head := n.top()
	var nonce uint64
	if accounts, err := n.Accounts(context.Background(), head.hash, []common.Address{n.sim.world.stranger.address}); err == nil {
		nonce = accounts[0].Nonce
	}
	tx := n.sim.world.stranger.sign(n.id, txFields{nonce: nonce, to: &common.Address{1}, value: big.NewInt(1)})
	b, err := n.execute(&chains.Open{ChainID: n.id, Number: head.number() + 1, ParentHash: head.hash, Timestamp: head.header.Time + 1, GasLimit: gasLimit}, [][]byte{tx.Raw()}, n.sim.bend)
	if err != nil {
		return err
	}
	n.add(b)
	n.setHead(b)
	n.sim.intruded.Store(true)
	n.sim.note("%d another writer's block %d %s", n.id, b.number(), b.hash)
	return nil
}

// syncs reports whether the node is syncing, and may make it so.
func (n *node) syncs(r *rand.Rand) bool {
	if percent(r, n.sim.vices().syncing) {
		n.syncingUntil = time.Now().Add(between(r, time.Second/2, 4*time.Second))
	}
	return time.Now().Before(n.syncingUntil)
}

// NewPayload implements sequencer.Node.
func (s *seam) NewPayload(ctx context.Context, p *chains.Payload) error {
	return s.call(ctx, "payload", fmt.Sprint(p.Number), func(r *rand.Rand) error {
		if s.syncs(r) {
			return errSyncing
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
		if percent(r, s.sim.vices().still) && s.top() != b {
			return errNotHead
		}
		s.setHead(b)
		return s.sim.oracle.adopted(s.node, b)
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
