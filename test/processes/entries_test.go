package processes

import (
	"bytes"
	"context"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// entryDepth is how many L1 blocks an entry waits for: more than an L1 that is killed loses.
const entryDepth = 8

// startEntering has a user of L1 send messages to the chains, and returns what stops that.
func (c *cluster) startEntering() (stop func()) {
	ctx, cancel := context.WithCancel(c.t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(300 * time.Millisecond)
		defer tick.Stop()
		for i := 0; ; i++ {
			_ = c.enter(ctx, c.l2s[i%len(c.l2s)].id) // an L1 that is down takes the next one
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	stop = func() { cancel(); <-done }
	c.t.Cleanup(stop)
	return stop
}

// enter sends a message on L1.
func (c *cluster) enter(ctx context.Context, to chains.ChainID) error {
	account := c.plan.Accounts()[7]
	key, err := crypto.ToECDSA(account.PrivateKey)
	if err != nil {
		return err
	}
	nonce, err := c.l1.eth.PendingNonceAt(ctx, account.Address)
	if err != nil {
		return err
	}
	messenger, id := c.plan.Contracts().Messenger, c.l1.id.Big()
	tx, err := types.SignNewTx(key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &messenger, Gas: 300_000,
		Data: bindings.EncodeSendMessage(uint64(to), account.Address, []byte("entry")), GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei)})
	if err != nil {
		return err
	}
	return c.l1.eth.SendTransaction(ctx, tx)
}

// checkEntries waits until the chains have received what L1 has sent, just that and in its
// order: their trees are then the same.
func (c *cluster) checkEntries() {
	c.t.Helper()
	tree := func(n *node, data []byte) []byte {
		store := c.plan.Contracts().RootStore
		out, err := n.eth.CallContract(c.t.Context(), ethereum.CallMsg{To: &store, Data: data}, nil)
		if err != nil {
			c.t.Logf("trees of chain %d: %v", n.id, err)
		}
		return out
	}
	for _, n := range c.l2s {
		var sent []byte
		c.until("the chain has received what L1 has sent", func() bool {
			sent = tree(c.l1, bindings.EncodeTree(false, uint64(n.id), 1))
			return len(sent) > 0 && bytes.Equal(sent, tree(n, bindings.EncodeTree(true, uint64(c.l1.id), 1)))
		})
		c.t.Logf("chain %d has received %v messages from L1", n.id, common.BytesToHash(sent[:min(len(sent), 32)]).Big())
	}
}
