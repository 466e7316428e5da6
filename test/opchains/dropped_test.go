package opchains

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// drop is one run of TestDirectOrphaned.
type drop struct {
	depth      uint64 // how many of the L1 blocks that chains derive from are dropped, at least
	blockTimes []uint64
	kill       bool // the service, and a node, while chains are rolled back
}

// L1 drops blocks that blocks of both chains have as their origins, and no op-node is there to
// make others: the service rolls its chains back. What was promised in blocks that are lost is
// revoked, what was sent is included again or on record as refused, deposits come as L1 has them now, both
// sides of each pair come out even, and everything goes on.
// SSEQ_DROPS runs it at other depths, on chains of different block times, and with kills.
func TestDirectOrphaned(t *testing.T) {
	one, two := []uint64{1, 1}, []uint64{1, 2}
	drops := []drop{{depth: 3, blockTimes: one}}
	if os.Getenv("SSEQ_DROPS") != "" {
		drops = nil
		for _, blockTimes := range [][]uint64{one, two} {
			for _, depth := range []uint64{1, 3, 16} {
				drops = append(drops, drop{depth, blockTimes, false}, drop{depth, blockTimes, true})
			}
		}
	}
	for _, d := range drops {
		t.Run(fmt.Sprintf("%d blocks, block times %v, kills %v", d.depth, d.blockTimes, d.kill), d.run)
	}
}

func (o drop) run(t *testing.T) {
	w := newWorld(t, o.blockTimes...)
	s := newService(w)
	s.start()
	d := startDeposits(w)
	tr := &traffic{w: w, on: s.client, url: s.url, goal: 1 << 62, pause: 100 * time.Millisecond}
	done := make(chan error, 1)
	go func() { done <- tr.run(t.Context()) }()
	goesOn := func() {
		before := tr.count.Load()
		w.until("traffic goes on", func() bool { return tr.count.Load() >= before+40 })
	}
	goesOn()
	base := w.l1Block(nil).Number.Uint64()
	c, to := w.chains[0], common.Address{0: 0xee}
	var from *types.Header
	for from == nil {
		most := uint64(math.MaxUint64)
		if o.depth > 1 {
			to[19]++
			most = w.fleeting(c, to, 77) - 1
		}
		from = w.reorgPoint(base, most, o.depth)
	}
	must(t, w.l1.Reorg(t.Context(), from.Hash()))
	t.Logf("L1 goes back to block %v", from.Number)
	if o.kill {
		w.killRolling(s)
	}
	w.until("chains derive from the new branch", func() bool { return w.onBranch(from.Number.Uint64()+1, s) })
	goesOn()
	tr.stopped.Store(true)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	d.end()
	w.checkDeposits(d)
	if has := w.balance(c, to); has.Sign() != 0 {
		t.Errorf("a deposit that L1 does not have any more has left %v wei", has)
	}
	w.checkSettled(s, tr)
	w.checkPairs(d)
	u := &user{w: w, s: s, sent: tr.sent}
	u.checkPromises()
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}

// fleetingAccount asks for deposits on L1 that are there only for a while.
const fleetingAccount = 8

// fleeting has a deposit made on a chain whose L1 transaction asks for none in later blocks, waits until that is so, and
// returns the number of the L1 block with it.
func (w *world) fleeting(c *chain, to common.Address, mint int64) uint64 {
	w.t.Helper()
	topics, arg := depositLog(common.Address{0: 1}, to, big.NewInt(mint), nil)
	for {
		nonce, err := w.l1eth.PendingNonceAt(w.t.Context(), crypto.PubkeyToAddress(w.account(fleetingAccount).PublicKey))
		must(w.t, err)
		late := time.Now().Add(3 * time.Second)
		hash := w.sendL1(fleetingAccount, &types.DynamicFeeTx{Nonce: nonce, To: &c.portal, Value: big.NewInt(late.Unix()), Data: emitCall(topics, arg)})
		var r *types.Receipt
		w.until("the deposit's transaction is on L1", func() bool {
			r, _ = w.l1eth.TransactionReceipt(w.t.Context(), hash)
			return r != nil
		})
		if len(r.Logs) == 0 {
			continue // it was too late
		}
		w.until("the deposit is there", func() bool { return w.balance(c, to).Int64() == mint })
		w.until("it would not come again", func() bool { return w.l1Block(nil).Time >= uint64(late.Unix()) })
		return r.BlockNumber.Uint64()
	}
}

func (w *world) balance(c *chain, who common.Address) *big.Int {
	w.t.Helper()
	has, err := c.eth.BalanceAt(w.t.Context(), who, nil)
	must(w.t, err)
	return has
}

// reorgPoint waits until L1 can go back by at least so many blocks that some chain derives from, to a
// block between the given numbers and behind no final one, and returns that, or nil where it is too late for it.
func (w *world) reorgPoint(base, most, depth uint64) (point *types.Header) {
	w.t.Helper()
	w.until("L1 can go back", func() bool {
		newest, head := slices.Max(w.origins()), w.l1Block(nil).Number.Uint64()
		const final, soon = 32, 10 // every 32nd block is final at once
		if most < head/final*final {
			return true
		}
		number := min(newest-min(newest, depth), most)
		if number < base || number < head/final*final || (head+soon)/final != head/final {
			return false
		}
		point = w.l1Block(new(big.Int).SetUint64(number))
		return true
	})
	return point
}

// onBranch reports whether every chain derives from an L1 block of at least that number, which is L1's, and is well.
func (w *world) onBranch(number uint64, s *service) bool {
	w.t.Helper()
	for _, c := range w.chains {
		call := func(name string) []byte { return w.read(c, chains.L1BlockAddress, crypto.Keccak256([]byte(name))[:4]) }
		at := new(big.Int).SetBytes(call("number()"))
		on, err := w.l1eth.HeaderByNumber(w.t.Context(), at)
		if at.Uint64() < number || err != nil || on.Hash() != common.BytesToHash(call("hash()")) {
			return false
		}
	}
	return s.cmd == nil || s.reasons() == ""
}

// reasons is what the service says is wrong with its chains.
func (s *service) reasons() string {
	s.w.t.Helper()
	health, err := s.client.Status(s.w.t.Context())
	must(s.w.t, err)
	var all []string
	for _, c := range health.Chains {
		all = append(all, c.Reasons...)
	}
	return strings.Join(all, "\n")
}

// killRolling kills the service and a node as soon as a chain is rolled back, and the service once more
// when it has just come back.
func (w *world) killRolling(s *service) {
	w.t.Helper()
	heads := make([]uint64, len(w.chains))
	w.until("a chain is rolled back", func() bool {
		for late := time.Now().Add(time.Second); time.Now().Before(late); {
			for i, c := range w.chains {
				head, err := c.engine.Head(w.t.Context())
				must(w.t, err)
				if number := head.Number.Uint64(); number < heads[i] {
					return true
				} else {
					heads[i] = number
				}
			}
		}
		return false
	})
	s.kill()
	must(w.t, w.chains[0].node.Kill())
	w.chains[0].node.Restart(w.t)
	s.start()
	s.kill()
	s.start()
}
