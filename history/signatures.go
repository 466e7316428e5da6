package history

import (
	"context"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// maxSignatures bounds the signatures kept in memory: about a second of full load. Older
// ones are made again.
const maxSignatures = 16384

// signatures are the latest signatures of promises, by struct hash.
type signatures struct {
	mu   sync.Mutex
	by   map[common.Hash][]byte
	ring []common.Hash // in order of arrival
	next int           // place in ring of the oldest
}

func (s *signatures) get(hash common.Hash) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.by[hash]
}

func (s *signatures) put(hash common.Hash, sig []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.by == nil {
		s.by = make(map[common.Hash][]byte)
	}
	if _, known := s.by[hash]; known {
		return
	}
	s.by[hash] = sig
	if len(s.ring) < maxSignatures {
		s.ring = append(s.ring, hash)
		return
	}
	delete(s.by, s.ring[s.next])
	s.ring[s.next] = hash
	s.next = (s.next + 1) % maxSignatures
}

// Publish takes note of signed promises, so that they need not be signed again when
// somebody asks for them.
func (h *History) Publish(promises []chains.Promise) {
	for i := range promises {
		h.signatures.put(promises[i].StructHash(), promises[i].Signature)
	}
}

// signed returns a signed copy of a promise on record.
func (h *History) signed(ctx context.Context, p *chains.Promise) (*chains.Promise, error) {
	signed, hash := *p, p.StructHash()
	if signed.Signature = h.signatures.get(hash); signed.Signature != nil {
		return &signed, nil
	}
	if err := h.deps.Resign(ctx, &signed); err != nil {
		return nil, fmt.Errorf("sign a promise on record again: %w", err)
	}
	h.signatures.put(hash, signed.Signature)
	return &signed, nil
}
