package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// suite is L1's contracts as one L1 node shows them.
type suite struct {
	client     *ethclient.Client
	batches    common.Address
	prover     common.Address // zero until find
	challenges common.Address
	window     uint64 // seconds without demand after which a batch needs no proof

	abi struct {
		batches    *bindings.Batches
		prover     *bindings.Prover
		challenges *bindings.Challenges
	}
}

func newSuite(client *ethclient.Client, batches common.Address) *suite {
	s := &suite{client: client, batches: batches}
	s.abi.batches, s.abi.prover, s.abi.challenges = bindings.NewBatches(), bindings.NewProver(), bindings.NewChallenges()
	return s
}

// at is a contract at a block.
type at struct {
	contract common.Address
	block    common.Hash
}

// view calls a contract without sending and unpacks what it answers.
func view[T any](ctx context.Context, s *suite, of at, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var none T
	out, err := s.client.CallContractAtHash(ctx, ethereum.CallMsg{To: &of.contract, Data: data}, of.block)
	if err != nil {
		return none, fmt.Errorf("call %s on L1: %w", of.contract, reason(err))
	}
	return unpack(out)
}

// reason adds to an error of a call what the contract says.
func reason(err error) error {
	var reverted rpc.DataError
	if errors.As(err, &reverted) {
		if text, ok := reverted.ErrorData().(string); ok {
			return fmt.Errorf("%w: %s: %w", errReverted, bindings.DecodeRevert(common.FromHex(text)), err)
		}
	}
	return err
}

// errReverted: the contract refuses the call.
var errReverted = errors.New("L1 would refuse it")

// find learns where the other contracts of the suite are, once.
func (s *suite) find(ctx context.Context, block common.Hash) error {
	if s.prover != (common.Address{}) {
		return nil
	}
	of, abi := at{s.batches, block}, s.abi.batches
	window, err := view(ctx, s, of, abi.PackWindow(), abi.UnpackWindow)
	if err != nil {
		return err
	}
	if s.challenges, err = view(ctx, s, of, abi.PackChallenges(), abi.UnpackChallenges); err != nil {
		return err
	}
	if !window.IsUint64() {
		window.SetUint64(^uint64(0) >> 1)
	}
	s.window = window.Uint64()
	s.prover, err = view(ctx, s, of, abi.PackProver(), abi.UnpackProver)
	return err
}

// latest returns the number of the last batch that stands at a block.
func (s *suite) latest(ctx context.Context, block common.Hash) (uint64, error) {
	return view(ctx, s, at{s.batches, block}, s.abi.batches.PackLatestBatch(), s.abi.batches.UnpackLatestBatch)
}

// final returns the number of the last final batch at a block.
func (s *suite) final(ctx context.Context, block common.Hash) (uint64, error) {
	return view(ctx, s, at{s.batches, block}, s.abi.batches.PackFinalBatch(), s.abi.batches.UnpackFinalBatch)
}

// epoch returns the epoch of the signers at a block.
func (s *suite) epoch(ctx context.Context, block common.Hash) (uint64, error) {
	return view(ctx, s, at{s.batches, block}, s.abi.batches.PackEpoch(), s.abi.batches.UnpackEpoch)
}

// batchAt returns what L1 keeps of a batch that stands at a block.
func (s *suite) batchAt(ctx context.Context, number uint64, block common.Hash) (bindings.BatchesAccepted, error) {
	return view(ctx, s, at{s.batches, block}, s.abi.batches.PackBatchAt(number), s.abi.batches.UnpackBatchAt)
}

// openDemands returns how many batches have to be proven at a block.
func (s *suite) openDemands(ctx context.Context, block common.Hash) (*big.Int, error) {
	return view(ctx, s, at{s.challenges, block}, s.abi.challenges.PackOpenDemands(), s.abi.challenges.UnpackOpenDemands)
}

// demanded reports whether a batch has an open demand at a block.
func (s *suite) demanded(ctx context.Context, batch, block common.Hash) (bool, error) {
	demand, err := view(ctx, s, at{s.challenges, block}, s.abi.challenges.PackDemandOf(batch), s.abi.challenges.UnpackDemandOf)
	return demand.By != (common.Address{}), err
}

// version returns the version of the dependency set that is in force for a batch, as a
// block says.
func (s *suite) version(ctx context.Context, number uint64, block common.Hash) (uint64, error) {
	v, err := view(ctx, s, at{s.batches, block}, s.abi.batches.PackVersionAt(number), s.abi.batches.UnpackVersionAt)
	if err != nil {
		return 0, err
	}
	return v.Uint64(), nil
}

// set reads a version of the dependency set, which never changes.
func (s *suite) set(ctx context.Context, version uint64, block common.Hash) (*dependencySet, error) {
	of, abi, v := at{s.batches, block}, s.abi.batches, new(big.Int).SetUint64(version)
	members, err := view(ctx, s, of, abi.PackChainsOf(v), abi.UnpackChainsOf)
	if err != nil {
		return nil, err
	}
	pairs, err := view(ctx, s, of, abi.PackPairsOf(v), abi.UnpackPairsOf)
	return &dependencySet{version: version, members: members, pairs: pairs}, err
}

// accepted is where and as what L1 accepted a batch.
type accepted struct {
	hash   common.Hash
	txHash common.Hash
	block  uint64
}

// span is a range of L1 blocks, both ends included.
type l1Span struct{ from, to uint64 }

