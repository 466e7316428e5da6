package chains

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// DepositTxType is the EIP-2718 type of deposits. go-ethereum does not know it.
const DepositTxType = 0x7e

// DepositReceiptVersion is what every deposit's receipt ends with (since Canyon).
const DepositReceiptVersion = 1

// Deposit is a transaction that L1 imposes on a chain of the OP Stack. It has no
// signature and no fee: that it stands in its block at all is checked by whoever derives
// the chain from L1.
type Deposit struct {
	SourceHash common.Hash // says where it comes from, so that no two have the same hash
	From       common.Address
	To         *common.Address `rlp:"nil"` // nil creates a contract
	Mint       *big.Int        `rlp:"nil"` // wei that From is given first, also if the rest fails; nil is zero
	Value      *big.Int
	Gas        uint64
	IsSystemTx bool // always false since Regolith
	Data       []byte
}

// DecodeDeposit decodes a deposit of the chain; a deposit does not name its chain itself.
// A system transaction is refused, since no supported fork has them. It copies raw.
//
// Only what comes from L1 may be passed: a deposit mints whatever it says.
func DecodeDeposit(chain ChainID, raw []byte) (*Tx, error) {
	if len(raw) == 0 || raw[0] != DepositTxType {
		return nil, fmt.Errorf("%w: not a deposit", ErrTxType)
	}
	d := new(Deposit)
	if err := rlp.DecodeBytes(raw[1:], d); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrTxUndecodable, err)
	}
	return newDepositTx(chain, d, append([]byte(nil), raw...))
}

// NewDepositTx wraps a deposit of the chain, which must not be changed any more. The same
// rules hold as for DecodeDeposit.
func NewDepositTx(chain ChainID, d *Deposit) (*Tx, error) {
	body, err := rlp.EncodeToBytes(d)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrTxUndecodable, err)
	}
	return newDepositTx(chain, d, append([]byte{DepositTxType}, body...))
}

func newDepositTx(chain ChainID, d *Deposit, raw []byte) (*Tx, error) {
	switch {
	case d.IsSystemTx:
		return nil, fmt.Errorf("%w: a system transaction of an old fork", ErrTxType)
	case d.Value == nil || d.Value.BitLen() > 256 || d.Mint != nil && d.Mint.BitLen() > 256:
		return nil, fmt.Errorf("%w: a value of more than 256 bits", ErrTxUndecodable)
	}
	return &Tx{deposit: d, hash: crypto.Keccak256Hash(raw), raw: raw, sender: d.From, chain: chain, kind: DepositTx}, nil
}

// Domains of source hashes.
const (
	userDepositDomain = iota
	attributesDomain
	upgradeDomain
)

func sourceHash(domain uint64, id common.Hash) common.Hash {
	return crypto.Keccak256Hash(word(domain), id[:])
}

// UserDepositSource returns the source hash of the deposit that a log of the L1 block
// asks for; index is the log's in the block.
func UserDepositSource(l1Block common.Hash, index uint64) common.Hash {
	return sourceHash(userDepositDomain, crypto.Keccak256Hash(l1Block[:], word(index)))
}

// AttributesSource returns the source hash of an L1 attributes deposit; sequence counts
// the blocks with the same L1 origin from 0.
func AttributesSource(l1Block common.Hash, sequence uint64) common.Hash {
	return sourceHash(attributesDomain, crypto.Keccak256Hash(l1Block[:], word(sequence)))
}

// UpgradeSource returns the source hash of an upgrade transaction; the intent names it.
func UpgradeSource(intent string) common.Hash {
	return sourceHash(upgradeDomain, crypto.Keccak256Hash([]byte(intent)))
}
