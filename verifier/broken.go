package verifier

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/ethereum/go-ethereum/triedb"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

const (
	// gradeApplied is the grade of a promise about a block that nothing changes any more.
	gradeApplied = 2
	// rawChunk is how many transactions one request asks for.
	rawChunk = 100
)

// Broken is a promise of grade 2 with a final batch that has something else at its place.
type Broken struct {
	Promise Promise      `json:"promise"`
	Claim   merkle.Batch `json:"claim"`
	Found   common.Hash  `json:"found"` // the transaction there, zero for none
}

// Finding returns it as a finding.
func (b *Broken) Finding() Finding {
	at := b.Promise.Position()
	return Finding{Code: CodePromise, Batch: b.Claim.Number, Chain: at.ChainID, Do: CodePromise.Do(),
		Text: fmt.Sprintf("position %d of block %d was promised to transaction %s (grade 2), in a final batch it has %s", at.Index, at.Height, b.Promise.Message.TxHash, b.Found)}
}

// Applied reports whether a promise of grade 2 can be compared with a final batch, and what
// is wrong with it then, nil for nothing. Whose promise it is it does not ask. Promises of
// other grades are never compared.
func (v *Verifier) Applied(ctx context.Context, p Promise) (*Broken, bool, error) {
	if p.Message.Grade != gradeApplied {
		return nil, true, nil
	}
	at := p.Position()
	s, ok := v.chains[at.ChainID]
	if !ok {
		return nil, false, fmt.Errorf("%w: no node given for chain %d", ErrConfig, at.ChainID)
	}
	claim, err := v.finalBatchWith(ctx, at)
	if err != nil || claim == nil {
		return nil, false, err
	}
	txs, err := v.transactionsAt(ctx, s, at.Height)
	if err != nil {
		return nil, false, err
	}
	b := &Broken{Promise: p, Claim: *claim}
	if i := txs.deposits() + at.Index; i < uint64(len(txs)) {
		b.Found = crypto.Keccak256Hash(txs[i])
	}
	if b.Found == p.Message.TxHash {
		return nil, true, nil
	}
	return b, true, nil
}

// finalBatchWith returns the final batch that has a block, nil if none has.
func (v *Verifier) finalBatchWith(ctx context.Context, at Position) (*merkle.Batch, error) {
	batches := bindings.NewBatches()
	final, err := view(ctx, v.l1, v.cfg.Settlement, batches.PackFinalBatch(), batches.UnpackFinalBatch)
	if err != nil {
		return nil, err
	}
	var failed error
	var found *merkle.Batch
	sort.Search(int(final), func(i int) bool {
		c, err := v.readClaim(ctx, uint64(i)+1, v.cfg.FirstL1Block)
		if err != nil {
			failed = err
			return true
		}
		for _, r := range c.batch.Chains {
			if r.ChainID == at.ChainID && r.LastBlock >= at.Height {
				if r.FirstBlock <= at.Height {
					found = &c.batch
				}
				return true
			}
		}
		return false
	})
	return found, failed
}

// rawTxs are the encodings of a block's transactions.
type rawTxs [][]byte

// deposits returns how many of them are deposits, which come first.
func (txs rawTxs) deposits() (n uint64) {
	for n < uint64(len(txs)) && len(txs[n]) > 0 && txs[n][0] == depositType {
		n++
	}
	return n
}

// transactionsAt reads a block's transactions. They are its own: the header names their root.
func (v *Verifier) transactionsAt(ctx context.Context, s *server, height uint64) (rawTxs, error) {
	header, err := s.headerAt(ctx, height)
	if err != nil {
		return nil, err
	}
	if header == nil {
		return nil, s.failed(fmt.Sprintf("block %d", height), errors.New("the node has not come that far"))
	}
	count, err := ask(ctx, s, "transactions", func(ctx context.Context) (hexutil.Uint64, error) {
		var n hexutil.Uint64
		return n, s.rpc.CallContext(ctx, &n, "eth_getBlockTransactionCountByHash", header.Hash())
	})
	if err != nil {
		return nil, err
	}
	txs := make(rawTxs, count)
	for from := 0; from < len(txs); from += rawChunk {
		part := txs[from:min(from+rawChunk, len(txs))]
		batch := make([]rpc.BatchElem, len(part))
		for i := range part {
			batch[i] = rpc.BatchElem{Method: "eth_getRawTransactionByBlockHashAndIndex", Args: []any{header.Hash(), hexutil.Uint64(from + i)}, Result: (*hexutil.Bytes)(&part[i])}
		}
		if _, err := ask(ctx, s, "transactions", func(ctx context.Context) (any, error) {
			return nil, s.rpc.BatchCallContext(ctx, batch)
		}); err != nil {
			return nil, err
		}
	}
	tr, err := txs.trie()
	if err != nil {
		return nil, err
	}
	if tr.Hash() != header.TxHash {
		return nil, s.failed(fmt.Sprintf("transactions of block %d", height), errors.New("they are not those that its header names"))
	}
	return txs, nil
}

