package verifier

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// Account signs a challenger's transactions.
type Account interface {
	Address() common.Address
	// SignDigest returns 65 bytes r, s, v with v 27 or 28 and low s.
	SignDigest(ctx context.Context, digest common.Hash) ([]byte, error)
}

// ChallengerConfig is what a challenger may spend and where it keeps what it has done.
type ChallengerConfig struct {
	// File keeps cases and the transaction under way over restarts.
	File string
	// MaxFee is the most wei for one unit of gas (default 200 gwei).
	MaxFee *big.Int
	// MaxDemand is the most wei that one demand may cost (default 1 ETH).
	MaxDemand *big.Int
	// MaxAnswered is after how many demands that were answered by a proof no more are made
	// (default 3): then the nodes asked are wrong, not the sequencer.
	MaxAnswered uint64
	// Settled is after how many L1 blocks without change a case is forgotten (default 64).
	Settled uint64
	// OnAct, if set, is told what is done and seen, on the goroutine that calls Look.
	OnAct func(Act)
}

// Act is something that a challenger did or saw.
type Act struct {
	Kind  ActKind      `json:"act"`
	Batch uint64       `json:"batch,omitempty"`
	Tx    *common.Hash `json:"tx,omitempty"`
	Text  string       `json:"text"`
}

// ActKind names what an act is.
type ActKind string

// The acts.
const (
	ActDemand  ActKind = "demand"  // demands that a batch be proven
	ActWait    ActKind = "wait"    // for a proof, or for its time to pass
	ActExpire  ActKind = "expire"  // voids a batch that was not proven in time: the bond is slashed
	ActRelease ActKind = "release" // takes back a demand on a batch that is void
	ActAccuse  ActKind = "accuse"  // shows L1 two promises that contradict each other
	ActFetch   ActKind = "fetch"   // fetches what L1 owes the account
	ActReplace ActKind = "replace" // sends what is under way with a higher fee
	ActClosed  ActKind = "closed"  // nothing more to do
	ActUnable  ActKind = "unable"  // cannot do what should be done
	ActMined   ActKind = "mined"   // a transaction is on L1
)

// Challenger makes L1 judge what a verifier found. It acts on what L1 holds now, so that it
// neither repeats itself nor forgets anything over restarts and L1 reorgs; it has one
// transaction under way at a time. It is used by one goroutine.
type Challenger struct {
	v       *Verifier
	account Account
	cfg     ChallengerConfig
	st      *caseFile
	told    map[string]string // last word on every case

	contract, bond common.Address
}

// action is a transaction that should be sent.
type action struct {
	kind  ActKind
	about common.Hash // the case; zero for none
	batch uint64
	to    common.Address
	value *big.Int
	data  []byte
	text  string
}

// NewChallenger returns a challenger that goes on where its file ends. It asks L1 for its
// contracts, and writes nothing yet.
func (v *Verifier) NewChallenger(ctx context.Context, account Account, cfg ChallengerConfig) (*Challenger, error) {
	if cfg.MaxFee == nil {
		cfg.MaxFee = big.NewInt(200 * params.GWei)
	}
	if cfg.MaxDemand == nil {
		cfg.MaxDemand = big.NewInt(params.Ether)
	}
	if cfg.MaxAnswered == 0 {
		cfg.MaxAnswered = 3
	}
	if cfg.Settled == 0 {
		cfg.Settled = 64
	}
	c := &Challenger{v: v, account: account, cfg: cfg, told: make(map[string]string)}
	v.mu.Lock()
	err := v.check(ctx)
	v.mu.Unlock()
	if err != nil {
		return nil, err
	}
	batches := bindings.NewBatches()
	if c.contract, err = view(ctx, v.l1, v.cfg.Settlement, batches.PackChallenges(), batches.UnpackChallenges); err != nil {
		return nil, err
	}
	if c.bond, err = view(ctx, v.l1, v.cfg.Settlement, batches.PackBond(), batches.UnpackBond); err != nil {
		return nil, err
	}
	c.st, err = loadCases(cfg.File, challengesOf{L1ChainID: v.l1ID, Settlement: v.cfg.Settlement, Account: account.Address()})
	return c, err
}

