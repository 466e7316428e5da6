package router

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
)

// addOverlay adds the look-ups by hash, which know what is decided and not applied.
func (s *Server) addOverlay(table map[string]method) {
	table["eth_getTransactionByHash"] = method{answer: s.transactionByHash}
	table["eth_getRawTransactionByHash"] = method{answer: s.rawTransactionByHash}
	table["eth_getTransactionReceipt"] = method{answer: s.receiptByHash}
	table["eth_getBlockByHash"] = method{answer: s.blockByHash}
}

// undecidedOrOpen finds a transaction of the call's chain that waits, or is included in
// a block that is not applied. Both nil: the node's answer holds. One of another chain is
// chains.ErrUnknown: no need to ask the node.
func (s *Server) undecidedOrOpen(ctx context.Context, c *call) (*chains.Tx, *chains.Included, error) {
	var hash common.Hash
	if json.Unmarshal(c.params[0], &hash) != nil {
		return nil, nil, nil // the node says what is wrong
	}
	in, err := s.deps.Decided.Included(ctx, hash)
	switch {
	case err == nil:
		if in.Leg.ChainID != c.chain.ID {
			return nil, nil, chains.ErrUnknown
		}
		if in.Applied {
			return nil, nil, nil
		}
		return nil, in, nil
	case !errors.Is(err, chains.ErrUnknown):
		return nil, nil, err
	}
	if tx, ok := s.deps.Admission.Waiting(hash); ok && tx.ChainID() == c.chain.ID {
		return tx, nil, nil
	}
	return nil, nil, nil
}

func (s *Server) transactionByHash(ctx context.Context, c *call) (any, error) {
	return s.overlaid(ctx, c,
		func(tx *chains.Tx) (any, error) { return transactionJSON(tx.Inner(), tx.Sender(), nil) },
		func(in *chains.Included) (any, error) { return includedJSON(in) })
}

func (s *Server) rawTransactionByHash(ctx context.Context, c *call) (any, error) {
	return s.overlaid(ctx, c,
		func(tx *chains.Tx) (any, error) { return hexutil.Bytes(tx.Raw()), nil },
		func(in *chains.Included) (any, error) { return hexutil.Bytes(in.Leg.Raw), nil })
}

func (s *Server) receiptByHash(ctx context.Context, c *call) (any, error) {
	return s.overlaid(ctx, c,
		func(*chains.Tx) (any, error) { return null, nil }, // geth may not say null while it builds its index
		func(in *chains.Included) (any, error) { return receiptJSON(in) })
}

// overlaid answers a look-up by transaction hash: from what waits, from what is decided
// and not applied, else from the node.
func (s *Server) overlaid(ctx context.Context, c *call, waiting func(*chains.Tx) (any, error), included func(*chains.Included) (any, error)) (any, error) {
	if len(c.params) != 1 {
		return s.forward(ctx, c)
	}
	tx, in, err := s.undecidedOrOpen(ctx, c)
	switch {
	case err != nil:
		return nil, err
	case tx != nil:
		return waiting(tx)
	case in != nil:
		return included(in)
	}
	return s.lookUp(ctx, c)
}

// indexing is how geth answers for a hash that it does not know while it builds its index,
// which takes it a moment after each block.
const indexing, indexingTime, indexingPause = "transaction indexing is in progress", 2 * time.Second, 10 * time.Millisecond

// lookUp passes a look-up by transaction hash to the node. While that cannot tell, it is
// asked again, for indexingTime; then its answer holds.
func (s *Server) lookUp(ctx context.Context, c *call) (any, error) {
	for late := time.Now().Add(indexingTime); ; {
		answer, err := s.forward(ctx, c)
		if err == nil || !strings.Contains(err.Error(), indexing) || time.Now().After(late) {
			return answer, err
		}
		select {
		case <-time.After(indexingPause):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// receiptOf returns the receipt of an included transaction: the node's once it holds.
func (s *Server) receiptOf(ctx context.Context, ch *chain, in *chains.Included) (any, error) {
	if !in.Applied {
		return receiptJSON(in)
	}
	hash, err := json.Marshal(in.Leg.TxHash)
	if err != nil {
		return nil, err
	}
	return s.ask(ctx, ch, "eth_getTransactionReceipt", []json.RawMessage{hash})
}

// blockByHash answers eth_getBlockByHash, provisional hashes included: with the block
// under construction, or with the block it became.
func (s *Server) blockByHash(ctx context.Context, c *call) (any, error) {
	var hash common.Hash
	var full bool
	if bind(c.params, 2, &hash, &full) != nil {
		return s.forward(ctx, c)
	}
	block, err := s.deps.Blocks.OpenBlock(ctx, hash)
	switch {
	case errors.Is(err, chains.ErrUnknown):
		return s.forward(ctx, c)
	case err != nil:
		return nil, err
	case block.Open.ChainID != c.chain.ID:
		return null, nil
	case block.Applied == (common.Hash{}):
		return blockJSON(block, full)
	}
	applied, err := json.Marshal(block.Applied)
	if err != nil {
		return nil, err
	}
	return s.ask(ctx, c.chain, c.method, []json.RawMessage{applied, c.params[1]})
}

// The methods below answer block reads with the pending tag.

func (s *Server) pendingBlock(ctx context.Context, c *call) (any, error) {
	var tag string
	var full bool
	if err := bind(c.params, 2, &tag, &full); err != nil {
		return nil, err
	}
	block, err := s.deps.Blocks.PendingBlock(ctx, c.chain.ID)
	if err != nil {
		return nil, err
	}
	fields, err := blockJSON(block, full)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"hash", "nonce", "miner"} { // as geth does for pending
		fields[name] = nil
	}
	return fields, nil
}

func (s *Server) pendingCount(ctx context.Context, c *call) (any, error) {
	block, err := s.deps.Blocks.PendingBlock(ctx, c.chain.ID)
	if err != nil {
		return nil, err
	}
	return hexutil.Uint(len(block.Legs)), nil
}

func (s *Server) pendingReceipts(ctx context.Context, c *call) (any, error) {
	block, err := s.deps.Blocks.PendingBlock(ctx, c.chain.ID)
	if err != nil {
		return nil, err
	}
	receipts := make([]map[string]any, 0, len(block.Legs))
	for _, in := range includedIn(block) {
		fields, err := receiptJSON(&in)
		if err != nil {
			return nil, err
		}
		receipts = append(receipts, fields)
	}
	return receipts, nil
}

// pendingAt returns the leg an "...AndIndex" method names, nil where there is none.
func (s *Server) pendingAt(ctx context.Context, c *call) (*chains.Included, error) {
	var tag string
	var index hexutil.Uint64
	if err := bind(c.params, 2, &tag, &index); err != nil {
		return nil, err
	}
	block, err := s.deps.Blocks.PendingBlock(ctx, c.chain.ID)
	if err != nil || uint64(index) >= uint64(len(block.Legs)) {
		return nil, err
	}
	return &includedIn(block)[index], nil
}

func (s *Server) pendingTransaction(ctx context.Context, c *call) (any, error) {
	in, err := s.pendingAt(ctx, c)
	if in == nil || err != nil {
		return null, err
	}
	return includedJSON(in)
}

func (s *Server) pendingRawTransaction(ctx context.Context, c *call) (any, error) {
	in, err := s.pendingAt(ctx, c)
	if in == nil || err != nil {
		return hexutil.Bytes(nil), err
	}
	return hexutil.Bytes(in.Leg.Raw), nil
}
