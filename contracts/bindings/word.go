package bindings

import (
	"encoding/binary"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// ErrMalformed is wrapped by every decoding error of this package.
var ErrMalformed = errors.New("malformed")

const wordLen = 32

// padded returns n rounded up to whole words.
func padded(n int) int { return (n + wordLen - 1) / wordLen * wordLen }

// putUint64 writes v to the word at the start of dst, which must be zero.
func putUint64(dst []byte, v uint64) { binary.BigEndian.PutUint64(dst[wordLen-8:wordLen], v) }

// putAddress writes a to the word at the start of dst, which must be zero.
func putAddress(dst []byte, a common.Address) { copy(dst[wordLen-common.AddressLength:wordLen], a[:]) }

// putBytes writes the length and the content of b to dst, which must be zero and have
// wordLen + padded(len(b)) bytes.
func putBytes(dst, b []byte) {
	putUint64(dst, uint64(len(b)))
	copy(dst[wordLen:], b)
}

// getUint64 reads the word at the start of src; false where it does not fit.
func getUint64(src []byte) (uint64, bool) {
	for _, b := range src[:wordLen-8] {
		if b != 0 {
			return 0, false
		}
	}
	return binary.BigEndian.Uint64(src[wordLen-8 : wordLen]), true
}

// getAddress reads the word at the start of src; false where it is not an address.
func getAddress(src []byte) (common.Address, bool) {
	for _, b := range src[:wordLen-common.AddressLength] {
		if b != 0 {
			return common.Address{}, false
		}
	}
	return common.BytesToAddress(src[wordLen-common.AddressLength : wordLen]), true
}

// getBytes reads length and content of a byte string that fills src exactly, padding
// zero. The result aliases src.
func getBytes(src []byte) ([]byte, bool) {
	if len(src) < wordLen {
		return nil, false
	}
	n, ok := getUint64(src)
	rest := src[wordLen:]
	if !ok || n > uint64(len(rest)) || padded(int(n)) != len(rest) {
		return nil, false
	}
	for _, b := range rest[n:] {
		if b != 0 {
			return nil, false
		}
	}
	return rest[:n:n], true
}

// call is a selector followed by one word per argument.
type call []byte

func newCall(selector [4]byte, words int) call {
	return append(make(call, 0, len(selector)+words*wordLen), selector[:]...)
}

func (c call) uint64(v uint64) call {
	var word [wordLen]byte
	putUint64(word[:], v)
	return append(c, word[:]...)
}

func (c call) address(a common.Address) call {
	var word [wordLen]byte
	putAddress(word[:], a)
	return append(c, word[:]...)
}

// uint256 panics where v is negative or above 256 bits.
func (c call) uint256(v *big.Int) call {
	if v.Sign() < 0 {
		panic("bindings: negative amount")
	}
	var word [wordLen]byte
	v.FillBytes(word[:])
	return append(c, word[:]...)
}
