package sim

import (
	"context"
	"fmt"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/chains"
)

// stamp is a signer whose signatures are hashes: as much a function of account and digest
// as real ones, and much cheaper. Relays and promises are signed so. Clients sign really,
// since the sequencer recovers the senders of what it finds in its journal.
type stamp struct{ address common.Address }

// Address implements signer.Signer.
func (s stamp) Address() common.Address { return s.address }

// SignDigest implements signer.Signer.
func (s stamp) SignDigest(_ context.Context, digest common.Hash) ([]byte, error) {
	return s.of(digest), nil
}

func (s stamp) of(digest common.Hash) []byte {
	r := crypto.Keccak256(s.address[:], digest[:])
	r[0] = 1 // no leading zeros, so that it comes back out of a transaction as it went in
	return append(append(r, r...), 27)
}

// signed reports whether a transaction has this signer's signature.
func (s stamp) signed(tx *types.Transaction) bool {
	_, r, _ := tx.RawSignatureValues()
	return common.BigToHash(r) == common.BytesToHash(s.of(types.LatestSignerForChainID(tx.ChainId()).Hash(tx))[:32])
}

// memory keeps what is worked out once: who signed a transaction, and what came of a list
// of transactions on a block. Both are functions of what they are found by. Runs that have
// much in common share a memory. It is safe for concurrent use.
type memory struct {
	relayer stamp

	mu     sync.Mutex
	txs    map[string]*chains.Tx // by encoding
	signed map[string]*chains.Tx // by signer and fields
	blocks map[common.Hash]*block
}

func newMemory(w *world) *memory {
	return &memory{relayer: w.relayer, txs: map[string]*chains.Tx{}, signed: map[string]*chains.Tx{}, blocks: map[common.Hash]*block{}}
}

// sign is k.sign.
func (m *memory) sign(k key, id chains.ChainID, f txFields) *chains.Tx {
	name := fmt.Sprint(k.address, id, f.nonce, f.to, f.value, f.gas, f.bumps, f.data)
	m.mu.Lock()
	tx := m.signed[name]
	m.mu.Unlock()
	if tx != nil {
		return tx
	}
	tx = k.sign(id, f)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.signed[name], m.txs[string(tx.Raw())] = tx, tx
	return tx
}

// decode is chains.DecodeTx that knows the relayer's signatures.
func (m *memory) decode(raw []byte) (*chains.Tx, error) {
	m.mu.Lock()
	tx := m.txs[string(raw)]
	m.mu.Unlock()
	if tx != nil {
		return tx, nil
	}
	inner := new(types.Transaction)
	err := inner.UnmarshalBinary(raw)
	if err == nil && m.relayer.signed(inner) {
		tx, err = chains.NewCallTx(chains.ChainID(inner.ChainId().Uint64()), m.relayer.address, inner)
	} else {
		tx, err = chains.DecodeTx(raw)
	}
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.txs[string(raw)] = tx
	return tx, nil
}

// made names a block by all that it is made of.
func made(open *chains.Open, raws [][]byte) (common.Hash, error) {
	mine := *open
	mine.BaseFee = new(big.Int)                                             // a node computes it
	mine.L1Origin, mine.NoTxPool, mine.Alone = chains.BlockRef{}, false, "" // and knows nothing of these
	inputs, err := rlp.EncodeToBytes(&mine)
	if err != nil {
		return common.Hash{}, err
	}
	return crypto.Keccak256Hash(append([][]byte{inputs}, raws...)...), nil
}

// block returns the block with that name, or has it made.
func (m *memory) block(name common.Hash, make func() (*block, error)) (*block, error) {
	m.mu.Lock()
	b := m.blocks[name]
	m.mu.Unlock()
	if b != nil {
		return b, nil
	}
	b, err := make()
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blocks[name] = b
	return b, nil
}
