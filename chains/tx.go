package chains

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Errors of DecodeTx. The text after the sentinel says what was found.
var (
	// ErrTxUndecodable: the bytes are not exactly one EIP-2718 transaction.
	ErrTxUndecodable = errors.New("transaction cannot be decoded")
	// ErrTxType: the transaction's type may not enter a block through this service.
	ErrTxType = errors.New("transaction type not supported")
	// ErrTxUnprotected: the transaction carries no chain id (pre-EIP-155).
	ErrTxUnprotected = errors.New("only replay-protected (EIP-155) transactions allowed over RPC")
	// ErrTxSignature: the signature is missing, malformed, or has a high s value (EIP-2).
	ErrTxSignature = errors.New("invalid sender")
)

// TxKind says who a transaction comes from. It is not the EIP-2718 type.
type TxKind uint8

const (
	// UserTx is an ordinary transaction signed by its sender.
	UserTx TxKind = iota
	// RelayTx is a relay of a message, sent by the relayer account.
	RelayTx
	// DepositTx is a transaction that L1 imposes on a chain of the OP Stack.
	DepositTx
)

// String returns "user", "relay" or "deposit".
func (k TxKind) String() string {
	switch k {
	case RelayTx:
		return "relay"
	case DepositTx:
		return "deposit"
	}
	return "user"
}

// AllowedTxType reports whether transactions of the EIP-2718 type may be put into a
// block: legacy, access list, dynamic fee and set code (EIP-7702). Blobs (type 3) are
// not carried by L2s, and a deposit (0x7E) from a user would mint ETH.
func AllowedTxType(t uint8) bool {
	switch t {
	case types.LegacyTxType, types.AccessListTxType, types.DynamicFeeTxType, types.SetCodeTxType:
		return true
	}
	return false
}

// Tx is a transaction together with what is expensive to find out about it. It is
// immutable and safe for concurrent use.
type Tx struct {
	inner   *types.Transaction // nil for a deposit
	deposit *Deposit           // nil for all others
	hash    common.Hash        // of a deposit

	raw    []byte
	sender common.Address
	chain  ChainID
	kind   TxKind
}

// DecodeTx decodes the canonical EIP-2718 encoding of a signed transaction and
// recovers its sender. It accepts exactly the types of AllowedTxType, with a chain id,
// with a low s signature and without trailing bytes; everything else is an error that
// wraps one of this package's Err values. It copies raw.
func DecodeTx(raw []byte) (*Tx, error) {
	if len(raw) == 0 {
		return nil, fmt.Errorf("%w: empty", ErrTxUndecodable)
	}
	if first := raw[0]; first < 0x80 && !AllowedTxType(first) { // typed: one byte below 0x80
		return nil, fmt.Errorf("%w: type 0x%02x", ErrTxType, first)
	}
	inner := new(types.Transaction)
	if err := inner.UnmarshalBinary(raw); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrTxUndecodable, err)
	}
	if !AllowedTxType(inner.Type()) {
		return nil, fmt.Errorf("%w: type 0x%02x", ErrTxType, inner.Type())
	}
	if !inner.Protected() {
		return nil, ErrTxUnprotected
	}
	id := inner.ChainId()
	if !id.IsUint64() || id.Sign() == 0 {
		return nil, fmt.Errorf("%w: chain id %v", ErrTxUndecodable, id)
	}
	sender, err := types.Sender(types.LatestSignerForChainID(id), inner)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrTxSignature, err)
	}
	return &Tx{inner: inner, raw: append([]byte(nil), raw...), sender: sender, chain: ChainID(id.Uint64())}, nil
}

// NewRelayTx wraps a relay transaction of the relayer account: unsigned while it is
// executed speculatively, signed once its bundle is kept. The sender is taken on trust.
func NewRelayTx(chain ChainID, relayer common.Address, inner *types.Transaction) (*Tx, error) {
	raw, err := inner.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("encode relay transaction: %w", err)
	}
	return &Tx{inner: inner, raw: raw, sender: relayer, chain: chain, kind: RelayTx}, nil
}

// NewCallTx wraps an unsigned transaction of any sender, to simulate it. It can never be
// put into a block. The sender is taken on trust.
func NewCallTx(chain ChainID, sender common.Address, inner *types.Transaction) (*Tx, error) {
	tx, err := NewRelayTx(chain, sender, inner)
	if err != nil {
		return nil, err
	}
	tx.kind = UserTx
	return tx, nil
}

// Restore decodes a transaction that this service itself recorded earlier together
// with its kind, UserTx or RelayTx. It makes every check of DecodeTx. For deposits there
// is DecodeDeposit.
func Restore(kind TxKind, raw []byte) (*Tx, error) {
	tx, err := DecodeTx(raw)
	if err != nil {
		return nil, err
	}
	tx.kind = kind
	return tx, nil
}

// Inner returns the go-ethereum transaction, nil for a deposit. The caller must not
// change it.
func (t *Tx) Inner() *types.Transaction { return t.inner }

// Deposit returns the deposit, nil for every other transaction. The caller must not
// change it.
func (t *Tx) Deposit() *Deposit { return t.deposit }

// Type returns the EIP-2718 type.
func (t *Tx) Type() uint8 {
	if t.deposit != nil {
		return DepositTxType
	}
	return t.inner.Type()
}

// To returns the account that is called, nil where a contract is created.
func (t *Tx) To() *common.Address {
	if t.deposit != nil {
		return t.deposit.To
	}
	return t.inner.To()
}

// Raw returns the EIP-2718 encoding. The caller must not change it.
func (t *Tx) Raw() []byte { return t.raw }

// Hash returns the transaction hash (for an unsigned relay, of the unsigned form).
func (t *Tx) Hash() common.Hash {
	if t.deposit != nil {
		return t.hash
	}
	return t.inner.Hash()
}

// Sender returns the account that pays for the transaction, or in whose name a deposit
// is made.
func (t *Tx) Sender() common.Address { return t.sender }

// ChainID returns the chain the transaction is valid on, or on which a deposit was made.
func (t *Tx) ChainID() ChainID { return t.chain }

// Kind says whether a user, the relayer or L1 made the transaction.
func (t *Tx) Kind() TxKind { return t.kind }

// Nonce returns the sender's nonce the transaction uses. A deposit does not say one: it
// uses whatever is next, and zero is returned.
func (t *Tx) Nonce() uint64 {
	if t.deposit != nil {
		return 0
	}
	return t.inner.Nonce()
}

// Gas returns the transaction's gas limit.
func (t *Tx) Gas() uint64 {
	if t.deposit != nil {
		return t.deposit.Gas
	}
	return t.inner.Gas()
}

// Size returns the length of the EIP-2718 encoding in bytes.
func (t *Tx) Size() int { return len(t.raw) }
