package history

import (
	"errors"
	"math/big"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// loss is a chain that loses its first block, in which it has the burn of one bundle and the
// mint of another.
type loss struct {
	a, b           chains.ChainID
	burn, mint     []byte // the users' transactions
	first, second  *journal.Decided
	lost, foreign  chains.BlockRef
	before, after  []journal.Record
	included, next []journal.Record
}

func (l *loss) leg(id chains.ChainID, height uint64, raw []byte, kind chains.TxKind, global uint64) chains.Leg {
	return chains.Leg{ChainID: id, Kind: kind, Raw: raw, TxHash: crypto.Keccak256Hash(raw), Height: height, Timestamp: 100, Index: global % 2, GlobalIndex: global, Status: 1, GasUsed: 21000}
}

func open(id chains.ChainID, number, slot uint64, randao byte) *journal.Opened {
	return &journal.Opened{Open: chains.Open{ChainID: id, Number: number, Timestamp: slot, BaseFee: big.NewInt(7), ExtraData: []byte{}, PrevRandao: common.Hash{randao}}}
}

func decidedAt(slot, arrival uint64, legs ...chains.Leg) *journal.Decided {
	d := &journal.Decided{Slot: slot, Arrival: arrival, Bundle: chains.Bundle{ID: legs[0].TxHash, Legs: legs}}
	for i := range legs {
		d.Promises = append(d.Promises, promiseAbout(&d.Bundle, i))
	}
	return d
}

func blocks(slot uint64, refs map[chains.ChainID]chains.BlockRef) []journal.Record {
	commit := &journal.Commit{Slot: slot}
	for _, id := range testChains {
		if ref, there := refs[id]; there {
			commit.Group = append(commit.Group, id)
			commit.Blocks = append(commit.Blocks, journal.CommittedBlock{ChainID: id, Ref: ref})
		}
	}
	return []journal.Record{commit, &journal.Applied{Slot: slot, Group: commit.Group, Blocks: commit.Blocks}}
}

func newLoss() *loss {
	l := &loss{a: testChains[0], b: testChains[1], burn: []byte("burn"), mint: []byte("other burn"), lost: chains.BlockRef{Number: 1, Hash: common.Hash{1}}, foreign: chains.BlockRef{Number: 1, Hash: common.Hash{9}}}
	l.first = decidedAt(100, 1, l.leg(l.a, 1, l.burn, chains.UserTx, 2), l.leg(l.b, 1, []byte("relay on b"), chains.RelayTx, 4))
	l.second = decidedAt(100, 2, l.leg(l.b, 1, l.mint, chains.UserTx, 5), l.leg(l.a, 1, []byte("relay on a"), chains.RelayTx, 7))
	l.before = append([]journal.Record{
		open(l.a, 1, 100, 1), open(l.b, 1, 100, 1),
		&journal.Admitted{Arrival: 1, ID: l.first.Bundle.ID, Raw: [][]byte{l.burn}, ReceivedAt: 10}, &journal.Admitted{Arrival: 2, ID: l.second.Bundle.ID, Raw: [][]byte{l.mint}, ReceivedAt: 11},
		l.first, l.second,
	}, blocks(100, map[chains.ChainID]chains.BlockRef{l.a: l.lost, l.b: {Number: 1, Hash: common.Hash{2}}})...)
	position := func(leg *chains.Leg) journal.Position {
		return journal.Position{ChainID: leg.ChainID, Height: leg.Height, Index: leg.Index, TxHash: leg.TxHash}
	}
	l.after = []journal.Record{
		&journal.Replaced{ChainID: l.a, Kept: genesis(l.a), Lost: []chains.BlockRef{l.lost}, Cause: "another branch"},
		&journal.Revoked{Slot: 100, Positions: []journal.Position{position(&l.first.Bundle.Legs[0]), position(&l.second.Bundle.Legs[1])}, Cause: "another branch", Signature: []byte{1}},
		&journal.Returned{Admitted: journal.Admitted{Arrival: 3, ID: l.first.Bundle.ID, Raw: [][]byte{l.burn}, ReceivedAt: 12}},
	}
	l.included = append([]journal.Record{open(l.a, 1, 100, 9)}, blocks(100, map[chains.ChainID]chains.BlockRef{l.a: l.foreign})...)
	again := decidedAt(101, 3, l.leg(l.a, 2, l.burn, chains.UserTx, 8))
	l.next = append([]journal.Record{open(l.a, 2, 101, 2), again}, blocks(101, map[chains.ChainID]chains.BlockRef{l.a: {Number: 2, Hash: common.Hash{3}}})...)
	return l
}

// shown checks what is said of a transaction: in which block it is, the zero hash for none,
// and whether the promise about it was revoked.
func (r *rig) shown(raw []byte, block common.Hash, revoked bool) {
	r.t.Helper()
	tx := crypto.Keccak256Hash(raw)
	in, err := r.history.Included(testContext(r.t), tx)
	if block == (common.Hash{}) {
		if !errors.Is(err, chains.ErrUnknown) {
			r.t.Errorf("%s is included: %+v, %v", raw, in, err)
		}
	} else if err != nil || in.BlockHash != block {
		r.t.Errorf("%s is in %+v, not in block %s: %v", raw, in, block, err)
	}
	p, err := r.history.Preconfirmation(testContext(r.t), tx)
	if err != nil || (p.Revocation != nil) != revoked {
		r.t.Errorf("promise about %s: %+v, %v", raw, p, err)
	}
}

// stands checks a bundle's status and how many legs it is shown with.
func (r *rig) stands(raw []byte, status wire.Status, legs int) {
	r.t.Helper()
	b, err := r.history.Bundle(testContext(r.t), crypto.Keccak256Hash(raw))
	if err != nil || b.Status != status || len(b.Legs) != legs {
		r.t.Errorf("bundle of %s: %+v, %v; want %s with %d legs", raw, b, err, status, legs)
	}
}

func (l *loss) checkLost(r *rig, head chains.BlockRef) {
	r.t.Helper()
	r.stands(l.burn, wire.Queued, 1)
	r.stands(l.mint, wire.Sealed, 1)
	r.shown(l.burn, common.Hash{}, true)
	r.shown([]byte("relay on b"), common.Hash{2}, false)
	r.shown(l.mint, common.Hash{2}, false)
	r.shown([]byte("relay on a"), common.Hash{}, true)
	if got, err := r.history.Head(l.a); err != nil || got != head {
		r.t.Errorf("head %+v, %v, want %+v", got, err, head)
	}
}

func (l *loss) checkRepaired(r *rig) {
	r.t.Helper()
	r.stands(l.burn, wire.Sealed, 2)
	r.shown(l.burn, common.Hash{3}, false)
	r.shown([]byte("relay on b"), common.Hash{2}, false)
	slot := uint64(100)
	sb, err := r.history.Superblock(testContext(r.t), &slot)
	if err != nil || len(sb.Blocks) != 2 || sb.Blocks[0].Hash != l.foreign.Hash || len(sb.Blocks[0].Transactions) != 0 || len(sb.Blocks[1].Transactions) != 2 {
		r.t.Errorf("superblock %+v, %v", sb, err)
	}
}

// What was in a lost block is shown as what it is: its promises revoked, its transactions
// waiting again; what its bundles did on other chains stays with those.
func TestReplaced(t *testing.T) {
	l, r := newLoss(), newRig(t, vfs.NewMem())
	r.write(l.before...)
	r.stands(l.burn, wire.Sealed, 2)
	r.write(l.after...)
	again := func() { r.closeHistory(); r.openHistory() }
	for range 2 {
		l.checkLost(r, genesis(l.a))
		again()
	}
	r.write(l.included...)
	for range 2 {
		l.checkLost(r, l.foreign)
		again()
	}
	r.write(l.next...)
	for topic, events := range map[wire.Topic]int{wire.Preconfirmations: 5, wire.Revocations: 2, wire.Superblocks: 2} {
		if got := r.collect(topic, 0); len(got) != events {
			t.Errorf("stream %s: %d events, not %d: %s", topic, len(got), events, asJSON(t, got))
		}
	}
	if got := r.collect(wire.Bundles, 0); len(got) < 6 {
		t.Errorf("stream of bundles: %s", asJSON(t, got))
	}
	for range 2 {
		l.checkRepaired(r)
		again()
	}
	r.stop()
}

// The same where the lost block was committed and never applied.
func TestReplacedBeforeApplied(t *testing.T) {
	l, r := newLoss(), newRig(t, vfs.NewMem())
	last := l.before[len(l.before)-1].(*journal.Applied)
	l.before[len(l.before)-1] = &journal.Applied{Slot: 100, Group: last.Group[1:], Blocks: last.Blocks[1:]}
	r.write(l.before...)
	r.stands(l.burn, wire.Preconfirmed, 2)
	r.write(l.after...)
	r.closeHistory()
	r.openHistory()
	l.checkLost(r, genesis(l.a))
	r.write(l.included...)
	l.checkLost(r, l.foreign)
	r.write(l.next...)
	l.checkRepaired(r)
	r.stop()
}

// The same where the other chain loses its block after that: all promises are revoked, and
// both transactions wait again.
func TestReplacedOnBothChains(t *testing.T) {
	l, r := newLoss(), newRig(t, vfs.NewMem())
	r.write(l.before...)
	r.write(l.after...)
	position := func(leg *chains.Leg) journal.Position {
		return journal.Position{ChainID: leg.ChainID, Height: leg.Height, Index: leg.Index, TxHash: leg.TxHash}
	}
	r.write(
		&journal.Replaced{ChainID: l.b, Kept: genesis(l.b), Lost: []chains.BlockRef{{Number: 1, Hash: common.Hash{2}}}, Cause: "another branch"},
		&journal.Revoked{Slot: 100, Positions: []journal.Position{position(&l.first.Bundle.Legs[1]), position(&l.second.Bundle.Legs[0])}, Cause: "another branch", Signature: []byte{2}},
		&journal.Returned{Admitted: journal.Admitted{Arrival: 4, ID: l.second.Bundle.ID, Raw: [][]byte{l.mint}, ReceivedAt: 12}},
	)
	for range 2 {
		r.stands(l.burn, wire.Queued, 0)
		r.stands(l.mint, wire.Queued, 0)
		for _, raw := range [][]byte{l.burn, l.mint, []byte("relay on a"), []byte("relay on b")} {
			r.shown(raw, common.Hash{}, true)
		}
		r.closeHistory()
		r.openHistory()
	}
	r.stop()
}
