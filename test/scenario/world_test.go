package scenario

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// place is where a chain's own node has a transaction.
type place struct {
	chain     chains.ChainID
	timestamp uint64
	receipt   *types.Receipt
}

// world is everything on the chains, as their own nodes tell it.
type world struct {
	*network
	heads  map[chains.ChainID]*big.Int
	places map[common.Hash][]place // more than one would be twice included
	logs   map[chains.ChainID][]*types.Log
	burned map[chains.ChainID]*big.Int // wei, by base fees
}

// readWorld reads every block up to the nodes' heads.
func (n *network) readWorld() *world {
	n.t.Helper()
	w := &world{network: n, heads: map[chains.ChainID]*big.Int{}, places: map[common.Hash][]place{},
		logs: map[chains.ChainID][]*types.Log{}, burned: map[chains.ChainID]*big.Int{}}
	for _, id := range n.ids {
		head, err := n.nodes[id].BlockNumber(n.t.Context())
		if err != nil {
			n.t.Fatal(err)
		}
		w.heads[id], w.burned[id] = new(big.Int).SetUint64(head), new(big.Int)
		for number := uint64(1); number <= head; number++ {
			w.readBlock(id, number)
		}
	}
	return w
}

func (w *world) readBlock(id chains.ChainID, number uint64) {
	w.t.Helper()
	at := new(big.Int).SetUint64(number)
	header, err := w.nodes[id].HeaderByNumber(w.t.Context(), at)
	if err != nil {
		w.t.Fatal(err)
	}
	receipts, err := w.nodes[id].BlockReceipts(w.t.Context(), rpc.BlockNumberOrHashWithNumber(rpc.BlockNumber(number)))
	if err != nil {
		w.t.Fatal(err)
	}
	w.burned[id].Add(w.burned[id], new(big.Int).Mul(header.BaseFee, new(big.Int).SetUint64(header.GasUsed)))
	for _, r := range receipts {
		w.places[r.TxHash] = append(w.places[r.TxHash], place{chain: id, timestamp: header.Time, receipt: r})
		w.logs[id] = append(w.logs[id], r.Logs...)
	}
}

// at returns where a transaction is, nil where it is on no chain.
func (w *world) at(tx common.Hash) *place {
	if list := w.places[tx]; len(list) > 0 {
		return &list[0]
	}
	return nil
}

// checkPairs compares both sides of every pair: the trees' counts and roots, and the logs.
func (w *world) checkPairs() {
	w.t.Helper()
	for _, x := range w.ids {
		for _, y := range w.ids {
			if x == y {
				continue
			}
			sent := w.read(x, w.heads[x], w.contracts().RootStore, bindings.EncodeTree(false, uint64(y), 1))
			received := w.read(y, w.heads[y], w.contracts().RootStore, bindings.EncodeTree(true, uint64(x), 1))
			if !bytes.Equal(sent, received) {
				w.t.Errorf("pair %d to %d: sender has %x, receiver %x", x, y, sent, received)
			}
			count := new(big.Int).SetBytes(received[:32]).Uint64()
			burns := w.countLogs(x, bindings.SentMessageTopic, y)
			mints := w.countLogs(y, bindings.RelayedMessageTopic, x)
			if burns != count || mints != count {
				w.t.Errorf("pair %d to %d: %d in the tree, %d sent and %d received by the logs", x, y, count, burns, mints)
			}
			w.t.Logf("pair %d to %d: %d messages", x, y, count)
		}
		if failed := w.countLogs(x, bindings.FailedRelayedMessageTopic, 0); failed != 0 {
			w.t.Errorf("chain %d has %d failed deliveries", x, failed)
		}
	}
}

// countLogs counts the messenger's logs of a kind about a peer, 0 for all peers.
func (w *world) countLogs(id chains.ChainID, topic common.Hash, peer chains.ChainID) (n uint64) {
	for _, log := range w.logs[id] {
		if log.Address == w.contracts().Messenger && log.Topics[0] == topic && (peer == 0 || log.Topics[1].Big().Uint64() == uint64(peer)) {
			n++
		}
	}
	return n
}

// checkTokens adds up the supply over all chains.
func (w *world) checkTokens() {
	w.t.Helper()
	total := new(big.Int)
	for _, id := range w.ids {
		total.Add(total, new(big.Int).SetBytes(w.read(id, w.heads[id], w.contracts().TestToken, bindings.EncodeTotalSupply())))
	}
	if want := ether(10_000_000); total.Cmp(want) != 0 {
		w.t.Errorf("the test token's supply is %v, not %v", total, want)
	}
	local := new(big.Int).SetBytes(w.read(w.ids[0], w.heads[w.ids[0]], w.localToken, bindings.EncodeTotalSupply()))
	if local.Cmp(ether(localSupply)) != 0 {
		w.t.Errorf("the local token's supply is %v", local)
	}
}

// checkETH accounts for every wei: on each chain what all accounts have and base fees
// burned is what genesis gave, and the bridges have together what they had (C6).
func (w *world) checkETH(d *devnet.Devnet) {
	w.t.Helper()
	owners := append(recipients(), d.Chains.FeeRecipient, d.Chains.Keys.Deployer.Address(), d.Chains.Keys.Relayer.Address(), w.contracts().ETHBridge)
	for _, a := range w.info.Accounts {
		owners = append(owners, a.Address)
	}
	bridges := new(big.Int)
	for _, id := range w.ids {
		sum := new(big.Int).Set(w.burned[id])
		for _, who := range owners {
			sum.Add(sum, w.balance(id, who))
		}
		if want := ether(12*10_000 + bridgeLiquidity); sum.Cmp(want) != 0 {
			w.t.Errorf("chain %d: all accounts have, and base fees took, %v wei; genesis gave %v", id, sum, want)
		}
		bridges.Add(bridges, w.balance(id, w.contracts().ETHBridge))
	}
	if want := ether(int64(bridgeLiquidity * len(w.ids))); bridges.Cmp(want) != 0 {
		w.t.Errorf("the ETH bridges have %v wei together, not %v", bridges, want)
	}
}

func (w *world) balance(id chains.ChainID, who common.Address) *big.Int {
	w.t.Helper()
	have, err := w.nodes[id].BalanceAt(w.t.Context(), who, w.heads[id])
	if err != nil {
		w.t.Fatal(err)
	}
	return have
}

// checkCounters checks what has to stay zero.
func checkCounters(t *testing.T, d *devnet.Devnet) {
	t.Helper()
	families, err := d.Service.Registry().Gather()
	if err != nil {
		t.Fatal(err)
	}
	zero := map[string]bool{"ssequencer_trace_divergences_total": false}
	for name := range d.MustBeZero() {
		zero[name] = false
	}
	for _, f := range families {
		if _, must := zero[f.GetName()]; !must {
			continue
		}
		zero[f.GetName()] = true
		for _, m := range f.GetMetric() {
			if n := m.GetCounter().GetValue(); n != 0 {
				t.Errorf("%s is %v", f.GetName(), n)
			}
		}
	}
	for name, seen := range zero {
		if !seen {
			t.Errorf("there is no metric %s", name)
		}
	}
}

func keccak(data []byte) common.Hash { return crypto.Keccak256Hash(data) }
