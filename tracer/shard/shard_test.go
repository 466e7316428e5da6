package shard_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

var (
	counter = common.HexToAddress("0xc001") // adds 1 to slot 0, logs the new value
	hasher  = common.HexToAddress("0xc002") // returns BLOCKHASH(calldata)
	logger  = common.HexToAddress("0xc003") // emits two logs
	looper  = common.HexToAddress("0xc004") // runs until its gas is used up
)

// contractAlloc is newAlloc with a few small contracts.
func contractAlloc(n uint64) types.GenesisAlloc {
	alloc := newAlloc(n)
	// SLOAD(0)+1 -> SSTORE(0), MSTORE(0), RETURN 32 bytes
	alloc[counter] = types.Account{Nonce: 1, Code: common.FromHex("5f5460010180805f555f5260205ff3"), Storage: map[common.Hash]common.Hash{{}: {31: 5}}}
	alloc[hasher] = types.Account{Nonce: 1, Code: common.FromHex("5f35405f5260205ff3")}
	alloc[logger] = types.Account{Nonce: 1, Code: common.FromHex("5f5fa05f5fa0")}
	alloc[looper] = types.Account{Nonce: 1, Code: common.FromHex("5b5f56")}
	return alloc
}

func balance(t *testing.T, v *shard.View, addr common.Address) *uint256.Int {
	t.Helper()
	wei, err := v.Balance(addr)
	if err != nil {
		t.Fatal(err)
	}
	return wei
}

func nonce(t *testing.T, v *shard.View, addr common.Address) uint64 {
	t.Helper()
	n, err := v.Nonce(addr)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Layers: what is dropped never happened, what is kept is seen by what follows, and log
// and gas positions follow.
func TestDropAndKeep(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(3)})
	begin(t, s, common.Hash{7})
	gas := s.GasLeft()

	emit := call(t, account(0), 0, &logger, nil)
	if got := execute(t, s, emit); got.FirstLogIndex != 0 || len(got.Logs) != 2 || got.Index != 0 {
		t.Fatalf("first trace: %+v", got)
	}
	if got := execute(t, s, call(t, account(0), 1, &logger, nil)); got.FirstLogIndex != 2 || got.Logs[1].Index != 3 || got.Index != 1 {
		t.Fatalf("second trace: %+v", got)
	}
	if s.Undecided() != 2 {
		t.Fatalf("undecided: %d", s.Undecided())
	}
	s.Drop(1)
	bump := call(t, account(1), 0, &counter, nil)
	if got := execute(t, s, bump); common.BytesToHash(got.ReturnData) != (common.Hash{31: 6}) || got.Index != 1 {
		t.Fatalf("bump: %+v", got)
	}
	if n := nonce(t, s.View(), account(0)); n != 0 {
		t.Fatalf("a view sees an undecided transaction: nonce %d", n)
	}
	keep(t, s, emit, bump)
	if n := nonce(t, s.View(), account(0)); n != 1 {
		t.Fatalf("nonce after keep: %d", n)
	}
	bump2 := call(t, account(1), 1, &counter, nil)
	if got := execute(t, s, bump2); common.BytesToHash(got.ReturnData) != (common.Hash{31: 7}) || got.FirstLogIndex != 2 {
		t.Fatalf("second bump: %+v", got)
	}
	s.Drop(0)
	sealed, err := s.Seal()
	if err != nil {
		t.Fatal(err)
	}
	if len(sealed.Receipts) != 2 || sealed.GasUsed != sealed.Receipts[1].CumulativeGasUsed || gas-sealed.GasUsed == gas {
		t.Fatalf("sealed: %+v", sealed)
	}
}

// A write to the watched account is reported with both values, only if it changed.
func TestRootWrites(t *testing.T) {
	cfg := shard.Config{ChainID: testChain, Chain: testConfig(), Watch: counter}
	s, err := shard.New(cfg, &memory{alloc: contractAlloc(1)}, testHead())
	if err != nil {
		t.Fatal(err)
	}
	begin(t, s, common.Hash{7})
	got := execute(t, s, call(t, account(0), 0, &counter, nil)).RootWrites
	want := chains.SlotWrite{Previous: common.Hash{31: 5}, Value: common.Hash{31: 6}}
	if len(got) != 1 || got[0] != want {
		t.Fatalf("got %v, want %v", got, want)
	}
	if got := execute(t, s, transfer(t, account(0), counter, 1, 0)); len(got.RootWrites) != 0 {
		t.Fatalf("out of gas, yet %v", got.RootWrites)
	}
}

