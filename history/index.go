package history

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	durable "github.com/ssequencer/ssequencer/journal/index"
)

// indexVersion is the layout of the index. An index of another one is built again.
const indexVersion = 2

// The kinds of keys, and what is stored under each.
const (
	keyMeta        = 'm' // meta
	keySnapshot    = 'l' // snapshot
	keyRecord      = 'r' // journal.Seq -> a record that is shown, as the journal encodes it
	keyHead        = 'h' // chain id -> chains.BlockRef
	keyBundle      = 'b' // bundle id -> bundleEntry
	keyTx          = 't' // hash of a leg that is not its bundle's id -> bundle id
	keyBlock       = 'k' // chain id, height -> blockEntry
	keyPayload     = 'y' // chain id, height -> journal.Seq of the record that holds the block
	keyProvisional = 'p' // provisional block hash -> blockID
	keySlot        = 's' // timestamp -> slotEntry
	keyGlobal      = 'g' // first global index given in a slot -> journal.Seq of its record
	keyBatch       = 'n' // batch number -> batchEntry
	keyBatchEnd    = 'e' // last timestamp of a batch -> batch number
	keyLost        = 'x' // journal.Seq of a decision -> the chains on which its blocks are lost
)

// meta says how far the index is. It is written with every record, atomically.
type meta struct {
	Version uint64
	Journal common.Hash // identityOf its first record
	Applied journal.Seq // last record that is in
	Next    uint64      // next global index to be given
	Indexed uint64      // last key of keyGlobal
	Begun   journal.Seq // since this record none is missing; not 1 where the journal had deleted older ones
}

// snapshot is what is live after a record.
type snapshot struct {
	Upto    journal.Seq
	Blocks  []snapshotBlock
	Decided []journal.Seq    // the bundles that stand, in order
	Groups  []journal.Commit // of slots with blocks that are not applied
}

type snapshotBlock struct {
	Opened  journal.Seq // the latest opening
	Revoked bool
}

// bundleEntry is what is known of a transaction or bundle. The sequence numbers are of
// the records that say more, 0 where there is none.
type bundleEntry struct {
	ID        common.Hash
	Received  uint64 // unix ms, of the admission
	DecidedAt uint64 // unix ms, of the first decision, 0 when not known
	Admitted  journal.Seq
	Decided   journal.Seq // the decision that stands
	Was       journal.Seq // a decision that no longer stands
	Refused   journal.Seq
	Dropped   bool
	Slot      uint64
	First     blockID  // block of the first leg; all legs are applied together
	Gas       []uint64 // cumulative gas used in its block, of each leg
	Revoked   []revokedEntry
	Before    journal.Seq `rlp:"optional"` // a decision of which legs stand, though blocks of the transaction's own chain were lost
	BeforeGas []uint64    `rlp:"optional"` // as Gas, of that one
}

// revokedEntry is a promise that was taken back.
type revokedEntry struct {
	Position    journal.Position
	GlobalIndex uint64
	Decided     journal.Seq // the record with the promise
	Revoked     journal.Seq // the record that revokes it
}

type blockID struct {
	Chain  chains.ChainID
	Number uint64
}

// blockEntry is a block of ours, under construction or applied.
type blockEntry struct {
	Opened      journal.Seq
	Provisional common.Hash
	BaseFee     *big.Int
	Revoked     bool        // promises about it were taken back
	Hash        common.Hash // zero until it is applied
	AppliedAt   uint64      // unix ms, 0 when not known
	Deposits    uint64      `rlp:"optional"` // that lead it
}

// slotEntry is what is applied of a slot.
type slotEntry struct {
	Timestamp uint64
	First     uint64      // lowest global index in it, 0 when there is none
	Complete  journal.Seq // the record that applied the last of its blocks, else 0
	Groups    []groupEntry
}