// find returns the last that L1 accepted under a number.
func (s *suite) submission(ctx context.Context, number uint64, in l1Span) (*accepted, error) {
	logs, err := s.logs(ctx, bindings.BatchesBatchSubmittedEventName, number, in)
	if err != nil {
		return nil, err
	}
	if len(logs) == 0 {
		return nil, fmt.Errorf("find batch %d on L1: %w", number, ethereum.NotFound)
	}
	log := logs[len(logs)-1]
	e, err := s.abi.batches.UnpackBatchSubmittedEvent(&log)
	if err != nil {
		return nil, fmt.Errorf("find batch %d on L1: %w", number, err)
	}
	return &accepted{hash: e.BatchHash, txHash: log.TxHash, block: log.BlockNumber}, nil
}

// expired reports whether L1 voided a batch because it was not proven.
func (s *suite) expired(ctx context.Context, b *Batch, in l1Span) (bool, error) {
	logs, err := s.logs(ctx, bindings.BatchesBatchVoidedEventName, b.Claim.Number, in)
	if err != nil {
		return false, err
	}
	for i := range logs {
		e, err := s.abi.batches.UnpackBatchVoidedEvent(&logs[i])
		if err == nil && !e.Retracted && e.BatchHash == b.Claim.Hash() {
			return true, nil
		}
	}
	return false, nil
}

// logs returns the logs of Batches about a batch.
func (s *suite) logs(ctx context.Context, event string, number uint64, in l1Span) ([]types.Log, error) {
	logs, err := s.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(in.from), ToBlock: new(big.Int).SetUint64(in.to), Addresses: []common.Address{s.batches},
		Topics: [][]common.Hash{{s.abi.batches.GetABI().Events[event].ID}, {common.BigToHash(new(big.Int).SetUint64(number))}},
	})
	if err != nil {
		return nil, fmt.Errorf("find %s of batch %d on L1: %w", event, number, err)
	}
	return logs, nil
}

// demands returns the numbers of the batches that were demanded in a range of blocks, with
// repetitions.
func (s *suite) demands(ctx context.Context, in l1Span) ([]uint64, error) {
	logs, err := s.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(in.from), ToBlock: new(big.Int).SetUint64(in.to), Addresses: []common.Address{s.challenges},
		Topics: [][]common.Hash{{s.abi.challenges.GetABI().Events[bindings.ChallengesDemandedEventName].ID}},
	})
	if err != nil {
		return nil, fmt.Errorf("find demands on L1: %w", err)
	}
	var numbers []uint64
	for i := range logs {
		e, err := s.abi.challenges.UnpackDemandedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("find demands on L1: %w", err)
		}
		numbers = append(numbers, e.Number)
	}
	return numbers, nil
}

// proven returns the numbers of the batches that were proven in a range of blocks.
func (s *suite) proven(ctx context.Context, in l1Span) ([]uint64, error) {
	logs, err := s.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(in.from), ToBlock: new(big.Int).SetUint64(in.to), Addresses: []common.Address{s.batches},
		Topics: [][]common.Hash{{s.abi.batches.GetABI().Events[bindings.BatchesBatchProvenEventName].ID}},
	})
	if err != nil {
		return nil, fmt.Errorf("find proven batches on L1: %w", err)
	}
	var numbers []uint64
	for i := range logs {
		e, err := s.abi.batches.UnpackBatchProvenEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("find proven batches on L1: %w", err)
		}
		numbers = append(numbers, e.Number)
	}
	return numbers, nil
}

// gas returns the gas limit for a call: what L1 estimates and a quarter. A refusal of the
// contract is errReverted with its reason.
func (s *suite) gas(ctx context.Context, msg ethereum.CallMsg) (uint64, error) {
	gas, err := s.client.EstimateGas(ctx, msg)
	if err != nil {
		return 0, fmt.Errorf("estimate gas on L1: %w", reason(err))
	}
	return gas + gas/4, nil
}

// known reports whether L1 has the transaction, mined or waiting.
func (s *suite) known(ctx context.Context, tx common.Hash) (bool, error) {
	_, _, err := s.client.TransactionByHash(ctx, tx)
	if errors.Is(err, ethereum.NotFound) {
		return false, nil
	}
	return err == nil, err
}

// mined reports whether one of the transactions is in a block of L1.
func (s *suite) mined(ctx context.Context, txs []common.Hash) (bool, error) {
	for _, tx := range txs {
		_, err := s.client.TransactionReceipt(ctx, tx)
		if err == nil {
			return true, nil
		}
		if !errors.Is(err, ethereum.NotFound) {
			return false, err
		}
	}
	return false, nil
}

// OnL1 returns the claim in the contracts' form.
func (b *Batch) OnL1() bindings.ClaimsBatch { return onL1(&b.Claim) }

// onL1 returns a claim in the contracts' form.
func onL1(c *merkle.Batch) bindings.ClaimsBatch {
	claim := bindings.ClaimsBatch{Number: c.Number, Parent: c.Parent, FirstTimestamp: c.FirstTimestamp, LastTimestamp: c.LastTimestamp,
		BurnRoot: c.BurnRoot, MintRoot: c.MintRoot, PairsHash: c.PairsHash}
	for _, r := range c.Chains {
		claim.Chains = append(claim.Chains, bindings.ClaimsChainRange{ChainId: new(big.Int).SetUint64(r.ChainID),
			FirstBlock: r.FirstBlock, LastBlock: r.LastBlock, LastBlockHash: r.LastBlockHash, StateRoot: r.StateRoot})
	}
	return claim
}
