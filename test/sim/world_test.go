package sim

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/test/programs"
)

const (
	gasLimit    = 300_000_000
	genesisTime = 946_684_000 // a little before the time at which a bubble starts
	home        = chains.ChainID(901)
	maxClients  = 6
)

// key is an account of the simulation.
type key struct {
	private *ecdsa.PrivateKey
	address common.Address
}

func newKey(t testing.TB, name string) key {
	private, err := crypto.ToECDSA(crypto.Keccak256([]byte("simulation " + name)))
	if err != nil {
		t.Fatal(err)
	}
	return key{private: private, address: crypto.PubkeyToAddress(private.PublicKey)}
}

// world is where every run begins: chains with the contracts in block 1. It is made once
// and, but for its memory, never changed.
type world struct {
	ids       []chains.ChainID
	plan      bindings.Deployment
	forwarder common.Address
	core      *crosschain.Core
	ledgers   map[chains.ChainID]*ledger
	domain    chains.Domain
	memory    *memory // of runs that differ in a crash or a fault only

	relayer, promiser  stamp
	deployer, stranger key
	clients            []key
}

// newWorld makes n chains 901, 902, ...
func newWorld(t testing.TB, n int) *world {
	w := &world{
		ledgers: map[chains.ChainID]*ledger{}, domain: chains.Domain{L1ChainID: 900, Settlement: common.Address{19: 5}},
		relayer: stamp{common.Address{0: 'r', 19: 1}}, promiser: stamp{common.Address{0: 'p', 19: 1}},
		deployer: newKey(t, "deployer"), stranger: newKey(t, "stranger"),
	}
	for i := range maxClients {
		w.clients = append(w.clients, newKey(t, fmt.Sprint("client ", i)))
	}
	w.memory = newMemory(w)
	admin := w.deployer.address
	w.plan = bindings.Plan(admin, admin, chains.DeploymentID(w.domain.L1ChainID, w.domain.Settlement), uint64(home), admin, ether(1_000_000))
	w.forwarder = bindings.CREATE2Address(programs.Deploy(programs.Forwarder()))
	cc := crosschain.Config{}
	for i := range n {
		id := home + chains.ChainID(i)
		w.ids = append(w.ids, id)
		cc.Chains = append(cc.Chains, crosschain.Chain{ID: id, Contracts: w.contracts()})
	}
	cc.Generations = crosschain.AllPairs(w.ids)
	var err error
	if w.core, err = crosschain.New(cc); err != nil {
		t.Fatal(err)
	}
	for _, id := range w.ids {
		w.ledgers[id] = w.newLedger(id)
		w.deploy(t, id)
	}
	return w
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

func (w *world) contracts() chains.Contracts {
	return chains.Contracts{Messenger: w.plan.Messenger, RootStore: w.plan.RootStore, TokenBridge: w.plan.TokenBridge, ETHBridge: w.plan.ETHBridge, TestToken: w.plan.TestToken}
}

func chainRules(id chains.ChainID) *params.ChainConfig {
	zero := uint64(0)
	return &params.ChainConfig{
		ChainID: id.Big(), HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int), EIP158Block: new(big.Int),
		ByzantiumBlock: new(big.Int), ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int), IstanbulBlock: new(big.Int),
		BerlinBlock: new(big.Int), LondonBlock: new(big.Int), TerminalTotalDifficulty: new(big.Int),
		ShanghaiTime: &zero, CancunTime: &zero, PragueTime: &zero, OsakaTime: &zero, BlobScheduleConfig: params.DefaultBlobSchedule,
	}
}