// Terms are what a challenge costs and can bring.
type Terms struct {
	Price   *big.Int // wei of a demand now
	Period  time.Duration
	Penalty *big.Int // wei that an offence costs the sequencer
	Reward  *big.Int // wei of it that whoever challenged gets
	Balance *big.Int // of the account
}

// Terms returns the terms now.
func (c *Challenger) Terms(ctx context.Context) (t Terms, err error) {
	challenges, bond := bindings.NewChallenges(), bindings.NewBond()
	read := func(to common.Address, data []byte, unpack func([]byte) (*big.Int, error)) *big.Int {
		if err != nil {
			return new(big.Int)
		}
		var n *big.Int
		n, err = view(ctx, c.v.l1, to, data, unpack)
		return n
	}
	period := read(c.contract, challenges.PackProvePeriod(), challenges.UnpackProvePeriod)
	t.Penalty = read(c.contract, challenges.PackPenalty(), challenges.UnpackPenalty)
	burnt := read(c.bond, bond.PackBurntPercent(), bond.UnpackBurntPercent)
	if err != nil {
		return t, err
	}
	t.Period = time.Duration(period.Uint64()) * time.Second
	lost := new(big.Int).Mul(t.Penalty, burnt)
	t.Reward = new(big.Int).Sub(t.Penalty, lost.Div(lost, big.NewInt(100)))
	head, err := c.v.l1.latest(ctx)
	if err != nil {
		return t, err
	}
	if t.Price, err = c.price(ctx, head); err != nil {
		return t, err
	}
	t.Balance, err = c.v.l1.balance(ctx, c.account.Address())
	return t, err
}

// Report takes in a report. A batch that cannot be proven becomes a case.
func (c *Challenger) Report(r Report) error {
	if len(r.Unprovable) == 0 || r.claim == nil || c.st.has(r.Hash) {
		return nil
	}
	return c.st.add(challengeCase{Claim: r.claim, Reasons: r.Unprovable})
}

// Contradiction takes in two promises that contradict each other.
func (c *Challenger) Contradiction(e Contradiction) error {
	if c.st.has(e.Position().key()) {
		return nil
	}
	return c.st.add(challengeCase{Promises: &e})
}

// Look does what L1 allows to do now: at most one transaction. It returns an error only
// where L1 could not be asked or the file not be written; call it again later.
func (c *Challenger) Look(ctx context.Context) error {
	head, err := c.v.l1.latest(ctx)
	if err != nil {
		return err
	}
	if under, err := c.underway(ctx, head); err != nil || under {
		return err
	}
	for i := range c.st.Cases {
		if c.st.Cases[i].RetryAt > head.Number.Uint64() {
			continue
		}
		act, err := c.judge(ctx, &c.st.Cases[i], head)
		if err != nil {
			return err
		}
		if act == nil {
			continue
		}
		if sent, err := c.send(ctx, act, head); err != nil || sent {
			return err
		}
	}
	if err := c.st.forget(head.Number.Uint64(), c.cfg.Settled); err != nil {
		return err
	}
	return c.fetch(ctx, head)
}

// Open returns how many cases L1 has not decided yet.
func (c *Challenger) Open() (open int) {
	for i := range c.st.Cases {
		if c.st.Cases[i].ClosedAt == 0 {
			open++
		}
	}
	return open
}

func (c *Challenger) judge(ctx context.Context, at *challengeCase, head *types.Header) (*action, error) {
	if at.Promises != nil {
		return c.judgePromises(ctx, at, head)
	}
	if at.Broken != nil {
		return c.judgeBroken(ctx, at, head)
	}
	return c.judgeBatch(ctx, at, head)
}

