package l1

import (
	"errors"
	"slices"
	"time"

	"github.com/ssequencer/ssequencer/chains"
)

// Blocks kept of a chain's line: before its last origin and after it.
const (
	behind = 8
	ahead  = 24
)

// state is the part of L1 that one chain is about to derive from.
type state struct {
	last     chains.BlockRef // origin of the chain's last block, as far as it was asked about
	blocks   []*block        // each the child of the one before, with last among them; not changed in place
	orphaned bool            // last is not on L1 any more
}

// find returns the place of a block, -1 if it is not there.
func (l *state) find(ref chains.BlockRef) int {
	return slices.IndexFunc(l.blocks, func(b *block) bool { return b.BlockRef == ref })
}

func (l *state) top() *block { return l.blocks[len(l.blocks)-1] }

// same reports whether nothing that answers depend on differs.
func (l *state) same(other state) bool {
	return l.orphaned == other.orphaned && len(l.blocks) == len(other.blocks) && (len(l.blocks) == 0 || l.top() == other.top())
}

// line is what is known of L1 for one chain, and what was made of it.
type line struct {
	chain *Chain
	state
	answer  *answer // the last one
	unsure  error   // why it is too early to believe that last is orphaned; nil where it is not
	tallest uint64  // highest number that the L1's head has had while last was there
	final   uint64  // and that of a block that L1 called final

	missing error     // what the next block waits for, nil where it does not
	waits   time.Time // since when
}

// wait notes what the next block waits for, or that it does not.
func (l *line) wait(err error) {
	if l.missing == nil {
		l.waits = time.Now()
	}
	l.missing = nil
	if errors.Is(err, chains.ErrNotYet) {
		l.missing = err
	}
}

type answer struct {
	question
	inputs *chains.Inputs
}

// install replaces the state. An answer goes with its origin.
func (l *line) install(s state) {
	l.state = s
	if l.answer != nil && l.find(l.answer.inputs.L1Origin) < 0 {
		l.answer = nil
	}
}

// question is everything that an answer depends on beside L1.
type question struct {
	timestamp, number, parentTime, gasLimit uint64
	extraData                               string
	attributes                              chains.L1Attributes // without the fees, which go with the origin
}

func asked(parent *chains.Parent, timestamp uint64) question {
	q := question{timestamp, parent.Number, parent.Timestamp, parent.GasLimit, string(parent.ExtraData), parent.Attributes}
	q.attributes.BaseFee, q.attributes.BlobBaseFee = nil, nil
	return q
}
