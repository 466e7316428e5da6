package router_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/router"
)

func (s *stage) Lookup(id common.Hash) (router.Ticket, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.tickets[id]
	return k, ok
}

func (s *stage) Waiting(tx common.Hash) (*chains.Tx, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w, ok := s.waiting[tx]
	return w, ok
}

func (s *stage) Included(_ context.Context, tx common.Hash) (*chains.Included, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.chains {
		if in := c.included[tx]; in != nil {
			found := *in
			return &found, nil
		}
	}
	return nil, chains.ErrUnknown
}

func (s *stage) Await(ctx context.Context, tx common.Hash) (*chains.Included, error) {
	for {
		s.mu.Lock()
		news, undone := s.news, s.undone[tx]
		s.mu.Unlock()
		if undone != nil {
			return nil, undone
		}
		in, err := s.Included(ctx, tx)
		if !errors.Is(err, chains.ErrUnknown) {
			return in, err
		}
		select {
		case <-news:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (s *stage) OpenBlock(_ context.Context, hash common.Hash) (*chains.OpenBlock, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.chains {
		if b := c.opened[hash]; b != nil {
			found := *b
			return &found, nil
		}
	}
	return nil, chains.ErrUnknown
}

func (s *stage) PendingBlock(ctx context.Context, id chains.ChainID) (*chains.OpenBlock, error) {
	s.mu.Lock()
	hash := chains.ProvisionalHash(deployment, s.chains[id].open)
	s.mu.Unlock()
	return s.OpenBlock(ctx, hash)
}

func (s *stage) Head(id chains.ChainID) (chains.BlockRef, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.chains[id].head
	return chains.BlockRef{Number: h.Number.Uint64(), Hash: h.Hash()}, nil
}

func (s *stage) Bundle(_ context.Context, id common.Hash) (*wire.Bundle, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.bundles[id]; b != nil {
		return b, nil
	}
	return nil, fmt.Errorf("bundle %v: %w", id, chains.ErrUnknown)
}

func (s *stage) Superblock(_ context.Context, timestamp *uint64) (*wire.Superblock, error) {
	if timestamp != nil && *timestamp != 7 {
		return nil, chains.ErrUnknown
	}
	sb := &wire.Superblock{Timestamp: 7, Groups: [][]hexutil.Uint64{{901, 902}}, Blocks: []wire.SuperblockBlock{}}
	if timestamp != nil {
		for number := hexutil.Uint64(1); number <= 2; number++ {
			sb.Blocks = append(sb.Blocks, wire.SuperblockBlock{ChainID: 901, Number: number, Transactions: []wire.IncludedTx{}})
		}
	}
	return sb, nil
}

// Payload knows block 2 only.
func (s *stage) Payload(_ context.Context, chain chains.ChainID, block chains.BlockRef) (*chains.Payload, error) {
	if chain != 901 || block.Number != 2 {
		return nil, chains.ErrUnknown
	}
	return &chains.Payload{Raw: json.RawMessage(`{"blockNumber":"0x2"}`), BeaconRoot: common.Hash{31: 3}, Requests: [][]byte{{4}}}, nil
}

func (s *stage) Preconfirmation(context.Context, common.Hash) (*wire.Preconfirmation, error) {
	return nil, chains.ErrUnknown
}

func (s *stage) Batch(_ context.Context, number *uint64) (*wire.Batch, error) {
	if number != nil && *number != 1 {
		return nil, chains.ErrUnknown
	}
	return &wire.Batch{Number: 1, Chains: []wire.ChainRange{}, Pairs: []wire.Pair{}, Status: wire.Posted}, nil
}

func (s *stage) EndProofs(_ context.Context, number *uint64) ([]wire.EndProof, error) {
	if number != nil && *number != 1 {
		return nil, chains.ErrUnknown
	}
	return []wire.EndProof{{ChainID: 901, Header: []byte{1}, AccountProof: []hexutil.Bytes{{2}}, StorageProof: []wire.SlotProof{{Proof: []hexutil.Bytes{{3}}}}}}, nil
}

func (s *stage) Proof(context.Context, common.Hash) ([]wire.Proof, error) {
	return []wire.Proof{}, nil
}

func (s *stage) Chains(context.Context) (*wire.Chains, error) {
	return &wire.Chains{L1ChainID: 900, Chains: []wire.Chain{{ChainID: 901}, {ChainID: 902}}}, nil
}

func (s *stage) Health(context.Context) (*wire.Health, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := &wire.Health{Ready: s.ready, Reasons: []string{}}
	for _, id := range []chains.ChainID{chainA, chainB} {
		ch := wire.ChainHealth{ChainID: hexutil.Uint64(id), Healthy: s.healthy[id], Reasons: []string{}}
		if !ch.Healthy {
			ch.Reasons = []string{"node does not answer"}
		}
		h.Chains = append(h.Chains, ch)
	}
	return h, nil
}

func (s *stage) Simulate(_ context.Context, sim router.Simulation) (*wire.Simulation, error) {
	out := &wire.Simulation{Legs: []wire.SimulatedLeg{}, Messages: []wire.Message{}}
	if sim.Call != nil {
		out.Legs = append(out.Legs, wire.SimulatedLeg{ChainID: hexutil.Uint64(sim.Chain), Role: wire.RoleUser, ReturnData: sim.Call.Data})
	}
	for _, tx := range sim.Txs {
		out.Legs = append(out.Legs, wire.SimulatedLeg{ChainID: hexutil.Uint64(tx.ChainID()), Role: wire.RoleUser, Success: true})
	}
	return out, nil
}

// follow delivers the stage's events from a position on.
func (s *stage) follow(ctx context.Context, from int, fn func(int, stageEvent) error) error {
	defer func() { s.left <- struct{}{} }()
	for i := from; ; {
		s.mu.Lock()
		news, fresh := s.news, s.events[min(i, len(s.events)):]
		s.mu.Unlock()
		for _, ev := range fresh {
			if err := fn(i, ev); err != nil {
				return err
			}
			i++
		}
		if len(fresh) > 0 {
			continue
		}
		select {
		case <-news:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (s *stage) now() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.events)
}

func (s *stage) Follow(ctx context.Context, sub wire.Subscription, fn func(wire.Event) error) error {
	from := s.now()
	if sub.From != nil {
		from = 0
	}
	sub.Ready()
	return s.follow(ctx, from, func(_ int, ev stageEvent) error {
		if ev.topic != sub.Topic || (sub.From != nil && uint64(ev.event.GlobalIndex) < *sub.From) {
			return nil
		}
		return fn(ev.event)
	})
}

func (s *stage) FollowHeads(ctx context.Context, id chains.ChainID, ready func(), fn func(chains.BlockRef) error) error {
	from := s.now()
	ready()
	return s.follow(ctx, from, func(_ int, ev stageEvent) error {
		if ev.chain != id {
			return nil
		}
		return fn(ev.head)
	})
}

func (s *stage) Nonce(id chains.ChainID, account common.Address) (uint64, error) {
	view, err := s.View(id)
	if err != nil {
		return 0, err
	}
	nonce, _, err := view.Account(context.Background(), account)
	return nonce, err
}