// judgeBatch decides what to do about a batch, by what L1 has of it now.
func (c *Challenger) judgeBatch(ctx context.Context, at *challengeCase, head *types.Header) (*action, error) {
	batches, challenges := bindings.NewBatches(), bindings.NewChallenges()
	n, hash := at.Claim.Number, at.Claim.Hash()
	accepted, err := view(ctx, c.v.l1, c.v.cfg.Settlement, batches.PackBatchAt(n), batches.UnpackBatchAt)
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}
	final, err := view(ctx, c.v.l1, c.v.cfg.Settlement, batches.PackFinalBatch(), batches.UnpackFinalBatch)
	if err != nil {
		return nil, err
	}
	demand, err := view(ctx, c.v.l1, c.contract, challenges.PackDemandOf(hash), challenges.UnpackDemandOf)
	if err != nil {
		return nil, err
	}
	stands, proven, demanded := accepted.BatchHash == hash, accepted.ProvenBy != common.Address{}, demand.By != common.Address{}
	switch {
	case demanded && !stands && demand.By == c.account.Address():
		return c.do(at, ActRelease, challenges.PackRelease(onL1(at.Claim)), "batch %d is void with another one: take back the demand on it", n), nil
	case !stands:
		return nil, c.close(at, head, "batch %d is void: nothing in it can leave through L1", n)
	case proven:
		if at.Demanded && at.ClosedAt == 0 {
			c.st.Answered++
		}
		return nil, c.close(at, head, "batch %d was proven by %s, who gets what was demanded with: L1 has checked that the chains hold what it says. "+
			"If your nodes say otherwise, they are not of the chain that L1 knows", n, accepted.ProvenBy)
	case n <= final:
		return nil, c.close(at, head, "batch %d is final: too late to demand a proof", n)
	case demanded && head.Time > demand.Deadline.Uint64():
		return c.do(at, ActExpire, challenges.PackExpire(onL1(at.Claim)), "batch %d was not proven in time: void it, the bond is slashed", n), nil
	case demanded:
		c.tell(at.name(), Act{Kind: ActWait, Batch: n, Text: fmt.Sprintf("batch %d has to be proven until %s, by demand of %s",
			n, time.Unix(demand.Deadline.Int64(), 0).UTC().Format(time.RFC3339), demand.By)})
		return nil, at.open(c.st)
	}
	return c.demand(ctx, at, head)
}

// demand demands proof of a batch.
func (c *Challenger) demand(ctx context.Context, at *challengeCase, head *types.Header) (*action, error) {
	n := at.Claim.Number
	if first, ok := c.st.earliest(); ok && first < n {
		c.tell(at.name(), Act{Kind: ActWait, Batch: n, Text: fmt.Sprintf("batch %d is void if batch %d is: wait for that", n, first)})
		return nil, at.open(c.st)
	}
	if c.st.Answered >= c.cfg.MaxAnswered {
		c.tell(at.name(), Act{Kind: ActUnable, Batch: n, Text: fmt.Sprintf("no proof of batch %d is demanded: %d demands were answered, so the nodes asked seem to be wrong. "+
			"Compare them with others, and begin again without the file", n, c.st.Answered)})
		return nil, nil
	}
	price, err := c.price(ctx, head)
	if err != nil {
		return nil, err
	}
	price.Div(price.Mul(price, big.NewInt(5)), big.NewInt(4)) // the base fee may rise meanwhile
	if price.Cmp(c.cfg.MaxDemand) > 0 {
		c.tell(at.name(), Act{Kind: ActUnable, Batch: n, Text: fmt.Sprintf("a demand costs %v wei now, more than is allowed (%v)", price, c.cfg.MaxDemand)})
		return nil, nil
	}
	act := c.do(at, ActDemand, bindings.NewChallenges().PackDemandProof(n), "demand proof of batch %d: %s", n, at.why())
	act.value, at.Demanded = price, true
	return act, at.open(c.st)
}

