package settlement

import (
	"cmp"
	"slices"
	"sort"

	"github.com/ssequencer/ssequencer/chains"
)

// firstWith returns the first batch that has the message at the place, and the index of
// its pair there; nil if none has. s.mu is held.
func (s *Settlement) firstWith(at place) (*Batch, int) {
	n := sort.Search(len(s.batches), func(i int) bool {
		p, ok := s.batches[i].pairIndex(at.pair)
		return ok && s.batches[i].Pairs[p].Count > at.index
	})
	if n == len(s.batches) {
		return nil, 0
	}
	p, _ := s.batches[n].pairIndex(at.pair)
	return s.batches[n], p
}

func (b *Batch) pairIndex(id chains.Pair) (int, bool) {
	return slices.BinarySearchFunc(b.Pairs, id, func(p Pair, id chains.Pair) int {
		return cmp.Or(cmp.Compare(p.Source, uint64(id.Source)), cmp.Compare(p.Destination, uint64(id.Destination)))
	})
}
