package verifier

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// Save replaces the file with the state, whole or not at all.
func (s *State) Save(path string) error {
	text, err := json.Marshal(s)
	if err == nil {
		err = replaceFile(path, text)
	}
	if err != nil {
		return fmt.Errorf("verifier state: %w", err)
	}
	return nil
}

// LoadState reads what Save has written; nil where there is no file.
func LoadState(path string) (*State, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("verifier state: %w", err)
	}
	return DecodeState(text)
}

// LatePair is a pair that owes messages for longer than it should.
type LatePair struct {
	PairID
	Messages int           // so many
	Age      time.Duration // of the oldest, in the time of blocks
}

// Late returns the pairs that owe messages which were sent more than age before the end of
// the last audited batch.
func (s *State) Late(age time.Duration) []LatePair {
	var late []LatePair
	for i := range s.Pairs {
		p := LatePair{PairID: s.Pairs[i].PairID}
		for _, m := range s.Pairs[i].Owed {
			if old := time.Duration(s.LastTimestamp-min(m.Timestamp, s.LastTimestamp)) * time.Second; old > age {
				p.Messages++
				p.Age = max(p.Age, old)
			}
		}
		if p.Messages > 0 {
			late = append(late, p)
		}
	}
	return late
}
