package sequencer

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// A chain behind the others has its turn in the first half of their slots, and waits for what is
// being committed; beside an op-node, and where its slot is not over, chains are left alone.
func TestInTurn(t *testing.T) {
	const now = 1_000
	offerOf := func(id chains.ChainID, timestamp uint64) offer {
		l := &lane{cfg: ChainConfig{ID: id}}
		if id == 903 {
			l.Blocks = besideBlocks{}
		}
		return offer{lane: l, inputs: &chains.Inputs{Timestamp: timestamp}}
	}
	for name, c := range map[string]struct {
		offers  []offer
		after   time.Duration // since the newest slot has begun
		sealing uint64
		turn    []chains.ChainID
		wait    bool
	}{
		"all on time":             {[]offer{offerOf(901, now), offerOf(902, now)}, 0, 0, []chains.ChainID{901, 902}, false},
		"one a little late":       {[]offer{offerOf(901, now-2), offerOf(902, now)}, 0, now - 3, []chains.ChainID{901, 902}, false},
		"and its slot is over":    {[]offer{offerOf(901, now-2), offerOf(902, now)}, 0, now - 1, []chains.ChainID{901}, true},
		"in a second half":        {[]offer{offerOf(901, now-2), offerOf(902, now)}, time.Second / 2, now - 1, []chains.ChainID{902}, false},
		"and an op-node's is due": {[]offer{offerOf(901, now-2), offerOf(903, now)}, 0, now - 1, []chains.ChainID{901, 903}, false},
		"one late":                {[]offer{offerOf(901, now-50), offerOf(902, now)}, 0, 0, []chains.ChainID{901}, false},
		"with a later one sealed": {[]offer{offerOf(901, now-50), offerOf(902, now)}, 0, now - 1, []chains.ChainID{901}, true},
		"with its last one":       {[]offer{offerOf(901, now-50), offerOf(902, now)}, 0, now - 51, []chains.ChainID{901}, false},
		"in the second half":      {[]offer{offerOf(901, now-50), offerOf(902, now)}, time.Second / 2, now - 51, []chains.ChainID{902}, false},
		"all late":                {[]offer{offerOf(901, now-50), offerOf(902, now-49)}, 49 * time.Second, 0, []chains.ChainID{901, 902}, false},
		"beside an op-node":       {[]offer{offerOf(903, now-50), offerOf(902, now)}, 0, now - 1, []chains.ChainID{903, 902}, false},
		"nobody":                  {nil, 0, 0, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := &Sequencer{cfg: Config{BlockTime: time.Second}}
			if c.sealing != 0 {
				s.sealing = newSlot(c.sealing)
			}
			turn, wait := s.inTurn(slices.Clone(c.offers), now, time.Unix(now, 0).Add(c.after))
			var ids []chains.ChainID
			for i := range turn {
				ids = append(ids, turn[i].lane.cfg.ID)
			}
			if !slices.Equal(ids, c.turn) || wait != c.wait {
				t.Errorf("it is the turn of %v, wait %v", ids, wait)
			}
		})
	}
}

type besideBlocks struct{ Blocks }

// The loop wakes when the time is over in which a chain without an offer is waited for, once: where nothing
// is offered any more, it does not run hot.
func TestGraceIsOver(t *testing.T) {
	now := time.Now()
	for grace, want := range map[time.Duration]time.Duration{time.Second / 4: time.Second / 4, 0: time.Minute, -time.Second: time.Minute} {
		s := &Sequencer{cfg: Config{BlockTime: time.Minute}, deps: Deps{Clock: stopped(now)}}
		s.grace = now.Add(grace)
		if got := s.untilNext(); got != want {
			t.Errorf("%v before its end the loop sleeps for %v, not %v", grace, got, want)
		}
	}
}

// stopped is a clock that stands.
type stopped time.Time

func (c stopped) Now() time.Time                       { return time.Time(c) }
func (c stopped) After(time.Duration) <-chan time.Time { return nil }

// Why a chain stands aside decides whether bundles wait for it, and what of its blocks can stay.
func TestAdrift(t *testing.T) {
	lost := &outrun{pair: chains.Pair{Source: 901, Destination: 902}, number: 7}
	for _, c := range []struct {
		err    error
		adrift bool
		most   uint64
		cause  error
	}{
		{errors.New("the node is gone"), false, math.MaxUint64, errElsewhere},
		{fmt.Errorf("restore: %w", errReplaced), true, math.MaxUint64, errElsewhere},
		{fmt.Errorf("block 3: %w", chains.ErrOrphaned), true, math.MaxUint64, chains.ErrOrphaned},
		{fmt.Errorf("block 3: %w", chains.ErrUnsure), true, math.MaxUint64, chains.ErrOrphaned},
		{lost, true, 6, lost},
	} {
		a := &aside{reason: whyAside(c.err, false)}
		if a.isAdrift() != c.adrift || a.most() != c.most || a.cause() != c.cause {
			t.Errorf("%v: adrift %v, at most block %d, %v", c.err, a.isAdrift(), a.most(), a.cause())
		}
	}
}

// What is reopened on another chain after its blocks were replaced has nothing to do with
// decisions that had legs at the same heights before.
func TestLineKeepsDecisions(t *testing.T) {
	ln := &line{id: 902, refs: map[uint64]chains.BlockRef{}, slots: map[uint64]uint64{}}
	joint := chains.Bundle{Legs: []chains.Leg{{ChainID: 902, Height: 8}, {ChainID: 901, Height: 16}}}
	for _, rec := range []journal.Record{
		&journal.Decided{Slot: 100, Bundle: joint},
		&journal.Commit{Slot: 100, Blocks: []journal.CommittedBlock{{ChainID: 901, Ref: chains.BlockRef{Number: 16}}, {ChainID: 902, Ref: chains.BlockRef{Number: 8}}}},
		&journal.Replaced{ChainID: 901, Kept: chains.BlockRef{Number: 14}, Lost: []chains.BlockRef{{Number: 15}, {Number: 16}}},
		&journal.Reopened{Slot: 101, ChainID: 901, Height: 16},
	} {
		if err := ln.add(1, rec); err != nil {
			t.Fatal(err)
		}
	}
	br := &branch{own: ln, kept: chains.BlockRef{Number: 7}, lost: []chains.BlockRef{{Number: 8}}}
	if legs := br.lostLegs(); len(legs) != 1 || legs[0].Height != 8 {
		t.Errorf("with block 8 these legs are lost: %+v", legs)
	}
	if len(joint.Legs) != 2 || joint.Legs[1].Height != 16 {
		t.Errorf("the journal's record has changed: %+v", joint.Legs)
	}
}
