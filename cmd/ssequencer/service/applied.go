package service

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/history"
	"github.com/ssequencer/ssequencer/signer"
)

// records is the history with promises of grade 2, where they are given at all (P3): for a
// position whose block is applied on an L1 origin that L1 calls final, and, where others
// build blocks, too, whose block its own node calls final. A promise of grade 2 says again
// what the one on record says, so it needs no record of its own: its signature is the same
// whenever it is asked for.
type records struct {
	*history.History
	s *Service
}

// Preconfirmation implements router.Records.
func (r records) Preconfirmation(ctx context.Context, tx common.Hash) (*wire.Preconfirmation, error) {
	shown, err := r.History.Preconfirmation(ctx, tx)
	if err != nil || !r.s.cfg.AppliedPromises || shown.Revocation != nil {
		return shown, err
	}
	p := shown.Promise()
	final, err := r.final(ctx, p)
	if err != nil || !final {
		return shown, err
	}
	p.Grade = chains.GradeApplied
	domain := chains.Domain{L1ChainID: r.s.cfg.L1.ID, Settlement: r.s.cfg.L1.Settlement}
	if err := signer.SignPromise(ctx, r.s.cfg.Keys.Signer, domain, p); err != nil {
		return nil, err
	}
	return wire.PreconfirmationOf(domain, p), nil
}

// final reports whether nothing can change what is at a promise's position any more.
func (r records) final(ctx context.Context, p *chains.Promise) (bool, error) {
	head, err := r.History.Head(p.ChainID)
	if err != nil || head.Number < p.Height {
		return false, err
	}
	at := slices.IndexFunc(r.s.cfg.Chains, func(c Chain) bool { return c.ID == p.ChainID })
	if at < 0 {
		return false, nil
	}
	chain := &r.s.cfg.Chains[at]
	if chain.Beside != nil {
		var last *types.Header
		if err := chain.Client.Call(ctx, &last, "eth_getBlockByNumber", "finalized", false); err != nil || last == nil || last.Number.Uint64() < p.Height {
			return false, err
		}
	}
	var receipt *struct{ BlockNumber hexutil.Uint64 }
	if err := chain.Client.Call(ctx, &receipt, "eth_getTransactionReceipt", p.TxHash); err != nil || receipt == nil || uint64(receipt.BlockNumber) != p.Height {
		return false, err
	}
	return r.originFinal(ctx, p.L1Origin)
}

func (r records) originFinal(ctx context.Context, origin chains.BlockRef) (bool, error) {
	final, err := r.s.l1Client.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	var answered rpc.Error
	if errors.As(err, &answered) || err == nil && final.Number.Uint64() < origin.Number {
		return false, nil // nothing is final yet
	}
	if err != nil {
		return false, fmt.Errorf("L1's final block: %w", err)
	}
	at, err := r.s.l1Client.HeaderByNumber(ctx, new(big.Int).SetUint64(origin.Number))
	if err != nil {
		return false, fmt.Errorf("L1 block %d: %w", origin.Number, err)
	}
	return at.Hash() == origin.Hash, nil
}
