package settlement

import (
	"encoding/binary"
	"errors"
	"fmt"
	"iter"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	durable "github.com/ssequencer/ssequencer/journal/index"
)

// indexVersion is the layout of the index. One of another layout is built again.
const indexVersion = 4

// The kinds of keys, and what is stored under each.
const (
	keyState   = 's' // state
	keyBlock   = 'a' // chain id, height -> appliedBlock, in no batch or of the last ones
	keyGone    = 'g' // hash of a batch that was withdrawn -> its claim
	keyNode    = 't' // source, destination, generation, height in the tree, index -> hash
	keyMessage = 'm' // message hash -> place
	keyBatch   = 'b' // batch number -> batchRow
	keyProofs  = 'e' // batch number -> []EndProof
	keyOrder   = 'o' // batch number -> what it ordered, encoded, until that is on L1
	keySeal    = 'w' // batch number -> sealRow, as long
	keySending = 'l' // nonce of the poster -> sendingRow
)

// state is what settlement knows after a record, but for what has keys of its own. What
// those say about later records is not looked at, and written again.
type state struct {
	Version uint64
	Journal common.Hash // identity
	Upto    journal.Seq
	Batches uint64 // the last closed one
	Void    uint64 // the first that has lost blocks, and is to be withdrawn with all behind it; 0 for none
	Lanes   []laneState
	Pairs   []pairState
	Sides   []sideMark
	Seen    uint64
}

type laneState struct {
	Chain   chains.ChainID
	Next    uint64
	Lost    uint64
	Decided []legState
}

type legState struct {
	Height   uint64
	Bundle   common.Hash
	Index    uint64
	Messages []message
	Deposit  bool
	Ordered  orderedTx
}

type pairState struct {
	ID       treeID
	Sent     uint64
	Received uint64
	Frontier []common.Hash // of the received side
}

// appliedBlock is an applied block.
type appliedBlock struct {
	Record    journal.Seq // that says so
	Ref       chains.BlockRef
	Timestamp uint64
	Messages  []message
	Kept      Publication // how much Txs tell
	Txs       []orderedTx // without deposits, in the order of the block
}

type batchRow struct {
	Body     closedBody // without proofs
	End      mark
	Status   Status
	L1TxHash common.Hash
	L1Block  uint64
	Findings string
}

type sendingRow struct {
	Duty   duty
	Raw    []byte        // the last of Hashes
	Hashes []common.Hash // of all transactions that were sent with this nonce
	Bumps  uint64
}

// sealRow is what a signer signed about what a batch ordered. It is kept since signing
// again may give another signature, with which parts that are on L1 would not fit.
type sealRow struct {
	Batch     common.Hash // the claim's
	Epoch     uint64
	Signature []byte
}

// index is settlement's Pebble database. It is synced before the journal may delete what
// it holds.
type index struct{ db *durable.DB }

func openIndex(cfg Config, log *zap.Logger) (*index, error) {
	db, err := durable.Open(cfg.Dir, cfg.FS, &pebble.Options{MemTableSize: 8 << 20}, log)
	if err != nil {
		return nil, fmt.Errorf("settlement: %w", err)
	}
	return &index{db}, nil
}

func (ix *index) close() error { return ix.db.Close() }

func (ix *index) clear() error { return ix.db.DeleteRange([]byte{0}, []byte{0xff}, pebble.Sync) }

// drop deletes the entries from one key up to another.
func (ix *index) drop(from, to []byte) error {
	if err := ix.db.DeleteRange(from, to, pebble.NoSync); err != nil {
		return fmt.Errorf("write settlement's index: %w", err)
	}
	return nil
}

// get reads an entry. There being none is chains.ErrUnknown.
func (ix *index) get(key []byte, entry any) error {
	enc, closer, err := ix.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return chains.ErrUnknown
	}
	if err != nil {
		return fmt.Errorf("read settlement's index: %w", err)
	}
	if err = rlp.DecodeBytes(enc, entry); err != nil {
		err = fmt.Errorf("entry %q of settlement's index: %w", key[0], err)
	}
	return errors.Join(err, closer.Close())
}

// find is get that leaves the entry as it is where there is none.
func (ix *index) find(key []byte, entry any) error {
	if err := ix.get(key, entry); !errors.Is(err, chains.ErrUnknown) {
		return err
	}
	return nil
}

