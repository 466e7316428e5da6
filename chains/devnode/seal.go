package devnode

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/miner"
)

// finalEvery is the interval of L1's finalized blocks.
const finalEvery = 32

// sealer makes L1's blocks from the node's transaction pool, in the place of a consensus
// client, and keeps their blobs. It is used by one goroutine.
type sealer struct {
	backend      *eth.Ethereum
	feeRecipient common.Address
	blobs        *blobStore
	last         uint64 // timestamp of the latest block made: time does not go back with a reorg
}

func newSealer(backend *eth.Ethereum, feeRecipient common.Address, blobs *blobStore) *sealer {
	backend.SetSynced()
	head := backend.BlockChain().CurrentBlock()
	s := &sealer{backend: backend, feeRecipient: feeRecipient, blobs: blobs, last: head.Time}
	if head.Number.Sign() == 0 {
		s.label(head)
	}
	return s
}

// label makes a head safe, and the last block of its interval final.
func (s *sealer) label(head *types.Header) {
	chain := s.backend.BlockChain()
	chain.SetSafe(head)
	if final := chain.GetHeaderByNumber(head.Number.Uint64() / finalEvery * finalEvery); final != nil {
		chain.SetFinalized(final)
	}
}

// seal makes a block on the head, with what the pool holds, and makes it the head. Its
// timestamp is at least a second after that of any block before.
func (s *sealer) seal(ctx context.Context, timestamp uint64) (*types.Block, error) {
	// The pool follows the head on a goroutine of its own.
	if err := s.backend.TxPool().Sync(); err != nil {
		return nil, fmt.Errorf("transaction pool: %w", err)
	}
	block, bundle, err := s.build(ctx, timestamp)
	if err != nil {
		return nil, err
	}
	if err := s.blobs.put(block, bundle); err != nil { // before anybody sees the block
		return nil, err
	}
	chain := s.backend.BlockChain()
	if _, err := chain.InsertBlockWithoutSetHead(ctx, block, false); err != nil {
		return nil, err
	}
	if _, err := chain.SetCanonical(block); err != nil {
		return nil, err
	}
	s.label(block.Header())
	s.last = block.Time()
	return block, nil
}

func (s *sealer) build(ctx context.Context, timestamp uint64) (*types.Block, *engine.BlobsBundle, error) {
	parent := s.backend.BlockChain().CurrentBlock()
	args := &miner.BuildPayloadArgs{
		Parent: parent.Hash(), Timestamp: max(timestamp, s.last+1, parent.Time+1), FeeRecipient: s.feeRecipient,
		Withdrawals: types.Withdrawals{}, BeaconRoot: new(common.Hash), Version: engine.PayloadV3,
	}
	rand.Read(args.Random[:])
	payload, err := s.backend.Miner().BuildPayload(ctx, args, false)
	if err != nil {
		return nil, nil, err
	}
	built := payload.ResolveFull()
	if built == nil {
		return nil, nil, errors.New("the payload was not built")
	}
	bundle := built.BlobsBundle
	if bundle == nil {
		bundle = new(engine.BlobsBundle)
	}
	hashes := make([]common.Hash, len(bundle.Commitments))
	for i, commitment := range bundle.Commitments {
		hashes[i] = versionedHash(commitment)
	}
	block, err := engine.ExecutableDataToBlock(*built.ExecutionPayload, hashes, args.BeaconRoot, built.Requests)
	return block, bundle, err
}

// advance makes a block with what the pool holds, and one that is d later.
func (s *sealer) advance(ctx context.Context, d time.Duration) (*types.Block, error) {
	block, err := s.seal(ctx, now())
	if err != nil {
		return nil, err
	}
	return s.seal(ctx, block.Time()+uint64(d/time.Second))
}

func versionedHash(commitment []byte) common.Hash {
	return kzg4844.CalcBlobHashV1(sha256.New(), (*kzg4844.Commitment)(commitment))
}
