package order_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ssequencer/ssequencer/merkle/order"
)

// What is put into blobs comes out again, whatever its size.
func TestBlobs(t *testing.T) {
	for _, size := range []int{0, 1, 25, 26, 27, 31, 57, 1000, order.MaxPart - 1, order.MaxPart, order.MaxPart + 1, 2 * order.MaxPart} {
		data := make([]byte, size)
		for i := range data {
			data[i] = byte(i*7 + 255)
		}
		blobs := order.ToBlobs(data)
		if want := max(1, (size+order.MaxPart-1)/order.MaxPart); len(blobs) != want {
			t.Errorf("%d bytes take %d blobs, want %d", size, len(blobs), want)
		}
		back, err := order.FromBlobs(blobs)
		if err != nil || !bytes.Equal(back, data) {
			t.Errorf("%d bytes give %d: %v", size, len(back), err)
		}
		for i := range blobs {
			for at := 0; at < order.BlobBytes; at += 32 {
				if blobs[i][at] != 0 {
					t.Fatalf("element %d of blob %d may be above the modulus", at/32, i)
				}
			}
		}
	}
}

// Only what ToBlobs gives is read: the order of a batch has one form.
func TestBlobsHaveOneForm(t *testing.T) {
	data := bytes.Repeat([]byte{3}, order.MaxPart+10)
	changed := func(blob, at int, to byte) []order.Blob {
		blobs := order.ToBlobs(data)
		blobs[blob][at] = to
		return blobs
	}
	blobs := order.ToBlobs(data)
	for name, bad := range map[string][]order.Blob{
		"none":                   nil,
		"another version":        changed(0, 1, 2),
		"above the modulus":      changed(0, 64, 1),
		"a length that is wrong": changed(1, 5, 9),
		"too long":               changed(0, 2, 1),
		"something behind":       changed(1, order.BlobBytes-1, 1),
		"the wrong way round":    {blobs[1], blobs[0]},
		"an empty one too many":  append(order.ToBlobs(data[:order.MaxPart]), order.ToBlobs(nil)...),
	} {
		if _, err := order.FromBlobs(bad); !errors.Is(err, order.ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzBlobs: bytes survive blobs, and a blob that is read is the one its bytes give.
func FuzzBlobs(f *testing.F) {
	f.Add([]byte("order"), uint32(5), 0, byte(0))
	f.Add([]byte{0xff, 1, 0}, uint32(1000), 1, byte(1))
	f.Add([]byte{}, uint32(0), 5, byte(3))
	f.Add([]byte{7}, uint32(order.MaxPart+1), order.BlobBytes+4, byte(7))
	f.Fuzz(func(t *testing.T, pattern []byte, size uint32, at int, to byte) {
		data := make([]byte, size%(2*order.MaxPart))
		for i := range data {
			if len(pattern) > 0 {
				data[i] = pattern[i%len(pattern)]
			}
		}
		blobs := order.ToBlobs(data)
		back, err := order.FromBlobs(blobs)
		if err != nil || !bytes.Equal(back, data) {
			t.Fatalf("%d bytes give %d: %v", len(data), len(back), err)
		}
		if at < 0 || at >= len(blobs)*order.BlobBytes {
			return
		}
		blobs[at/order.BlobBytes][at%order.BlobBytes] = to
		back, err = order.FromBlobs(blobs)
		if err != nil {
			return
		}
		again := order.ToBlobs(back)
		if len(again) != len(blobs) {
			t.Fatalf("%d blobs were read, %d are written", len(blobs), len(again))
		}
		for i := range again {
			if again[i] != blobs[i] {
				t.Fatalf("blob %d has two forms", i)
			}
		}
	})
}
