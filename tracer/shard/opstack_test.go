package shard_test

import (
	"errors"
	"math/big"
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

// opRules has every fork up to the given one from the start.
func opRules(newest chains.OPFork) *chains.OPStack {
	at := func(fork chains.OPFork) *uint64 {
		if fork > newest {
			return nil
		}
		return new(uint64)
	}
	return &chains.OPStack{
		Ecotone: at(chains.Ecotone), Fjord: at(chains.Fjord), Granite: at(chains.Granite), Holocene: at(chains.Holocene),
		Isthmus: at(chains.Isthmus), Jovian: at(chains.Jovian), Karst: at(chains.Karst),
	}
}

// opAlloc is contractAlloc with the prices that L1Block holds; nothing here runs its code.
func opAlloc(n uint64) types.GenesisAlloc {
	alloc := contractAlloc(n)
	scalars, operator := common.Hash{19: 100, 23: 50}, common.Hash{23: 7, 31: 9}
	alloc[chains.L1BlockAddress] = types.Account{Balance: new(big.Int), Nonce: 1, Storage: map[common.Hash]common.Hash{
		{31: 1}: common.BigToHash(big.NewInt(30 * params.GWei)), {31: 3}: scalars, {31: 7}: {31: 1}, {31: 8}: operator,
	}}
	return alloc
}

func newOPShard(t *testing.T, rules *chains.OPStack, alloc types.GenesisAlloc) *shard.Shard {
	t.Helper()
	head := testHead()
	head.ExtraData = rules.FeeMarket().ExtraData(rules.Fork(head.Timestamp))
	s, err := shard.New(shard.Config{ChainID: testChain, OP: rules}, &memory{alloc: alloc}, head)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// beginOP opens a block and keeps its L1 attributes.
func beginOP(t testing.TB, s *shard.Shard, rules *chains.OPStack, change func(*chains.Open)) *chains.Open {
	t.Helper()
	open := &chains.Open{
		ChainID: testChain, Number: s.Height(), ParentHash: common.Hash{7}, Timestamp: 1000 + s.Height(), FeeRecipient: chains.SequencerFeeVault,
		GasLimit: s.NextGasLimit(), BaseFee: s.NextBaseFee(),
	}
	fork := rules.Fork(open.Timestamp)
	open.ExtraData = rules.FeeMarket().ExtraData(fork)
	if change != nil {
		change(open)
	}
	if err := s.Begin(open); err != nil {
		t.Fatal(err)
	}
	tx := attributes(t, fork)
	execute(t, s, tx)
	keep(t, s, tx)
	return open
}

func attributes(t testing.TB, form chains.OPFork) *chains.Tx {
	t.Helper()
	a := &chains.L1Attributes{BaseFee: common.Big1, BlobBaseFee: common.Big1}
	tx, err := a.Deposit(testChain, form)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

func deposit(t *testing.T, d chains.Deposit) *chains.Tx {
	t.Helper()
	if d.Value == nil {
		d.Value = new(big.Int)
	}
	tx, err := chains.NewDepositTx(testChain, &d)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// A block of the OP Stack begins with the L1 attributes, then come the other deposits,
// then everything else. Deposits are of the OP Stack only.
func TestDepositsComeFirst(t *testing.T) {
	rules := opRules(chains.Isthmus)
	s := newOPShard(t, rules, opAlloc(2))
	open := &chains.Open{
		ChainID: testChain, Number: 8, ParentHash: common.Hash{7}, Timestamp: 1008, GasLimit: 30_000_000, BaseFee: s.NextBaseFee(),
		ExtraData: rules.FeeMarket().ExtraData(chains.Isthmus),
	}
	if err := s.Begin(open); err != nil {
		t.Fatal(err)
	}
	user, other := transfer(t, account(0), account(1), 0, 1), deposit(t, chains.Deposit{From: account(1), To: &counter, Gas: 100_000})
	for name, tx := range map[string]*chains.Tx{"a user's transaction": user, "another deposit": other} {
		if _, err := s.Execute(tx); !errors.Is(err, shard.ErrOrder) {
			t.Errorf("%s is taken first: %v", name, err)
		}
	}
	first := attributes(t, chains.Isthmus)
	execute(t, s, first)
	execute(t, s, other)
	execute(t, s, user)
	if _, err := s.Execute(other); !errors.Is(err, shard.ErrOrder) {
		t.Errorf("a deposit is taken behind a user's transaction: %v", err)
	}
	keep(t, s, first, other, user)
	if err := s.Truncate(1); err != nil {
		t.Fatal(err)
	}
	if trace := execute(t, s, other); !trace.Succeeded() {
		t.Error(trace.VMError)
	}

	plain := newShard(t, &memory{alloc: contractAlloc(2)})
	begin(t, plain, common.Hash{7})
	var invalid *shard.InvalidError
	if _, err := plain.Execute(other); !errors.As(err, &invalid) || !errors.Is(err, core.ErrTxTypeNotSupported) {
		t.Errorf("a deposit on another chain: %v", err)
	}
}

// What a sender pays beside gas goes to the vaults, nothing is lost, and ExtraFee is the
// most it can be.
func TestVaults(t *testing.T) {
	for fork := chains.Ecotone; fork <= chains.Karst; fork++ {
		rules := opRules(fork)
		s := newOPShard(t, rules, opAlloc(2))
		beginOP(t, s, rules, nil)
		tx := call(t, account(0), 0, &counter, nil)
		extra, err := s.View().ExtraFee(tx)
		if err != nil {
			t.Fatal(err)
		}
		trace := execute(t, s, tx)
		keep(t, s, tx)
		view, total := s.View(), new(uint256.Int)
		for _, addr := range []common.Address{account(0), chains.BaseFeeVault, chains.L1FeeVault, chains.OperatorFeeVault, chains.SequencerFeeVault} {
			total.Add(total, balance(t, view, addr))
		}
		if want := new(uint256.Int).Mul(uint256.MustFromBig(ether), uint256.NewInt(1000)); !total.Eq(want) {
			t.Errorf("%v: %v wei are left of %v", fork, total, want)
		}
		l1, operator := balance(t, view, chains.L1FeeVault), balance(t, view, chains.OperatorFeeVault)
		if l1.IsZero() || operator.IsZero() != (fork < chains.Isthmus) {
			t.Errorf("%v: %v for L1, %v for the operator", fork, l1, operator)
		}
		if paid := new(uint256.Int).Add(l1, operator); extra.Lt(paid) || trace.GasUsed == 0 {
			t.Errorf("%v: %v paid, at most %v announced", fork, paid, extra)
		}
	}
}

// A sender that cannot pay for L1 is told so, but first of all that its nonce is wrong.
func TestExtraFeeMissing(t *testing.T) {
	rules, alloc := opRules(chains.Jovian), opAlloc(1)
	poor := common.Address{9}
	alloc[poor] = types.Account{Balance: new(big.Int).Mul(big.NewInt(21_000*10), big.NewInt(params.GWei))} // gas, not a wei more
	s := newOPShard(t, rules, alloc)
	beginOP(t, s, rules, nil)
	if _, err := s.Execute(transfer(t, poor, account(0), 0, 0)); !errors.Is(err, core.ErrInsufficientFunds) {
		t.Errorf("without funds for L1: %v", err)
	}
	if _, err := s.Execute(transfer(t, poor, account(0), 1, 0)); !errors.Is(err, core.ErrNonceTooHigh) {
		t.Errorf("and with a nonce too high: %v", err)
	}
}

// A deposit that cannot be executed keeps its mint, its nonce and its gas; one that
// reverts as well, but pays for what it used.
func TestFailedDeposits(t *testing.T) {
	rules := opRules(chains.Jovian)
	s := newOPShard(t, rules, opAlloc(0))
	beginOP(t, s, rules, nil)
	from := common.Address{8}
	poor := deposit(t, chains.Deposit{From: from, To: &counter, Mint: big.NewInt(5), Value: big.NewInt(6), Gas: 100_000})
	trace := execute(t, s, poor)
	if trace.Succeeded() || trace.GasUsed != 100_000 {
		t.Errorf("more than there is: %+v", trace)
	}
	keep(t, s, poor)
	if view := s.View(); balance(t, view, from).Uint64() != 5 || nonce(t, view, from) != 1 || balance(t, view, counter).Sign() != 0 {
		t.Errorf("balance %v, nonce %d", balance(t, view, from), nonce(t, view, from))
	}
	create := deposit(t, chains.Deposit{From: from, Value: big.NewInt(1), Gas: 100_000, Data: common.FromHex("5f5ffd")})
	trace = execute(t, s, create)
	if trace.Succeeded() || trace.GasUsed == 100_000 || trace.ContractAddress != crypto.CreateAddress(from, 1) {
		t.Errorf("a constructor that reverts: %+v", trace)
	}
	keep(t, s, create)
	if _, err := s.Execute(deposit(t, chains.Deposit{From: from, To: &counter, Gas: s.GasLeft() + 1})); !errors.Is(err, shard.ErrBlockFull) {
		t.Errorf("more gas than the block has: %v", err)
	}
	sealed, err := s.Seal()
	if err != nil || len(sealed.DepositNonces) != 3 || sealed.DepositNonces[1] != 0 || sealed.DepositNonces[2] != 1 {
		t.Errorf("sealed %+v, %v", sealed, err)
	}
}

// Since Jovian a block is full where its data is, and that moves the base fee; the first
// block takes nothing but deposits.
func TestFootprint(t *testing.T) {
	rules := opRules(chains.Jovian)
	s := newOPShard(t, rules, opAlloc(2))
	beginOP(t, s, rules, func(open *chains.Open) { open.GasLimit = 1_500_000 }) // 40,000 for each transaction
	n := uint64(0)
	for {
		tx := transfer(t, account(0), account(1), n, 1)
		if _, err := s.Execute(tx); err != nil {
			if !errors.Is(err, shard.ErrBlockFull) {
				t.Fatal(err)
			}
			break
		}
		keep(t, s, tx)
		n++
	}
	if n != 1_500_000/40_000 {
		t.Errorf("%d transactions fit", n)
	}
	if s.GasLeft() < 21_000 {
		t.Error("it is full of gas")
	}
	before := s.View().NextBaseFee(0)
	sealed, err := s.Seal()
	if err != nil || sealed.BlobGasUsed != n*40_000 {
		t.Fatalf("footprint %d, %v", sealed.BlobGasUsed, err)
	}
	if after := s.NextBaseFee(); after.Cmp(before) != 0 || after.Cmp(testHead().BaseFee) < 0 {
		t.Errorf("next base fee %v, expected before %v", after, before)
	}

	at := uint64(1008)
	rules = opRules(chains.Isthmus)
	rules.Jovian = &at
	s = newOPShard(t, rules, opAlloc(2))
	open := &chains.Open{
		ChainID: testChain, Number: 8, ParentHash: common.Hash{7}, Timestamp: at, GasLimit: 30_000_000, BaseFee: s.NextBaseFee(),
		ExtraData: rules.FeeMarket().ExtraData(chains.Jovian),
	}
	if err := s.Begin(open); err != nil {
		t.Fatal(err)
	}
	execute(t, s, attributes(t, chains.Isthmus))
	if _, err := s.Execute(transfer(t, account(0), account(1), 0, 1)); !errors.Is(err, shard.ErrBlockFull) {
		t.Errorf("the first block of Jovian: %v", err)
	}
}

// A fee depends on the signature, so what is kept must be what was executed.
func TestKeepOnOPStack(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from, rules, alloc := crypto.PubkeyToAddress(key.PublicKey), opRules(chains.Jovian), opAlloc(1)
	alloc[from] = types.Account{Balance: ether}
	s := newOPShard(t, rules, alloc)
	beginOP(t, s, rules, nil)
	unsigned := transfer(t, from, account(0), 0, 1)
	execute(t, s, unsigned)
	inner, err := types.SignTx(unsigned.Inner(), types.LatestSignerForChainID(testChain.Big()), key)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := chains.NewRelayTx(testChain, from, inner)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Keep([]*chains.Tx{signed}); !errors.Is(err, shard.ErrOrder) {
		t.Errorf("kept with another signature: %v", err)
	}
	s.Drop(0)
	execute(t, s, signed)
	keep(t, s, signed)
}

// Reads on the open block know the forks' precompiles, and estimate what suffices.
func TestViewOnOPStack(t *testing.T) {
	rules := opRules(chains.Fjord)
	s := newOPShard(t, rules, opAlloc(1))
	beginOP(t, s, rules, nil)
	p256 := common.BytesToAddress([]byte{1, 0})
	vector := common.FromHex("4cee90eb86eaa050036147a12d49004b6b9c72bd725d39d4785011fe190f0b4da73bd4903f0ce3b639bbbf6e8e80d16931ff4bcf5993d58468e8fb19086e8cac36dbcd03009df8c59286b162af3bd7fcc0450c9aa81be5d10d312af6c66b1d604aebd3099c618202fcfe16ae7770b0c49ab5eadf74b754204a3bb6060e44eff37618b065f9832de4ca6ca971a7a1adc826d0f7c00181a5fb2ddf79ae00b4e10e")
	msg := func(to common.Address, data []byte) *core.Message {
		return &core.Message{
			To: &to, From: account(0), Value: new(uint256.Int), GasLimit: 1_000_000, Data: data,
			GasPrice: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int),
		}
	}
	ret, gas, err := s.View().Call(t.Context(), msg(p256, vector))
	if err != nil || common.BytesToHash(ret) != (common.Hash{31: 1}) || gas < params.TxGas+3450 {
		t.Errorf("P-256: %x, %d gas, %v", ret, gas, err)
	}
	estimate, _, err := s.View().EstimateGas(t.Context(), msg(counter, nil), 0)
	if err != nil {
		t.Fatal(err)
	}
	tx := call(t, account(0), 0, &counter, func(tx *types.DynamicFeeTx) { tx.Gas = estimate })
	trace := execute(t, s, tx)
	if !trace.Succeeded() || estimate > trace.GasUsed*11/10 {
		t.Errorf("estimated %d, used %d: %s", estimate, trace.GasUsed, trace.VMError)
	}
	if _, revert, err := s.View().EstimateGas(t.Context(), msg(looper, nil), 0); err == nil || revert != nil {
		t.Errorf("estimate of what never succeeds: %x, %v", revert, err)
	}
}

// A block that does not say what its fork wants is not opened.
func TestRulesOfOPStack(t *testing.T) {
	rules := opRules(chains.Jovian)
	s := newOPShard(t, rules, opAlloc(0))
	open := &chains.Open{ChainID: testChain, Number: 8, Timestamp: 1008, GasLimit: 30_000_000, BaseFee: s.NextBaseFee(), ExtraData: []byte("mine")}
	if err := s.Begin(open); !errors.Is(err, shard.ErrRules) || !errors.Is(err, chains.ErrExtraData) {
		t.Errorf("extraData of a user: %v", err)
	}
	if _, err := shard.New(shard.Config{ChainID: testChain, OP: rules}, &memory{}, testHead()); !errors.Is(err, shard.ErrRules) {
		t.Errorf("a head without parameters: %v", err)
	}
	late := uint64(2000)
	s = newOPShard(t, &chains.OPStack{Ecotone: &late}, opAlloc(0))
	open.ExtraData = nil
	if err := s.Begin(open); !errors.Is(err, shard.ErrRules) {
		t.Errorf("a block before Ecotone: %v", err)
	}
}
