package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// Limits of one request: geth answers at most 1,024 slots at once, and an account's proof
// takes several kilobytes of its limited response.
const (
	maxSlots    = 1024
	maxAccounts = 256
	maxBatch    = 256
)

// Head returns the header of the node's head.
func (c *Client) Head(ctx context.Context) (*types.Header, error) {
	if err := c.checkNow(ctx); err != nil {
		return nil, err
	}
	return c.head(ctx)
}

// checkNow checks a node that could not be reached by Dial.
func (c *Client) checkNow(ctx context.Context) error {
	c.checking.Lock()
	defer c.checking.Unlock()
	if c.unchecked == nil {
		return nil
	}
	if err := c.check(ctx, *c.unchecked); err != nil {
		return fmt.Errorf("chain %d: %w", c.chain, err)
	}
	c.unchecked = nil
	return nil
}

func (c *Client) head(ctx context.Context) (*types.Header, error) {
	return c.header(ctx, "eth_getHeaderByNumber", "latest")
}

// HeaderByNumber returns the header of a canonical block. A block the node does not have
// is chains.ErrUnknown.
func (c *Client) HeaderByNumber(ctx context.Context, number uint64) (*types.Header, error) {
	return c.header(ctx, "eth_getHeaderByNumber", hexutil.Uint64(number))
}

// HeaderByHash returns the header of a block, adopted or not. A block the node does not
// have is chains.ErrUnknown.
func (c *Client) HeaderByHash(ctx context.Context, hash common.Hash) (*types.Header, error) {
	return c.header(ctx, "eth_getHeaderByHash", hash)
}

// BlockHash returns the hash of a canonical block, or chains.ErrUnknown.
func (c *Client) BlockHash(ctx context.Context, number uint64) (common.Hash, error) {
	h, err := c.HeaderByNumber(ctx, number)
	if err != nil {
		return common.Hash{}, err
	}
	return h.Hash(), nil
}

func (c *Client) header(ctx context.Context, method string, block any) (*types.Header, error) {
	var raw json.RawMessage
	if err := c.Call(ctx, &raw, method, block); err != nil {
		return nil, err
	}
	if isNull(raw) {
		return nil, fmt.Errorf("block %v of chain %d: %w", block, c.chain, chains.ErrUnknown)
	}
	var header types.Header
	if err := json.Unmarshal(raw, &header); err != nil {
		return nil, fmt.Errorf("decode the header of block %v: %w", block, err)
	}
	var named struct{ Hash common.Hash }
	if err := json.Unmarshal(raw, &named); err != nil {
		return nil, fmt.Errorf("decode the hash of block %v: %w", block, err)
	}
	// A header with fields we do not know would hash to something else unnoticed.
	if got := header.Hash(); got != named.Hash {
		return nil, fmt.Errorf("header of block %v hashes to %s, the node says %s", block, got, named.Hash)
	}
	return &header, nil
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

// Receipts returns the receipts of a block in order, adopted or only handed over by
// NewPayload. A block the node does not have is chains.ErrUnknown.
func (c *Client) Receipts(ctx context.Context, block common.Hash) ([]*types.Receipt, error) {
	var raw json.RawMessage
	if err := c.Call(ctx, &raw, "eth_getBlockReceipts", block); err != nil {
		return nil, err
	}
	if isNull(raw) {
		return nil, fmt.Errorf("receipts of block %s of chain %d: %w", block, c.chain, chains.ErrUnknown)
	}
	var receipts []*types.Receipt
	if err := json.Unmarshal(raw, &receipts); err != nil {
		return nil, fmt.Errorf("decode the receipts of block %s: %w", block, err)
	}
	return receipts, nil
}

// proof is the part of an eth_getProof answer that describes the account.
type proof struct {
	Nonce       hexutil.Uint64 `json:"nonce"`
	Balance     *hexutil.Big   `json:"balance"`
	CodeHash    common.Hash    `json:"codeHash"`
	StorageHash common.Hash    `json:"storageHash"`
}

// account returns nil for an account that does not exist. An empty account (EIP-161)
// behaves like none, and nodes do not tell one from the other.
func (p *proof) account() (*types.StateAccount, error) {
	if p.Balance == nil {
		return nil, fmt.Errorf("no balance in the account's proof")
	}
	balance, overflow := uint256.FromBig(p.Balance.ToInt())
	if overflow {
		return nil, fmt.Errorf("balance %s does not fit 256 bits", p.Balance)
	}
	if p.CodeHash == (common.Hash{}) {
		p.CodeHash = types.EmptyCodeHash
	}
	if p.StorageHash == (common.Hash{}) {
		p.StorageHash = types.EmptyRootHash
	}
	if p.Nonce == 0 && balance.IsZero() && p.CodeHash == types.EmptyCodeHash && p.StorageHash == types.EmptyRootHash {
		return nil, nil
	}
	return &types.StateAccount{Nonce: uint64(p.Nonce), Balance: balance, Root: p.StorageHash, CodeHash: p.CodeHash[:]}, nil
}

// Accounts returns the accounts in the state after a block, in the order of addrs; nil
// stands for one that does not exist. The block need not be adopted.
func (c *Client) Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	accounts := make([]*types.StateAccount, 0, len(addrs))
	for len(addrs) > 0 {
		n := min(len(addrs), maxAccounts)
		part, err := c.accounts(ctx, block, addrs[:n])
		if err != nil {
			return nil, err
		}
		accounts, addrs = append(accounts, part...), addrs[n:]
	}
	return accounts, nil
}

