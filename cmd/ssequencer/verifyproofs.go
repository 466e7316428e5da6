package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/verifier"
)

// serviceProofs asks a service for what it has kept of batches' last blocks, for nodes that
// have pruned their state. It implements verifier.ProofSource, which trusts it with nothing.
type serviceProofs struct {
	url string

	mu    sync.Mutex
	batch uint64 // whose proofs are kept
	kept  verifier.KeptProofs
}

// EndProof implements verifier.ProofSource.
func (s *serviceProofs) EndProof(ctx context.Context, want verifier.ProofRequest) (*verifier.EndProof, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.kept[want.Block]; !known || s.batch != want.Batch {
		if err := s.fetch(ctx, want.Batch); err != nil {
			return nil, fmt.Errorf("proofs of batch %d at %s: %w", want.Batch, s.url, err)
		}
	}
	return s.kept.EndProof(ctx, want)
}

func (s *serviceProofs) fetch(ctx context.Context, batch uint64) error {
	c, err := client.Dial(ctx, s.url)
	if err != nil {
		return err
	}
	defer c.Close()
	proofs, err := c.EndProofs(ctx, &batch)
	if err != nil {
		return err
	}
	if len(proofs) == 0 {
		return chains.ErrUnknown
	}
	s.batch, s.kept = batch, make(verifier.KeptProofs, len(proofs))
	for _, p := range proofs {
		kept := &verifier.EndProof{AccountProof: p.AccountProof}
		for _, slot := range p.StorageProof {
			kept.StorageProof = append(kept.StorageProof, verifier.SlotProof{Proof: slot.Proof})
		}
		s.kept[p.BlockHash] = kept
	}
	return nil
}
