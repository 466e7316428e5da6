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
	L1 string // URL of an L1 node
	// Settlement is the contract that batches are submitted to. All else on L1 is asked of it.
	Settlement common.Address
	// Messenger is the messenger's address, the same on every chain.
	Messenger common.Address
	// Bridges are contracts whose messages may be delivered in a later slot than they
	// were sent in (PROTOCOL A6); all others are then received without delivery.
	Bridges []common.Address
	Chains  map[uint64]string // URL of each chain's own node, by chain id
	// Blobs is the URL of a consensus client of L1, or of an archive with its Beacon API, for
	// orders that are in blobs; empty: those cannot be read. It is not trusted.
	Blobs string
	// MaxOwedAge is how long a message may be sent and not received; 0 is for ever. It is
	// measured in the time of blocks.
	MaxOwedAge time.Duration
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
	Last   uint64 // on L1 when the audit began
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
	blobs     *blobSource // nil for none

	mu         sync.Mutex
	deployment common.Hash // zero until the servers were checked
	l1ID       uint64
	stores     map[uint64]named          // RootStores that L1 names, by chain
	sets       map[string]*dependencySet // by version
	state      *State
	last       uint64          // batch on L1, when that was asked last
	ahead      *ahead          // beyond the last batch; nil where it begins anew
	told       map[string]bool // what was found there
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
		chains: make(map[uint64]*server, len(cfg.Chains)), stores: make(map[uint64]named), sets: make(map[string]*dependencySet), told: make(map[string]bool), state: newState()}
	if cfg.Resume != nil {
		v.state = cfg.Resume.clone()
	}
	var err error
	if cfg.Blobs != "" {
		if v.blobs, err = newBlobSource(cfg.Blobs, cfg.Timeout); err != nil {
			return nil, err
		}
	}
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
	if v.blobs != nil {
		v.blobs.close()
	}
}

// Latest returns the number of the last batch on L1, 0 when there is none.
func (v *Verifier) Latest(ctx context.Context) (uint64, error) {
	batches := bindings.NewBatches()
	n, err := view(ctx, v.l1, v.cfg.Settlement, batches.PackLatestBatch(), batches.UnpackLatestBatch)
	if errors.Is(err, errRefused) || errors.Is(err, ErrConfig) {
		err = fmt.Errorf("%w: no Settlement at %s: %w", ErrConfig, v.cfg.Settlement, err)
	}
	return n, err
}

// State returns a copy of how far the audit has come, to be stored and resumed.
func (v *Verifier) State() *State {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state.clone()
}

// VerifyBatch audits batch n, and first, without reporting them, those before it that
// were not audited yet. Asked for one it has passed, it goes back. An error means that the
// audit could not be made; what does not hold is in the report. With ErrUnreadable the
// report has that as its finding, and later batches cannot be audited.
func (v *Verifier) VerifyBatch(ctx context.Context, n uint64) (Report, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if n == 0 {
		return Report{}, fmt.Errorf("%w: 0, the first is 1", ErrNoBatch)
	}
	if err := v.rewind(ctx); err != nil {
		return Report{}, err
	}
	for n <= v.state.Batch {
		v.moveTo(v.state.back())
	}
	for {
		report, err := v.next(ctx)
		if err != nil || report.Batch == n {
			return report, err
		}
	}
}

// VerifyAll audits every batch on L1 that comes after those audited so far, in order,
// and gives fn each report. It ends with fn's first error. Where L1 has taken back batches
// that were audited it goes back, so that a number may be reported again. fn may call the
// other methods.
func (v *Verifier) VerifyAll(ctx context.Context, fn func(Report) error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	latest, err := v.Latest(ctx)
	if err != nil {
		return err
	}
	if err := v.rewind(ctx); err != nil {
		return err
	}
	for v.last = latest; v.state.Batch < latest; {
		report, err := v.next(ctx)
		if errors.Is(err, ErrNoBatch) { // taken back meanwhile
			return nil
		}
		if err != nil {
			return err
		}
		v.mu.Unlock() // fn may ask for the state
		err = fn(report)
		v.mu.Lock()
		if err != nil {
			return err
		}
	}
	return nil
}

// rewind goes back to the last place whose batch is still on L1: batches are voided and
// retracted, and L1 itself may be reorganised. v.mu is held.
func (v *Verifier) rewind(ctx context.Context) error {
	if err := v.check(ctx); err != nil {
		return err
	}
	for v.state.Batch > 0 {
		stands, err := v.stands(ctx, v.state.Batch, v.state.BatchHash)
		if err != nil || stands {
			return err
		}
		v.log.Info("L1 has taken back a batch", zap.Uint64("batch", v.state.Batch), zap.Stringer("hash", v.state.BatchHash))
		v.moveTo(v.state.back())
	}
	return nil
}

// moveTo makes a state the present one. v.mu is held.
func (v *Verifier) moveTo(st *State) {
	if st.Batch < v.state.Batch {
		clear(v.stores) // named in blocks that L1 may no longer have
		clear(v.sets)
	}
	v.state, v.ahead = st, nil
}

// next audits the batch after the last audited one and moves the state. v.mu is held.
func (v *Verifier) next(ctx context.Context) (Report, error) {
	for range maxMarks + 2 {
		n := v.state.Batch + 1
		claim, err := v.readClaim(ctx, n, max(v.state.L1Block, v.cfg.FirstL1Block))
		if err != nil {
			return Report{}, fmt.Errorf("batch %d: %w", n, err)
		}
		a := newAudit(v, claim)
		if err := a.run(ctx); err != nil {
			return a.report, fmt.Errorf("batch %d: %w", n, err)
		}
		stands, err := v.stillStands(ctx, claim)
		if err != nil {
			return Report{}, err
		}
		if stands {
			v.moveTo(a.st)
			v.tell(a.report.Findings)
			return a.report, nil
		}
		if err := v.rewind(ctx); err != nil {
			return Report{}, err
		}
	}
	return Report{}, v.l1.failed("read a batch", errors.New("batches are taken back while they are read"))
}

// stillStands reports whether L1 has, after a batch was audited, still that one and the one
// before it: else what was found means nothing. L1 lets a batch stand on its parent only.
func (v *Verifier) stillStands(ctx context.Context, c *claim) (bool, error) {
	stands, err := v.stands(ctx, c.number, c.event.hash)
	if err != nil || !stands || v.state.Batch == 0 || c.batch.Parent == v.state.BatchHash {
		return stands, err
	}
	return v.stands(ctx, v.state.Batch, v.state.BatchHash)
}

func (v *Verifier) tell(findings []Finding) {
	for _, f := range findings {
		v.log.Error("a check did not hold", zap.Uint64("batch", f.Batch), zap.String("code", string(f.Code)), zap.Stringer("finding", f), zap.String("do", f.Do))
	}
}

func (v *Verifier) progress(p Progress) {
	if v.cfg.OnProgress != nil {
		v.cfg.OnProgress(p)
	}
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
	v.l1ID, v.deployment = l1, deploymentID(l1, v.cfg.Settlement)
	return nil
}

// deploymentID is keccak256(abi.encode(l1, settlement)).
func deploymentID(l1 uint64, settlement common.Address) common.Hash {
	return crypto.Keccak256Hash(word(l1).Bytes(), common.LeftPadBytes(settlement[:], common.HashLength))
}