// newLedger makes the genesis block.
func (w *world) newLedger(id chains.ChainID) *ledger {
	l := &ledger{id: id, rules: chainRules(id), watch: w.plan.RootStore, blocks: map[common.Hash]*block{}, codes: map[common.Hash][]byte{}, memory: w.memory}
	zero := uint64(0)
	b := &block{accounts: map[common.Address]*types.StateAccount{}, slots: map[chains.StorageKey]common.Hash{}, header: &types.Header{
		UncleHash: types.EmptyUncleHash, TxHash: types.EmptyTxsHash, ReceiptHash: types.EmptyReceiptsHash, Number: new(big.Int), Difficulty: new(big.Int),
		GasLimit: gasLimit, Time: genesisTime, BaseFee: big.NewInt(params.GWei), BlobGasUsed: &zero, ExcessBlobGas: &zero,
		WithdrawalsHash: &types.EmptyWithdrawalsHash, ParentBeaconRoot: new(common.Hash), RequestsHash: &types.EmptyRequestsHash,
	}}
	put := func(addr common.Address, balance *big.Int, code []byte) {
		acct := &types.StateAccount{Balance: uint256.MustFromBig(balance), Root: types.EmptyRootHash, CodeHash: crypto.Keccak256(code)}
		if len(code) > 0 {
			acct.Nonce = 1
			l.codes[common.BytesToHash(acct.CodeHash)] = code
		}
		b.accounts[addr] = acct
	}
	rich := []common.Address{w.deployer.address, w.relayer.address, w.stranger.address}
	for _, c := range w.clients {
		rich = append(rich, c.address)
	}
	for _, addr := range rich {
		put(addr, ether(10_000), nil)
	}
	put(bindings.Create2Proxy, new(big.Int), bindings.Create2ProxyCode())
	put(params.HistoryStorageAddress, new(big.Int), params.HistoryStorageCode)
	for _, idle := range []common.Address{params.BeaconRootsAddress, params.WithdrawalQueueAddress, params.ConsolidationQueueAddress} {
		put(idle, new(big.Int), []byte{byte(vm.STOP)}) // called in every block, of no interest here
	}
	b.header.Root = b.root()
	b.hash = b.header.Hash()
	l.head, l.blocks[b.hash] = b, b
	return l
}

// deploy makes block 1: contracts, pairs, the relayer's registration, and the clients'
// tokens on the home chain.
func (w *world) deploy(t testing.TB, id chains.ChainID) {
	l := w.ledgers[id]
	var raws [][]byte
	send := func(to common.Address, value *big.Int, data []byte) {
		raws = append(raws, w.deployer.sign(id, txFields{nonce: uint64(len(raws)), to: &to, value: value, data: data, gas: 8_000_000}).Raw())
	}
	for _, step := range w.plan.Steps {
		send(bindings.Create2Proxy, nil, bindings.CREATE2Call(step.InitCode))
	}
	send(bindings.Create2Proxy, nil, bindings.CREATE2Call(programs.Deploy(programs.Forwarder())))
	for _, peer := range w.ids {
		if peer != id {
			send(w.plan.Messenger, nil, bindings.EncodeOpenInbound(uint64(peer), 1))
			send(w.plan.Messenger, nil, bindings.EncodeOpenOutbound(uint64(peer), 1))
		}
	}
	send(w.plan.Messenger, nil, bindings.EncodeSetRelayer(w.relayer.address, true))
	send(w.plan.ETHBridge, ether(5), bindings.EncodeDeposit())
	if id == home {
		for _, c := range w.clients {
			send(w.plan.TestToken, nil, bindings.EncodeTransfer(c.address, ether(10_000)))
		}
	}
	open := &chains.Open{ChainID: id, Number: 1, ParentHash: l.head.hash, Timestamp: genesisTime + 1, GasLimit: gasLimit}
	b, err := l.execute(open, raws, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range b.receipts {
		if r.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("set-up transaction %d on chain %d reverted", i, id)
		}
	}
	l.add(b)
	l.setHead(b)
}

// txFields are what differs between the simulation's transactions.
type txFields struct {
	nonce uint64
	to    *common.Address
	value *big.Int
	data  []byte
	gas   uint64
	bumps int64 // how often it was priced up
}

func (k key) sign(id chains.ChainID, f txFields) *chains.Tx {
	if f.gas == 0 {
		f.gas = 3_000_000
	}
	price := big.NewInt(params.GWei)
	for range f.bumps + 1 {
		price = new(big.Int).Mul(price, big.NewInt(2))
	}
	inner := types.MustSignNewTx(k.private, types.LatestSignerForChainID(id.Big()), &types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: f.nonce, GasTipCap: big.NewInt(1 + f.bumps), GasFeeCap: price, Gas: f.gas, To: f.to, Value: f.value, Data: f.data,
	})
	tx, err := chains.NewCallTx(id, k.address, inner) // what DecodeTx gives, the sender being known
	if err != nil {
		panic(err)
	}
	return tx
}
