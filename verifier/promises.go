package verifier

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// ErrPromise: something that was given for a promise is none of a signer.
var ErrPromise = errors.New("not a promise of a signer")

// maxSigners bounds how many answers of L1 about signers are remembered.
const maxSigners = 1024

// Contradiction is two promises of one position that say different things.
type Contradiction struct {
	A Promise `json:"a"`
	B Promise `json:"b"`
}

// Position returns the position that both are about.
func (c *Contradiction) Position() Position { return c.A.Position() }

// Finding returns the contradiction as a finding.
func (c *Contradiction) Finding() Finding {
	at := c.Position()
	return Finding{Code: CodePromise, Chain: at.ChainID, Do: CodePromise.Do(),
		Text: fmt.Sprintf("position %d of block %d was promised to transaction %s (grade %d) and to %s (grade %d)", at.Index, at.Height,
			c.A.Message.TxHash, c.A.Message.Grade, c.B.Message.TxHash, c.B.Message.Grade)}
}

// Promises compares promises with each other. It remembers a bounded number of positions
// and forgets the oldest. It is used by one goroutine.
type Promises struct {
	v       *Verifier
	most    int
	known   map[Position]Promise
	order   []Position // ring of known's keys, oldest at next
	next    int
	applied []Promise // of grade 2, to be compared with final batches
	final   uint64    // the last final batch when that was done
	signers map[signerOf]bool
	domain  common.Hash
}

type signerOf struct {
	epoch   uint64
	address common.Address
}

// NewPromises returns an empty collection that remembers up to most positions.
func (v *Verifier) NewPromises(most int) *Promises {
	return &Promises{v: v, most: max(most, 1), known: make(map[Position]Promise), signers: make(map[signerOf]bool)}
}

// Add takes in a promise, and returns the contradiction if it makes one. What is not
// signed by a signer of its epoch is an error that wraps ErrPromise.
func (ps *Promises) Add(ctx context.Context, p Promise) (*Contradiction, error) {
	if err := ps.checkSigner(ctx, &p); err != nil {
		return nil, err
	}
	at := p.Position()
	if p.Message.Grade == gradeApplied && len(ps.applied) < ps.most {
		ps.applied = append(ps.applied, p)
	}
	before, ok := ps.known[at]
	switch {
	case !ok:
		ps.remember(at, p)
	case before.content() != p.content():
		return &Contradiction{A: before, B: p}, nil
	case before.Message.Grade < p.Message.Grade: // the stronger one is the better evidence
		ps.known[at] = p
	}
	return nil, nil
}

// Broken compares promises of grade 2 with what has become final since it was called before,
// and gives fn those that are against it. It ends with fn's first error.
func (ps *Promises) Broken(ctx context.Context, fn func(*Broken) error) error {
	if len(ps.applied) == 0 {
		return nil
	}
	batches := bindings.NewBatches()
	final, err := view(ctx, ps.v.l1, ps.v.cfg.Settlement, batches.PackFinalBatch(), batches.UnpackFinalBatch)
	if err != nil || final == ps.final {
		return err
	}
	var later []Promise
	for i, p := range ps.applied {
		found, compared, err := ps.v.Applied(ctx, p)
		if err == nil && found != nil {
			err = fn(found)
		}
		if err != nil {
			ps.applied = append(later, ps.applied[i:]...)
			return err
		}
		if !compared {
			later = append(later, p)
		}
	}
	ps.applied, ps.final = later, final
	return nil
}

func (ps *Promises) remember(at Position, p Promise) {
	ps.known[at] = p
	if len(ps.order) < ps.most {
		ps.order = append(ps.order, at)
		return
	}
	delete(ps.known, ps.order[ps.next])
	ps.order[ps.next] = at
	ps.next = (ps.next + 1) % ps.most
}

// checkSigner asks L1 whether who signed the promise is a signer of its epoch.
func (ps *Promises) checkSigner(ctx context.Context, p *Promise) error {
	batches, at := bindings.NewBatches(), ps.v.cfg.Settlement
	if ps.domain == (common.Hash{}) {
		domain, err := view(ctx, ps.v.l1, at, batches.PackDomainSeparator(), batches.UnpackDomainSeparator)
		if err != nil {
			return err
		}
		ps.domain = domain
	}
	address, err := p.signer(ps.domain)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrPromise, err)
	}
	who := signerOf{uint64(p.Message.Epoch), address}
	is, known := ps.signers[who]
	if !known {
		if is, err = view(ctx, ps.v.l1, at, batches.PackIsSigner(who.epoch, address), batches.UnpackIsSigner); err != nil {
			return err
		}
		if len(ps.signers) < maxSigners {
			ps.signers[who] = is
		}
	}
	if !is {
		return fmt.Errorf("%w: %s of epoch %d", ErrPromise, address, who.epoch)
	}
	return nil
}
