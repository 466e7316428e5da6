package sim

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

var errUnknownBlock = errors.New("unknown block")

// block is a block with what it wrote and what came of its transactions. It is not
// changed once it is in a ledger.
type block struct {
	header   *types.Header
	hash     common.Hash
	parent   *block
	txs      []*chains.Tx
	receipts []*types.Receipt
	accounts map[common.Address]*types.StateAccount
	slots    map[chains.StorageKey]common.Hash
	codes    map[common.Hash][]byte
}

func (b *block) number() uint64 { return b.header.Number.Uint64() }

// slot is a slot's value after the block.
func (b *block) slot(key chains.StorageKey) common.Hash {
	for ; b != nil; b = b.parent {
		if value, ok := b.slots[key]; ok {
			return value
		}
	}
	return common.Hash{}
}

// above reports whether b is an ancestor of head.
func (b *block) above(head *block) bool {
	for head != nil && head.number() > b.number() {
		head = head.parent
		if head == b {
			return true
		}
	}
	return false
}

// ledger is what a node remembers: blocks and contract codes. It is safe for concurrent
// use. Forgetting blocks is what a crash of the node does.
type ledger struct {
	id    chains.ChainID
	rules *params.ChainConfig
	watch common.Address

	mu     sync.Mutex
	blocks map[common.Hash]*block
	built  map[common.Hash]*block // not handed back yet
	codes  map[common.Hash][]byte
	head   *block
	memory *memory

	shard   *shard.Shard // that made shardAt, nil where there is none
	shardAt *block
}

func (l *ledger) get(hash common.Hash) (*block, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b := l.blocks[hash]; b != nil {
		return b, nil
	}
	return nil, fmt.Errorf("%w: %s", errUnknownBlock, hash)
}

func (l *ledger) top() *block {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.head
}

func (l *ledger) add(b *block) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.blocks[b.hash] = b
}

func (l *ledger) setHead(b *block) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.head = b
}

// loseLast forgets the last n blocks of the chain, but never below block keep, and all
// that was never adopted.
func (l *ledger) loseLast(n, keep uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for ; n > 0 && l.head.number() > keep; n-- {
		l.head = l.head.parent
	}
	l.blocks, l.built, l.shard, l.shardAt = map[common.Hash]*block{}, nil, nil, nil
	for b := l.head; b != nil; b = b.parent {
		l.blocks[b.hash] = b
	}
}

// clone returns a ledger that shares the blocks, with another memory.
func (l *ledger) clone(m *memory) *ledger {
	c := &ledger{id: l.id, rules: l.rules, watch: l.watch, head: l.head, blocks: map[common.Hash]*block{}, codes: map[common.Hash][]byte{}, memory: m}
	for h, b := range l.blocks {
		c.blocks[h] = b
	}
	for h, code := range l.codes {
		c.codes[h] = code
	}
	return c
}

// keep remembers a block that was only built, for the payload that will come of it.
func (l *ledger) keep(b *block) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.built == nil {
		l.built = map[common.Hash]*block{}
	}
	l.built[b.hash] = b
}

// takeBuilt returns a block that was built here, and forgets it.
func (l *ledger) takeBuilt(hash common.Hash) *block {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.built[hash]
	delete(l.built, hash)
	return b
}

// Accounts implements shard.Source.
func (l *ledger) Accounts(_ context.Context, at common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	top, err := l.get(at)
	if err != nil {
		return nil, err
	}
	out := make([]*types.StateAccount, len(addrs))
	for i, addr := range addrs {
		for b := top; b != nil; b = b.parent {
			if acct, ok := b.accounts[addr]; ok {
				if acct != nil {
					out[i] = acct.Copy()
				}
				break
			}
		}
	}
	return out, nil
}

// Storage implements shard.Source.
func (l *ledger) Storage(_ context.Context, at common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	top, err := l.get(at)
	if err != nil {
		return nil, err
	}
	out := make([]common.Hash, len(keys))
	for i, key := range keys {
		out[i] = top.slot(key)
	}
	return out, nil
}

// Code implements shard.Source.
func (l *ledger) Code(ctx context.Context, at common.Hash, addr common.Address) ([]byte, error) {
	accounts, err := l.Accounts(ctx, at, []common.Address{addr})
	if err != nil || accounts[0] == nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.codes[common.BytesToHash(accounts[0].CodeHash)], nil
}

