// Package signer holds the service's keys and the rules of their use: keys in
// encrypted keystore files or, for devnets, given in plain; signatures over digests,
// transactions and promises; and the watermark that keeps a position from ever being
// promised with two contents (PROTOCOL P4).
//
// Signing is deterministic (RFC 6979): the same content signed again yields the same
// signature, so signatures need not be stored.
package signer

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// Errors of this package. The text after the sentinel says what was found.
var (
	// ErrKey: the text or file is not a private key.
	ErrKey = errors.New("not a private key")
	// ErrPassphrase: the passphrase does not open the keystore file.
	ErrPassphrase = errors.New("wrong passphrase")
	// ErrSignature: not a signature of ours: 65 bytes, v 27 or 28, low s.
	ErrSignature = errors.New("invalid signature")
)

// Signer signs for one account. Implementations are safe for concurrent use.
type Signer interface {
	// Address returns the account.
	Address() common.Address
	// SignDigest signs a 32-byte digest: 65 bytes r, s, v with v 27 or 28 and low s,
	// the same for the same digest.
	SignDigest(ctx context.Context, digest common.Hash) ([]byte, error)
}

// Key is a Signer with its private key in memory.
type Key struct {
	private *ecdsa.PrivateKey
	address common.Address
}

// Generate makes a new random key.
func Generate() (*Key, error) {
	private, err := crypto.GenerateKey()
	if err != nil {
		return nil, fmt.Errorf("generate key: %w", err)
	}
	return newKey(private), nil
}

// FromHex reads a private key of 32 bytes in hex, with or without 0x. Its errors do
// not repeat what was given.
func FromHex(text string) (*Key, error) {
	private, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
	if err != nil {
		return nil, fmt.Errorf("%w: 64 hex digits are expected", ErrKey)
	}
	return newKey(private), nil
}

func newKey(private *ecdsa.PrivateKey) *Key {
	return &Key{private: private, address: crypto.PubkeyToAddress(private.PublicKey)}
}

// Address implements Signer.
func (k *Key) Address() common.Address { return k.address }

// SignDigest implements Signer.
func (k *Key) SignDigest(ctx context.Context, digest common.Hash) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	sig, err := crypto.Sign(digest[:], k.private)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	sig[crypto.RecoveryIDOffset] += 27
	return sig, nil
}

// String returns the address, so that a key that is printed gives nothing away.
func (k *Key) String() string { return k.address.Hex() }

// GoString is String for the %#v verb.
func (k *Key) GoString() string { return k.String() }

// SignTx returns the transaction signed by s for the chain.
func SignTx(ctx context.Context, s Signer, tx *types.Transaction, chain chains.ChainID) (*types.Transaction, error) {
	if r, ok := s.(*Remote); ok {
		return r.SignTransaction(ctx, tx, chain)
	}
	rules := types.LatestSignerForChainID(chain.Big())
	sig, err := s.SignDigest(ctx, rules.Hash(tx))
	if err != nil {
		return nil, fmt.Errorf("sign transaction: %w", err)
	}
	if len(sig) != crypto.SignatureLength {
		return nil, fmt.Errorf("sign transaction: %w: %d bytes", ErrSignature, len(sig))
	}
	plain := append([]byte(nil), sig...)
	plain[crypto.RecoveryIDOffset] -= 27
	signed, err := tx.WithSignature(rules, plain)
	if err != nil {
		return nil, fmt.Errorf("sign transaction: %w", err)
	}
	return signed, nil
}

// SignPromise sets the promise's signature. Whoever calls it has taken the promise
// through a Watermark and made it durable before.
func SignPromise(ctx context.Context, s Signer, domain chains.Domain, p *chains.Promise) error {
	sig, err := s.SignDigest(ctx, domain.Digest(p.StructHash()))
	if err != nil {
		return fmt.Errorf("sign promise: %w", err)
	}
	p.Signature = sig
	return nil
}

// VerifyPromise returns the account that signed the promise.
func VerifyPromise(domain chains.Domain, p *chains.Promise) (common.Address, error) {
	return Recover(domain.Digest(p.StructHash()), p.Signature)
}

// Recover returns the account that signed the digest. It accepts only the form that
// SignDigest returns, so that a signature cannot be given another form.
func Recover(digest common.Hash, sig []byte) (common.Address, error) {
	if len(sig) != crypto.SignatureLength {
		return common.Address{}, fmt.Errorf("%w: %d bytes", ErrSignature, len(sig))
	}
	v := sig[crypto.RecoveryIDOffset]
	if v != 27 && v != 28 {
		return common.Address{}, fmt.Errorf("%w: v is %d", ErrSignature, v)
	}
	plain := append([]byte(nil), sig...)
	plain[crypto.RecoveryIDOffset] = v - 27
	public, err := crypto.SigToPub(digest[:], plain)
	if err != nil {
		return common.Address{}, fmt.Errorf("%w: %v", ErrSignature, err)
	}
	if !crypto.VerifySignature(crypto.FromECDSAPub(public), digest[:], plain[:crypto.RecoveryIDOffset]) {
		return common.Address{}, fmt.Errorf("%w: high s", ErrSignature)
	}
	return crypto.PubkeyToAddress(*public), nil
}