// P6: Truncate leaves the block as if the transactions had never been there, and a view
// taken before still sees them.
func TestTruncate(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(2)})
	begin(t, s, common.Hash{7})
	var gas []uint64
	for n := range uint64(5) {
		gas = append(gas, s.GasLeft())
		tx := call(t, account(0), n, &counter, nil)
		execute(t, s, tx)
		keep(t, s, tx)
	}
	before := s.View()
	if err := s.Truncate(2); err != nil {
		t.Fatal(err)
	}
	if s.GasLeft() != gas[2] || len(s.Transactions()) != 2 || nonce(t, s.View(), account(0)) != 2 || nonce(t, before, account(0)) != 5 {
		t.Fatalf("after truncate: gas %d, %d transactions, nonce %d, earlier view %d", s.GasLeft(), len(s.Transactions()), nonce(t, s.View(), account(0)), nonce(t, before, account(0)))
	}
	tx := call(t, account(0), 2, &counter, nil)
	if got := execute(t, s, tx); common.BytesToHash(got.ReturnData) != (common.Hash{31: 8}) {
		t.Fatalf("third bump again: %x", got.ReturnData)
	}
	keep(t, s, tx)
	if err := s.Truncate(0); err != nil {
		t.Fatal(err)
	}
	if got, err := s.View().Storage(counter, common.Hash{}); err != nil || got != (common.Hash{31: 5}) {
		t.Fatalf("slot after truncate to nothing: %s %v", got, err)
	}
	if got, err := before.Storage(counter, common.Hash{}); err != nil || got != (common.Hash{31: 10}) {
		t.Fatalf("slot in the earlier view: %s %v", got, err)
	}
}

// P2: what reads an unknown parent hash waits, nothing else does.
func TestParentUnknown(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(2)})
	begin(t, s, common.Hash{7})
	if _, err := s.Seal(); err != nil {
		t.Fatal(err)
	}
	begin(t, s, common.Hash{})
	askEVM := call(t, account(0), 0, &hasher, func(tx *types.DynamicFeeTx) { tx.Data = common.BigToHash(big.NewInt(8)).Bytes() })
	askSlot := call(t, account(0), 0, &params.HistoryStorageAddress, func(tx *types.DynamicFeeTx) { tx.Data = common.BigToHash(big.NewInt(8)).Bytes() })
	for _, tx := range []*chains.Tx{askEVM, askSlot} {
		if _, err := s.Execute(tx); !errors.Is(err, shard.ErrParentUnknown) {
			t.Fatalf("unknown parent: %v", err)
		}
	}
	if s.Undecided() != 0 {
		t.Fatal("a layer is left")
	}
	older := call(t, account(1), 0, &hasher, func(tx *types.DynamicFeeTx) { tx.Data = common.BigToHash(big.NewInt(7)).Bytes() })
	if got := execute(t, s, older); common.BytesToHash(got.ReturnData) != (common.Hash{7}) {
		t.Fatalf("hash of block 7: %x", got.ReturnData)
	}
	keep(t, s, older)
	if err := s.Built(8, common.Hash{8}); err != nil {
		t.Fatal(err)
	}
	if got := s.View().Open().ParentHash; got != (common.Hash{8}) {
		t.Fatalf("the open block's parent: %s", got)
	}
	for _, tx := range []*chains.Tx{askEVM, askSlot} {
		if got := execute(t, s, tx); common.BytesToHash(got.ReturnData) != (common.Hash{8}) {
			t.Fatalf("hash of block 8: %x %s", got.ReturnData, got.VMError)
		}
		s.Drop(0)
	}
	if err := s.Built(8, common.Hash{9}); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("another hash for block 8: %v", err)
	}
	if err := s.Adopted(8, common.Hash{8}); err != nil {
		t.Fatal(err)
	}
	if got := execute(t, s, askSlot); common.BytesToHash(got.ReturnData) != (common.Hash{8}) {
		t.Fatalf("hash of block 8 after adoption: %x", got.ReturnData)
	}
}