// BlockHash implements shard.Source.
func (l *ledger) BlockHash(_ context.Context, number uint64) (common.Hash, error) {
	for b := l.top(); b != nil; b = b.parent {
		if b.number() == number {
			return b.hash, nil
		}
	}
	return common.Hash{}, fmt.Errorf("%w: number %d", errUnknownBlock, number)
}

// Logs returns the logs of a chain's messages that match the query, in order. Only what the
// sequencer asks for is understood: addresses and topics.
func (l *ledger) Logs(_ context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	var found []types.Log
	for b := l.top(); b != nil; b = b.parent {
		var here []types.Log
		for _, r := range b.receipts {
			for _, log := range r.Logs {
				if slices.Contains(q.Addresses, log.Address) && matches(log.Topics, q.Topics) {
					here = append(here, *log)
				}
			}
		}
		found = append(here, found...)
	}
	return found, nil
}

func matches(topics []common.Hash, wanted [][]common.Hash) bool {
	for i, any := range wanted {
		if len(any) > 0 && (i >= len(topics) || !slices.Contains(any, topics[i])) {
			return false
		}
	}
	return true
}

// invalidTxError names the transaction that cannot be in the block.
type invalidTxError struct {
	hash common.Hash
	err  error
}

func (e *invalidTxError) Error() string          { return fmt.Sprintf("transaction %s: %v", e.hash, e.err) }
func (e *invalidTxError) InvalidTx() common.Hash { return e.hash }
func (e *invalidTxError) Unwrap() error          { return e.err }

// execute makes the block of exactly these transactions. bend, where it is not nil,
// replaces what is executed for a transaction: a node with other rules.
func (l *ledger) execute(open *chains.Open, raws [][]byte, bend func(*chains.Tx) *chains.Tx) (*block, error) {
	parent, err := l.get(open.ParentHash)
	if err != nil {
		return nil, err
	}
	name, err := made(open, raws)
	if err != nil {
		return nil, err
	}
	b, err := l.memory.block(name, func() (*block, error) { return l.make(parent, open, raws, bend) })
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	maps.Copy(l.codes, b.codes)
	return b, nil
}

func (l *ledger) make(parent *block, open *chains.Open, raws [][]byte, bend func(*chains.Tx) *chains.Tx) (*block, error) {
	sh, err := l.shardOn(parent)
	if err != nil {
		return nil, err
	}
	mine := *open // a node computes the base fee itself
	mine.BaseFee = sh.NextBaseFee()
	if err := sh.Begin(&mine); err != nil {
		return nil, err
	}
	b := &block{parent: parent}
	for _, raw := range raws {
		tx, err := l.memory.decode(raw)
		if err != nil {
			return nil, err
		}
		run := tx
		if bend != nil {
			run = bend(tx)
		}
		if _, err := sh.Execute(run); err != nil {
			return nil, &invalidTxError{tx.Hash(), err}
		}
		if err := sh.Keep([]*chains.Tx{run}); err != nil {
			return nil, err
		}
		b.txs = append(b.txs, tx)
	}
	sealed, err := sh.Seal()
	if err != nil {
		return nil, err
	}
	b.receipts = sealed.Receipts
	for i, r := range b.receipts {
		r.TxHash = b.txs[i].Hash()
	}
	if err := b.take(sh, open.Number); err != nil {
		return nil, err
	}
	b.seal(&mine, sealed, raws)
	return b, l.leave(sh, b)
}

// shardOn returns a shard for the block after parent: the one that made parent, which has
// read a lot already, or a new one.
func (l *ledger) shardOn(parent *block) (*shard.Shard, error) {
	l.mu.Lock()
	sh, on := l.shard, l.shardAt
	l.shard, l.shardAt = nil, nil
	l.mu.Unlock()
	if sh != nil && on == parent {
		return sh, nil
	}
	return shard.New(shard.Config{ChainID: l.id, Chain: l.rules, Watch: l.watch, GasCeil: gasLimit}, l, shard.HeadOf(parent.header))
}

// leave keeps the shard that has made a block for the next one.
func (l *ledger) leave(sh *shard.Shard, b *block) error {
	if err := sh.Built(b.number(), b.hash); err != nil {
		return err
	}
	if err := sh.Adopted(b.number(), b.hash); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.shard, l.shardAt = sh, b
	return nil
}

