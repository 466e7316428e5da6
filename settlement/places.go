package settlement

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"github.com/ssequencer/ssequencer/chains"
)

// firstWith returns the first batch that has the message at the place, and the index of
// its pair there, or chains.ErrUnknown. From the batch on in which a message was sent its
// pair is in every one, until it is given up.
func (s *Settlement) firstWith(at place) (*Batch, int, error) {
	var failed error
	from, latest := max(at.Batch, 1), s.Latest()
	if latest < from {
		return nil, 0, fmt.Errorf("in no batch yet: %w", chains.ErrUnknown)
	}
	n := from + uint64(sort.Search(int(latest-from+1), func(i int) bool {
		b, err := s.Batch(from + uint64(i))
		if err != nil {
			failed = err
			return true
		}
		p, ok := b.pairIndex(at.Tree.Pair)
		return !ok || b.Pairs[p].Generation > at.Tree.Generation ||
			b.Pairs[p].Generation == at.Tree.Generation && b.Pairs[p].Count > at.Index
	}))
	if failed != nil {
		return nil, 0, failed
	}
	if n > latest {
		return nil, 0, fmt.Errorf("in no batch yet: %w", chains.ErrUnknown)
	}
	b, err := s.Batch(n)
	if err != nil {
		return nil, 0, err
	}
	p, ok := b.pairIndex(at.Tree.Pair)
	if !ok || b.Pairs[p].Generation != at.Tree.Generation {
		return nil, 0, fmt.Errorf("its pair was given up before it was received: %w", chains.ErrUnknown)
	}
	return b, p, nil
}

func (b *Batch) pairIndex(id chains.Pair) (int, bool) {
	return slices.BinarySearchFunc(b.Pairs, id, func(p Pair, id chains.Pair) int {
		return cmp.Or(cmp.Compare(p.Source, uint64(id.Source)), cmp.Compare(p.Destination, uint64(id.Destination)))
	})
}
