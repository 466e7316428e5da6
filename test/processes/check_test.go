package processes

import (
	"bytes"
	"errors"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// broken is why the service does not call itself well after it had to revoke promises.
const broken = "ssequencer_broken_preconfirmations_total"

// check waits until everything that was acknowledged is on the nodes and on L1, and then
// compares what clients were told with what the nodes and L1 say.
func (c *cluster) check(told *ledger) {
	c.t.Helper()
	last := uint64(0)
	for _, sub := range told.subs {
		if sub.acked {
			told.acknowledged++
		}
		switch {
		case sub.refused != "":
			told.turnedOff++
			c.checkRefused(sub)
		case !sub.acked:
			c.t.Errorf("%s %s was never acknowledged", sub.kind, sub.id)
		case len(sub.promises) == 0 && !c.mayRevoke:
			told.lost++
			c.t.Errorf("%s %s was acknowledged, and then neither promised nor refused", sub.kind, sub.id)
		case !c.included(sub):
			told.lost++
		default:
			told.included++
			for _, p := range sub.promises {
				c.checkPromise(p, told)
				last = max(last, uint64(p.Message.Timestamp))
			}
		}
		for _, p := range sub.earlier {
			c.checkPlace(p, told)
		}
	}
	c.checkSums()
	var batch *uint64 // the first seen that has the last slot: while it is verified there are others
	c.until("the last slot is in a batch on L1 that is verified", func() bool {
		b, err := c.client.Batch(c.t.Context(), batch)
		if batch = nil; err != nil || uint64(b.LastTimestamp) < last {
			return false
		}
		batch = new(uint64(b.Number))
		return b.Status == wire.Verified
	})
	if r := c.verify(); r.code != 0 {
		c.t.Errorf("verify --all: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	if r := sequencerCommand(c.t, "status", "--rpc-url", c.url); r.code != 0 && !(c.mayRevoke && r.says(broken)) {
		c.t.Errorf("status: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	c.checkLog()
	told.subs = nil
	c.t.Logf("so far %d submissions acknowledged, %d included, %d refused, %d positions promised, %d of them revoked",
		told.acknowledged, told.included, told.turnedOff, len(told.places), told.revoked)
}

// checkRefused checks that nothing of a refused submission is on a chain.
func (c *cluster) checkRefused(sub *submission) {
	c.t.Helper()
	for _, tx := range sub.txs {
		_, err := c.nodeOf(chains.ChainID(tx.ChainId().Uint64())).eth.TransactionReceipt(c.t.Context(), tx.Hash())
		if !errors.Is(err, ethereum.NotFound) {
			c.t.Errorf("%s %s was refused and is on its chain (%v)", sub.kind, tx.Hash(), err)
		}
	}
	if b, err := c.client.Bundle(c.t.Context(), sub.id); err == nil && b.Refusal == nil {
		c.t.Errorf("%s %s was refused, on record it is %s", sub.kind, sub.id, b.Status)
	} else if err != nil && (sub.acked || !errors.Is(err, client.ErrNotFound)) {
		c.t.Errorf("%s %s was refused and is not on record: %v", sub.kind, sub.id, err)
	}
}

// included reports whether every transaction of a submission gets onto its chain.
func (c *cluster) included(sub *submission) bool {
	c.t.Helper()
	for _, tx := range sub.txs {
		if c.receipt(chains.ChainID(tx.ChainId().Uint64()), tx.Hash()) == nil {
			return false
		}
	}
	return true
}

// receipt waits until a chain's own node has a transaction. It returns nil for one that does
// not come; after the first of them there is no more waiting.
func (c *cluster) receipt(id chains.ChainID, hash common.Hash) *types.Receipt {
	c.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for late := time.Now().Add(hanging); ; <-tick.C {
		if r, err := c.nodeOf(id).eth.TransactionReceipt(c.t.Context(), hash); err == nil {
			return r
		}
		if c.missing || time.Now().After(late) {
			c.missing = true
			c.t.Errorf("transaction %s was promised and does not get onto chain %d", hash, id)
			return nil
		}
	}
}

// checkPlace checks that a place is promised to one transaction only, by the signer.
func (c *cluster) checkPlace(said *wire.Preconfirmation, told *ledger) {
	c.t.Helper()
	p := said.Promise()
	at := place{p.ChainID, p.Height, p.Index}
	if other, twice := told.places[at]; twice && other != p.StructHash() {
		c.t.Errorf("position %v was promised twice with different content", at)
	}
	told.places[at] = p.StructHash()
	domain := chains.Domain{L1ChainID: c.l1.id, Settlement: c.plan.Settlement()}
	if who, err := signer.VerifyPromise(domain, p); err != nil || who != c.plan.Keys().Signer.Address() {
		c.t.Errorf("promise at %v is signed by %s (%v)", at, who, err)
	}
}

// checkPromise compares a promise with the chain's own node. One that was revoked, with a
// cause, is right where chains may have stood aside.
func (c *cluster) checkPromise(said *wire.Preconfirmation, told *ledger) {
	c.t.Helper()
	c.checkPlace(said, told)
	p := said.Promise()
	at := place{p.ChainID, p.Height, p.Index}
	now, err := c.client.Preconfirmation(c.t.Context(), p.TxHash)
	if err != nil || now.Promise().StructHash() != p.StructHash() {
		c.t.Errorf("promise at %v is now %+v (%v)", at, now, err)
		return
	}
	if r := now.Revocation; r != nil {
		if told.revoked++; !c.mayRevoke || r.Cause == "" {
			c.t.Errorf("promise at %v was revoked: %+v", at, r)
		}
		c.t.Logf("promise at %v of %s was revoked: %s", at, p.TxHash, r.Cause)
		return
	}
	r := c.receipt(p.ChainID, p.TxHash)
	if r == nil {
		return
	}
	if r.BlockNumber.Uint64() != p.Height || uint64(r.TransactionIndex) != p.Index || chains.ReceiptHash(r.Status, r.GasUsed, r.Logs) != p.ReceiptHash {
		c.t.Errorf("promise at %v of %s was not kept: it is in block %v at %d with status %d", at, p.TxHash, r.BlockNumber, r.TransactionIndex, r.Status)
	}
}

// checkSums checks that both sides of every pair are equal and the token is conserved.
func (c *cluster) checkSums() {
	c.t.Helper()
	contracts := c.plan.Contracts()
	total := new(big.Int)
	for _, x := range c.l2s {
		total.Add(total, new(big.Int).SetBytes(c.read(x, contracts.TestToken, bindings.EncodeTotalSupply())))
		for _, y := range c.l2s {
			if x == y {
				continue
			}
			sent := c.read(x, contracts.RootStore, bindings.EncodeTree(false, uint64(y.id), 1))
			received := c.read(y, contracts.RootStore, bindings.EncodeTree(true, uint64(x.id), 1))
			if !bytes.Equal(sent, received) {
				c.t.Errorf("pair %d to %d: sent %x, received %x", x.id, y.id, sent, received)
			}
		}
	}
	if want := new(big.Int).Mul(big.NewInt(10_000_000), big.NewInt(params.Ether)); total.Cmp(want) != 0 {
		c.t.Errorf("the token's supply is %v, not %v", total, want)
	}
}

func (c *cluster) read(n *node, to common.Address, data []byte) []byte {
	c.t.Helper()
	out, err := n.eth.CallContract(c.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	return out
}

// checkLog looks for what the service must never have to say, but for what the test brought
// about.
func (c *cluster) checkLog() {
	c.t.Helper()
	for line := range strings.SplitSeq(c.serviceLog(), "\n") {
		wrong := strings.Contains(line, "ERROR") || strings.Contains(line, "panic") || strings.Contains(line, "differs from")
		if wrong && !slices.ContainsFunc(c.provoked, func(text string) bool { return strings.Contains(line, text) }) {
			c.t.Errorf("the service says: %s", line)
		}
	}
}
