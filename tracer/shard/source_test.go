package shard_test

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

const testChain chains.ChainID = 901

var errSourceDown = errors.New("source is down")

// memory is a Source with one state for all blocks: enough where the node's own answers
// do not matter. The conformance suite uses real nodes.
type memory struct {
	mu       sync.Mutex
	alloc    types.GenesisAlloc
	down     bool
	accounts int // accounts asked for
	slots    int // slots asked for
	blocks   []common.Hash
	gate     chan struct{} // if not nil, Accounts waits until it is closed,
	entered  chan struct{} // and says here that it does
}

func (m *memory) begin(block common.Hash) (chan struct{}, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blocks = append(m.blocks, block)
	if m.down {
		return nil, errSourceDown
	}
	return m.gate, nil
}

func (m *memory) Accounts(_ context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	gate, err := m.begin(block)
	if err != nil {
		return nil, err
	}
	if gate != nil {
		m.entered <- struct{}{}
		<-gate
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.accounts += len(addrs)
	out := make([]*types.StateAccount, len(addrs))
	for i, addr := range addrs {
		a, ok := m.alloc[addr]
		if !ok {
			continue
		}
		out[i] = &types.StateAccount{Nonce: a.Nonce, Balance: new(uint256.Int), CodeHash: crypto.Keccak256(a.Code), Root: types.EmptyRootHash}
		if a.Balance != nil {
			out[i].Balance = uint256.MustFromBig(a.Balance)
		}
		if len(a.Storage) > 0 {
			out[i].Root = common.Hash{1}
		}
	}
	return out, nil
}

func (m *memory) Storage(_ context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	if _, err := m.begin(block); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.slots += len(keys)
	out := make([]common.Hash, len(keys))
	for i, key := range keys {
		out[i] = m.alloc[key.Address].Storage[key.Slot]
	}
	return out, nil
}

func (m *memory) Code(_ context.Context, block common.Hash, addr common.Address) ([]byte, error) {
	if _, err := m.begin(block); err != nil {
		return nil, err
	}
	return m.alloc[addr].Code, nil
}

func (m *memory) BlockHash(_ context.Context, number uint64) (common.Hash, error) {
	return crypto.Keccak256Hash(new(big.Int).SetUint64(number).Bytes()), nil
}

// gated makes Accounts wait for the gate from now on, or not at all with nil.
func (m *memory) gated(gate chan struct{}) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.gate = gate
	if m.entered == nil {
		m.entered = make(chan struct{})
	}
}

func testConfig() *params.ChainConfig {
	zero := uint64(0)
	return &params.ChainConfig{
		ChainID:        testChain.Big(),
		HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int), EIP158Block: new(big.Int),
		ByzantiumBlock: new(big.Int), ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int),
		IstanbulBlock: new(big.Int), BerlinBlock: new(big.Int), LondonBlock: new(big.Int),
		TerminalTotalDifficulty: new(big.Int), MergeNetsplitBlock: new(big.Int),
		ShanghaiTime: &zero, CancunTime: &zero, PragueTime: &zero, OsakaTime: &zero,
		BlobScheduleConfig: params.DefaultBlobSchedule,
	}
}

var (
	coinbase = common.HexToAddress("0xc0ffee")
	ether    = new(big.Int).SetUint64(params.Ether)
)

func account(i uint64) common.Address {
	return common.BigToAddress(new(big.Int).Add(new(big.Int).SetUint64(i), new(big.Int).Lsh(big.NewInt(1), 150)))
}

// newAlloc funds n accounts and holds the system contracts.
func newAlloc(n uint64) types.GenesisAlloc {
	alloc := types.GenesisAlloc{}
	for addr, acct := range core.SystemContractAllocs() {
		alloc[addr] = acct
	}
	for i := range n {
		alloc[account(i)] = types.Account{Balance: new(big.Int).Mul(ether, big.NewInt(1000))}
	}
	return alloc
}

func testHead() shard.Head {
	return shard.Head{Number: 7, Hash: common.Hash{7}, Timestamp: 1000, GasLimit: 300_000_000, BaseFee: big.NewInt(params.GWei)}
}

func newShard(t testing.TB, src shard.Source) *shard.Shard {
	t.Helper()
	s, err := shard.New(shard.Config{ChainID: testChain, Chain: testConfig()}, src, testHead())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// begin opens the next block; a zero parent means that it is not known.
func begin(t testing.TB, s *shard.Shard, parent common.Hash) *chains.Open {
	t.Helper()
	open := &chains.Open{
		ChainID: testChain, Number: s.Height(), ParentHash: parent, Timestamp: 1000 + s.Height(), FeeRecipient: coinbase,
		GasLimit: s.NextGasLimit(), BaseFee: s.NextBaseFee(), PrevRandao: common.Hash{5}, BeaconRoot: common.Hash{6},
	}
	if err := s.Begin(open); err != nil {
		t.Fatal(err)
	}
	return open
}

// call is an unsigned transaction from one of the accounts.
func call(t testing.TB, from common.Address, nonce uint64, to *common.Address, change func(*types.DynamicFeeTx)) *chains.Tx {
	t.Helper()
	inner := &types.DynamicFeeTx{
		ChainID: testChain.Big(), Nonce: nonce, To: to, Gas: 100_000, Value: new(big.Int),
		GasFeeCap: big.NewInt(10 * params.GWei), GasTipCap: big.NewInt(params.GWei),
	}
	if change != nil {
		change(inner)
	}
	tx, err := chains.NewRelayTx(testChain, from, types.NewTx(inner))
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func transfer(t testing.TB, from, to common.Address, nonce uint64, wei int64) *chains.Tx {
	t.Helper()
	return call(t, from, nonce, &to, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Value = 21_000, big.NewInt(wei) })
}

func execute(t testing.TB, s *shard.Shard, tx *chains.Tx) *chains.Trace {
	t.Helper()
	trace, err := s.Execute(tx)
	if err != nil {
		t.Fatal(err)
	}
	return trace
}

func keep(t testing.TB, s *shard.Shard, txs ...*chains.Tx) {
	t.Helper()
	if err := s.Keep(txs); err != nil {
		t.Fatal(err)
	}
}
