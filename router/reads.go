package router

import (
	"context"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// addReads adds the per-chain methods that are answered here or with our head.
func (s *Server) addReads(table map[string]method) {
	for name, m := range s.blockMethods() {
		table[name] = method{answer: s.atBlock(m)}
	}
	table["eth_getLogs"] = method{answer: s.logs}
	table["eth_fillTransaction"] = method{answer: s.fillTransaction}
	table["eth_blockNumber"] = method{answer: s.blockNumber}
	table["eth_chainId"] = method{answer: func(_ context.Context, c *call) (any, error) {
		return hexutil.Uint64(c.chain.ID), nil
	}}
	table["net_version"] = method{answer: func(_ context.Context, c *call) (any, error) {
		return c.chain.ID.String(), nil
	}}
	table["eth_syncing"] = method{answer: func(context.Context, *call) (any, error) { return false, nil }}
	table["eth_accounts"] = method{answer: func(context.Context, *call) (any, error) { return []string{}, nil }}
	table["web3_clientVersion"] = method{anywhere: true, answer: func(context.Context, *call) (any, error) {
		return s.cfg.Version, nil
	}}
}

func (s *Server) blockNumber(_ context.Context, c *call) (any, error) {
	head, err := s.deps.Heads.Head(c.chain.ID)
	if err != nil {
		return nil, err
	}
	return hexutil.Uint64(head.Number), nil
}
