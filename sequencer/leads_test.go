package sequencer

import (
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/chains"
)

// A slot is sealed as long before its blocks are to be ready as blocks took of late, or as long as full
// ones take; one that opens late is sealed soon, and one that opens too late when it is asked for.
func TestEndsAhead(t *testing.T) {
	due := time.Unix(1_000_000, 0)
	before := func(d time.Duration) time.Time { return due.Add(-d * time.Millisecond) }
	s := &Sequencer{cfg: Config{ReadyBefore: 100 * time.Millisecond}, lanes: map[chains.ChainID]*lane{1: {Chain: Chain{Blocks: struct{ Blocks }{}}}, 2: {}}}
	offers := func(of chains.ChainID) []offer {
		return []offer{{parent: &chains.Parent{ChainID: of, Timestamp: uint64(due.Unix()) - 1}}}
	}
	for name, c := range map[string]struct {
		of     chains.ChainID
		took   []time.Duration // by blocks of 2 Mgas
		opened time.Duration
		gas    uint64
		want   time.Time
	}{
		"nothing is known":          {1, nil, 990, 0, before(600)},
		"as long as they took":      {1, []time.Duration{20, 80, 30}, 990, 0, before(180)},
		"half a block time at most": {1, []time.Duration{800}, 990, 0, before(600)},
		"fuller than they were":     {1, []time.Duration{20}, 990, 20_000_000, before(300)},
		"no fuller than they were":  {1, []time.Duration{5}, 990, 2_000_000, before(105)},
		"fuller than there is time": {1, []time.Duration{20}, 990, 200_000_000, before(600)},
		"opened late":               {1, nil, 500, 0, before(500).Add(time.Second / 16)},
		"opened late and full":      {1, []time.Duration{20}, 300, 100_000_000, before(300).Add(time.Second / 16)},
		"opened just in time":       {1, nil, 130, 0, before(100)},
		"opened too late":           {1, nil, 90, 0, time.Time{}},
		"no op-node":                {2, nil, 990, 0, time.Time{}},
	} {
		s.leads = leads{}
		for _, took := range c.took {
			s.leads.note(lead{took * time.Millisecond, 2_000_000})
		}
		a := s.endsAhead(uint64(due.Unix()), offers(c.of), before(c.opened))
		if got := a.with(c.gas, &s.leads); !got.Equal(c.want) {
			t.Errorf("%s: sealed %v before it is due, not %v", name, due.Sub(got), due.Sub(c.want))
		}
	}
}
