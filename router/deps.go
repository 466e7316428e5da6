package router

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
)

// Deps is everything the router asks others for. All members but Metrics are needed and
// must be safe for concurrent use. What they do not know is chains.ErrUnknown (wrapped or not)
// everywhere; it becomes a null result.
type Deps struct {
	Admission Admission
	Pending   Pending
	Simulator Simulator
	Decided   Decided
	Blocks    OpenBlocks
	Records   Records
	Payloads  Payloads
	Streams   Streams
	Heads     Heads
	Batches   Batches
	Health    Health
	Nodes     map[chains.ChainID]Node // one for every chain of the set
	Metrics   *Metrics                // nil: not shown to anybody
}

func (d *Deps) check() error {
	for name, missing := range map[string]bool{
		"Admission": d.Admission == nil, "Pending": d.Pending == nil, "Simulator": d.Simulator == nil, "Decided": d.Decided == nil,
		"Blocks": d.Blocks == nil, "Records": d.Records == nil, "Streams": d.Streams == nil, "Heads": d.Heads == nil,
		"Batches": d.Batches == nil, "Payloads": d.Payloads == nil, "Health": d.Health == nil,
	} {
		if missing {
			return fmt.Errorf("router: dependency %s is missing", name)
		}
	}
	return nil
}

// SubmitOptions say how transactions are to be admitted.
type SubmitOptions struct {
	MaxTimestamp uint64 // last slot (unix seconds) they may be included in, 0 = the service's own bound
}

// Admission takes transactions in.
type Admission interface {
	// Submit admits one transaction, or several as one bundle, and returns once the
	// admission is durable. What is known already is not admitted again: its ticket is
	// returned. A *chains.Refusal, or another error with geth's wording (replacement
	// underpriced, lane full), means that nothing was admitted.
	Submit(ctx context.Context, txs []*chains.Tx, opts SubmitOptions) (Ticket, error)
	// Lookup returns the ticket of what was admitted under an id (a transaction's hash,
	// or a bundle's id) and is not decided yet, once the admission is durable.
	Lookup(id common.Hash) (Ticket, bool)
	// Waiting returns a transaction that is admitted and not decided. Members of a
	// user-signed bundle are never returned (PROTOCOL A9).
	Waiting(tx common.Hash) (*chains.Tx, bool)
}

// Ticket stands for what was admitted together.
type Ticket interface {
	// Outcome blocks until the decision is durable and its promises are signed. It
	// returns nil if it was included, a *chains.Refusal if it was not, and the context's
	// error when that ends first (the submission goes on).
	Outcome(ctx context.Context) error
}

// Pending is the state after everything decided.
type Pending interface {
	// View returns a chain's state now. It may be read by several goroutines. The error is
	// chains.ErrUnavailable, wrapped, while the chain stands aside.
	View(chain chains.ChainID) (View, error)
	// Nonce returns the next nonce of an account after everything decided and everything
	// that waits without a gap.
	Nonce(chain chains.ChainID, account common.Address) (uint64, error)
}

// View is one chain's state after what was decided up to some moment.
type View interface {
	StateReader
	Executor
	// Open returns the inputs of the block under construction. They are not changed.
	Open() *chains.Open
}

// StateReader reads accounts.
type StateReader interface {
	Account(ctx context.Context, addr common.Address) (nonce uint64, balance *uint256.Int, err error)
	Code(ctx context.Context, addr common.Address) ([]byte, error)
	Storage(ctx context.Context, addr common.Address, slot common.Hash) (common.Hash, error)
}

// Executor executes messages and keeps nothing of them.
type Executor interface {
	// Call executes a message. An error is about the message or the state, not a revert.
	Call(ctx context.Context, msg *core.Message) (*core.ExecutionResult, error)
	// EstimateGas returns the lowest gas limit the message succeeds with, at most
	// msg.GasLimit where that is not 0. When it fails with any, the error is
	// vm.ErrExecutionReverted (with the revert data) or go-ethereum's other words.
	EstimateGas(ctx context.Context, msg *core.Message) (gas uint64, revertData []byte, err error)
}