// A block that is begun after its parent is built, and before that is adopted, knows its hash.
func TestParentBuiltBefore(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(2)})
	begin(t, s, common.Hash{7})
	if _, err := s.Seal(); err != nil {
		t.Fatal(err)
	}
	if err := s.Built(8, common.Hash{8}); err != nil {
		t.Fatal(err)
	}
	begin(t, s, common.Hash{})
	if got := s.View().Open().ParentHash; got != (common.Hash{8}) {
		t.Fatalf("the open block's parent: %s", got)
	}
	asks := call(t, account(0), 0, &hasher, func(tx *types.DynamicFeeTx) { tx.Data = common.BigToHash(big.NewInt(8)).Bytes() })
	if got := execute(t, s, asks); common.BytesToHash(got.ReturnData) != (common.Hash{8}) {
		t.Fatalf("hash of block 8: %x", got.ReturnData)
	}
}

func TestInvalid(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(2)})
	begin(t, s, common.Hash{7})
	gas := s.GasLeft()
	poor := common.HexToAddress("0xdead")
	for _, tc := range []struct {
		name string
		tx   *chains.Tx
		want error
	}{
		{"nonce too high", transfer(t, account(0), poor, 1, 1), core.ErrNonceTooHigh},
		{"no funds", transfer(t, poor, account(0), 0, 1), core.ErrInsufficientFunds},
		{"fee cap", call(t, account(0), 0, &poor, func(tx *types.DynamicFeeTx) { tx.GasFeeCap, tx.GasTipCap = big.NewInt(1), big.NewInt(1) }), core.ErrFeeCapTooLow},
		{"tip above fee cap", call(t, account(0), 0, &poor, func(tx *types.DynamicFeeTx) { tx.GasTipCap = big.NewInt(1e15) }), core.ErrTipAboveFeeCap},
		{"intrinsic gas", call(t, account(0), 0, &poor, func(tx *types.DynamicFeeTx) { tx.Gas = 20_999 }), core.ErrIntrinsicGas},
		{"gas cap per transaction", call(t, account(0), 0, &poor, func(tx *types.DynamicFeeTx) { tx.Gas = params.MaxTxGas + 1 }), core.ErrGasLimitTooHigh},
		{"contract as sender", transfer(t, counter, poor, 1, 0), core.ErrSenderNoEOA},
		{"init code", call(t, account(0), 0, nil, func(tx *types.DynamicFeeTx) {
			tx.Gas, tx.Data = params.MaxTxGas, make([]byte, params.MaxInitCodeSize+1)
		}), vm.ErrMaxInitCodeSizeExceeded},
	} {
		_, err := s.Execute(tc.tx)
		var invalid *shard.InvalidError
		if !errors.As(err, &invalid) || !errors.Is(err, tc.want) {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
	other, err := chains.NewRelayTx(902, account(0), transfer(t, account(0), poor, 0, 1).Inner())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Execute(other); !errors.Is(err, types.ErrInvalidChainId) {
		t.Errorf("other chain: %v", err)
	}
	if s.GasLeft() != gas || s.Undecided() != 0 {
		t.Fatalf("left behind: gas %d of %d, %d layers", s.GasLeft(), gas, s.Undecided())
	}
}

func TestBlockFull(t *testing.T) {
	head := testHead()
	head.GasLimit = 30_000_000
	s, err := shard.New(shard.Config{ChainID: testChain, Chain: testConfig()}, &memory{alloc: contractAlloc(1)}, head)
	if err != nil {
		t.Fatal(err)
	}
	begin(t, s, common.Hash{7})
	big15 := func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 15_000_000, make([]byte, 100_000) }
	burner := common.HexToAddress("0xb0")
	first := call(t, account(0), 0, &burner, big15)
	execute(t, s, first)
	keep(t, s, first)
	for n := uint64(1); ; n++ {
		tx := call(t, account(0), n, &burner, big15)
		if _, err := s.Execute(tx); err != nil {
			if !errors.Is(err, shard.ErrBlockFull) || n < 2 {
				t.Fatalf("transaction %d: %v", n, err)
			}
			break
		}
		keep(t, s, tx)
	}
}

