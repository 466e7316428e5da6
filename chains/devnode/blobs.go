package devnode

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
)

// blobSlots is for how many slots blobs are kept: 4,096 epochs of 32, as on any L1.
const blobSlots = 4096 * 32

// blobStore keeps the blobs of L1's blocks in the node's own database. It is safe for
// concurrent use.
type blobStore struct {
	db      ethdb.KeyValueStore
	genesis uint64 // timestamp of slot 0
}

// storedBlob is a blob of a block.
type storedBlob struct {
	Commitment []byte
	Packed     []byte // the blob, deflated: most of it may be zeros
}

var blobPrefix = []byte("devnode-blobs-")

func (s *blobStore) slotOf(timestamp uint64) uint64 { return timestamp - s.genesis }

func (s *blobStore) key(slot uint64, block *types.Header) []byte {
	hash := block.Hash()
	return append(binary.BigEndian.AppendUint64(bytes.Clone(blobPrefix), slot), hash[:]...)
}

// put keeps the blobs of a block, and drops those that are too old.
func (s *blobStore) put(block *types.Block, bundle *engine.BlobsBundle) error {
	slot := s.slotOf(block.Time())
	if slot >= blobSlots {
		from, to := binary.BigEndian.AppendUint64(bytes.Clone(blobPrefix), 0), binary.BigEndian.AppendUint64(bytes.Clone(blobPrefix), slot-blobSlots+1)
		if err := s.db.DeleteRange(from, to); err != nil {
			return fmt.Errorf("drop old blobs: %w", err)
		}
	}
	if len(bundle.Blobs) == 0 {
		return nil
	}
	var row []storedBlob
	for i, blob := range bundle.Blobs {
		packed, err := deflate(blob)
		if err != nil {
			return fmt.Errorf("keep a blob: %w", err)
		}
		row = append(row, storedBlob{bundle.Commitments[i], packed})
	}
	enc, err := rlp.EncodeToBytes(row)
	if err == nil {
		err = s.db.Put(s.key(slot, block.Header()), enc)
	}
	if err != nil {
		return fmt.Errorf("keep blobs: %w", err)
	}
	return nil
}

// of returns the blobs of a block in their order, none where it has none that are kept.
func (s *blobStore) of(block *types.Header) ([]storedBlob, error) {
	key := s.key(s.slotOf(block.Time), block)
	if there, err := s.db.Has(key); err != nil || !there {
		return nil, err
	}
	enc, err := s.db.Get(key)
	if err != nil {
		return nil, err
	}
	var row []storedBlob
	return row, rlp.DecodeBytes(enc, &row)
}

func deflate(plain []byte) ([]byte, error) {
	out := new(bytes.Buffer)
	w, err := flate.NewWriter(out, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(plain)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

// blob returns the blob itself.
func (b *storedBlob) blob() ([]byte, error) {
	plain := make([]byte, params.BlobTxFieldElementsPerBlob*params.BlobTxBytesPerFieldElement)
	_, err := io.ReadFull(flate.NewReader(bytes.NewReader(b.Packed)), plain)
	return plain, err
}
