package sequencer

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
)

const (
	// logsAtOnce is how many messages are searched for in one request.
	logsAtOnce = 256
	// treesRetry is the pause after a search that found less than there must be.
	treesRetry = 10 * time.Second
)

// errNoLog: a chain counts a message whose log its node does not show.
var errNoLog = errors.New("the node does not show the log of a message it counts")

// readTrees finds out what is owed between chains of which it is not known: what the one
// has sent by its last applied block and the other has not received by its own. It reports
// false where a node could not be read.
func (s *Sequencer) readTrees(ctx context.Context, now time.Time) bool {
	if len(s.owed.unread) == 0 || now.Before(s.treesAt) {
		return true
	}
	var pairs []chains.Pair
	for _, p := range s.deps.Core.Pairs() {
		if s.owed.unread[p] && s.canRead(p.Source) && s.canRead(p.Destination) {
			pairs = append(pairs, p)
		}
	}
	at := make(map[chains.Pair]*sides, len(pairs))
	for _, p := range pairs {
		at[p] = &sides{}
	}
	for _, id := range s.present {
		if err := s.readSides(ctx, s.lanes[id], pairs, at); err != nil {
			s.unanswered(ctx, s.lanes[id], fmt.Errorf("read the message trees: %w", err))
			return false
		}
	}
	for _, p := range pairs {
		if err := s.readOwed(ctx, p, at[p]); err != nil {
			s.treesAt = now.Add(treesRetry)
			s.log.Error("what is owed between two chains cannot be read: messages between them wait", zap.Uint64("from", uint64(p.Source)), zap.Uint64("to", uint64(p.Destination)), zap.Error(err))
			s.health.reason(p.Source, fmt.Sprintf("messages to chain %d wait: %v", p.Destination, err))
		}
	}
	s.weigh()
	return true
}

// canRead reports whether a lane knows its node's head.
func (s *Sequencer) canRead(id chains.ChainID) bool {
	l := s.lanes[id]
	return l != nil && l.aside == nil && !l.unsure && l.applied != (chains.BlockRef{})
}

// readSides reads one chain's sides of the pairs at its last applied block.
func (s *Sequencer) readSides(ctx context.Context, l *lane, pairs []chains.Pair, at map[chains.Pair]*sides) error {
	var keys []chains.StorageKey
	var mine []*side
	want := func(is *side, slot common.Hash) {
		is.slot = slot
		mine = append(mine, is)
		for _, word := range []common.Hash{slot, crosschain.RootSlot(slot)} {
			keys = append(keys, chains.StorageKey{Address: l.cfg.Contracts.RootStore, Slot: word})
		}
	}
	for _, p := range pairs {
		out, in, _ := s.deps.Core.CountSlots(p)
		if p.Source == l.cfg.ID {
			want(&at[p].sent, out)
		}
		if p.Destination == l.cfg.ID {
			want(&at[p].received, in)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	return s.watched(ctx, l.cfg.ID, func(ctx context.Context) error {
		words, err := l.Node.Storage(ctx, l.applied.Hash, keys)
		if err != nil {
			return err
		}
		for i, is := range mine {
			is.Side = crosschain.SideOf(words[2*i], words[2*i+1])
		}
		return nil
	})
}

// readOwed takes in what a pair's destination has not received, or its source not sent (A8).
func (s *Sequencer) readOwed(ctx context.Context, p chains.Pair, at *sides) error {
	sent, received := at.sent.Count, at.received.Count
	var owed []crosschain.Owed
	for first := received; first < sent; first += logsAtOnce {
		found, err := s.searchSent(ctx, p, first, min(first+logsAtOnce, sent))
		if err != nil {
			return err
		}
		owed = append(owed, found...)
	}
	missing, err := s.searchReceived(ctx, p, sent, received)
	if err != nil {
		return err
	}
	f := &frozen{first: sent, hashes: missing, sent: make([]uint64, len(missing))}
	for i := range owed {
		missing = append(missing, owed[i].Hash)
	}
	same, err := s.sameTree(ctx, p, at, missing)
	if err != nil {
		return err
	}
	if f.spoiled = !same; same && len(f.hashes) == 0 {
		f = nil
	}
	if len(owed) > 0 {
		s.log.Info("messages are owed", zap.Uint64("from", uint64(p.Source)), zap.Uint64("to", uint64(p.Destination)), zap.Int("messages", len(owed)))
	}
	if f != nil {
		if back, err := s.goesBack(ctx, p, at); err != nil || back {
			return err
		}
		s.tellFrozen(p, f)
	}
	s.owed.freeze(p, f, s.lanes[p.Source].applied.Number)
	s.owed.merge(p, received, owed)
	return nil
}

// searchSent finds the logs of messages in the adopted blocks of their source.
func (s *Sequencer) searchSent(ctx context.Context, p chains.Pair, from, to uint64) ([]crosschain.Owed, error) {
	l := s.lanes[p.Source]
	q := ethereum.FilterQuery{
		Addresses: []common.Address{l.cfg.Contracts.Messenger}, ToBlock: new(big.Int).SetUint64(l.applied.Number),
		Topics: crosschain.SentTopics(p, from, to),
	}
	byNonce := map[uint64]crosschain.Owed{}
	err := s.watched(ctx, p.Source, func(ctx context.Context) error {
		logs, err := l.Node.Logs(ctx, q)
		for i := range logs {
			owed, decodeErr := s.deps.Core.OwedIn(p.Source, &logs[i])
			if decodeErr != nil {
				return decodeErr
			}
			byNonce[owed.Nonce] = owed // of an earlier generation with the same number, the later one counts
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var found []crosschain.Owed
	for nonce := from; nonce < to; nonce++ {
		owed, ok := byNonce[nonce]
		if !ok {
			return nil, fmt.Errorf("%w: message %d", errNoLog, nonce)
		}
		found = append(found, owed)
	}
	return found, nil
}
