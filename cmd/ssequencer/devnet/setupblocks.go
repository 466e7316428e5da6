package devnet

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// SetupBlocks returns the deployer's transactions on an L2, as they are sent, for each of
// the blocks that set the contracts up. It serves chains whose blocks hold something else
// besides, which Deploy does not know to make: on those the caller makes them, the first
// one everywhere before the second one anywhere.
func (e *Elsewhere) SetupBlocks(ctx context.Context, id chains.ChainID) ([][][]byte, error) {
	var blocks [][][]byte
	var nonce uint64
	for _, calls := range e.plan.setupCalls(id) {
		var raw [][]byte
		for i := range calls {
			tx, err := calls[i].sign(ctx, e.plan.keys.Deployer, id, nonce)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", calls[i].what, err)
			}
			text, err := tx.MarshalBinary()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", calls[i].what, err)
			}
			raw = append(raw, text)
			nonce++
		}
		blocks = append(blocks, raw)
	}
	return blocks, nil
}

// DeployL1 puts the contracts of the L1 onto it, which has to produce blocks by itself. The
// L2 has its first setup block.
func (e *Elsewhere) DeployL1(ctx context.Context, client *ethclient.Client, l2 *engine.Client) error {
	on := l1{client, func(ctx context.Context) error { return nextBlock(ctx, client) }}
	return e.plan.setUpL1(ctx, on, l2)
}
