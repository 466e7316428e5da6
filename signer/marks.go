package signer

import (
	"cmp"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// Mark is what a Watermark remembers of one chain.
type Mark struct {
	ChainID  chains.ChainID
	Height   uint64      // with Index: the last promised position
	Index    uint64      //
	Last     common.Hash // struct hash of the promise there, zero where there is none
	Floor    uint64      // content of positions in lower blocks is forgotten
	Contents []MarkedContent
}

// MarkedContent is the struct hash of what was promised about a position.
type MarkedContent struct {
	Height uint64
	Index  uint64
	Hash   common.Hash
}

// Marks returns everything the watermark remembers, in a fixed order.
func (w *Watermark) Marks() []Mark {
	marks := make([]Mark, 0, len(w.chains))
	for _, id := range slices.Sorted(maps.Keys(w.chains)) {
		m := w.chains[id]
		mark := Mark{ChainID: id, Height: m.top.height, Index: m.top.index, Last: m.last, Floor: m.floor}
		for at, hash := range m.content {
			mark.Contents = append(mark.Contents, MarkedContent{at.height, at.index, hash})
		}
		slices.SortFunc(mark.Contents, func(a, b MarkedContent) int {
			return cmp.Or(cmp.Compare(a.Height, b.Height), cmp.Compare(a.Index, b.Index))
		})
		marks = append(marks, mark)
	}
	return marks
}

// RestoreWatermark returns the watermark that had the marks.
func RestoreWatermark(marks []Mark) *Watermark {
	w := NewWatermark()
	for i := range marks {
		m := &marks[i]
		mark := &chainMark{top: position{m.Height, m.Index}, last: m.Last, floor: m.Floor, content: make(map[position]common.Hash, len(m.Contents))}
		for _, c := range m.Contents {
			mark.content[position{c.Height, c.Index}] = c.Hash
		}
		w.chains[m.ChainID] = mark
	}
	return w
}
