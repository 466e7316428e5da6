package sim

import (
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// vices are what the nodes may do wrong, as probabilities in percent. All zero is a
// node that does what it should.
type vices struct {
	failBefore float64 // per call: an error, and nothing is done
	failAfter  float64 // per call: an error, though it is done (also: the head has moved)
	slow       float64 // per call: an answer after 1 to 6 s, or a timeout after that
	heavy      float64 // per call: takes up to 0.2 s, or 1.5 s where it has to work: no fault, but the next slot is open by then
	still      float64 // per adoption: answers without moving (the client that reads the head back calls that an error)
	syncing    float64 // per payload or adoption: SYNCING for the next 0.5 to 4 s
	dead       float64 // per call: refuses every call for the next 0.5 to 8 s
	away       float64 // per call: the same for 3 to 60 s
	hung       float64 // per call: answers no call for the next 0.5 to 20 s; those made meanwhile never
	restart    float64 // per call: as dead, and the last blocks are lost
	bent       float64 // of all transactions: executed otherwise than the rules say
	lie        float64 // per read of a slot: a wrong value
	wrongRoot  float64 // per build: the payload has another receipts root than what it executed
	invalid    float64 // per payload: called invalid, though it is good
	foreign    float64 // per build: another writer's block becomes the head
	sibling    float64 // per adoption: another writer's block beside the one to be adopted becomes the head
	deep       float64 // of what other writers do: so many blocks that it is no slip
	stays      bool    // the head never goes back to an ancestor
	lost       uint64  // blocks lost at a restart, at most
}

// Errors as a node's client would give them.
var (
	errRefused = errors.New("connection refused")
	errBroken  = errors.New("connection reset by peer")
	errSilent  = errors.New("no answer")
	errTimeout = errors.New("i/o timeout")
	errSyncing = errors.New("SYNCING")
	errNotHead = errors.New("the node's head is another block")
	errBad     = errors.New("INVALID")
	errCrashed = errors.New("this process has crashed")
)

// invalidPayload is permanent, as the real client's.
type invalidPayload struct{ error }

func (invalidPayload) Permanent() bool { return true }

// fault is what a plan lets happen to one call, whatever the vices say.
type fault int

const (
	none          fault = iota
	failBefore          // an error, and nothing is done
	failAfter           // an error, though it is done
	loseOne             // the node is killed before it does anything, and has lost its last block
	loseAll             // the same, and it has lost all blocks but the contracts'
	doneThenLost        // it is killed after it did it, and has lost all blocks
	dies                // it refuses this and every call for a while
	diesAfter           // it does it, and then refuses every call for a while
	hangs               // it answers no call for a while
	wrongRoot           // a payload is built with another receipts root
	saysInvalid         // a good payload is called invalid
	foreignChild        // another writer's block becomes the head, on the one that was
	foreignBeside       // another writer's block beside the one that was the head becomes it
	foreignChain        // another writer's blocks, more than a slip
)

func (f fault) String() string {
	return [...]string{"none", "fails before", "fails after", "killed, one block lost", "killed, all blocks lost", "killed afterwards, all blocks lost",
		"dies", "dies afterwards", "hangs", "wrong receipts root", "called invalid", "another writer's child", "another writer's sibling", "another writer's chain"}[f]
}

// strike is a planned fault that has happened.
type strike struct {
	fault fault
	chain chains.ChainID
	at    time.Time
}

// strikes notes that the fault happens to the node.
func (n *node) strikes(f fault) {
	n.sim.mu.Lock()
	defer n.sim.mu.Unlock()
	n.sim.struck = strike{f, n.id, time.Now()}
}

// absence is how long a node that dies or hangs as planned does so.
const absence = 10 * time.Second

// span is a time in which something was wrong with a node.
type span struct{ from, to time.Time }

// suffers notes that something is wrong with the node from now on for a while.
func (n *node) suffers(d time.Duration) {
	now := time.Now()
	n.sim.mu.Lock()
	defer n.sim.mu.Unlock()
	n.trouble = append(n.trouble, span{now, now.Add(d)})
}

// suffered reports whether something was wrong with the node at some time in between.
func (n *node) suffered(from, to time.Time) bool {
	n.sim.mu.Lock()
	defer n.sim.mu.Unlock()
	for _, s := range n.trouble {
		if !s.to.Before(from) && !s.from.After(to) {
			return true
		}
	}
	return false
}

// blows counts what began to be wrong with any node at some time in between.
func (s *sim) blows(from, to time.Time) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	count := 0
	for _, id := range s.world.ids {
		for _, t := range s.nodes[id].trouble {
			if !t.from.Before(from) && !t.from.After(to) {
				count++
			}
		}
	}
	return count
}

