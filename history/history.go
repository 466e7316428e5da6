// Package history is the read model: what became of every transaction, bundle, block,
// promise and batch. It follows the journal and keeps an index of its own, from hashes,
// heights and slots to records, and in memory only the blocks that are not applied yet.
//
// The journal forgets; the history does not. It copies each record that it shows into its
// index, so that decisions, promises, refusals, revocations and batches stay readable when
// the journal has deleted them. An index that was deleted, or taken to another journal, is
// built again from what the journal still has.
//
// The streams are the journal itself, read from any place on that it has: nothing is
// queued for a subscriber, and a slow one holds up nobody.
package history

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// Journal is the part of journal.Journal the history needs.
type Journal interface {
	Durable() journal.Seq
	// First returns the record from which on all are kept.
	First() journal.Seq
	// Keep says which records a reader still needs.
	Keep(reader string, from journal.Seq, also []journal.Seq)
	Get(seq journal.Seq) (journal.Record, error)
	Read(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error
	Follow(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error
}

// Reader is the name under which the history tells the journal what it needs.
const Reader = "history"

// BatchDecoder reads settlement's own part of its journal records.
type BatchDecoder interface {
	// Closed decodes the body of a BatchClosed event. Status and L1TxHash are not used.
	Closed(body []byte) (*wire.Batch, error)
	// Posted decodes the body of a BatchPosted event to the hash of the L1 transaction.
	Posted(body []byte) (common.Hash, error)
}

// Config says where the index is and what it is about.
type Config struct {
	Dir string // created if it does not exist
	// FS is the file system Dir is on; nil means the machine's own.
	FS vfs.FS
	// Domain is the EIP-712 domain of promises.
	Domain chains.Domain
	// Heads are the chains' heads before anything was applied: their genesis blocks.
	Heads map[chains.ChainID]chains.BlockRef
}

// Deps are the things a History works with. All are required.
type Deps struct {
	Journal Journal
	Batches BatchDecoder
	// Resign signs a promise again that was signed before: it must give the same
	// signature. It is used for promises that Publish was not told about lately.
	Resign func(ctx context.Context, p *chains.Promise) error
	Now    func() time.Time
	Log    *zap.Logger
}

// History answers what happened. Its methods are safe for concurrent use. What it does
// not know is chains.ErrUnknown.
type History struct {
	cfg        Config
	deps       Deps
	deployment common.Hash
	index      *index
	signatures signatures
	ready      chan struct{} // closed when what was durable at the start is in
	replayed   journal.Seq   // records up to this one were written before this start
	every      journal.Seq   // records between two snapshots

	mu      sync.RWMutex
	meta    meta
	heads   map[chains.ChainID]chains.BlockRef
	live    *live
	moved   chan struct{} // closed when meta.Applied moves; nil while nobody waits
	waiters map[common.Hash]*waiter
}

// Open opens the index, creating it when there is none. Run brings it up to date.
func Open(cfg Config, deps Deps) (*History, error) {
	ix, err := openIndex(cfg, deps.Log)
	if err != nil {
		return nil, err
	}
	h := &History{
		cfg:        cfg,
		deps:       deps,
		deployment: chains.DeploymentID(cfg.Domain.L1ChainID, cfg.Domain.Settlement),
		index:      ix,
		ready:      make(chan struct{}),
		every:      snapshotEvery,
		heads:      make(map[chains.ChainID]chains.BlockRef, len(cfg.Heads)),
		live:       newLive(),
		waiters:    make(map[common.Hash]*waiter),
	}
	return h, nil
}

// Run follows the journal until ctx ends (it returns nil) or something fails. It must
// be called once.
func (h *History) Run(ctx context.Context) error {
	err := h.restore(ctx)
	if err == nil {
		h.announce()
		err = h.deps.Journal.Follow(ctx, h.meta.Applied+1, h.apply)
	}
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil
	}
	return fmt.Errorf("history: %w", err)
}

// Ready is closed once everything that was durable when Run started is in. Before, the
// answers are old.
func (h *History) Ready() <-chan struct{} { return h.ready }

// Close closes the index. Run has returned and nobody uses the History any more.
func (h *History) Close() error { return h.index.close() }

// Head returns the last block of a chain that is applied for its whole commit group.
func (h *History) Head(chain chains.ChainID) (chains.BlockRef, error) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	ref, ok := h.heads[chain]
	if !ok {
		return ref, fmt.Errorf("chain %d: %w", chain, chains.ErrUnknown)
	}
	return ref, nil
}

