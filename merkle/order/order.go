// Package order is what a batch says on L1 about the transactions it settles: which ones,
// and in which order over all chains. With it anybody can rebuild the order from L1 alone
// and compare it with the chains.
//
// An [Order] is encoded and compressed, put into an [Envelope] that a signer of the batch's
// contract signs, and cut into parts, each the calldata of one transaction. What was signed
// is all or nothing: a part alone says nothing.
//
// The package is pure: bytes in, bytes out.
package order

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// Errors of decoding.
var (
	// ErrMalformed: the bytes are not an encoding of this package.
	ErrMalformed = errors.New("malformed order")
	// ErrTooLarge: the order is longer than the caller takes.
	ErrTooLarge = errors.New("order is too large")
)

// Order is what a batch ordered, by chain, in the order of its claim.
type Order struct {
	// Full says that transactions are told themselves, not their places alone.
	Full   bool
	Chains []Chain
}

// Chain is consecutive blocks of one chain.
type Chain struct {
	ChainID    uint64
	FirstBlock uint64
	Blocks     [][]Tx // of each block its transactions that are no deposits, in order
}

// Tx is one transaction at its place.
type Tx struct {
	Global uint64 // its place in the order over all chains; it rises within a chain
	Raw    []byte // EIP-2718, signed; empty where the order is not full
}

const (
	version  = 1
	flagFull = 1
)

// Encode returns the order, compressed. Encoding the same order gives the same bytes. It
// fails where places do not rise within a chain.
func (o *Order) Encode() ([]byte, error) {
	var heads, raws []byte
	heads = append(heads, flags(o.Full))
	heads = binary.AppendUvarint(heads, uint64(len(o.Chains)))
	for _, c := range o.Chains {
		heads = binary.AppendUvarint(heads, c.ChainID)
		heads = binary.AppendUvarint(heads, c.FirstBlock)
		heads = binary.AppendUvarint(heads, uint64(len(c.Blocks)))
		last := uint64(0)
		for _, txs := range c.Blocks {
			heads = binary.AppendUvarint(heads, uint64(len(txs)))
			for _, tx := range txs {
				if tx.Global < last {
					return nil, fmt.Errorf("%w: place %d comes after %d", ErrMalformed, tx.Global, last)
				}
				heads = binary.AppendUvarint(heads, tx.Global-last)
				last = tx.Global
				if o.Full {
					heads = binary.AppendUvarint(heads, uint64(len(tx.Raw)))
					raws = append(raws, tx.Raw...)
				}
			}
		}
	}
	return compress(append(heads, raws...))
}

func flags(full bool) byte {
	if full {
		return flagFull
	}
	return 0
}

func compress(plain []byte) ([]byte, error) {
	out := new(bytes.Buffer)
	out.WriteByte(version)
	w, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("compress an order: %w", err)
	}
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("compress an order: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compress an order: %w", err)
	}
	return out.Bytes(), nil
}

// Decode reads what Encode wrote. It takes at most limit bytes once they are unpacked.
func Decode(enc []byte, limit int64) (*Order, error) {
	if len(enc) == 0 || enc[0] != version {
		return nil, fmt.Errorf("%w: unknown version", ErrMalformed)
	}
	packed := bytes.NewReader(enc[1:])
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(packed), limit+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrMalformed, err)
	}
	if int64(len(plain)) > limit {
		return nil, fmt.Errorf("%w: above %d bytes", ErrTooLarge, limit)
	}
	if packed.Len() != 0 {
		return nil, fmt.Errorf("%w: %d bytes after its end", ErrMalformed, packed.Len())
	}
	r := &reader{rest: plain}
	o := r.order()
	if r.bad || len(r.rest) != 0 {
		return nil, fmt.Errorf("%w: its numbers do not fit", ErrMalformed)
	}
	return o, nil
}

// reader takes numbers from bytes. After the first fault everything it gives is zero.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if r.bad || size <= 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// count is a number of things of at least a byte each.
func (r *reader) count() uint64 {
	n := r.number()
	if n > uint64(len(r.rest)) {
		r.bad = true
		return 0
	}
	return n
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.bad = true
		return nil
	}
	taken := r.rest[:n:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) order() *Order {
	first := r.take(1)
	if r.bad || first[0] > flagFull {
		r.bad = true
		return nil
	}
	o := &Order{Full: first[0] == flagFull}
	var sizes []uint64
	for range r.count() {
		c := Chain{ChainID: r.number(), FirstBlock: r.number()}
		last := uint64(0)
		for range r.count() {
			var txs []Tx
			for range r.count() {
				step := r.number()
				if step > math.MaxUint64-last {
					r.bad = true
				}
				last += step
				txs = append(txs, Tx{Global: last})
				if o.Full {
					sizes = append(sizes, r.number())
				}
			}
			c.Blocks = append(c.Blocks, txs)
		}
		o.Chains = append(o.Chains, c)
	}
	o.fill(r, sizes)
	return o
}

// fill gives the transactions their bytes, which come after all numbers.
func (o *Order) fill(r *reader, sizes []uint64) {
	for _, c := range o.Chains {
		for _, txs := range c.Blocks {
			for i := range txs {
				if !o.Full || r.bad {
					return
				}
				txs[i].Raw, sizes = r.take(sizes[0]), sizes[1:]
			}
		}
	}
}

// Type is the EIP-712 type of what a signer signs about an order.
const Type = "Order(uint64 epoch,bytes32 batch,bytes32 content)"

// Envelope is an order as it is on L1.
type Envelope struct {
	Epoch     uint64      // of the signer
	Batch     common.Hash // of the claim
	Content   []byte      // what Order.Encode gave
	Signature []byte      // over the EIP-712 digest of StructHash in the batch's domain
}

// StructHash returns the EIP-712 struct hash that is signed.
func (e *Envelope) StructHash() common.Hash {
	var epoch [32]byte
	binary.BigEndian.PutUint64(epoch[24:], e.Epoch)
	return crypto.Keccak256Hash(crypto.Keccak256([]byte(Type)), epoch[:], e.Batch[:], crypto.Keccak256(e.Content))
}

// Parts encodes the envelope and cuts it into parts of at most size bytes.
func (e *Envelope) Parts(size int) ([][]byte, error) {
	enc, err := rlp.EncodeToBytes(e)
	if err != nil {
		return nil, fmt.Errorf("encode an order: %w", err)
	}
	var parts [][]byte
	for ; len(enc) > size; enc = enc[size:] {
		parts = append(parts, enc[:size])
	}
	return append(parts, enc), nil
}

// Join is the inverse of Parts.
func Join(parts [][]byte) (*Envelope, error) {
	e := new(Envelope)
	if err := rlp.DecodeBytes(bytes.Join(parts, nil), e); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrMalformed, err)
	}
	return e, nil
}
