package sequencer

import (
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// lane is one chain's part of the slot loop.
type lane struct {
	Chain
	cfg       ChainConfig
	shard     *shard.Shard // nil until the node was met for the first time
	applied   chains.BlockRef
	committed chains.BlockRef // the newest block with a COMMIT; zero where there is none
	attendance
	sourced
	openBlock
	tried attemptUse // of the attempt being decided
	// readable is the shard for other goroutines, nil while the chain stands aside.
	readable atomic.Pointer[shard.Shard]
}

// attendance is whether, and how reliably, a chain takes part in slots.
type attendance struct {
	aside     *aside      // nil while it takes part
	unapplied []unapplied // committed blocks that the node of a chain that stands aside has not adopted
	leaves    *absence    // why it stands aside when nothing is being committed any more, nil where it does not
	lapses    int         // how often it stood aside of late
	steady    int         // blocks applied since then
	silent    time.Time   // since when the loop's own reads of the node fail, zero if they do not
	mute      bool        // an execution met a state that could not be read: none is tried before the next block
}

// sourced is what is known of those who have a say in a chain's blocks beside the sequencer.
type sourced struct {
	looking bool          // for blocks of somebody else
	looked  time.Time     // when that was last begun
	taken   atomic.Uint64 // record of the last block of somebody else; read by others than the loop
	pace    uint64        // seconds between its last two blocks, 0 when not known
	starved bool          // its source has said that there can be no block
	unsure  bool          // because L1 may have dropped what the last one derives from
}

// openBlock is a chain's block under construction.
type openBlock struct {
	block        uint64           // its number, 0 before it is begun on the shard
	gasLimit     uint64           // of it
	deposits     int              // executed
	forced       []crosschain.Leg // deposits that are in no bundle yet
	owedGas      uint64           // gas used by relays of owed messages
	relayerNonce uint64
	relayGas     uint64 // gas used by the relays kept
	refusedGas   uint64 // gas of executions that ended refused (A5)
}

// attemptUse is what the attempt being decided has used on one chain.
type attemptUse struct {
	gas      uint64
	relays   uint64
	relayGas uint64
}

// maxRead is how long the slot loop waits at most for one read of a node's state.
const maxRead = 5 * time.Second

// onHead makes the lane's shard start from the node's head, with nothing remembered.
func (s *Sequencer) onHead(l *lane, head *types.Header) error {
	if l.shard == nil {
		sh, err := shard.New(shard.Config{
			ChainID:      l.cfg.ID,
			Chain:        l.cfg.Rules,
			OP:           l.cfg.OP,
			Watch:        l.cfg.Contracts.RootStore,
			GasCeil:      l.cfg.GasLimit,
			CacheEntries: s.cfg.CacheEntries,
			ReadTimeout:  min(s.cfg.Patience, maxRead),
		}, l.Node, shard.HeadOf(head))
		if err != nil {
			return fmt.Errorf("chain %d: %w", l.cfg.ID, err)
		}
		l.shard = sh
	} else if err := l.shard.Reset(shard.HeadOf(head)); err != nil {
		return fmt.Errorf("chain %d: %w", l.cfg.ID, err)
	}
	l.block, l.deposits, l.forced = 0, 0, nil
	l.pace, s.heeded = 0, false
	l.applied, l.mute = chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}, false
	l.readable.Store(l.shard)
	s.numbers.lastTimestamp = max(s.numbers.lastTimestamp, head.Time)
	s.health.set(l.cfg.ID, l.applied, "")
	return nil
}

// carve takes the lane's part out of slots that are not committed: its openings and its
// bundles, which must be on no other chain. It returns that part, slot by slot, and the
// slots that are left.
func (l *lane) carve(slots []*slot) (mine, left []*slot) {
	for _, sl := range slots {
		open := sl.opens[l.cfg.ID]
		if open == nil {
			left = append(left, sl)
			continue
		}
		delete(sl.opens, l.cfg.ID)
		part := newSlot(sl.timestamp)
		part.reruns, part.cause, part.opens[l.cfg.ID] = sl.reruns, sl.cause, open
		part.ends, part.length, part.parents = sl.ends, sl.length, sl.parents
		part.decided, sl.decided = split(sl.decided, func(d *decided) bool { return d.on(l.cfg.ID) })
		mine = append(mine, part)
		if len(sl.opens) > 0 {
			left = append(left, sl)
		}
	}
	return mine, left
}

// split tells the bundles that match from the others, both in their order.
func split(bundles []*decided, match func(*decided) bool) (matching, others []*decided) {
	for _, d := range bundles {
		if match(d) {
			matching = append(matching, d)
		} else {
			others = append(others, d)
		}
	}
	return matching, others
}

// on reports whether a bundle has a leg on the chain.
func (d *decided) on(id chains.ChainID) bool {
	return slices.ContainsFunc(d.bundle.Legs, func(l chains.Leg) bool { return l.ChainID == id })
}

// joint reports whether a bundle has legs on several chains.
func (d *decided) joint() bool {
	return slices.ContainsFunc(d.bundle.Legs, func(l chains.Leg) bool { return l.ChainID != d.bundle.Legs[0].ChainID })
}

// joins reports whether a bundle has a leg on a chain with an opening in the slot.
func (sl *slot) joins(d *decided) bool {
	return slices.ContainsFunc(d.bundle.Legs, func(l chains.Leg) bool { return sl.opens[l.ChainID] != nil })
}
