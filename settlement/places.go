package settlement

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"github.com/ssequencer/ssequencer/chains"
)

// firstWith returns the first batch that has the message at the place, and the index of
// its pair there, or chains.ErrUnknown.
func (s *Settlement) firstWith(at place) (*Batch, int, error) {
	var failed error
	latest := s.Latest()
	n := sort.Search(int(latest), func(i int) bool {
		b, err := s.Batch(uint64(i) + 1)
		if err != nil {
			failed = err
			return true
		}
		p, ok := b.pairIndex(at.Pair)
		return ok && b.Pairs[p].Count > at.Index
	})
	if failed != nil {
		return nil, 0, failed
	}
	if n == int(latest) {
		return nil, 0, fmt.Errorf("in no batch yet: %w", chains.ErrUnknown)
	}
	b, err := s.Batch(uint64(n) + 1)
	if err != nil {
		return nil, 0, err
	}
	p, _ := b.pairIndex(at.Pair)
	return b, p, nil
}

func (b *Batch) pairIndex(id chains.Pair) (int, bool) {
	return slices.BinarySearchFunc(b.Pairs, id, func(p Pair, id chains.Pair) int {
		return cmp.Or(cmp.Compare(p.Source, uint64(id.Source)), cmp.Compare(p.Destination, uint64(id.Destination)))
	})
}
