package service

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/entries"
	"github.com/ssequencer/ssequencer/crosschain"
)

// entered gives the sequencer what L1 has sent.
type entered struct{ *entries.Follower }

// Sent implements sequencer.Entries.
func (e entered) Sent(p chains.Pair, nonce uint64) []crosschain.Owed {
	var owed []crosschain.Owed
	for _, m := range e.Follower.Sent(p, nonce) {
		owed = append(owed, crosschain.Owed{Message: m.Message, Height: m.Height, Timestamp: m.Timestamp, LogIndex: m.LogIndex})
	}
	return owed
}

// pairs returns all pairs between the chains, and those with L1 of chains that tokens of L1
// can enter.
func (s *Service) pairs() map[chains.Pair]uint64 {
	var ids []chains.ChainID
	for _, c := range s.cfg.Chains {
		ids = append(ids, c.ID)
	}
	all := crosschain.AllPairs(ids)
	for _, c := range s.cfg.Chains {
		if c.Contracts.Gateway != (common.Address{}) {
			all[chains.Pair{Source: s.cfg.L1.ID, Destination: c.ID}] = 1
			all[chains.Pair{Source: c.ID, Destination: s.cfg.L1.ID}] = 1
		}
	}
	for p, generation := range s.cfg.L1.Generations {
		if _, settled := all[p]; settled {
			all[p] = generation
		}
	}
	return all
}

// buildEntries makes what follows L1's messages, where a chain can have any.
func (s *Service) buildEntries() {
	cfg := entries.Config{Pairs: map[chains.Pair]uint64{}, Depth: s.cfg.L1.EntryDepth, FirstBlock: s.cfg.L1.StartBlock}
	for p, generation := range s.pairs() {
		if p.Source == s.cfg.L1.ID {
			cfg.Pairs[p], cfg.Messenger = generation, s.cfg.Chains[0].Contracts.Messenger // L1's has the address of all others
		}
	}
	if len(cfg.Pairs) > 0 {
		s.entries = entries.New(cfg, s.l1Client, entries.NewMetrics(s.registry), s.log.Named("entries"))
	}
}

func (s *Service) entryReasons() []string {
	if s.entries == nil {
		return nil
	}
	return s.entries.Reasons()
}
