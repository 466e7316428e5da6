package router

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// What is built here must look as the chain's node would show it: tests compare the two.

// transactionJSON returns the eth_getTransactionByHash form of a transaction; in is nil
// for one that is in no block.
func transactionJSON(tx *types.Transaction, sender common.Address, in *chains.Included) (map[string]any, error) {
	encoded, err := tx.MarshalJSON()
	if err != nil {
		return nil, fmt.Errorf("encode transaction: %w", err)
	}
	fields := make(map[string]any)
	if err := json.Unmarshal(encoded, &fields); err != nil {
		return nil, fmt.Errorf("encode transaction: %w", err)
	}
	for name, value := range fields {
		if value == nil && name != "to" { // members of other transaction types
			delete(fields, name)
		}
	}
	fields["from"] = sender
	fields["blockHash"], fields["blockNumber"], fields["blockTimestamp"], fields["transactionIndex"] = nil, nil, nil, nil
	fields["gasPrice"] = (*hexutil.Big)(tx.GasFeeCap()) // the gas price of a legacy transaction
	if in != nil {
		fields["blockHash"] = in.BlockHash
		fields["blockNumber"] = hexutil.Uint64(in.Leg.Height)
		fields["blockTimestamp"] = hexutil.Uint64(in.Leg.Timestamp)
		fields["transactionIndex"] = hexutil.Uint64(in.Place())
		fields["gasPrice"] = (*hexutil.Big)(pricePaid(tx, in.BaseFee))
	}
	return fields, nil
}

// pricePaid returns the effective gas price of a transaction in a block.
func pricePaid(tx *types.Transaction, baseFee *big.Int) *big.Int {
	if baseFee == nil {
		return tx.GasPrice()
	}
	price := new(big.Int).Add(tx.GasTipCap(), baseFee)
	if price.Cmp(tx.GasFeeCap()) > 0 {
		return tx.GasFeeCap()
	}
	return price
}

// inner decodes a leg's transaction.
func inner(leg *chains.Leg) (*types.Transaction, error) {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(leg.Raw); err != nil {
		return nil, fmt.Errorf("decode included transaction %v: %w", leg.TxHash, err)
	}
	return tx, nil
}

func includedJSON(in *chains.Included) (map[string]any, error) {
	if in.Leg.Kind == chains.DepositTx {
		return depositJSON(in)
	}
	tx, err := inner(&in.Leg)
	if err != nil {
		return nil, err
	}
	return transactionJSON(tx, in.Leg.Sender, in)
}

// receiptJSON returns the receipt of an included transaction.
func receiptJSON(in *chains.Included) (map[string]any, error) {
	if in.Leg.Kind == chains.DepositTx {
		return depositReceiptJSON(in)
	}
	leg := &in.Leg
	tx, err := inner(leg)
	if err != nil {
		return nil, err
	}
	fields := placedReceipt(in)
	fields["to"], fields["type"] = tx.To(), hexutil.Uint(tx.Type())
	fields["effectiveGasPrice"] = (*hexutil.Big)(pricePaid(tx, in.BaseFee))
	if tx.To() == nil {
		fields["contractAddress"] = crypto.CreateAddress(leg.Sender, tx.Nonce())
	}
	return fields, nil
}

// placedReceipt returns what receipts of all transactions have.
func placedReceipt(in *chains.Included) map[string]any {
	leg, logs := &in.Leg, placedLogs(in)
	return map[string]any{
		"blockHash":         in.BlockHash,
		"blockNumber":       hexutil.Uint64(leg.Height),
		"transactionHash":   leg.TxHash,
		"transactionIndex":  hexutil.Uint64(in.Place()),
		"from":              leg.Sender,
		"gasUsed":           hexutil.Uint64(leg.GasUsed),
		"cumulativeGasUsed": hexutil.Uint64(in.CumulativeGasUsed),
		"contractAddress":   nil,
		"logs":              logs,
		"logsBloom":         types.CreateBloom(&types.Receipt{Logs: logs}),
		"status":            hexutil.Uint(leg.Status),
	}
}

// placedLogs returns a leg's logs with their place filled in.
func placedLogs(in *chains.Included) []*types.Log {
	leg := &in.Leg
	logs := make([]*types.Log, len(leg.Logs))
	for i, log := range leg.Logs {
		logs[i] = &types.Log{
			Address: log.Address, Topics: log.Topics, Data: log.Data,
			BlockNumber: leg.Height, BlockHash: in.BlockHash, BlockTimestamp: leg.Timestamp,
			TxHash: leg.TxHash, TxIndex: uint(in.Place()), Index: uint(leg.FirstLogIndex) + uint(i),
		}
	}
	return logs
}

// includedIn returns the legs of a block under construction with their places.
func includedIn(b *chains.OpenBlock) []chains.Included {
	all := make([]chains.Included, len(b.Legs))
	var gas uint64
	for i := range b.Legs {
		gas += b.Legs[i].GasUsed
		all[i] = chains.Included{Leg: b.Legs[i], BlockHash: b.Provisional, BaseFee: b.Open.BaseFee, CumulativeGasUsed: gas, Deposits: uint64(len(b.Open.Deposits))}
	}
	return all
}

// blockJSON returns a block under construction. Roots that only the finished block has
// are zero.
func blockJSON(b *chains.OpenBlock, full bool) (map[string]any, error) {
	txs := make([]any, 0, len(b.Legs))
	var logs []*types.Log
	var gas uint64
	for _, in := range includedIn(b) {
		gas = in.CumulativeGasUsed
		logs = append(logs, in.Leg.Logs...)
		if !full {
			txs = append(txs, in.Leg.TxHash)
			continue
		}
		fields, err := includedJSON(&in)
		if err != nil {
			return nil, err
		}
		txs = append(txs, fields)
	}
	o := &b.Open
	fields := map[string]any{
		"number": hexutil.Uint64(o.Number), "hash": b.Provisional, "parentHash": o.ParentHash,
		"timestamp": hexutil.Uint64(o.Timestamp), "miner": o.FeeRecipient, "mixHash": o.PrevRandao,
		"extraData": hexutil.Bytes(o.ExtraData), "gasLimit": hexutil.Uint64(o.GasLimit), "gasUsed": hexutil.Uint64(gas),
		"baseFeePerGas": (*hexutil.Big)(o.BaseFee), "parentBeaconBlockRoot": o.BeaconRoot,
		"logsBloom": types.CreateBloom(&types.Receipt{Logs: logs}), "nonce": types.BlockNonce{}, "difficulty": "0x0",
		"sha3Uncles": types.EmptyUncleHash, "uncles": []common.Hash{}, "withdrawals": []any{},
		"withdrawalsRoot": types.EmptyWithdrawalsHash, "blobGasUsed": "0x0", "excessBlobGas": "0x0",
		"stateRoot": common.Hash{}, "transactionsRoot": common.Hash{}, "receiptsRoot": common.Hash{},
		"size": "0x0", "transactions": txs,
	}
	return fields, nil
}
