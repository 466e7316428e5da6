package verifier

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/merkle"
)

// stateVersion is the version of State's JSON form.
const stateVersion = 1

// State is how far an audit has come and all it needs to go on: it can be stored as JSON
// (see DecodeState) and continued by another process.
type State struct {
	Version       int          `json:"version"`
	Batch         uint64       `json:"batch"`     // last audited batch, 0 before the first
	BatchHash     common.Hash  `json:"batchHash"` // its hash
	LastTimestamp uint64       `json:"lastTimestamp"`
	L1Block       uint64       `json:"l1Block"` // L1 block it was submitted in
	Chains        []ChainState `json:"chains"`
	Pairs         []PairState  `json:"pairs"`
}

// ChainState says where a chain's next batch starts.
type ChainState struct {
	ChainID   uint64 `json:"chainId"`
	NextBlock uint64 `json:"nextBlock"`
}

// PairState is one pair's trees at the end of the last audited batch.
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
	Timestamp uint64         `json:"timestamp"` // slot it was sent in
}

// DecodeState reads the JSON form of a State. It refuses unknown fields and versions.
func DecodeState(data []byte) (*State, error) {
	st := new(State)
	if err := decodeStrict(data, st); err != nil {
		return nil, fmt.Errorf("verifier state: %w", err)
	}
	if st.Version != stateVersion {
		return nil, fmt.Errorf("verifier state: version %d, this program reads %d", st.Version, stateVersion)
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

// clone returns a copy that shares nothing that is written to.
func (s *State) clone() *State {
	c := *s
	c.Chains = slices.Clone(s.Chains)
	c.Pairs = slices.Clone(s.Pairs)
	for i := range c.Pairs {
		c.Pairs[i].Owed = slices.Clone(c.Pairs[i].Owed)
	}
	return &c
}

// pair returns the pair's state, adding it empty in generation 1 where it is new. The
// pointer is good until the next call.
func (s *State) pair(id PairID) *PairState {
	at, found := slices.BinarySearchFunc(s.Pairs, id, func(p PairState, id PairID) int { return comparePairs(p.PairID, id) })
	if !found {
		s.Pairs = slices.Insert(s.Pairs, at, PairState{PairID: id, Generation: 1, Sent: merkle.NewTree(), Received: merkle.NewTree()})
	}
	return &s.Pairs[at]
}

func comparePairs(a, b PairID) int {
	return merkle.PairLeaf{Source: a.Source, Destination: a.Destination}.
		Compare(merkle.PairLeaf{Source: b.Source, Destination: b.Destination})
}

// nextBlock returns where a chain goes on, false before its first batch.
func (s *State) nextBlock(chain uint64) (uint64, bool) {
	for _, c := range s.Chains {
		if c.ChainID == chain {
			return c.NextBlock, true
		}
	}
	return 0, false
}
