package signer

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// Errors of Watermark.Advance: the promise must not be signed.
var (
	// ErrEquivocation: the position was promised with other content.
	ErrEquivocation = errors.New("position already promised with other content")
	// ErrBelowWatermark: the position lies at or before the last promised one of its
	// chain, and was not promised, or its content is not remembered any more.
	ErrBelowWatermark = errors.New("position below the watermark")
	// ErrLink: the promise does not name the chain's last promise as its previous one.
	ErrLink = errors.New("promise does not follow the chain's last promise")
)

// Watermark remembers what was promised, so that no position is ever signed with two
// contents (P4). It is memory only: after a start the caller advances it through the
// promises on record, in order, before anything is signed. It is not safe for
// concurrent use: the loop that decides positions owns it.
type Watermark struct {
	chains map[chains.ChainID]*chainMark
}

// chainMark is the watermark of one chain.
type chainMark struct {
	top     position // last promised
	last    common.Hash
	floor   uint64 // content of positions in lower blocks is forgotten
	content map[position]common.Hash
}

type position struct{ height, index uint64 }

func (p position) after(q position) bool {
	return p.height > q.height || p.height == q.height && p.index > q.index
}

// NewWatermark returns a watermark below all positions.
func NewWatermark() *Watermark {
	return &Watermark{chains: make(map[chains.ChainID]*chainMark)}
}

// Advance records that the promise is about to be made. An error says why it must not
// be; then nothing changed. A promise that was recorded before, with the same content,
// is fine again. A new one lies after all others of its chain and names the last.
func (w *Watermark) Advance(p *chains.Promise) error {
	at, content := position{p.Height, p.Index}, p.StructHash()
	mark := w.chains[p.ChainID]
	if mark == nil {
		mark = &chainMark{content: make(map[position]common.Hash)}
	}
	if known, ok := mark.content[at]; ok {
		if known != content {
			return fmt.Errorf("%w: chain %d, block %d, index %d", ErrEquivocation, p.ChainID, p.Height, p.Index)
		}
		return nil
	}
	if mark.covers(at) {
		return fmt.Errorf("%w: chain %d, block %d, index %d", ErrBelowWatermark, p.ChainID, p.Height, p.Index)
	}
	if p.Previous != mark.last {
		return fmt.Errorf("%w: chain %d, block %d, index %d", ErrLink, p.ChainID, p.Height, p.Index)
	}
	mark.content[at], mark.top, mark.last = content, at, content
	w.chains[p.ChainID] = mark
	return nil
}

// Covers reports whether the position is at or below the chain's watermark, so that no
// new promise can be made about it.
func (w *Watermark) Covers(chain chains.ChainID, height, index uint64) bool {
	mark := w.chains[chain]
	return mark != nil && mark.covers(position{height, index})
}

// Previous returns the struct hash of the chain's last promise, zero when there is
// none: what the next promise must name.
func (w *Watermark) Previous(chain chains.ChainID) common.Hash {
	if mark := w.chains[chain]; mark != nil {
		return mark.last
	}
	return common.Hash{}
}

// Forget lets go of the content of positions in blocks below height. None of them can
// be advanced to any more, not even with the same content.
func (w *Watermark) Forget(chain chains.ChainID, height uint64) {
	mark := w.chains[chain]
	if mark == nil || height <= mark.floor {
		return
	}
	mark.floor = height
	for at := range mark.content {
		if at.height < height {
			delete(mark.content, at)
		}
	}
}

func (m *chainMark) covers(at position) bool {
	promised := m.last != common.Hash{}
	return at.height < m.floor || promised && !at.after(m.top)
}
