package main

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

const (
	// margin is after how many batches a new version begins: L1 may have the next one before
	// it has the announcement.
	margin = 2
	// announceTries is how often a version is announced when L1 has its first batch already.
	announceTries = 20
)

// lastVersion reads the version that was announced last.
func (o *office) lastVersion() (*setVersion, error) {
	b := bindings.NewBatches()
	number, err := ofBatches(o, b.PackVersionAt(math.MaxUint64), b.UnpackVersionAt)
	if err != nil {
		return nil, fmt.Errorf("the last version of the set: %w", err)
	}
	return o.version(number.Uint64())
}

func (o *office) version(number uint64) (*setVersion, error) {
	b, n := bindings.NewBatches(), new(big.Int).SetUint64(number)
	members, err := ofBatches(o, b.PackChainsOf(n), b.UnpackChainsOf)
	if err != nil {
		return nil, fmt.Errorf("chains of version %d: %w", number, err)
	}
	pairs, err := ofBatches(o, b.PackPairsOf(n), b.UnpackPairsOf)
	if err != nil {
		return nil, fmt.Errorf("pairs of version %d: %w", number, err)
	}
	return &setVersion{number, members, pairs}, nil
}

// begins returns the first batch of a version.
func (o *office) begins(version uint64) (uint64, error) {
	b := bindings.NewBatches()
	low, high := uint64(1), uint64(math.MaxUint64)
	for low < high {
		middle := low + (high-low)/2
		at, err := ofBatches(o, b.PackVersionAt(middle), b.UnpackVersionAt)
		if err != nil && !errors.Is(err, errRefused) { // it refuses batches before the first version
			return 0, err
		}
		if err == nil && at.Uint64() >= version {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low, nil
}

// announce announces the next version of the set after it was changed.
func (o *office) announce(change func(last, next *setVersion) error) error {
	last, err := o.lastVersion()
	if err != nil {
		return err
	}
	next := last.next()
	if err := change(last, next); err != nil {
		return err
	}
	next.sort()
	if from := o.c.Uint64("from-batch"); from != 0 {
		return o.announceFrom(last, next, from)
	}
	var failed error
	for range announceTries {
		from, err := o.firstBatch(last)
		if err != nil {
			return err
		}
		if failed = o.announceFrom(last, next, from); !errors.Is(failed, errRefused) {
			return failed
		}
		now, err := o.firstBatch(last)
		if err != nil || now == from { // L1 has had no other batch meanwhile
			return errors.Join(failed, err)
		}
	}
	return fmt.Errorf("L1 had the first batch of the version before the announcement, %d times; --from-batch names a later one: %w", announceTries, failed)
}

func (o *office) announceFrom(last, next *setVersion, from uint64) error {
	changes := append([]string{fmt.Sprintf("version %d of the set is in force from batch %d on", next.number, from)}, next.changesFrom(last)...)
	return o.govern(o.set.Settlement, "Batches.announce", bindings.NewBatches().PackAnnounce(from, next.members, next.pairs), changes...)
}

// firstBatch returns the first batch that a version after the last one can be for, with the
// margin.
func (o *office) firstBatch(last *setVersion) (uint64, error) {
	b := bindings.NewBatches()
	latest, err := ofBatches(o, b.PackLatestBatch(), b.UnpackLatestBatch)
	if err != nil {
		return 0, err
	}
	from := latest + margin
	in, err := ofBatches(o, b.PackVersionAt(from-1), b.UnpackVersionAt)
	if err == nil && in.Uint64() == last.number {
		return from, nil
	}
	begins, err := o.begins(last.number)
	return max(from, begins+1), err
}

// nextGeneration returns the generation in which a pair can be opened: the one after that
// of the last version that had it.
func (o *office) nextGeneration(last *setVersion, p chains.Pair) (uint64, error) {
	for v := last; ; {
		if of := v.pair(p); of != nil {
			return of.Generation + 1, nil
		}
		if v.number == 1 {
			return 1, nil
		}
		var err error
		if v, err = o.version(v.number - 1); err != nil {
			return 0, err
		}
	}
}

func openPairs(o *office) error {
	pairs, err := pairArguments(o.c.Args().Slice())
	if err != nil {
		return err
	}
	return o.announce(func(last, next *setVersion) error {
		for _, p := range pairs {
			if was := last.pair(p); was != nil && was.Open && !o.c.Bool("at-once") {
				return fmt.Errorf("pair %d to %d is %s: close it first; --at-once if no batch can settle it any more", p.Source, p.Destination, describePair(*was))
			}
			generation, err := o.nextGeneration(last, p)
			if err != nil {
				return err
			}
			next.open(p, generation)
		}
		return nil
	})
}

func closePairs(o *office) error {
	pairs, err := pairArguments(o.c.Args().Slice())
	if err != nil {
		return err
	}
	return o.announce(func(_, next *setVersion) error {
		for _, p := range pairs {
			of := next.pair(p)
			if of == nil || !of.Open {
				return fmt.Errorf("pair %d to %d is not open", p.Source, p.Destination)
			}
			of.Open = false
		}
		return nil
	})
}

func joinChains(o *office) error {
	type joining struct {
		id    chains.ChainID
		start uint64
	}
	var all []joining
	for _, text := range o.c.Args().Slice() {
		name, block, _ := strings.Cut(text, ":")
		id, err := chains.ParseChainID(name)
		start, isNumber := new(big.Int).SetString(block, 10)
		if err != nil || !isNumber || !start.IsUint64() || start.Sign() == 0 {
			return usageError("%q: want CHAIN:STARTBLOCK, such as 903:17", text)
		}
		all = append(all, joining{id, start.Uint64()})
	}
	return o.announce(func(last, next *setVersion) error {
		for _, j := range all {
			if err := next.join(j.id, j.start); err != nil {
				return err
			}
		}
		for _, p := range next.pairsBetween(o.l1ID(), !o.c.Bool("without-l1") && last.touches(o.l1ID())) {
			if next.pair(p) != nil {
				continue
			}
			generation, err := o.nextGeneration(last, p)
			if err != nil {
				return err
			}
			next.open(p, generation)
		}
		return nil
	})
}

func leaveChains(o *office) error {
	var ids []chains.ChainID
	for _, text := range o.c.Args().Slice() {
		id, err := chainArgument(text)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	return o.announce(func(_, next *setVersion) error {
		for _, id := range ids {
			if err := next.leave(id); err != nil {
				return err
			}
		}
		return nil
	})
}

func pairArguments(texts []string) ([]chains.Pair, error) {
	var out []chains.Pair
	for _, text := range texts {
		source, destination, _ := strings.Cut(text, ":")
		from, err := chains.ParseChainID(source)
		to, other := chains.ParseChainID(destination)
		if err != nil || other != nil || from == to {
			return nil, usageError("%q is not a pair; want SOURCE:DESTINATION, such as 901:902", text)
		}
		p := chains.Pair{Source: from, Destination: to}
		if slices.Contains(out, p) {
			return nil, usageError("pair %s is there twice", text)
		}
		out = append(out, p)
	}
	return out, nil
}
