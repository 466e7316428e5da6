package router

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// depositJSON returns a deposit as the nodes of the OP Stack show it.
func depositJSON(in *chains.Included) (map[string]any, error) {
	tx, err := chains.DecodeDeposit(in.Leg.ChainID, in.Leg.Raw)
	if err != nil {
		return nil, err
	}
	d, zero := tx.Deposit(), (*hexutil.Big)(new(big.Int))
	fields := map[string]any{
		"type": hexutil.Uint64(chains.DepositTxType), "hash": tx.Hash(), "sourceHash": d.SourceHash, "from": d.From, "to": d.To,
		"value": (*hexutil.Big)(d.Value), "gas": hexutil.Uint64(d.Gas), "gasPrice": zero, "input": hexutil.Bytes(d.Data),
		"nonce": hexutil.Uint64(in.Leg.DepositNonce), "depositReceiptVersion": hexutil.Uint64(chains.DepositReceiptVersion), "v": zero, "r": zero, "s": zero,
		"blockHash": in.BlockHash, "blockNumber": hexutil.Uint64(in.Leg.Height), "blockTimestamp": hexutil.Uint64(in.Leg.Timestamp),
		"transactionIndex": hexutil.Uint64(in.Place()), "mint": zero,
	}
	if d.Mint != nil {
		fields["mint"] = (*hexutil.Big)(d.Mint)
	}
	return fields, nil
}

// depositReceiptJSON returns a deposit's receipt as the nodes of the OP Stack show it.
func depositReceiptJSON(in *chains.Included) (map[string]any, error) {
	tx, err := chains.DecodeDeposit(in.Leg.ChainID, in.Leg.Raw)
	if err != nil {
		return nil, err
	}
	fields := placedReceipt(in)
	fields["to"], fields["type"] = tx.To(), hexutil.Uint64(chains.DepositTxType)
	fields["effectiveGasPrice"] = (*hexutil.Big)(new(big.Int))
	fields["depositNonce"], fields["depositReceiptVersion"] = hexutil.Uint64(in.Leg.DepositNonce), hexutil.Uint64(chains.DepositReceiptVersion)
	if tx.To() == nil {
		fields["contractAddress"] = crypto.CreateAddress(tx.Sender(), in.Leg.DepositNonce)
	}
	return fields, nil
}