// price returns what a demand costs at the head's base fee. L1's own demandPrice cannot be
// asked: nodes make calls at a base fee of zero.
func (c *Challenger) price(ctx context.Context, head *types.Header) (*big.Int, error) {
	challenges := bindings.NewChallenges()
	gas, err := view(ctx, c.v.l1, c.contract, challenges.PackProveGas(), challenges.UnpackProveGas)
	if err != nil {
		return nil, err
	}
	least, err := view(ctx, c.v.l1, c.contract, challenges.PackLeastDemand(), challenges.UnpackLeastDemand)
	if err != nil {
		return nil, err
	}
	price := gas.Mul(gas, head.BaseFee)
	price.Div(price.Mul(price, big.NewInt(3)), common.Big2)
	if price.Cmp(least) < 0 {
		return least, nil
	}
	return price, nil
}

// judgePromises decides what to do about two promises.
func (c *Challenger) judgePromises(ctx context.Context, at *challengeCase, head *types.Header) (*action, error) {
	challenges := bindings.NewChallenges()
	position := at.Promises.Position()
	punished, err := view(ctx, c.v.l1, c.contract, challenges.PackPunished(position.key()), challenges.UnpackPunished)
	if err != nil {
		return nil, err
	}
	if punished {
		return nil, c.close(at, head, "the promises for position %d of block %d of chain %d were punished", position.Index, position.Height, position.ChainID)
	}
	data := challenges.PackAccuse(at.Promises.A.statement(), at.Promises.B.statement(), [2][][]byte{})
	_, err = c.v.l1.call(ctx, c.contract, data)
	if reason, refused := revertReason(err); refused {
		return nil, c.close(at, head, "L1 does not take the promises for position %d of block %d of chain %d for an offence (%s): below grade 2, on different "+
			"L1 blocks of which one is not L1's any more, they may be due to an L1 reorg", position.Index, position.Height, position.ChainID, reason)
	}
	if err != nil {
		return nil, err
	}
	return c.do(at, ActAccuse, data, "show L1 two promises for position %d of block %d of chain %d", position.Index, position.Height, position.ChainID), at.open(c.st)
}

func (c *Challenger) do(at *challengeCase, kind ActKind, data []byte, format string, args ...any) *action {
	act := &action{kind: kind, about: at.key(), to: c.contract, value: new(big.Int), data: data, text: fmt.Sprintf(format, args...)}
	if at.Claim != nil {
		act.batch = at.Claim.Number
	}
	return act
}

// close records that there is nothing to do about a case as L1 is now.
func (c *Challenger) close(at *challengeCase, head *types.Header, format string, args ...any) error {
	act := Act{Kind: ActClosed, Text: fmt.Sprintf(format, args...)}
	if at.Claim != nil {
		act.Batch = at.Claim.Number
	}
	c.tell(at.name(), act)
	if at.ClosedAt != 0 {
		return nil
	}
	at.ClosedAt = head.Number.Uint64()
	return c.st.save()
}

// tell tells of an act unless it was the last one told of the case.
func (c *Challenger) tell(about string, act Act) {
	if c.told[about] == act.Text {
		return
	}
	c.told[about] = act.Text
	if c.cfg.OnAct != nil {
		c.cfg.OnAct(act)
	}
}

// onL1 returns a batch as L1's contracts take it.
func onL1(b *merkle.Batch) bindings.ClaimsBatch {
	out := bindings.ClaimsBatch{Number: b.Number, Parent: b.Parent, FirstTimestamp: b.FirstTimestamp, LastTimestamp: b.LastTimestamp,
		BurnRoot: b.BurnRoot, MintRoot: b.MintRoot, PairsHash: b.PairsHash}
	for _, r := range b.Chains {
		out.Chains = append(out.Chains, bindings.ClaimsChainRange{ChainId: word(r.ChainID).Big(), FirstBlock: r.FirstBlock,
			LastBlock: r.LastBlock, LastBlockHash: r.LastBlockHash, StateRoot: r.StateRoot})
	}
	return out
}