// groupEntry is an applied commit group, or a part of one: where a node was away, its
// block is applied later than the others.
type groupEntry struct {
	Applied journal.Seq
	Group   []chains.ChainID // the whole of it
	Blocks  []journal.CommittedBlock
	Decided []journal.Seq // bundles with a leg in the blocks, in order
	Sealed  []journal.Seq // those of which all legs are applied now
}

// batchEntry is a settlement batch.
type batchEntry struct {
	Number     uint64
	First      uint64 // timestamps of its slots
	Last       uint64
	Closed     journal.Seq
	Posted     journal.Seq // latest record of it
	PostedAt   uint64      // unix ms, 0 when not known
	Verified   journal.Seq
	VerifiedAt uint64
}

// index is the Pebble database. It is synced before the journal may delete what it holds.
type index struct {
	db *durable.DB
}

func openIndex(cfg Config, log *zap.Logger) (*index, error) {
	opts := &pebble.Options{MemTableSize: 8 << 20}
	for i := range opts.Levels { // most look-ups while records come in find nothing
		opts.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
	}
	db, err := durable.Open(cfg.Dir, cfg.FS, opts, log)
	if err != nil {
		return nil, fmt.Errorf("history: %w", err)
	}
	return &index{db: db}, nil
}

func (ix *index) close() error { return ix.db.Close() }

func (ix *index) clear() error {
	return ix.db.DeleteRange([]byte{0}, []byte{0xff}, pebble.NoSync)
}

func (ix *index) meta() (meta, error) {
	var m meta
	err := get(ix.db, []byte{keyMeta}, &m)
	if errors.Is(err, chains.ErrUnknown) {
		return meta{}, nil
	}
	return m, err
}

func (ix *index) snapshot() (snapshot, error) {
	var snap snapshot
	err := get(ix.db, []byte{keySnapshot}, &snap)
	if errors.Is(err, chains.ErrUnknown) {
		return snapshot{}, nil
	}
	return snap, err
}

// begin makes the index one that knows only what comes after meta.Applied.
func (ix *index) begin(m *meta) error {
	b := ix.db.NewBatch()
	err := errors.Join(put(b, []byte{keyMeta}, m), put(b, []byte{keySnapshot}, &snapshot{Upto: m.Applied}))
	if err != nil {
		return errors.Join(err, b.Close())
	}
	return ix.db.Commit(b, pebble.Sync)
}

// sync makes everything durable that was written so far.
func (ix *index) sync() error {
	if err := ix.db.Sync(); err != nil {
		return fmt.Errorf("sync the history's index: %w", err)
	}
	return nil
}

// record returns the copy of a record.
func (ix *index) record(seq journal.Seq) (journal.Record, error) {
	enc, closer, err := ix.db.Get(numberKey(keyRecord, uint64(seq)))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, fmt.Errorf("record %d: %w", seq, chains.ErrUnknown)
	}
	if err != nil {
		return nil, fmt.Errorf("read the history's index: %w", err)
	}
	rec, err := journal.Decode(enc)
	if err != nil {
		err = fmt.Errorf("copy of record %d: %w", seq, err)
	}
	return rec, errors.Join(err, closer.Close())
}

func (ix *index) head(id chains.ChainID) (chains.BlockRef, error) {
	var ref chains.BlockRef
	return ref, get(ix.db, numberKey(keyHead, uint64(id)), &ref)
}

// bundle finds a bundle by its id, or by the hash of one of its transactions: where
// both exist, the one admitted last.
func bundle(r pebble.Reader, hash common.Hash) (*bundleEntry, error) {
	var own, other bundleEntry
	errOwn := get(r, hashKey(keyBundle, hash), &own)
	if errOwn != nil && !errors.Is(errOwn, chains.ErrUnknown) {
		return nil, errOwn
	}
	var id common.Hash
	err := get(r, hashKey(keyTx, hash), &id)
	if err == nil {
		err = get(r, hashKey(keyBundle, id), &other)
	}
	switch {
	case err == nil && (errOwn != nil || other.Admitted > own.Admitted):
		return &other, nil
	case err != nil && !errors.Is(err, chains.ErrUnknown):
		return nil, err
	case errOwn != nil:
		return nil, fmt.Errorf("%s: %w", hash, chains.ErrUnknown)
	}
	return &own, nil
}

