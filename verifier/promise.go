package verifier

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Promise is the sequencer's signed statement about one position of a chain, as
// sequencer_getPreconfirmation and the stream of preconfirmations give it.
type Promise struct {
	Message   PromiseMessage `json:"message"`
	Signature hexutil.Bytes  `json:"signature"` // 65 bytes r, s, v
}

// PromiseMessage is what a promise says.
type PromiseMessage struct {
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

// Position is what a promise is about.
type Position struct {
	ChainID, Height, Index uint64
}

// Position returns what the promise is about.
func (p *Promise) Position() Position {
	return Position{uint64(p.Message.ChainID), uint64(p.Message.Height), uint64(p.Message.Index)}
}

// content is what must not differ between two promises of one position.
func (p *Promise) content() common.Hash {
	m := &p.Message
	return crypto.Keccak256Hash(m.TxHash[:], m.ReceiptHash[:], m.BundleHash[:], word(uint64(m.Timestamp)).Bytes())
}

// hash returns the EIP-712 struct hash.
func (p *Promise) hash() common.Hash {
	m := &p.Message
	const kind = "Preconfirmation(uint64 epoch,uint256 chainId,uint64 height,uint64 index,bytes32 txHash,bytes32 receiptHash,bytes32 bundleHash," +
		"uint64 timestamp,uint64 l1OriginNumber,bytes32 l1OriginHash,bytes32 previous,uint8 grade)"
	w := func(n hexutil.Uint64) []byte { return word(uint64(n)).Bytes() }
	return crypto.Keccak256Hash(crypto.Keccak256([]byte(kind)), w(m.Epoch), w(m.ChainID), w(m.Height), w(m.Index), m.TxHash[:], m.ReceiptHash[:],
		m.BundleHash[:], w(m.Timestamp), w(m.L1OriginNumber), m.L1OriginHash[:], m.Previous[:], w(m.Grade))
}

// key returns the position's name on L1.
func (p Position) key() common.Hash {
	return crypto.Keccak256Hash(word(p.ChainID).Bytes(), word(p.Height).Bytes(), word(p.Index).Bytes())
}

// signer returns who signed the promise in the EIP-712 domain.
func (p *Promise) signer(domain common.Hash) (common.Address, error) {
	if p.Message.Grade > math.MaxUint8 {
		return common.Address{}, errors.New("the grade does not fit 8 bits")
	}
	return recoverSigner(domain, p.hash(), p.Signature)
}

// recoverSigner returns who signed an EIP-712 struct in a domain. It takes what L1 takes:
// 65 bytes r, s, v with v 27 or 28 and the low s.
func recoverSigner(domain, structHash common.Hash, signature []byte) (common.Address, error) {
	if len(signature) != crypto.SignatureLength || signature[64] < 27 || signature[64] > 28 {
		return common.Address{}, errors.New("not a signature of 65 bytes with v 27 or 28")
	}
	r, s := new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:64])
	if !crypto.ValidateSignatureValues(signature[64]-27, r, s, true) {
		return common.Address{}, errors.New("not a canonical signature")
	}
	signature = append([]byte(nil), signature...)
	signature[64] -= 27
	key, err := crypto.SigToPub(crypto.Keccak256([]byte{0x19, 0x01}, domain[:], structHash[:]), signature)
	if err != nil {
		return common.Address{}, err
	}
	return crypto.PubkeyToAddress(*key), nil
}

// statement returns the promise as L1 takes it.
func (p *Promise) statement() bindings.EquivocationsStatement {
	m := &p.Message
	return bindings.EquivocationsStatement{Signature: p.Signature, Preconfirmation: bindings.Preconfirmation{
		Epoch: uint64(m.Epoch), ChainId: word(uint64(m.ChainID)).Big(), Height: uint64(m.Height), Index: uint64(m.Index),
		TxHash: m.TxHash, ReceiptHash: m.ReceiptHash, BundleHash: m.BundleHash, Timestamp: uint64(m.Timestamp),
		L1OriginNumber: uint64(m.L1OriginNumber), L1OriginHash: m.L1OriginHash, Previous: m.Previous, Grade: uint8(m.Grade)}}
}

// ReadPromises reads promises, one JSON value after the other, and gives fn each. It ends
// with fn's first error.
func ReadPromises(r io.Reader, fn func(Promise) error) error {
	for dec, n := json.NewDecoder(r), 1; ; n++ {
		var p Promise
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("promise %d: %w", n, err)
		}
		if err := fn(p); err != nil {
			return err
		}
	}
}