// put writes one entry. It becomes durable with the next write that is synced.
func (ix *index) put(key []byte, entry any) error {
	return put(ix.db, key, entry, pebble.NoSync)
}

func put(to pebble.Writer, key []byte, entry any, sync *pebble.WriteOptions) error {
	enc, err := rlp.EncodeToBytes(entry)
	if err != nil {
		return fmt.Errorf("entry %q of settlement's index: %w", key[0], err)
	}
	return to.Set(key, enc, sync)
}

// blocks yields a chain's applied blocks of a range, in order. The iteration ends with the
// first error.
func (ix *index) blocks(id chains.ChainID, first, last uint64) iter.Seq2[*appliedBlock, error] {
	return func(yield func(*appliedBlock, error) bool) {
		it, err := ix.db.NewIter(&pebble.IterOptions{LowerBound: key(keyBlock, uint64(id), first), UpperBound: key(keyBlock, uint64(id), last, 0)})
		if err != nil {
			yield(nil, err)
			return
		}
		wanted := true
		for ok := it.First(); ok && wanted && err == nil; ok = it.Next() {
			b := new(appliedBlock)
			if err = rlp.DecodeBytes(it.Value(), b); err == nil {
				wanted = yield(b, nil)
			}
		}
		if err := errors.Join(err, it.Close()); err != nil && wanted {
			yield(nil, fmt.Errorf("applied blocks in settlement's index: %w", err))
		}
	}
}

func key(kind byte, numbers ...uint64) []byte {
	k := make([]byte, 1, 1+8*len(numbers))
	k[0] = kind
	for _, n := range numbers {
		k = binary.BigEndian.AppendUint64(k, n)
	}
	return k
}

// numberOf is the inverse of key for a key of one number.
func numberOf(k []byte) uint64 { return binary.BigEndian.Uint64(k[1:]) }

// orderBounds are those of the orders that are kept of batches from a number on.
func orderBounds(from uint64) *pebble.IterOptions {
	return &pebble.IterOptions{LowerBound: key(keyOrder, from), UpperBound: []byte{keyOrder + 1}}
}

func goneKey(batch common.Hash) []byte { return append([]byte{keyGone}, batch[:]...) }

func messageKey(hash common.Hash) []byte { return append([]byte{keyMessage}, hash[:]...) }

// nodes are the nodes of the tree of what one pair sent. It implements merkle.Nodes.
type nodes struct {
	pages *pages
	id    treeID
	last  [33]lastNode // set on each level
}

type lastNode struct {
	set   bool
	index uint64
	node  common.Hash
}

// Node implements merkle.Nodes.
func (n *nodes) Node(height int, index uint64) (common.Hash, error) {
	if last := &n.last[height]; last.set && last.index == index {
		return last.node, nil
	}
	var node common.Hash
	if err := n.pages.index.get(n.key(height, index), &node); err != nil {
		return node, fmt.Errorf("node %d of level %d of the pair %d to %d: %w", index, height, n.id.Pair.Source, n.id.Pair.Destination, err)
	}
	return node, nil
}

// SetNode implements merkle.Nodes. The node is in the index after pages.flush.
func (n *nodes) SetNode(height int, index uint64, node common.Hash) error {
	n.last[height] = lastNode{true, index, node}
	return n.pages.put(n.key(height, index), &node)
}

func (n *nodes) key(height int, index uint64) []byte {
	return key(keyNode, uint64(n.id.Pair.Source), uint64(n.id.Pair.Destination), n.id.Generation, uint64(height), index)
}

// pages collects entries that may be written before the state that they are for is: it
// says how many of them count.
type pages struct {
	index *index
	batch *pebble.Batch
}

// maxPage bounds the bytes of entries that are collected.
const maxPage = 4 << 20

func (p *pages) put(key []byte, entry any) error {
	if p.batch == nil {
		p.batch = p.index.db.NewBatch()
	}
	err := put(p.batch, key, entry, nil)
	if err == nil && p.batch.Len() > maxPage {
		err = p.flush()
	}
	return err
}

// flush writes what is collected.
func (p *pages) flush() error {
	b := p.batch
	if b == nil {
		return nil
	}
	p.batch = nil
	if err := p.index.db.Commit(b, pebble.NoSync); err != nil {
		return fmt.Errorf("write settlement's index: %w", err)
	}
	return nil
}
