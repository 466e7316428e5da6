package service

import (
	"context"
	"fmt"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Registered is what L1 says about who settles together.
type Registered struct {
	Epoch       uint64                    // of the signers
	Generations map[chains.Pair]uint64    // of the last version's pairs
	Starts      map[chains.ChainID]uint64 // the first block of each chain that was ever in the set
}

// ReadRegistered asks the Batches contract at settlement, by an L1 node's URL.
func ReadRegistered(ctx context.Context, url string, settlement common.Address) (*Registered, error) {
	client, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, err
	}
	defer client.Close()
	batches, r := bindings.NewBatches(), &Registered{Generations: map[chains.Pair]uint64{}, Starts: map[chains.ChainID]uint64{}}
	ask := func(data []byte) ([]byte, error) {
		return client.CallContract(ctx, ethereum.CallMsg{To: &settlement, Data: data}, nil)
	}
	raw, err := ask(batches.PackEpoch())
	if err != nil {
		return nil, err
	}
	if r.Epoch, err = batches.UnpackEpoch(raw); err != nil {
		return nil, fmt.Errorf("there is no Batches at %s: %w", settlement, err)
	}
	if raw, err = ask(batches.PackVersionAt(math.MaxUint64)); err != nil {
		return nil, fmt.Errorf("no chains are announced in Batches at %s: %w", settlement, err)
	}
	last, err := batches.UnpackVersionAt(raw)
	if err != nil {
		return nil, err
	}
	if raw, err = ask(batches.PackPairsOf(last)); err != nil {
		return nil, err
	}
	pairs, err := batches.UnpackPairsOf(raw)
	if err != nil {
		return nil, err
	}
	for _, p := range pairs {
		r.Generations[chains.Pair{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination)}] = p.Generation
	}
	for v := uint64(1); v <= last.Uint64(); v++ {
		if raw, err = ask(batches.PackChainsOf(new(big.Int).SetUint64(v))); err != nil {
			return nil, err
		}
		members, err := batches.UnpackChainsOf(raw)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			if m.StartBlock != 0 { // it joins
				r.Starts[chains.ChainID(m.ChainId)] = m.StartBlock
			}
		}
	}
	return r, nil
}
