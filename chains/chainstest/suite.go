// Package chainstest holds the suite that every node must pass before the sequencer may
// build on it: what we rely on, tried against the node itself.
package chainstest

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// NodeUnderTest is a node at its genesis block, as the suite needs it.
type NodeUnderTest struct {
	Client *engine.Client
	Chain  *params.ChainConfig // its signer is used, and its base fee unless there is an OP
	// OP, on a node of the OP Stack, gives the header inputs of the block after parent what
	// its forks want, and returns the deposits that the block must begin with. Nil on every
	// other node.
	OP func(t testing.TB, open *chains.Open, parent *types.Header) [][]byte
	// Funded owns at least 100 ETH in the genesis state.
	Funded *ecdsa.PrivateKey
	// Reopen stops the node and starts it again on what it kept. Nil if it keeps nothing.
	Reopen func(t *testing.T) *engine.Client
}

// Suite runs every check, each on a node of its own that start provides and cleans up.
func Suite(t *testing.T, start func(t *testing.T) *NodeUnderTest) {
	for _, c := range []struct {
		name  string
		check func(*run)
	}{
		{"builds the exact list", exactList},
		{"builds an empty block and one whose transaction reverts", emptyAndReverting},
		{"names the invalid transaction", invalidTransaction},
		{"refuses a parent that is not its head", foreignParent},
		{"reports a block that is not what was asked for", mismatch},
		{"takes a payload twice and adopts it twice", idempotent},
		{"refuses a forged payload", forgedPayload},
		{"cannot tell about a payload without its parent", orphanPayload},
		{"cannot adopt an unknown block", unknownHead},
		{"tells its head after adopting an ancestor", adoptAncestor},
		{"replaces its head by a sibling", adoptSibling},
		{"serves receipts and state of a block before it is adopted", beforeAdoption},
		{"reads state in batches, absent things included", stateReads},
		{"takes its blocks again after a restart", restart},
	} {
		t.Run(c.name, func(t *testing.T) {
			node := start(t)
			c.check(&run{T: t, ctx: t.Context(), node: node, client: node.Client, start: start})
		})
	}
}

// run is one check on one node.
type run struct {
	*testing.T
	ctx    context.Context // of the test
	node   *NodeUnderTest
	client *engine.Client
	nonce  uint64
	first  [][]byte // what the next block begins with
	start  func(t *testing.T) *NodeUnderTest
}

// must stops the check on an error.
func (r *run) must(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

func (r *run) head() *types.Header {
	r.Helper()
	h, err := r.client.Head(r.ctx)
	r.must(err)
	return h
}

// open is what the next block on parent is to be.
func (r *run) open(parent *types.Header) *chains.Open {
	r.Helper()
	if r.node.OP == nil {
		return NextOpen(r.node.Chain, parent, time.Second)
	}
	open := fixedOpen(chains.ChainID(r.node.Chain.ChainID.Uint64()), parent, time.Second)
	r.first = r.node.OP(r.T, open, parent)
	return open
}

func (r *run) build(open *chains.Open, txs ...*types.Transaction) *chains.Payload {
	r.Helper()
	p, err := r.tryBuild(open, r.raw(txs...))
	r.must(err)
	return p
}

// tryBuild builds the list behind what the block begins with.
func (r *run) tryBuild(open *chains.Open, list [][]byte) (*chains.Payload, error) {
	return r.client.Build(r.ctx, open, append(r.first[:len(r.first):len(r.first)], list...))
}

// extend builds, hands over and adopts a block on the head.
func (r *run) extend(txs ...*types.Transaction) *chains.Payload {
	r.Helper()
	p := r.build(r.open(r.head()), txs...)
	r.must(r.client.NewPayload(r.ctx, p))
	r.must(r.client.Adopt(r.ctx, p.Hash, common.Hash{}, common.Hash{}))
	return p
}

func (r *run) raw(txs ...*types.Transaction) [][]byte {
	r.Helper()
	list := make([][]byte, len(txs))
	for i, tx := range txs {
		raw, err := tx.MarshalBinary()
		r.must(err)
		list[i] = raw
	}
	return list
}

// tx signs the funded account's next transaction.
func (r *run) tx(to *common.Address, value int64, data []byte) *types.Transaction {
	r.Helper()
	tx := r.txAt(r.nonce, to, value, data)
	r.nonce++
	return tx
}

func (r *run) txAt(nonce uint64, to *common.Address, value int64, data []byte) *types.Transaction {
	r.Helper()
	tx, err := types.SignNewTx(r.node.Funded, types.LatestSigner(r.node.Chain), &types.DynamicFeeTx{
		ChainID: r.node.Chain.ChainID, Nonce: nonce, To: to, Value: big.NewInt(value), Data: data, Gas: 200_000,
		GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei),
	})
	r.must(err)
	return tx
}

func (r *run) address() common.Address { return crypto.PubkeyToAddress(r.node.Funded.PublicKey) }

