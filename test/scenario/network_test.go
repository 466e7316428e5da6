package scenario

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/test/programs"
)

// bridgeLiquidity is what each ETH bridge of a test network has at the start: little, so
// that it can run short.
const bridgeLiquidity = 10

// network is a devnet as its users see it: endpoints, accounts, contracts.
type network struct {
	t     *testing.T
	info  devnet.Info
	ids   []chains.ChainID
	http  map[chains.ChainID]*client.Client
	ws    map[chains.ChainID]*client.Client
	nodes map[chains.ChainID]*ethclient.Client // the chains' own

	forwarder  common.Address // on every chain
	localToken common.Address // a token that exists on the first chain only
}

// aMoment is how long a sender waits for a decision that may not come.
const aMoment = 2 * time.Second

// startNetwork starts a devnet in this process and deploys the forwarder and the local
// token through its RPC.
func startNetwork(t *testing.T, count int, decisionWait time.Duration) (*devnet.Devnet, *network) {
	t.Helper()
	d, err := devnet.Start(t.Context(), devnet.Config{
		ChainsConfig: devnet.ChainsConfig{L2Count: count, GasLimit: 300_000_000, BridgeLiquidity: bridgeLiquidity}, BatchSlots: 3,
		DecisionWait: decisionWait,
	}, zaptest.NewLogger(t, zaptest.Level(zap.WarnLevel)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	n := connect(t, d.Info())
	n.deploy()
	return d, n
}

// connect opens connections to everything that an info file names.
func connect(t *testing.T, info devnet.Info) *network {
	t.Helper()
	n := &network{t: t, info: info, http: map[chains.ChainID]*client.Client{}, ws: map[chains.ChainID]*client.Client{}, nodes: map[chains.ChainID]*ethclient.Client{}}
	for _, ch := range info.Chains {
		n.ids = append(n.ids, ch.ChainID)
		for url, into := range map[string]map[chains.ChainID]*client.Client{ch.RPC: n.http, ch.WS: n.ws} {
			c, err := client.Dial(t.Context(), url)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(c.Close)
			into[ch.ChainID] = c
		}
		node, err := ethclient.DialContext(t.Context(), ch.Node)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(node.Close)
		n.nodes[ch.ChainID] = node
	}
	return n
}

func (n *network) contracts() devnet.ChainInfo { return n.info.Chains[0] }

// deploy deploys what tests need beside the devnet's own contracts.
func (n *network) deploy() {
	n.t.Helper()
	forwarder := programs.Deploy(programs.Forwarder())
	n.forwarder = bindings.CREATE2Address(forwarder)
	for _, id := range n.ids {
		n.included(n.account(9, id).call(&bindings.Create2Proxy, nil, bindings.CREATE2Call(forwarder)))
	}
	token := bindings.TestTokenInit(n.contracts().TokenBridge, uint64(n.ids[0]), n.info.Accounts[0].Address, ether(localSupply))
	n.localToken = bindings.CREATE2Address(token)
	n.included(n.account(9, n.ids[0]).call(&bindings.Create2Proxy, nil, bindings.CREATE2Call(token)))
}

// localSupply is the supply of the local token, in whole ones.
const localSupply = 1000

func ether(whole int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(whole), big.NewInt(params.Ether))
}

// included sends a transaction and fails the test unless it succeeds.
func (n *network) included(tx *types.Transaction) *types.Receipt {
	n.t.Helper()
	ctx, cancel := context.WithTimeout(n.t.Context(), time.Minute)
	defer cancel()
	r, err := n.http[chains.ChainID(tx.ChainId().Uint64())].SendRawSync(ctx, encode(n.t, tx), 30*time.Second)
	if err != nil || r.Status != types.ReceiptStatusSuccessful {
		n.t.Fatalf("transaction %s: %v, %+v", tx.Hash(), err, r)
	}
	return r
}

// read calls a contract at a block of the chain's own node, nil for its latest.
func (n *network) read(id chains.ChainID, block *big.Int, to common.Address, data []byte) []byte {
	n.t.Helper()
	out, err := n.nodes[id].CallContract(n.t.Context(), callMsg(to, data), block)
	if err != nil {
		n.t.Fatalf("chain %d: %v", id, err)
	}
	return out
}

// wallet is one account on one chain. It does not track nonces: it asks for the next.
type wallet struct {
	n     *network
	chain chains.ChainID
	key   *ecdsa.PrivateKey
	from  common.Address
}

// account returns the devnet's account number i on a chain.
func (n *network) account(i int, id chains.ChainID) *wallet {
	n.t.Helper()
	key, err := crypto.ToECDSA(n.info.Accounts[i].PrivateKey)
	if err != nil {
		n.t.Fatal(err)
	}
	return n.wallet(key, id)
}

func (n *network) wallet(key *ecdsa.PrivateKey, id chains.ChainID) *wallet {
	return &wallet{n: n, chain: id, key: key, from: crypto.PubkeyToAddress(key.PublicKey)}
}

// testGas is the gas limit of every transaction of these tests, feeCap their fee cap.
const testGas = 1_500_000

func feeCap() *big.Int { return big.NewInt(100 * params.GWei) }

// nonce asks for the account's next nonce.
func (w *wallet) nonce() uint64 {
	w.n.t.Helper()
	nonce, err := ethclient.NewClient(w.n.http[w.chain].RPC()).PendingNonceAt(w.n.t.Context(), w.from)
	if err != nil {
		w.n.t.Fatal(err)
	}
	return nonce
}

// call signs a transaction with the next nonce; to nil creates a contract.
func (w *wallet) call(to *common.Address, value *big.Int, data []byte) *types.Transaction {
	w.n.t.Helper()
	return w.sign(w.nonce(), order{to: to, value: value, data: data})
}

// order is what a transaction is to do.
type order struct {
	to    *common.Address
	value *big.Int
	data  []byte
}

func (w *wallet) sign(nonce uint64, o order) *types.Transaction {
	return types.MustSignNewTx(w.key, types.LatestSignerForChainID(w.chain.Big()), &types.DynamicFeeTx{
		ChainID: w.chain.Big(), Nonce: nonce, GasFeeCap: feeCap(), GasTipCap: big.NewInt(params.GWei), Gas: testGas, To: o.to, Value: o.value, Data: o.data,
	})
}

func encode(t *testing.T, tx *types.Transaction) []byte {
	t.Helper()
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