func (c *Client) accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	proofs := make([]proof, len(addrs))
	batch := make([]rpc.BatchElem, len(addrs))
	for i, addr := range addrs {
		batch[i] = rpc.BatchElem{Method: "eth_getProof", Args: []any{addr, []string{}, atBlock(block)}, Result: &proofs[i]}
	}
	if err := c.BatchCall(ctx, batch); err != nil {
		return nil, err
	}
	accounts := make([]*types.StateAccount, len(addrs))
	for i := range batch {
		err := batch[i].Error
		if err == nil {
			accounts[i], err = proofs[i].account()
		}
		if err != nil {
			return nil, fmt.Errorf("account %s at block %s: %w", addrs[i], block, err)
		}
	}
	return accounts, nil
}

func atBlock(hash common.Hash) rpc.BlockNumberOrHash {
	return rpc.BlockNumberOrHashWithHash(hash, false)
}

// Storage returns the values of storage slots in the state after a block, in the order of
// keys. The block need not be adopted.
func (c *Client) Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	values := make([]common.Hash, 0, len(keys))
	for len(keys) > 0 {
		n := min(len(keys), maxSlots)
		part, err := c.storage(ctx, block, keys[:n])
		if err != nil {
			return nil, fmt.Errorf("storage at block %s: %w", block, err)
		}
		values, keys = append(values, part...), keys[n:]
	}
	return values, nil
}

func (c *Client) storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	if c.oneByOne.Load() {
		return c.storageAt(ctx, block, keys)
	}
	request := make(map[common.Address][]common.Hash)
	for _, k := range keys {
		request[k.Address] = append(request[k.Address], k.Slot)
	}
	var answer map[common.Address][]hexutil.Bytes
	err := c.Call(ctx, &answer, "eth_getStorageValues", request, atBlock(block))
	if lacksMethod(err) {
		c.oneByOne.Store(true)
		return c.storageAt(ctx, block, keys)
	}
	if err != nil {
		return nil, err
	}
	values := make([]common.Hash, len(keys))
	for i, k := range keys { // each account's values come in the order they were asked for
		rest := answer[k.Address]
		if len(rest) == 0 {
			return nil, fmt.Errorf("slot %s of %s is missing in the answer", k.Slot, k.Address)
		}
		values[i], answer[k.Address] = common.BytesToHash(rest[0]), rest[1:]
	}
	return values, nil
}

// storageAt reads from nodes that have no method for many slots at once.
func (c *Client) storageAt(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	values := make([]common.Hash, len(keys))
	for at := 0; at < len(keys); at += maxBatch {
		part := keys[at:min(at+maxBatch, len(keys))]
		batch := make([]rpc.BatchElem, len(part))
		for i, k := range part {
			batch[i] = rpc.BatchElem{Method: "eth_getStorageAt", Args: []any{k.Address, k.Slot, atBlock(block)}, Result: &values[at+i]}
		}
		if err := c.BatchCall(ctx, batch); err != nil {
			return nil, err
		}
		for i := range batch {
			if err := batch[i].Error; err != nil {
				return nil, fmt.Errorf("slot %s of %s: %w", part[i].Slot, part[i].Address, err)
			}
		}
	}
	return values, nil
}

// Code returns an account's code in the state after a block, empty if it has none.
func (c *Client) Code(ctx context.Context, block common.Hash, addr common.Address) ([]byte, error) {
	var code hexutil.Bytes
	if err := c.Call(ctx, &code, "eth_getCode", addr, atBlock(block)); err != nil {
		return nil, fmt.Errorf("code of %s at block %s: %w", addr, block, err)
	}
	return code, nil
}

// Logs returns the logs of adopted blocks that match the query, in order. Nodes limit how
// many they return, and how long they search.
func (c *Client) Logs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	filter := map[string]any{"address": q.Addresses, "topics": q.Topics, "fromBlock": blockTag(q.FromBlock, "0x0"), "toBlock": blockTag(q.ToBlock, "latest")}
	if q.BlockHash != nil {
		filter = map[string]any{"address": q.Addresses, "topics": q.Topics, "blockHash": q.BlockHash}
	}
	var logs []types.Log
	if err := c.Call(ctx, &logs, "eth_getLogs", filter); err != nil {
		return nil, fmt.Errorf("search logs: %w", err)
	}
	return logs, nil
}

func blockTag(number *big.Int, other string) string {
	if number == nil {
		return other
	}
	return hexutil.EncodeBig(number)
}
