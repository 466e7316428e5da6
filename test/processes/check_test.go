package processes

import (
	"bytes"
	"errors"
	"math/big"
	"os"
	"strings"

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

// check waits until everything that was acknowledged is on the nodes and on L1, and then
// compares what clients were told with what the nodes and L1 say.
func (c *cluster) check(told *ledger) {
	c.t.Helper()
	included, refused := 0, 0
	places := map[[3]uint64]common.Hash{} // chain, height, index -> what was promised there
	last := uint64(0)
	for _, sub := range told.subs {
		switch {
		case sub.refused != "":
			refused++
			c.checkRefused(sub)
		case !sub.acked:
			c.t.Errorf("%s %s was never acknowledged", sub.kind, sub.id)
		case len(sub.promises) == 0:
			c.t.Errorf("%s %s was acknowledged, and then neither promised nor refused", sub.kind, sub.id)
		default:
			included++
			for _, tx := range sub.txs {
				c.receipt(chains.ChainID(tx.ChainId().Uint64()), tx.Hash())
			}
			for _, p := range sub.promises {
				c.checkPromise(p, places)
				last = max(last, uint64(p.Message.Timestamp))
			}
		}
	}
	c.checkSums()
	c.until("the last slot is in a batch on L1 that is verified", func() bool {
		b, err := c.client.Batch(c.t.Context(), nil)
		return err == nil && uint64(b.LastTimestamp) >= last && b.Status == wire.Verified
	})
	if r := c.verify(); r.code != 0 {
		c.t.Errorf("verify --all: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	if r := sequencerCommand(c.t, "status", "--rpc-url", c.url); r.code != 0 {
		c.t.Errorf("status: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	c.checkLog()
	c.t.Logf("%d submissions included, %d refused, %d positions promised", included, refused, len(places))
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

// receipt waits until a chain's own node has a transaction.
func (c *cluster) receipt(id chains.ChainID, hash common.Hash) *types.Receipt {
	c.t.Helper()
	var r *types.Receipt
	c.until("chain "+id.String()+" has "+hash.Hex(), func() (found bool) {
		var err error
		r, err = c.nodeOf(id).eth.TransactionReceipt(c.t.Context(), hash)
		return err == nil
	})
	return r
}

// checkPromise compares a promise with the chain's own node.
func (c *cluster) checkPromise(said *wire.Preconfirmation, places map[[3]uint64]common.Hash) {
	c.t.Helper()
	p := said.Promise()
	at := [3]uint64{uint64(p.ChainID), p.Height, p.Index}
	if other, twice := places[at]; twice && other != p.StructHash() {
		c.t.Errorf("position %v was promised twice with different content", at)
	}
	places[at] = p.StructHash()
	domain := chains.Domain{L1ChainID: c.l1.id, Settlement: c.plan.Settlement()}
	if who, err := signer.VerifyPromise(domain, p); err != nil || who != c.plan.Keys().Signer.Address() {
		c.t.Errorf("promise at %v is signed by %s (%v)", at, who, err)
	}
	r := c.receipt(p.ChainID, p.TxHash)
	if r.BlockNumber.Uint64() != p.Height || uint64(r.TransactionIndex) != p.Index || chains.ReceiptHash(r.Status, r.GasUsed, r.Logs) != p.ReceiptHash {
		c.t.Errorf("promise at %v of %s was not kept: it is in block %v at %d with status %d", at, p.TxHash, r.BlockNumber, r.TransactionIndex, r.Status)
	}
	now, err := c.client.Preconfirmation(c.t.Context(), p.TxHash)
	if err != nil || now.Revocation != nil || now.Promise().StructHash() != p.StructHash() {
		c.t.Errorf("promise at %v is now %+v (%v)", at, now, err)
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

// checkLog looks for what the service must never have to say.
func (c *cluster) checkLog() {
	c.t.Helper()
	text, err := os.ReadFile(c.service.log)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if strings.Contains(line, "ERROR") || strings.Contains(line, "panic") || strings.Contains(line, "differs from") {
			c.t.Errorf("the service says: %s", line)
		}
	}
}
