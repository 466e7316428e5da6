package verifier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// stateVersion is the version of State's JSON form.
const stateVersion = 2

// maxMarks is how many earlier places a State keeps to go back to.
const maxMarks = 8

// State is how far an audit has come and all it needs to go on: it can be stored as JSON
// (see DecodeState) and continued by another process.
type State struct {
	Version int `json:"version"`
	Place
	// Marks are earlier places, oldest first: where the audit goes on when L1 has taken back
	// batches.
	Marks []Place `json:"marks"`
}

// Place is the end of one batch, with everything the audit of the next one needs.
type Place struct {
	Batch         uint64       `json:"batch"`     // last audited batch, 0 before the first
	BatchHash     common.Hash  `json:"batchHash"` // its hash
	LastTimestamp uint64       `json:"lastTimestamp"`
	L1Block       uint64       `json:"l1Block"` // L1 block it was submitted in
	Chains        []ChainState `json:"chains"`
	Pairs         []PairState  `json:"pairs"`
	Sides         []SideState  `json:"sides"`
}

// ChainState says where a chain's next batch starts.
type ChainState struct {
	ChainID   uint64 `json:"chainId"`
	NextBlock uint64 `json:"nextBlock"`
}

// SideState says in which generation a chain sends to a peer, or receives from it, where
// that is not the first.
type SideState struct {
	PairID
	Inbound    bool   `json:"inbound"`
	Generation uint64 `json:"generation"`
	// Opened are the L1 blocks in which L1 began to send in the generations from 2 on.
	Opened []uint64 `json:"opened,omitempty"`
}

// PairState is one pair's trees in one generation.
type PairState struct {
	PairID
	Generation uint64        `json:"generation"`
	Sent       merkle.Tree   `json:"sent"`     // what the source sent, up to what was received
	Received   merkle.Tree   `json:"received"` // what the destination received
	Owed       []OwedMessage `json:"owed"`     // what the source sent beyond that, in order
}

// OwedMessage is a message that was sent and is not received yet.
type OwedMessage struct {
	Hash      common.Hash    `json:"hash"`
	Target    common.Address `json:"target"`
	Timestamp uint64         `json:"timestamp"` // of the block it was sent in
	// L1Block is the L1 block of a message from L1.
	L1Block uint64 `json:"l1Block,omitempty"`

	content *bindings.SentMessage // to tell what was altered; not stored
}

// DecodeState reads the JSON form of a State. It refuses unknown fields and versions.
func DecodeState(data []byte) (*State, error) {
	st := new(State)
	if err := decodeStrict(data, st); err != nil {
		return nil, fmt.Errorf("verifier state: %w", err)
	}
	if st.Version != stateVersion {
		return nil, fmt.Errorf("verifier state: version %d, this program reads %d; start over without it", st.Version, stateVersion)
	}
	return st, nil
}

func decodeStrict(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if dec.More() {
		return fmt.Errorf("data after the end")
	}
	return nil
}

func newState() *State { return &State{Version: stateVersion} }

// clone returns a copy that shares nothing that is written to. Marks are never written to.
func (s *State) clone() *State {
	return &State{Version: s.Version, Place: s.Place.clone(), Marks: slices.Clone(s.Marks)}
}

func (p *Place) clone() Place {
	c := *p
	c.Chains, c.Pairs, c.Sides = slices.Clone(p.Chains), slices.Clone(p.Pairs), slices.Clone(p.Sides)
	for i := range c.Pairs {
		c.Pairs[i].Owed = slices.Clone(c.Pairs[i].Owed)
	}
	return c
}

// mark keeps the present place among the marks. Of too many the older ones are thinned
// out: the distances grow with age.
func (s *State) mark() {
	if s.Batch == 0 {
		return
	}
	if len(s.Marks) == maxMarks {
		drop := s.dispensable()
		s.Marks = slices.Delete(slices.Clone(s.Marks), drop, drop+1)
	}
	s.Marks = append(s.Marks, s.Place.clone())
}

// dispensable returns the mark, of neither end, whose loss leaves the smallest gap, seen
// from how long ago that is.
func (s *State) dispensable() int {
	best, least := 1, math.Inf(1)
	for i := 1; i+1 < len(s.Marks); i++ {
		gap := float64(s.Marks[i+1].Batch - s.Marks[i-1].Batch)
		if seen := gap / float64(s.Batch-s.Marks[i+1].Batch+1); seen < least {
			best, least = i, seen
		}
	}
	return best
}

// back returns the state of the last mark, an empty one where there is none left.
func (s *State) back() *State {
	if len(s.Marks) == 0 {
		return newState()
	}
	last := len(s.Marks) - 1
	return &State{Version: s.Version, Place: s.Marks[last].clone(), Marks: s.Marks[:last:last]}
}

// pair returns the pair's state in the generation, adding it empty where it is new. The
// pointer is good until the next call.
func (p *Place) pair(id PairID, generation uint64) *PairState {
	want := PairState{PairID: id, Generation: generation}
	at, found := slices.BinarySearchFunc(p.Pairs, want, comparePairs)
	if !found {
		want.Sent, want.Received = merkle.NewTree(), merkle.NewTree()
		p.Pairs = slices.Insert(p.Pairs, at, want)
	}
	return &p.Pairs[at]
}

func comparePairs(a, b PairState) int {
	order := merkle.PairLeaf{Source: a.Source, Destination: a.Destination}.Compare(merkle.PairLeaf{Source: b.Source, Destination: b.Destination})
	switch {
	case order != 0:
		return order
	case a.Generation < b.Generation:
		return -1
	case a.Generation > b.Generation:
		return 1
	}
	return 0
}

// generation returns in which generation a side is.
func (p *Place) generation(id PairID, inbound bool) uint64 {
	for _, s := range p.Sides {
		if s.PairID == id && s.Inbound == inbound {
			return s.Generation
		}
	}
	return 1
}

func (p *Place) setGeneration(id PairID, inbound bool, generation uint64) {
	if at := p.side(id, inbound); at >= 0 {
		p.Sides[at].Generation = generation
		return
	}
	p.Sides = append(p.Sides, SideState{PairID: id, Inbound: inbound, Generation: generation})
}

// side returns where a side is, -1 while it is in its first generation.
func (p *Place) side(id PairID, inbound bool) int {
	return slices.IndexFunc(p.Sides, func(s SideState) bool { return s.PairID == id && s.Inbound == inbound })
}

// openedAt notes in which block L1 began to send in the generation that the pair is in.
func (p *Place) openedAt(id PairID, block uint64) {
	side := &p.Sides[p.side(id, false)]
	side.Opened = append(slices.Clone(side.Opened), block)
}

// closeFrom takes back what L1 has opened from a block on.
func (s *SideState) closeFrom(block uint64) {
	if kept := slices.IndexFunc(s.Opened, func(in uint64) bool { return in >= block }); kept >= 0 {
		s.Opened, s.Generation = slices.Clone(s.Opened[:kept]), uint64(kept)+1
	}
}

// nextBlock returns where a chain goes on, false before its first batch.
func (p *Place) nextBlock(chain uint64) (uint64, bool) {
	for _, c := range p.Chains {
		if c.ChainID == chain {
			return c.NextBlock, true
		}
	}
	return 0, false
}
