package verifier

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// ProofFileVersion is the version of proof files this package writes and reads.
const ProofFileVersion = 1

// ProofFile proves that a message belongs to a settlement batch, for whoever has an L1
// node and nothing else.
type ProofFile struct {
	Version    int              `json:"version"`
	Deployment ProofDeployment  `json:"deployment"`
	Message    ProofMessage     `json:"message"`
	Leaf       common.Hash      `json:"leaf"`
	Index      uint64           `json:"index"`    // of the leaf in the pair's tree
	Siblings   []common.Hash    `json:"siblings"` // in the pair's tree, bottom up
	Pair       ProofPair        `json:"pair"`
	PairProof  ProofPairInBatch `json:"pairProof"`
	Batch      uint64           `json:"batch"`
	Root       common.Hash      `json:"root"` // of the batch on L1
}

// ProofDeployment says which contracts a proof is about.
type ProofDeployment struct {
	L1ChainID  uint64         `json:"l1ChainId"`
	Settlement common.Address `json:"settlement"`
	Messenger  common.Address `json:"messenger"` // the same on every chain
}

// ProofMessage is the message proven.
type ProofMessage struct {
	Source      uint64         `json:"source"`
	Destination uint64         `json:"destination"`
	Nonce       uint64         `json:"nonce"`
	Sender      common.Address `json:"sender"`
	Target      common.Address `json:"target"`
	Data        hexutil.Bytes  `json:"data"`
}

// ProofPair is the message's pair at the end of the batch.
type ProofPair struct {
	Source      uint64      `json:"source"`
	Destination uint64      `json:"destination"`
	Generation  uint64      `json:"generation"`
	Count       uint64      `json:"count"`
	Root        common.Hash `json:"root"`
}

// ProofPairInBatch shows the pair in the batch tree.
type ProofPairInBatch struct {
	Index    uint64        `json:"index"`
	Count    uint64        `json:"count"`
	Siblings []common.Hash `json:"siblings"` // bottom up
}

// Encode returns the file's JSON.
func (f *ProofFile) Encode() ([]byte, error) {
	out, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("proof file: %w", err)
	}
	return append(out, '\n'), nil
}

// DecodeProofFile reads a proof file. It refuses other versions, unknown fields and
// anything after the end; it does not verify.
func DecodeProofFile(data []byte) (*ProofFile, error) {
	f := new(ProofFile)
	if err := decodeStrict(data, f); err != nil {
		return nil, fmt.Errorf("proof file: %w", err)
	}
	if f.Version != ProofFileVersion {
		return nil, fmt.Errorf("proof file: version %d, this program reads %d", f.Version, ProofFileVersion)
	}
	return f, nil
}

// Check verifies everything that needs no server: that the leaf is the message's, and
// that the proofs lead from it to the batch root. An error wraps ErrProof.
func (f *ProofFile) Check() error {
	m, d := &f.Message, &f.Deployment
	if m.Source != f.Pair.Source || m.Destination != f.Pair.Destination || m.Nonce != f.Index {
		return fmt.Errorf("%w: the message is not the one at the proof's place", ErrProof)
	}
	route := merkle.Route{DeploymentID: deploymentID(d.L1ChainID, d.Settlement), Generation: f.Pair.Generation,
		SourceMessenger: d.Messenger, DestinationMessenger: d.Messenger}
	hash := bindings.MessageHash(m.Destination, m.Source, m.Nonce, m.Sender, m.Target, m.Data)
	if route.Leaf(hash) != f.Leaf {
		return fmt.Errorf("%w: the leaf is not this message's", ErrProof)
	}
	p := merkle.MessageProof{
		Pair:    merkle.PairLeaf(f.Pair),
		InPair:  merkle.PairProof{Index: f.Index, Count: f.Pair.Count, Siblings: f.Siblings},
		InBatch: merkle.BatchPairProof{Index: f.PairProof.Index, Count: f.PairProof.Count, Siblings: f.PairProof.Siblings},
	}
	if !p.Verify(f.Leaf, f.Root) {
		return fmt.Errorf("%w: the siblings do not lead from the leaf to the batch root", ErrProof)
	}
	return nil
}

// VerifyProofFile verifies a proof file with one L1 node: the file in itself, and then by
// Settlement's own verifyMessage. Settlement is the contract the caller trusts; the file
// must name the same. An error wraps ErrProof if the proof does not hold, and
// ErrUnreachable if L1 could not be asked.
func VerifyProofFile(ctx context.Context, l1 string, settlement common.Address, f *ProofFile) error {
	if f.Deployment.Settlement != settlement {
		return fmt.Errorf("%w: it is about the Settlement %s", ErrProof, f.Deployment.Settlement)
	}
	if err := f.Check(); err != nil {
		return err
	}
	s, err := dial(ctx, l1, 30*time.Second)
	if err != nil {
		return err
	}
	defer s.close()
	id, err := s.chainID(ctx)
	if err != nil {
		return err
	}
	if id != f.Deployment.L1ChainID {
		return fmt.Errorf("%w: it is about the L1 with chain id %d, this one is %d", ErrProof, f.Deployment.L1ChainID, id)
	}
	contract := bindings.NewBatches()
	out, err := s.call(ctx, settlement, contract.PackVerifyMessage(f.Batch, f.Leaf, f.OnL1()))
	if err != nil {
		return err
	}
	held, err := contract.UnpackVerifyMessage(out)
	if err != nil {
		return fmt.Errorf("%w: no Settlement at %s: %v", ErrProof, settlement, err)
	}
	if !held {
		return fmt.Errorf("%w: L1 does not have this message in batch %d", ErrProof, f.Batch)
	}
	return nil
}

// OnL1 returns the proof as L1's contracts take it.
func (f *ProofFile) OnL1() bindings.MessageProof {
	n := func(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
	return bindings.MessageProof{
		Source: n(f.Pair.Source), Destination: n(f.Pair.Destination), Generation: n(f.Pair.Generation),
		Count: n(f.Pair.Count), PairRoot: f.Pair.Root, LeafIndex: n(f.Index), Siblings: words(f.Siblings),
		PairIndex: n(f.PairProof.Index), PairCount: n(f.PairProof.Count), PairSiblings: words(f.PairProof.Siblings),
	}
}

func words(hashes []common.Hash) [][32]byte {
	out := make([][32]byte, len(hashes))
	for i, h := range hashes {
		out[i] = h
	}
	return out
}