// trie returns the trie of the transactions.
func (txs rawTxs) trie() (*trie.Trie, error) {
	tr := trie.NewEmpty(triedb.NewDatabase(rawdb.NewMemoryDatabase(), nil))
	for i, tx := range txs {
		if err := tr.Update(rlp.AppendUint64(nil, uint64(i)), tx); err != nil {
			return nil, fmt.Errorf("trie of transactions: %w", err)
		}
	}
	return tr, nil
}

// proof shows L1 what is at the promise's place in the batch.
func (b *Broken) proof(ctx context.Context, v *Verifier) (bindings.EquivocationsBlockProof, error) {
	at := b.Promise.Position()
	out := bindings.EquivocationsBlockProof{}
	s := v.chains[at.ChainID]
	txs, err := v.transactionsAt(ctx, s, at.Height)
	if err != nil {
		return out, err
	}
	for i, r := range b.Claim.Chains {
		if r.ChainID == at.ChainID {
			out.Index = big.NewInt(int64(i))
			if out.Headers, err = headersBack(ctx, s, r, at.Height); err != nil {
				return out, err
			}
		}
	}
	tr, err := txs.trie()
	if err != nil {
		return out, err
	}
	deposits := txs.deposits()
	out.Deposits = new(big.Int).SetUint64(deposits)
	var pool bindings.NodePool
	for i, index := range [3]uint64{deposits - 1, deposits, deposits + at.Index} {
		if i == 0 && deposits == 0 || len(txs) == 0 {
			continue
		}
		nodes := new(nodeList)
		if err = tr.Prove(rlp.AppendUint64(nil, index), nodes); err == nil {
			out.Paths[i], err = pool.Add(nodes.list)
		}
		if err != nil {
			return out, fmt.Errorf("prove transaction %d: %w", index, err)
		}
	}
	out.Nodes = pool.Nodes()
	return out, nil
}

// headersBack returns the headers from the end of a range back to a height.
func headersBack(ctx context.Context, s *server, r merkle.ChainRange, height uint64) ([][]byte, error) {
	var headers [][]byte
	want := r.LastBlockHash
	for n := r.LastBlock; n >= height; n-- {
		h, err := s.headerAt(ctx, n)
		if err != nil {
			return nil, err
		}
		if h == nil || h.Hash() != want {
			return nil, s.failed(fmt.Sprintf("block %d", n), errors.New("it is not the one in the final batch"))
		}
		enc, err := rlp.EncodeToBytes(h)
		if err != nil {
			return nil, fmt.Errorf("encode block %d: %w", n, err)
		}
		headers, want = append(headers, enc), h.ParentHash
	}
	return headers, nil
}

// nodeList collects trie nodes in the order in which they are put.
type nodeList struct{ list [][]byte }

// Put implements ethdb.KeyValueWriter.
func (l *nodeList) Put(_, value []byte) error {
	l.list = append(l.list, common.CopyBytes(value))
	return nil
}

// Delete implements ethdb.KeyValueWriter.
func (l *nodeList) Delete([]byte) error { return errors.New("nodes are only put") }

// Broken takes in a promise against a final batch.
func (c *Challenger) Broken(b Broken) error {
	if c.st.has(b.Promise.Position().key()) {
		return nil
	}
	return c.st.add(challengeCase{Broken: &b})
}

// judgeBroken decides what to do about a promise against a final batch.
func (c *Challenger) judgeBroken(ctx context.Context, at *challengeCase, head *types.Header) (*action, error) {
	challenges, position := bindings.NewChallenges(), at.Broken.Promise.Position()
	punished, err := view(ctx, c.v.l1, c.contract, challenges.PackPunished(position.key()), challenges.UnpackPunished)
	if err != nil {
		return nil, err
	}
	if punished {
		return nil, c.close(at, head, "the promise for position %d of block %d of chain %d was punished", position.Index, position.Height, position.ChainID)
	}
	proof, err := at.Broken.proof(ctx, c.v)
	if err != nil {
		return nil, err
	}
	data := challenges.PackContradict(at.Broken.Promise.statement(), onL1(&at.Broken.Claim), proof)
	_, err = c.v.l1.call(ctx, c.contract, data)
	if reason, refused := revertReason(err); refused {
		return nil, c.close(at, head, "L1 does not take the promise for position %d of block %d of chain %d for an offence (%s)", position.Index, position.Height, position.ChainID, reason)
	}
	if err != nil {
		return nil, err
	}
	return c.do(at, ActAccuse, data, "show L1 a promise for position %d of block %d of chain %d and the final batch against it", position.Index, position.Height, position.ChainID), at.open(c.st)
}