// Simulation is what to simulate: signed transactions, or one unsigned call.
type Simulation struct {
	Txs   []*chains.Tx
	Chain chains.ChainID // of Call
	Call  *core.Message  // used when Txs is empty; a GasLimit of 0 leaves it to the simulator
}

// Simulator says what would happen now, and includes nothing.
type Simulator interface {
	Simulate(ctx context.Context, s Simulation) (*wire.Simulation, error)
}

// Decided knows where transactions were included.
type Decided interface {
	// Included returns where a transaction was included, also after its block is applied.
	Included(ctx context.Context, tx common.Hash) (*chains.Included, error)
	// Await returns the same as soon as it is known, a *chains.Refusal as soon as the
	// transaction is refused after all, or the context's error.
	Await(ctx context.Context, tx common.Hash) (*chains.Included, error)
}

// OpenBlocks are the blocks under construction.
type OpenBlocks interface {
	// OpenBlock returns the block with a provisional hash, while it is under construction
	// or applied; not after its promises were revoked.
	OpenBlock(ctx context.Context, provisional common.Hash) (*chains.OpenBlock, error)
	// PendingBlock returns the block a chain works on: the first that is not applied.
	PendingBlock(ctx context.Context, chain chains.ChainID) (*chains.OpenBlock, error)
}

// Records are the lives of bundles.
type Records interface {
	// Bundle finds a bundle by its id or by the hash of one of its transactions.
	Bundle(ctx context.Context, id common.Hash) (*wire.Bundle, error)
	// Superblock finds the superblock of a slot; a nil timestamp means the latest.
	Superblock(ctx context.Context, timestamp *uint64) (*wire.Superblock, error)
	// Preconfirmation returns the promise given for a transaction.
	Preconfirmation(ctx context.Context, tx common.Hash) (*wire.Preconfirmation, error)
}

// Payloads are whole blocks.
type Payloads interface {
	// Payload returns an applied block as the chain's node built it. Old ones are not kept.
	Payload(ctx context.Context, chain chains.ChainID, block chains.BlockRef) (*chains.Payload, error)
}

// Streams are the event streams.
type Streams interface {
	// Follow calls fn for each event of a topic, in order and without gaps, until the
	// context ends or fn returns an error, and returns that.
	Follow(ctx context.Context, sub wire.Subscription, fn func(wire.Event) error) error
	// FollowHeads does the same for the blocks of a chain that are applied from now on;
	// ready is called once when "now" is fixed.
	FollowHeads(ctx context.Context, chain chains.ChainID, ready func(), fn func(chains.BlockRef) error) error
}

// Heads are our heads.
type Heads interface {
	// Head returns the last block of a chain that is applied for its whole group. The error
	// is chains.ErrUnavailable, wrapped, while the chain alone has not adopted a block that
	// its group has.
	Head(chain chains.ChainID) (chains.BlockRef, error)
}

// Batches are the settlement batches.
type Batches interface {
	// Batch returns a batch; a nil number means the latest.
	Batch(ctx context.Context, number *uint64) (*wire.Batch, error)
	// Proof returns the proofs of all messages a transaction requested or executed, or of
	// the message with that hash, against the first batch that has each.
	Proof(ctx context.Context, hash common.Hash) ([]wire.Proof, error)
	// EndProofs returns what was kept of a batch's last blocks; a nil number means the
	// latest batch.
	EndProofs(ctx context.Context, number *uint64) ([]wire.EndProof, error)
}

// Health describes the service.
type Health interface {
	Chains(ctx context.Context) (*wire.Chains, error)
	Health(ctx context.Context) (*wire.Health, error)
}

// Node is one chain's own node.
type Node interface {
	// Call makes a JSON-RPC call. result receives the result's JSON as it came, null
	// included. The node's own error comes back as an error that implements rpc.Error
	// (and rpc.DataError where it has data); every other error means that the node could
	// not be asked.
	Call(ctx context.Context, result *json.RawMessage, method string, params []json.RawMessage) error
}