// restore loads the state in memory, after it made sure that the index belongs to this
// journal.
func (h *History) restore(ctx context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.replayed = h.deps.Journal.Durable()
	identity, err := h.identity()
	if err != nil {
		return err
	}
	m, err := h.index.meta()
	if err != nil {
		return err
	}
	if m.Version != indexVersion || m.Journal != identity || m.Applied > h.replayed {
		if m != (meta{}) {
			h.deps.Log.Warn("the history's index belongs to another journal or version: building it again")
		}
		if err := h.index.clear(); err != nil {
			return err
		}
		m = meta{Version: indexVersion, Journal: identity, Next: 1, Begun: 1}
	}
	h.meta = m
	if err := h.loadHeads(); err != nil {
		return err
	}
	if first := h.deps.Journal.First(); m.Applied+1 < first {
		h.deps.Log.Warn("the journal has deleted records that are not in the history's index: what they say is not known any more",
			zap.Uint64("from", uint64(m.Applied+1)), zap.Uint64("to", uint64(first-1)))
		h.meta.Applied, h.meta.Begun = first-1, first
		return h.index.begin(&h.meta)
	}
	return h.loadLive(ctx)
}

// identity tells journals apart: the first record names the chains and their first
// slot.
func (h *History) identity() (common.Hash, error) {
	if h.replayed == 0 {
		return common.Hash{}, nil
	}
	first, err := h.deps.Journal.Get(1)
	if err != nil {
		return common.Hash{}, err
	}
	return identityOf(first)
}

func (h *History) loadHeads() error {
	for id, ref := range h.cfg.Heads {
		applied, err := h.index.head(id)
		if err == nil {
			ref = applied
		} else if !errors.Is(err, chains.ErrUnknown) {
			return err
		}
		h.heads[id] = ref
	}
	return nil
}

// loadLive takes the blocks that are not applied from the last snapshot, and plays the
// records since then.
func (h *History) loadLive(ctx context.Context) error {
	snap, err := h.index.snapshot()
	if err != nil {
		return err
	}
	if err := h.live.restore(snap, h.record, h.deployment); err != nil {
		return err
	}
	done := errors.New("loaded")
	err = h.deps.Journal.Read(ctx, snap.Upto+1, func(seq journal.Seq, rec journal.Record) error {
		if seq > h.meta.Applied {
			return done
		}
		h.live.replay(seq, rec, h.deployment)
		return nil
	})
	if err != nil && !errors.Is(err, done) {
		return err
	}
	return h.keep(snap.Upto)
}

// keep makes the index durable, whose last snapshot is of the record, and then tells the
// journal that only later ones are needed. The first one tells journals apart.
func (h *History) keep(upto journal.Seq) error {
	if err := h.index.sync(); err != nil {
		return err
	}
	h.deps.Journal.Keep(Reader, upto+1, []journal.Seq{1})
	return nil
}

// announce closes ready when everything of before this start is in.
func (h *History) announce() {
	if h.meta.Applied != h.replayed {
		return
	}
	select {
	case <-h.ready:
	default:
		close(h.ready)
	}
}

// awaitApplied waits until the record is in.
func (h *History) awaitApplied(ctx context.Context, seq journal.Seq) error {
	for {
		h.mu.RLock()
		in := h.meta.Applied >= seq
		h.mu.RUnlock()
		if in {
			return nil
		}
		h.mu.Lock()
		if h.moved == nil {
			h.moved = make(chan struct{})
		}
		moved, in := h.moved, h.meta.Applied >= seq
		h.mu.Unlock()
		if in {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
