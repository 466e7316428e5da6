package order

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// BlobBytes is the size of an EIP-4844 blob, and MaxPart the most bytes that one holds here.
const (
	BlobBytes = elements * elementBytes
	MaxPart   = elements*usedBytes - blobHead

	elements     = 4096
	elementBytes = 32
	usedBytes    = 31 // the first byte is zero, so that any number is below the field's modulus
	blobHead     = 1 + 4
	blobVersion  = 1
)

// Blob is an EIP-4844 blob.
type Blob [BlobBytes]byte

// ToBlobs puts bytes into blobs. Each blob has, in the last 31 bytes of its field elements, a
// version byte, the number of bytes it holds as four bytes, most significant first, these
// bytes, and zeros. All but the last are full; no bytes take one blob. The same bytes give
// the same blobs.
func ToBlobs(data []byte) []Blob {
	blobs := make([]Blob, max(1, (len(data)+MaxPart-1)/MaxPart))
	for i := range blobs {
		n := min(len(data), MaxPart)
		blobs[i].fill(data[:n])
		data = data[n:]
	}
	return blobs
}

// fill puts at most MaxPart bytes into an empty blob.
func (b *Blob) fill(data []byte) {
	head := binary.BigEndian.AppendUint32([]byte{blobVersion}, uint32(len(data)))
	rest := append(head, data...)
	for at := 1; len(rest) > 0; at += elementBytes {
		rest = rest[copy(b[at:at+usedBytes], rest):]
	}
}

// FromBlobs is the inverse of ToBlobs: it takes what that gives and nothing else.
func FromBlobs(blobs []Blob) ([]byte, error) {
	if len(blobs) == 0 {
		return nil, fmt.Errorf("%w: no blob", ErrMalformed)
	}
	var data []byte
	for i := range blobs {
		part, err := blobs[i].part()
		if err != nil {
			return nil, fmt.Errorf("blob %d: %w", i, err)
		}
		if full := len(part) == MaxPart; !full && i+1 < len(blobs) || len(part) == 0 && i > 0 {
			return nil, fmt.Errorf("%w: blob %d of %d holds %d bytes", ErrMalformed, i, len(blobs), len(part))
		}
		data = append(data, part...)
	}
	return data, nil
}

// part returns the bytes that a blob holds.
func (b *Blob) part() ([]byte, error) {
	plain := make([]byte, 0, elements*usedBytes)
	for at := 0; at < BlobBytes; at += elementBytes {
		if b[at] != 0 {
			return nil, fmt.Errorf("%w: byte %d is not zero", ErrMalformed, at)
		}
		plain = append(plain, b[at+1:at+elementBytes]...)
	}
	if plain[0] != blobVersion {
		return nil, fmt.Errorf("%w: unknown version", ErrMalformed)
	}
	size := binary.BigEndian.Uint32(plain[1:blobHead])
	if size > MaxPart {
		return nil, fmt.Errorf("%w: %d bytes in a blob", ErrMalformed, size)
	}
	part, rest := plain[blobHead:blobHead+size], plain[blobHead+size:]
	if len(bytes.TrimLeft(rest, "\x00")) > 0 {
		return nil, fmt.Errorf("%w: there is more after %d bytes", ErrMalformed, size)
	}
	return part, nil
}