// die makes the node refuse every call for a while.
func (n *node) die(d time.Duration) {
	n.deadUntil = later(n.deadUntil, time.Now().Add(d))
	n.suffers(d)
}

// hang makes the node answer no call for a while.
func (n *node) hang(d time.Duration) {
	n.hungUntil = later(n.hungUntil, time.Now().Add(d))
	n.suffers(d)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// atMost is d, or what is left until the vices stop and a little.
func (s *sim) atMost(d time.Duration) time.Duration { return min(d, time.Until(s.calm)+5*time.Second) }

// kill is a node's end and start, some blocks short.
func (n *node) kill(lost uint64) {
	n.loseLast(lost, 1)
	n.die(time.Second)
}

// work is how much longer a call takes, before and after it does what is asked.
func (s *seam) work(r *rand.Rand, method string, heavy float64) (before, after time.Duration) {
	most := 200 * time.Millisecond
	if s.slow(method) {
		most = 1500 * time.Millisecond
	}
	took, first := between(r, time.Millisecond, most), percent(r, 50)
	switch {
	case !percent(r, heavy):
		return 0, 0
	case first:
		return took, 0
	}
	return 0, took
}

// befall lets the vices, and what is planned, happen to the node before a call.
func (n *node) befall(r *rand.Rand, v vices, planned fault) {
	restart, dead, away, hung := percent(r, v.restart), percent(r, v.dead), percent(r, v.away), percent(r, v.hung)
	short, long, stuck := between(r, time.Second/2, 8*time.Second), between(r, 3*time.Second, time.Minute), between(r, time.Second/2, 20*time.Second)
	if restart {
		n.crash(r, v.lost)
	}
	if restart || dead {
		n.die(short)
	}
	if away {
		n.die(n.sim.atMost(long))
	}
	if hung {
		n.hang(n.sim.atMost(stuck))
	}
	switch planned {
	case loseOne:
		n.kill(1)
	case loseAll:
		n.kill(1 << 20)
	case dies:
		n.die(absence)
	case hangs:
		n.hang(absence)
	}
}

// intrusion is what another writer does to a node: so many blocks, beside or on its head.
type intrusion struct {
	blocks int
	beside bool
}

// slip is how many blocks of another writer the service replaces by itself.
const slip = 2

// slip reports whether the service is to mend it by itself.
func (i intrusion) slip() bool { return i.blocks <= slip }

// intruder draws what another writer does.
func intruder(r *rand.Rand, v vices, beside bool) intrusion {
	in := intrusion{1 + r.IntN(2), beside}
	if beside {
		in.blocks = 1
	}
	if percent(r, v.deep) {
		in.blocks = 4 + r.IntN(4)
	}
	return in
}

// intrude lets another writer extend the node's chain.
func (n *node) intrude(in intrusion) error {
	head := n.top()
	if in.beside {
		if head = head.parent; head.number() == 0 {
			return nil // never beside the contracts
		}
	}
	for range in.blocks {
		b, err := n.strangersBlock(head)
		if err != nil {
			return err
		}
		n.add(b)
		n.setHead(b)
		head = b
	}
	n.suffers(0)
	n.sim.mu.Lock()
	n.intrusions = append(n.intrusions, in)
	n.sim.mu.Unlock()
	n.sim.note("%d another writer's blocks up to %d %s", n.id, head.number(), head.hash)
	return nil
}

func (n *node) strangersBlock(on *block) (*block, error) {
	var nonce uint64
	if accounts, err := n.Accounts(context.Background(), on.hash, []common.Address{n.sim.world.stranger.address}); err == nil {
		nonce = accounts[0].Nonce
	}
	tx := n.memory.sign(n.sim.world.stranger, n.id, txFields{nonce: nonce, to: &common.Address{1}, value: big.NewInt(1)})
	open := &chains.Open{ChainID: n.id, Number: on.number() + 1, ParentHash: on.hash, Timestamp: on.header.Time + 1, GasLimit: gasLimit}
	return n.execute(open, [][]byte{tx.Raw()}, n.sim.bend)
}

// plannedWriter is the intrusion that a fault plans.
func plannedWriter(f fault) (intrusion, bool) {
	switch f {
	case foreignChild:
		return intrusion{blocks: 1}, true
	case foreignBeside:
		return intrusion{blocks: 1, beside: true}, true
	case foreignChain:
		return intrusion{blocks: 4}, true
	}
	return intrusion{}, false
}