// EIP-7934: the list of transactions is bounded in bytes.
func TestBlockBytes(t *testing.T) {
	head := testHead()
	head.GasLimit = 2_000_000_000
	s, err := shard.New(shard.Config{ChainID: testChain, Chain: testConfig()}, &memory{alloc: contractAlloc(1)}, head)
	if err != nil {
		t.Fatal(err)
	}
	begin(t, s, common.Hash{7})
	to, total := common.HexToAddress("0xb0"), 0
	for n := uint64(0); ; n++ {
		tx := call(t, account(0), n, &to, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 16_000_000, make([]byte, 1_000_000) })
		if _, err := s.Execute(tx); err != nil {
			if !errors.Is(err, shard.ErrBlockFull) {
				t.Fatal(err)
			}
			break
		}
		total += tx.Size()
		keep(t, s, tx)
	}
	if total > params.MaxBlockSize || total < params.MaxBlockSize-1_100_000 {
		t.Fatalf("%d bytes taken", total)
	}
}

// Keep takes the signed form of what was executed, and nothing else.
func TestKeepSigned(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from := crypto.PubkeyToAddress(key.PublicKey)
	alloc := contractAlloc(1)
	alloc[from] = types.Account{Balance: ether}
	s := newShard(t, &memory{alloc: alloc})
	begin(t, s, common.Hash{7})
	unsigned := transfer(t, from, account(0), 0, 1)
	sign := func(tx *chains.Tx) *chains.Tx {
		signed, err := types.SignTx(tx.Inner(), types.LatestSignerForChainID(testChain.Big()), key)
		if err != nil {
			t.Fatal(err)
		}
		out, err := chains.NewRelayTx(testChain, from, signed)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	execute(t, s, unsigned)
	if err := s.Keep([]*chains.Tx{sign(transfer(t, from, account(0), 0, 2))}); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("other value: %v", err)
	}
	if err := s.Keep(nil); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("too few: %v", err)
	}
	signed := sign(unsigned)
	keep(t, s, signed)
	if got := s.Transactions(); len(got) != 1 || got[0] != signed {
		t.Fatalf("kept %v", got)
	}
}

// A read that fails leaves nothing behind, and the shard goes on when the node is back.
func TestSourceDown(t *testing.T) {
	src := &memory{alloc: contractAlloc(2)}
	s := newShard(t, src)
	begin(t, s, common.Hash{7})
	src.down = true
	if _, err := s.Execute(call(t, account(0), 0, &counter, nil)); !errors.Is(err, shard.ErrState) || !errors.Is(err, errSourceDown) {
		t.Fatalf("source down: %v", err)
	}
	src.down = false
	execute(t, s, call(t, account(0), 0, &counter, nil))
	s.Drop(0)
	src.down = true // everything is cached now
	execute(t, s, call(t, account(0), 0, &counter, nil))
}

// Slots of accounts that are known to have no storage are never asked for.
func TestEmptyStorageIsNotRead(t *testing.T) {
	src := &memory{alloc: contractAlloc(1)}
	s := newShard(t, src)
	begin(t, s, common.Hash{7})
	before := src.slots
	// init code: SSTORE(1..3), then SLOAD(4), deploys nothing
	create := call(t, account(0), 0, nil, func(tx *types.DynamicFeeTx) {
		tx.Gas, tx.Data = 1_000_000, common.FromHex("600160015560026002556003600355600454005f5ff3")
	})
	if got := execute(t, s, create); !got.Succeeded() || got.ContractAddress != crypto.CreateAddress(account(0), 0) {
		t.Fatalf("create: %+v", got)
	}
	keep(t, s, create)
	if src.slots != before {
		t.Fatalf("%d slots read", src.slots-before)
	}
}

func TestOrder(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(1)})
	if _, err := s.Execute(transfer(t, account(0), coinbase, 0, 1)); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("execute without a block: %v", err)
	}
	if _, err := s.Seal(); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("seal without a block: %v", err)
	}
	open := begin(t, s, common.Hash{7})
	if err := s.Begin(open); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("begin twice: %v", err)
	}
	execute(t, s, transfer(t, account(0), coinbase, 0, 1))
	if _, err := s.Seal(); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("seal with undecided: %v", err)
	}
	if err := s.Truncate(0); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("truncate with undecided: %v", err)
	}
	if err := s.Adopted(8, common.Hash{8}); !errors.Is(err, shard.ErrOrder) {
		t.Fatalf("adopt the open block: %v", err)
	}
	if err := s.Reset(testHead()); err != nil || s.Undecided() != 0 || s.Height() != 8 {
		t.Fatalf("reset: %v", err)
	}
}
