package wire

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
)

// Domain is the EIP-712 domain of a promise, with the member names of the standard.
type Domain struct {
	Name              string         `json:"name"`
	Version           string         `json:"version"`
	ChainID           hexutil.Uint64 `json:"chainId"`
	VerifyingContract common.Address `json:"verifyingContract"`
}

// Promise is a promise's EIP-712 message, with the member names of its type string.
type Promise struct {
	Epoch          hexutil.Uint64 `json:"epoch"`
	ChainID        hexutil.Uint64 `json:"chainId"`
	Height         hexutil.Uint64 `json:"height"`
	Index          hexutil.Uint64 `json:"index"`
	TxHash         common.Hash    `json:"txHash"`
	ReceiptHash    common.Hash    `json:"receiptHash"`
	BundleHash     common.Hash    `json:"bundleHash"`
	Timestamp      hexutil.Uint64 `json:"timestamp"`
	L1OriginNumber hexutil.Uint64 `json:"l1OriginNumber"`
	L1OriginHash   common.Hash    `json:"l1OriginHash"`
	Previous       common.Hash    `json:"previous"`
	Grade          hexutil.Uint64 `json:"grade"`
}

// Revocation takes a promise back.
type Revocation struct {
	ChainID   hexutil.Uint64 `json:"chainId"`
	Height    hexutil.Uint64 `json:"height"`
	Index     hexutil.Uint64 `json:"index"`
	TxHash    common.Hash    `json:"txHash"`
	Cause     string         `json:"cause"`
	Signature hexutil.Bytes  `json:"signature"`
}

// Preconfirmation is a signed promise: sequencer_getPreconfirmation.
type Preconfirmation struct {
	Domain     Domain        `json:"domain"`
	Type       string        `json:"type"` // EIP-712 type string
	Message    Promise       `json:"message"`
	Signature  hexutil.Bytes `json:"signature"` // 65 bytes r, s, v with v 27 or 28
	Revocation *Revocation   `json:"revocation"`
}

// PreconfirmationOf returns the JSON form of a signed promise.
func PreconfirmationOf(d chains.Domain, p *chains.Promise) *Preconfirmation {
	return &Preconfirmation{
		Domain: Domain{Name: "ssequencer", Version: "1", ChainID: hexutil.Uint64(d.L1ChainID), VerifyingContract: d.Settlement},
		Type:   chains.PromiseType,
		Message: Promise{
			Epoch: hexutil.Uint64(p.Epoch), ChainID: hexutil.Uint64(p.ChainID), Height: hexutil.Uint64(p.Height),
			Index: hexutil.Uint64(p.Index), TxHash: p.TxHash, ReceiptHash: p.ReceiptHash, BundleHash: p.BundleHash,
			Timestamp: hexutil.Uint64(p.Timestamp), L1OriginNumber: hexutil.Uint64(p.L1Origin.Number),
			L1OriginHash: p.L1Origin.Hash, Previous: p.Previous, Grade: hexutil.Uint64(p.Grade),
		},
		Signature: p.Signature,
	}
}

// Promise returns the promise with its signature, for checking it.
func (p *Preconfirmation) Promise() *chains.Promise {
	m := p.Message
	return &chains.Promise{
		Epoch: uint64(m.Epoch), ChainID: chains.ChainID(m.ChainID), Height: uint64(m.Height), Index: uint64(m.Index),
		TxHash: m.TxHash, ReceiptHash: m.ReceiptHash, BundleHash: m.BundleHash, Timestamp: uint64(m.Timestamp),
		L1Origin: chains.BlockRef{Number: uint64(m.L1OriginNumber), Hash: m.L1OriginHash},
		Previous: m.Previous, Grade: uint8(m.Grade), Signature: p.Signature,
	}
}
