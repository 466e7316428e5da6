package signer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrRemote: a remote signer did not sign, or not what it was asked to.
var ErrRemote = errors.New("remote signer")

// Remote is the account of a signer that holds its key elsewhere and answers
// eth_signTransaction, with the signed transaction's bytes or with an object that has them as
// raw. It signs transactions and nothing else. What comes back is checked: the signature must
// be the account's, over the very transaction that was asked for. It is safe for concurrent
// use.
type Remote struct {
	client  *rpc.Client
	address common.Address
}

// NewRemote returns the account of the signer at an HTTP URL, which is asked nothing yet.
func NewRemote(url string, address common.Address) (*Remote, error) {
	client, err := rpc.DialHTTP(url)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRemote, err)
	}
	return &Remote{client: client, address: address}, nil
}

// Address implements Signer.
func (r *Remote) Address() common.Address { return r.address }

// SignDigest implements Signer. A remote signer wants to see what it signs, so it fails.
func (r *Remote) SignDigest(context.Context, common.Hash) ([]byte, error) {
	return nil, fmt.Errorf("%w: %s signs transactions only", ErrRemote, r.address)
}

// request are eth_signTransaction's arguments.
type request struct {
	Type       hexutil.Uint64  `json:"type"`
	ChainID    *hexutil.Big    `json:"chainId"`
	From       common.Address  `json:"from"`
	To         *common.Address `json:"to"`
	Gas        hexutil.Uint64  `json:"gas"`
	FeeCap     *hexutil.Big    `json:"maxFeePerGas"`
	Tip        *hexutil.Big    `json:"maxPriorityFeePerGas"`
	Value      *hexutil.Big    `json:"value"`
	Nonce      hexutil.Uint64  `json:"nonce"`
	Data       hexutil.Bytes   `json:"data"`
	BlobFeeCap *hexutil.Big    `json:"maxFeePerBlobGas,omitempty"`
	BlobHashes []common.Hash   `json:"blobVersionedHashes,omitempty"`
}

// SignTransaction returns the transaction, of type 2 or 3, signed for the chain.
func (r *Remote) SignTransaction(ctx context.Context, tx *types.Transaction, chain chains.ChainID) (*types.Transaction, error) {
	args := request{Type: hexutil.Uint64(tx.Type()), ChainID: (*hexutil.Big)(chain.Big()), From: r.address, To: tx.To(), Gas: hexutil.Uint64(tx.Gas()),
		FeeCap: (*hexutil.Big)(tx.GasFeeCap()), Tip: (*hexutil.Big)(tx.GasTipCap()), Value: (*hexutil.Big)(tx.Value()), Nonce: hexutil.Uint64(tx.Nonce()), Data: tx.Data()}
	if tx.Type() == types.BlobTxType {
		args.BlobFeeCap, args.BlobHashes = (*hexutil.Big)(tx.BlobGasFeeCap()), tx.BlobHashes()
	}
	var answer json.RawMessage
	if err := r.client.CallContext(ctx, &answer, "eth_signTransaction", args); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRemote, err)
	}
	signed, err := signedIn(answer)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRemote, err)
	}
	return r.take(tx, signed, chain)
}

// signedIn reads a signed transaction out of an answer.
func signedIn(answer json.RawMessage) (*types.Transaction, error) {
	var raw hexutil.Bytes
	if json.Unmarshal(answer, &raw) != nil {
		var with struct{ Raw hexutil.Bytes }
		if err := json.Unmarshal(answer, &with); err != nil {
			return nil, err
		}
		raw = with.Raw
	}
	signed := new(types.Transaction)
	return signed, signed.UnmarshalBinary(raw)
}

// take puts the signature of what was answered on what was asked for.
func (r *Remote) take(tx, signed *types.Transaction, chain chains.ChainID) (*types.Transaction, error) {
	v, rr, s := signed.RawSignatureValues()
	if signed.Type() != tx.Type() || v.BitLen() > 1 || rr.BitLen() > 256 || s.BitLen() > 256 {
		return nil, fmt.Errorf("%w: it answers with a transaction of type %d, asked for type %d", ErrRemote, signed.Type(), tx.Type())
	}
	sig := make([]byte, crypto.SignatureLength)
	rr.FillBytes(sig[:32])
	s.FillBytes(sig[32:64])
	sig[crypto.RecoveryIDOffset] = byte(v.Uint64())
	rules := types.LatestSignerForChainID(chain.Big())
	out, err := tx.WithSignature(rules, sig)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRemote, err)
	}
	if from, err := types.Sender(rules, out); err != nil || from != r.address {
		return nil, fmt.Errorf("%w: it has not signed the transaction it was asked to sign for %s", ErrRemote, r.address)
	}
	return out, nil
}