// batchOf finds the batch that holds a slot.
func (ix *index) batchOf(slot uint64) (*batchEntry, error) {
	it, err := ix.db.NewIter(&pebble.IterOptions{LowerBound: numberKey(keyBatchEnd, slot), UpperBound: []byte{keyBatchEnd + 1}})
	if err != nil {
		return nil, err
	}
	found := it.First()
	var number uint64
	if found {
		err = rlp.DecodeBytes(it.Value(), &number)
	}
	if err := errors.Join(err, it.Close()); err != nil {
		return nil, fmt.Errorf("find the batch of slot %d: %w", slot, err)
	}
	var b batchEntry
	if !found {
		return nil, fmt.Errorf("batch of slot %d: %w", slot, chains.ErrUnknown)
	}
	if err := get(ix.db, numberKey(keyBatch, number), &b); err != nil {
		return nil, err
	}
	if b.First > slot {
		return nil, fmt.Errorf("batch of slot %d: %w", slot, chains.ErrUnknown)
	}
	return &b, nil
}

// slots calls fn for the slots with timestamps from first to last, in order, or the
// other way round, until fn returns false.
func (ix *index) slots(first, last uint64, down bool, fn func(*slotEntry) bool) error {
	upper := []byte{keySlot + 1}
	if last+1 != 0 {
		upper = numberKey(keySlot, last+1)
	}
	it, err := ix.db.NewIter(&pebble.IterOptions{LowerBound: numberKey(keySlot, first), UpperBound: upper})
	if err != nil {
		return err
	}
	start, step := it.First, it.Next
	if down {
		start, step = it.Last, it.Prev
	}
	for ok := start(); ok; ok = step() {
		s := new(slotEntry)
		if err := rlp.DecodeBytes(it.Value(), s); err != nil {
			return errors.Join(fmt.Errorf("slot entry: %w", err), it.Close())
		}
		if !fn(s) {
			break
		}
	}
	return it.Close()
}

// streamStart returns a record before which nothing happened about the global index or
// later ones, and the next global index at that moment.
func (ix *index) streamStart(global uint64) (journal.Seq, uint64, error) {
	it, err := ix.db.NewIter(&pebble.IterOptions{LowerBound: []byte{keyGlobal}, UpperBound: []byte{keyGlobal + 1}})
	if err != nil {
		return 0, 0, err
	}
	seq, next := journal.Seq(1), uint64(1)
	if it.SeekLT(numberKey(keyGlobal, global)) {
		next = binary.BigEndian.Uint64(it.Key()[1:])
		err = rlp.DecodeBytes(it.Value(), &seq)
	}
	return seq, next, errors.Join(err, it.Close())
}

// get reads an entry. There being none is chains.ErrUnknown.
func get(r pebble.Reader, key []byte, entry any) error {
	enc, closer, err := r.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return chains.ErrUnknown
	}
	if err != nil {
		return fmt.Errorf("read the history's index: %w", err)
	}
	if err = rlp.DecodeBytes(enc, entry); err != nil {
		err = fmt.Errorf("entry %q of the history's index: %w", key[0], err)
	}
	return errors.Join(err, closer.Close())
}

func put(b *pebble.Batch, key []byte, entry any) error {
	enc, err := rlp.EncodeToBytes(entry)
	if err != nil {
		return fmt.Errorf("entry %q of the history's index: %w", key[0], err)
	}
	return b.Set(key, enc, nil)
}

func hashKey(kind byte, h common.Hash) []byte { return append([]byte{kind}, h[:]...) }

func numberKey(kind byte, n uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{kind}, n)
}

func blockKey(b blockID) []byte { return heightKey(keyBlock, b) }

func heightKey(kind byte, b blockID) []byte {
	return binary.BigEndian.AppendUint64(numberKey(kind, uint64(b.Chain)), b.Number)
}
