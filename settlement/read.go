package settlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/merkle"
)

// Batch returns the batch with the number, or chains.ErrUnknown.
func (s *Settlement) Batch(number uint64) (*Batch, error) {
	var row batchRow
	if number == 0 || number > s.Latest() {
		return nil, fmt.Errorf("batch %d: %w", number, chains.ErrUnknown)
	}
	if err := s.index.get(key(keyBatch, number), &row); err != nil {
		return nil, fmt.Errorf("batch %d: %w", number, err)
	}
	b := row.Body.batch()
	b.Status, b.L1TxHash, b.L1Block, b.Findings = row.Status, row.L1TxHash, row.L1Block, row.Findings
	return b, nil
}

// Latest returns the number of the last closed batch, 0 when there is none.
func (s *Settlement) Latest() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.count
}

// Final returns the number of the last batch that is final on L1, as it was seen last.
func (s *Settlement) Final() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.final
}

// FinalMints returns by chain what bridges had minted at the end of the last final batch,
// and its number, 0 while there is none.
func (s *Settlement) FinalMints(ctx context.Context) (map[chains.ChainID][]Minted, uint64, error) {
	number := s.Final()
	if number == 0 {
		return nil, 0, nil
	}
	ends, err := s.EndProofs(ctx, number)
	if err != nil {
		return nil, 0, err
	}
	mints := make(map[chains.ChainID][]Minted)
	for _, e := range ends {
		mints[chains.ChainID(e.ChainID)] = e.Minted
	}
	return mints, number, nil
}

func (s *Settlement) setFinal(number uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.final == number {
		return
	}
	s.final = number
	s.metrics.final.Set(float64(number))
	s.broadcast()
}

// Reasons tells what is wrong on the way to L1; nothing is for a person to do while it is
// empty.
func (s *Settlement) Reasons() []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	reasons := slices.Clone(s.trouble)
	if s.waiting != "" {
		reasons = append(reasons, s.waiting)
	}
	return reasons
}

// Proof proves a message's leaf against the first batch that has it.
type Proof struct {
	Leaf  common.Hash
	Proof merkle.MessageProof
	Owed  uint64 // of the pair at the end of that batch
	Batch uint64
	Root  common.Hash // the batch's burn root
}

// Proof returns the proof of the message with the hash, or chains.ErrUnknown while no
// closed batch has it.
func (s *Settlement) Proof(messageHash common.Hash) (*Proof, error) {
	var at place
	if err := s.index.get(messageKey(messageHash), &at); err != nil {
		return nil, fmt.Errorf("message %s: %w", messageHash, err)
	}
	b, i, err := s.firstWith(at)
	if err != nil {
		return nil, fmt.Errorf("message %s: %w", messageHash, err)
	}
	pair := b.Pairs[i]
	leaf, siblings, err := s.inPair(at, pair.Count)
	if err == nil && leaf != s.ledger.leaf(at.Tree, messageHash) { // another took its place when its block was lost
		err = fmt.Errorf("message %s: %w", messageHash, chains.ErrUnknown)
	}
	if err != nil {
		return nil, err
	}
	pairSiblings, err := merkle.BatchProof(b.leaves(), i)
	if err != nil {
		return nil, err
	}
	return &Proof{Leaf: leaf, Owed: pair.Owed, Batch: b.Claim.Number, Root: b.Claim.BurnRoot, Proof: merkle.MessageProof{
		Pair:    pair.PairLeaf,
		InPair:  merkle.PairProof{Index: at.Index, Count: pair.Count, Siblings: siblings},
		InBatch: merkle.BatchPairProof{Index: uint64(i), Count: uint64(len(b.Pairs)), Siblings: pairSiblings},
	}}, nil
}

// inPair returns the leaf at a place, and its siblings in the tree of that size.
func (s *Settlement) inPair(at place, count uint64) (leaf common.Hash, siblings []common.Hash, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	t := s.ledger.pairs[at.Tree]
	if t == nil {
		return leaf, nil, fmt.Errorf("pair %d to %d: %w", at.Tree.Pair.Source, at.Tree.Pair.Destination, chains.ErrUnknown)
	}
	if leaf, err = t.sent.Leaf(at.Index); err == nil {
		siblings, err = t.sent.Proof(at.Index, count)
	}
	return leaf, siblings, err
}

// EndProofs returns the proofs of a batch's end blocks, kept when it was closed, or
// chains.ErrUnknown.
func (s *Settlement) EndProofs(ctx context.Context, number uint64) ([]EndProof, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if number == 0 || number > s.Latest() {
		return nil, fmt.Errorf("batch %d: %w", number, chains.ErrUnknown)
	}
	var proofs []EndProof
	return proofs, s.index.get(key(keyProofs, number), &proofs)
}