// recipient is an account that does not exist at genesis.
var recipient = common.HexToAddress("0x00000000000000000000000000000000c0ffee01")

func exactList(r *run) {
	txs := []*types.Transaction{r.tx(&recipient, 1, nil), r.tx(&recipient, 2, nil), r.tx(&recipient, 3, nil)}
	open := r.open(r.head())
	if r.node.OP == nil {
		open.ExtraData = []byte("ours")
	}
	p := r.build(open, txs...)
	if p.GasUsed < 3*params.TxGas || len(p.Transactions) != len(r.first)+3 || p.ChainID != r.client.ChainID() {
		r.Fatalf("built %+v", p)
	}
	again := r.build(open, txs...)
	if again.Hash != p.Hash || !bytes.Equal(again.Raw, p.Raw) {
		r.Fatalf("the same inputs gave %s, then %s", p.Hash, again.Hash)
	}
	if r.head().Hash() != open.ParentHash {
		r.Fatal("building moved the head")
	}
	r.must(r.client.NewPayload(r.ctx, p))
	if r.head().Hash() != open.ParentHash {
		r.Fatal("newPayload moved the head")
	}
	r.must(r.client.Adopt(r.ctx, p.Hash, common.Hash{}, common.Hash{}))
	h := r.head()
	if h.Hash() != p.Hash || h.Root != p.StateRoot || h.ReceiptHash != p.ReceiptsRoot || !bytes.Equal(h.Extra, open.ExtraData) {
		r.Fatalf("adopted %+v", h)
	}
}

func emptyAndReverting(r *run) {
	if p := r.extend(); len(p.Transactions) != len(r.first) || r.node.OP == nil && p.GasUsed != 0 {
		r.Fatalf("empty block has %d transactions", len(p.Transactions))
	}
	revert := r.tx(nil, 0, common.FromHex("60006000fd")) // a constructor that reverts
	p := r.extend(revert)
	receipts, err := r.client.Receipts(r.ctx, p.Hash)
	r.must(err)
	if len(receipts) != len(r.first)+1 || receipts[len(r.first)].Status != types.ReceiptStatusFailed || receipts[len(r.first)].TxHash != revert.Hash() {
		r.Fatalf("receipts %+v", receipts)
	}
}

func invalidTransaction(r *run) {
	const count = 9
	for _, bad := range []int{0, 4, count - 1} {
		var txs []*types.Transaction
		for i := range count {
			nonce := uint64(i)
			if i >= bad {
				nonce++ // a gap
			}
			txs = append(txs, r.txAt(nonce, &recipient, 1, nil))
		}
		_, err := r.tryBuild(r.open(r.head()), r.raw(txs...))
		var invalid *engine.InvalidTxError
		if !errors.As(err, &invalid) || invalid.Index != len(r.first)+bad || invalid.TxHash != txs[bad].Hash() || invalid.Reason == "" {
			r.Fatalf("transaction %d is invalid, the error is %v", bad, err)
		}
	}
	garbage := append(r.raw(r.txAt(0, &recipient, 1, nil)), []byte{0x02, 0xc0})
	_, err := r.tryBuild(r.open(r.head()), garbage)
	var invalid *engine.InvalidTxError
	if !errors.As(err, &invalid) || invalid.Index != len(r.first)+1 {
		r.Fatalf("garbage at 1, the error is %v", err)
	}
}

func foreignParent(r *run) {
	genesis := r.head()
	r.extend()
	if _, err := r.tryBuild(r.open(genesis), nil); !errors.Is(err, engine.ErrParentNotHead) {
		r.Fatalf("built on a block below the head: %v", err)
	}
}

func mismatch(r *run) {
	for field, spoil := range map[string]func(*chains.Open){
		"gas limit": func(o *chains.Open) { o.GasLimit += 5 },
		"base fee":  func(o *chains.Open) { o.BaseFee = new(big.Int).Add(o.BaseFee, common.Big1) },
		"number":    func(o *chains.Open) { o.Number++ },
	} {
		if field == "gas limit" && r.node.OP != nil {
			continue // it may be chosen there
		}
		open := r.open(r.head())
		spoil(open)
		_, err := r.tryBuild(open, nil)
		var m *engine.PayloadMismatchError
		if !errors.As(err, &m) || m.Field != field || !m.Permanent() {
			r.Fatalf("wrong %s: %v", field, err)
		}
	}
}

func idempotent(r *run) {
	p := r.build(r.open(r.head()), r.tx(&recipient, 1, nil))
	for range 2 {
		r.must(r.client.NewPayload(r.ctx, p))
	}
	for range 2 {
		r.must(r.client.Adopt(r.ctx, p.Hash, p.ParentHash, p.ParentHash))
	}
	r.must(r.client.NewPayload(r.ctx, p))
	if r.head().Hash() != p.Hash {
		r.Fatal("handing an adopted block over again moved the head")
	}
}
