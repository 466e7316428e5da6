package sequencer

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// signRevoked signs and counts a revocation.
func (s *Sequencer) signRevoked(r *journal.Revoked) (err error) {
	r.Signature, err = s.deps.Promises.SignDigest(context.Background(), s.cfg.Domain.Digest(RevocationHash(r)))
	if err != nil {
		return fmt.Errorf("sign a revocation: %w", err)
	}
	s.deps.Metrics.broken.Add(float64(len(r.Positions)))
	return nil
}

// RevocationType is the EIP-712 type of a revocation; positions is the keccak256 of the
// 32-byte words chain id, height, index and transaction hash of each position in turn.
const RevocationType = "Revocation(uint64 slot,bytes32 positions,string cause)"

// RevocationHash returns the EIP-712 struct hash of a revocation.
func RevocationHash(r *journal.Revoked) common.Hash {
	var positions []byte
	for _, p := range r.Positions {
		for _, n := range []uint64{uint64(p.ChainID), p.Height, p.Index} {
			positions = append(positions, common.BigToHash(chains.ChainID(n).Big()).Bytes()...)
		}
		positions = append(positions, p.TxHash[:]...)
	}
	return crypto.Keccak256Hash(
		crypto.Keccak256([]byte(RevocationType)),
		common.BigToHash(chains.ChainID(r.Slot).Big()).Bytes(),
		crypto.Keccak256(positions),
		crypto.Keccak256([]byte(r.Cause)),
	)
}
