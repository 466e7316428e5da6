package verifier

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Errors of a Verifier beside ErrUnreachable.
var (
	// ErrConfig: the configuration does not fit what the servers say.
	ErrConfig = errors.New("verifier configuration")
	// ErrUnreadable: L1 accepted a batch whose content the transaction that submitted it
	// does not show.
	ErrUnreadable = errors.New("batch cannot be read from L1")
	// ErrNoBatch: L1 has no batch with the number (yet).
	ErrNoBatch = errors.New("batch is not on L1")
)

// Config says what to audit and whom to ask.
type Config struct {
	L1         string // URL of an L1 node
	Settlement common.Address
	// Messenger is the messenger's address, the same on every chain.
	Messenger common.Address
	// Bridges are contracts whose messages may be delivered in a later slot than they
	// were sent in (PROTOCOL A6); all others are then received without delivery.
	Bridges []common.Address
	Chains  map[uint64]string // URL of each chain's own node, by chain id
	// FirstL1Block is where to start looking for batches (default 0).
	FirstL1Block uint64
	// Proofs, if set, is asked for storage proofs that a chain's node does not serve.
	Proofs ProofSource
	// Resume, if set, is the state to go on from. It is not changed.
	Resume *State
	// ChunkBlocks is how many blocks one request for logs covers (default 2000).
	ChunkBlocks uint64
	Timeout     time.Duration // of one request (default 30 s)
	// OnProgress, if set, is told what was done, on the auditing goroutine.
	OnProgress func(Progress)
}

// Progress says how far an audit has come.
type Progress struct {
	Batch  uint64 // being audited
	Chain  uint64 // whose blocks were read
	Blocks uint64 // how many
}

// Verifier audits batches one after the other, keeping the trees between them. Its
// methods are safe for concurrent use; audits wait for each other.
type Verifier struct {
	cfg       Config
	log       *zap.Logger
	rootStore common.Address
	l1        *server
	chains    map[uint64]*server

	mu         sync.Mutex
	deployment common.Hash // zero until the servers were checked
	state      *State
}

// New connects to the servers of cfg. It asks them nothing yet: over HTTP it succeeds
// while they are down. Close releases the connections.
func New(ctx context.Context, cfg Config, log *zap.Logger) (*Verifier, error) {
	if cfg.Timeout <= 0 {
		cfg.Timeout = 30 * time.Second
	}
	if cfg.ChunkBlocks == 0 {
		cfg.ChunkBlocks = 2000
	}
	v := &Verifier{cfg: cfg, log: log, rootStore: bindings.RootStoreAddress(cfg.Messenger),
		chains: make(map[uint64]*server, len(cfg.Chains)), state: newState()}
	if cfg.Resume != nil {
		v.state = cfg.Resume.clone()
	}
	var err error
	if v.l1, err = dial(ctx, cfg.L1, cfg.Timeout); err != nil {
		return nil, err
	}
	for id, url := range cfg.Chains {
		if v.chains[id], err = dial(ctx, url, cfg.Timeout); err != nil {
			delete(v.chains, id)
			v.Close()
			return nil, err
		}
	}
	return v, nil
}

// Close releases the connections. No other method may run or be called after it.
func (v *Verifier) Close() {
	v.l1.close()
	for _, s := range v.chains {
		s.close()
	}
}

// Latest returns the number of the last batch on L1, 0 when there is none.
func (v *Verifier) Latest(ctx context.Context) (uint64, error) {
	settlement := bindings.NewSettlement()
	out, err := v.l1.call(ctx, v.cfg.Settlement, settlement.PackLatestBatch())
	if err != nil {
		return 0, err
	}
	n, err := settlement.UnpackLatestBatch(out)
	if err != nil {
		return 0, fmt.Errorf("%w: no Settlement at %s: %v", ErrConfig, v.cfg.Settlement, err)
	}
	return n, nil
}

// State returns a copy of how far the audit has come, to be stored and resumed.
func (v *Verifier) State() *State {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state.clone()
}

// VerifyBatch audits batch n, and first, without reporting them, those before it that
// were not audited yet. Asked for one it has passed, it starts over from the first. An
// error means that the audit could not be made; what does not hold is in the report. With
// ErrUnreadable the report has that as its finding, and later batches cannot be audited.
func (v *Verifier) VerifyBatch(ctx context.Context, n uint64) (Report, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if n == 0 {
		return Report{}, fmt.Errorf("%w: 0, the first is 1", ErrNoBatch)
	}
	if n <= v.state.Batch {
		v.state = newState()
	}
	for {
		report, err := v.next(ctx)
		if err != nil || report.Batch == n {
			return report, err
		}
	}
}

// VerifyAll audits every batch on L1 that comes after those audited so far, in order,
// and gives fn each report. It ends with fn's first error.
func (v *Verifier) VerifyAll(ctx context.Context, fn func(Report) error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	latest, err := v.Latest(ctx)
	if err != nil {
		return err
	}
	for v.state.Batch < latest {
		report, err := v.next(ctx)
		if err != nil {
			return err
		}
		if err := fn(report); err != nil {
			return err
		}
	}
	return nil
}

// next audits the batch after the last audited one and moves the state. v.mu is held.
func (v *Verifier) next(ctx context.Context) (Report, error) {
	if err := v.check(ctx); err != nil {
		return Report{}, err
	}
	n := v.state.Batch + 1
	claim, err := v.readClaim(ctx, n, max(v.state.L1Block, v.cfg.FirstL1Block))
	if err != nil {
		return Report{}, fmt.Errorf("batch %d: %w", n, err)
	}
	a := newAudit(v, claim)
	if err := a.run(ctx); err != nil {
		return a.report, fmt.Errorf("batch %d: %w", n, err)
	}
	v.state = a.st
	for _, f := range a.report.Findings {
		v.log.Error("a check did not hold", zap.Uint64("batch", n), zap.String("code", string(f.Code)), zap.Stringer("finding", f))
	}
	return a.report, nil
}

// check compares the servers' chain ids with the configuration, once. v.mu is held.
func (v *Verifier) check(ctx context.Context) error {
	if v.deployment != (common.Hash{}) {
		return nil
	}
	for id, s := range v.chains {
		got, err := s.chainID(ctx)
		if err != nil {
			return err
		}
		if got != id {
			return fmt.Errorf("%w: %s is chain %d, not %d", ErrConfig, s.url, got, id)
		}
	}
	l1, err := v.l1.chainID(ctx)
	if err != nil {
		return err
	}
	v.deployment = deploymentID(l1, v.cfg.Settlement)
	return nil
}

// deploymentID is keccak256(abi.encode(l1, settlement)).
func deploymentID(l1 uint64, settlement common.Address) common.Hash {
	return crypto.Keccak256Hash(word(l1).Bytes(), common.LeftPadBytes(settlement[:], common.HashLength))
}