// take copies what the block wrote out of the shard.
func (b *block) take(sh *shard.Shard, number uint64) error {
	w := sh.Written(number, math.MaxInt)
	b.accounts, b.slots, b.codes = w.Accounts, w.Slots, map[common.Hash][]byte{}
	ring := new(big.Int).SetUint64((number - 1) % params.HistoryServeWindow)
	b.slots[chains.StorageKey{Address: params.HistoryStorageAddress, Slot: common.BigToHash(ring)}] = b.parent.hash
	view := sh.View()
	for addr, acct := range b.accounts {
		if acct == nil || bytes.Equal(acct.CodeHash, types.EmptyCodeHash[:]) {
			continue
		}
		code, err := view.Code(addr)
		if err != nil {
			return err
		}
		b.codes[common.BytesToHash(acct.CodeHash)] = code
	}
	return nil
}

// seal makes the header. The state root stands for a real one: it commits to everything
// written since genesis.
func (b *block) seal(open *chains.Open, sealed *chains.Sealed, raws [][]byte) {
	zero := uint64(0)
	txs := make(types.Transactions, len(b.txs))
	for i, tx := range b.txs {
		txs[i] = tx.Inner()
	}
	beacon := open.BeaconRoot
	b.header = &types.Header{
		ParentHash: b.parent.hash, UncleHash: types.EmptyUncleHash, Coinbase: open.FeeRecipient, Root: b.root(),
		TxHash: types.DeriveSha(txs, trie.NewStackTrie(nil)), ReceiptHash: sealed.ReceiptsRoot, Bloom: sealed.LogsBloom,
		Difficulty: new(big.Int), Number: new(big.Int).SetUint64(open.Number), GasLimit: open.GasLimit, GasUsed: sealed.GasUsed,
		Time: open.Timestamp, Extra: open.ExtraData, MixDigest: open.PrevRandao, BaseFee: open.BaseFee,
		WithdrawalsHash: &types.EmptyWithdrawalsHash, BlobGasUsed: &zero, ExcessBlobGas: &zero,
		ParentBeaconRoot: &beacon, RequestsHash: &types.EmptyRequestsHash,
	}
	b.hash = b.header.Hash()
}

func (b *block) root() common.Hash {
	var parts [][]byte
	for addr, acct := range b.accounts {
		part := append([]byte{'a'}, addr[:]...)
		if acct != nil {
			part = append(append(part, acct.CodeHash...), fmt.Sprint(acct.Nonce, acct.Balance)...)
		}
		parts = append(parts, part)
	}
	for key, value := range b.slots {
		parts = append(parts, bytes.Join([][]byte{{'s'}, key.Address[:], key.Slot[:], value[:]}, nil))
	}
	slices.SortFunc(parts, bytes.Compare)
	if b.parent != nil {
		parts = append(parts, b.parent.header.Root[:])
	}
	return crypto.Keccak256Hash(parts...)
}

// payload is the block as it goes over the Engine API. Raw is the header, from which the
// block can be made again.
func (b *block) payload(id chains.ChainID) (*chains.Payload, error) {
	raw, err := rlp.EncodeToBytes(b.header)
	if err != nil {
		return nil, err
	}
	p := &chains.Payload{
		ChainID: id, Number: b.number(), Hash: b.hash, ParentHash: b.parent.hash, Timestamp: b.header.Time, StateRoot: b.header.Root,
		ReceiptsRoot: b.header.ReceiptHash, LogsBloom: b.header.Bloom, GasUsed: b.header.GasUsed, GasLimit: b.header.GasLimit,
		BaseFee: b.header.BaseFee, BeaconRoot: *b.header.ParentBeaconRoot, Raw: raw,
	}
	for _, tx := range b.txs {
		p.Transactions = append(p.Transactions, tx.Raw())
	}
	return p, nil
}

// openOf returns the header inputs of a payload.
func openOf(p *chains.Payload) (*chains.Open, error) {
	var h types.Header
	if err := rlp.DecodeBytes(p.Raw, &h); err != nil {
		return nil, err
	}
	return &chains.Open{
		ChainID: p.ChainID, Number: h.Number.Uint64(), ParentHash: h.ParentHash, Timestamp: h.Time, PrevRandao: h.MixDigest,
		FeeRecipient: h.Coinbase, GasLimit: h.GasLimit, BaseFee: h.BaseFee, BeaconRoot: *h.ParentBeaconRoot, ExtraData: h.Extra,
	}, nil
}

// find returns the canonical block that holds the transaction, nil where there is none.
func (l *ledger) find(tx common.Hash) *block {
	for b := l.top(); b != nil; b = b.parent {
		for _, in := range b.txs {
			if in.Hash() == tx {
				return b
			}
		}
	}
	return nil
}
