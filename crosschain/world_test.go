package crosschain_test

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/test/programs"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// world is a dependency set of real shards that run the real contracts on state held in
// memory. It implements crosschain.Executor.
type world struct {
	t      testing.TB
	shards map[chains.ChainID]*shard.Shard
	ids    []chains.ChainID
	core   *crosschain.Core
	plan   bindings.Deployment
	nonces map[common.Address]map[chains.ChainID]uint64

	deployer, user, relayer *ecdsa.PrivateKey
	forwarder               common.Address
	relays                  map[chains.ChainID]uint64 // relays in the attempt
	kept                    map[chains.ChainID]uint64
	frozen                  map[chains.Pair]crosschain.Frozen // given to each decision
}

// genesis is a state that never changes: everything later is in the shard's overlay.
type genesis map[common.Address]types.Account

func (g genesis) Accounts(_ context.Context, _ common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	out := make([]*types.StateAccount, len(addrs))
	for i, addr := range addrs {
		if a, ok := g[addr]; ok {
			out[i] = &types.StateAccount{Nonce: a.Nonce, Balance: uint256.MustFromBig(a.Balance), Root: types.EmptyRootHash, CodeHash: crypto.Keccak256(a.Code)}
		}
	}
	return out, nil
}

func (g genesis) Storage(_ context.Context, _ common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	return make([]common.Hash, len(keys)), nil
}

func (g genesis) Code(_ context.Context, _ common.Hash, addr common.Address) ([]byte, error) {
	return g[addr].Code, nil
}

func (g genesis) BlockHash(_ context.Context, n uint64) (common.Hash, error) {
	return common.BigToHash(new(big.Int).SetUint64(n)), nil
}

func key(name string) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte(name)))
	if err != nil {
		panic(err)
	}
	return k
}

func addressOf(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }

var genesisBaseFee = big.NewInt(params.GWei)

// deployment is what the leaves are bound to.
func (w *world) deployment() common.Hash { return common.Hash{31: 7} }

// newWorld deploys the contracts on n chains 901, 902, ... and opens every pair. The
// user has a million test tokens on 901 and the ETH bridge of every chain holds 5 ETH.
func newWorld(t testing.TB, n int, policy crosschain.GasPolicy) *world {
	w := &world{
		t: t, shards: map[chains.ChainID]*shard.Shard{}, nonces: map[common.Address]map[chains.ChainID]uint64{},
		deployer: key("deployer"), user: key("user"), relayer: key("relayer"),
		relays: map[chains.ChainID]uint64{}, kept: map[chains.ChainID]uint64{},
	}
	admin := addressOf(w.deployer)
	supply := new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	w.plan = bindings.Plan(admin, admin, w.deployment(), 901, addressOf(w.user), supply)
	for i := range n {
		w.ids = append(w.ids, chains.ChainID(901+i))
	}
	for _, id := range w.ids {
		w.shards[id] = w.newShard(id)
	}
	contracts := chains.Contracts{Messenger: w.plan.Messenger, RootStore: w.plan.RootStore, TokenBridge: w.plan.TokenBridge, ETHBridge: w.plan.ETHBridge, TestToken: w.plan.TestToken}
	cfg := crosschain.Config{Generations: crosschain.AllPairs(w.ids), GasPolicy: policy}
	for _, id := range w.ids {
		cfg.Chains = append(cfg.Chains, crosschain.Chain{ID: id, Contracts: contracts})
	}
	var err error
	if w.core, err = crosschain.New(cfg); err != nil {
		t.Fatal(err)
	}
	for _, id := range w.ids {
		w.deploy(id)
	}
	return w
}

func (w *world) newShard(id chains.ChainID) *shard.Shard {
	zero := uint64(0)
	cfg := &params.ChainConfig{
		ChainID: id.Big(), HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int), EIP158Block: new(big.Int),
		ByzantiumBlock: new(big.Int), ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int), IstanbulBlock: new(big.Int),
		BerlinBlock: new(big.Int), LondonBlock: new(big.Int), TerminalTotalDifficulty: new(big.Int),
		ShanghaiTime: &zero, CancunTime: &zero, PragueTime: &zero, OsakaTime: &zero, BlobScheduleConfig: params.DefaultBlobSchedule,
	}
	rich := types.Account{Balance: new(big.Int).Mul(big.NewInt(10_000), big.NewInt(params.Ether))}
	state := genesis{
		addressOf(w.deployer): rich, addressOf(w.user): rich, addressOf(w.relayer): rich,
		bindings.Create2Proxy:            {Balance: new(big.Int), Nonce: 1, Code: bindings.Create2ProxyCode()},
		params.BeaconRootsAddress:        {Balance: new(big.Int), Nonce: 1, Code: params.BeaconRootsCode},
		params.HistoryStorageAddress:     {Balance: new(big.Int), Nonce: 1, Code: params.HistoryStorageCode},
		params.WithdrawalQueueAddress:    {Balance: new(big.Int), Nonce: 1, Code: params.WithdrawalQueueCode},
		params.ConsolidationQueueAddress: {Balance: new(big.Int), Nonce: 1, Code: params.ConsolidationQueueCode},
	}
	head := shard.Head{Hash: common.Hash{31: 1}, Timestamp: 1000, GasLimit: 300_000_000, BaseFee: genesisBaseFee}
	s, err := shard.New(shard.Config{ChainID: id, Chain: cfg, Watch: w.plan.RootStore, GasCeil: head.GasLimit}, state, head)
	if err != nil {
		w.t.Fatal(err)
	}
	w.begin(id, s, 1)
	return s
}

func (w *world) begin(id chains.ChainID, s *shard.Shard, number uint64) {
	open := &chains.Open{ChainID: id, Number: number, ParentHash: common.Hash{31: 1}, Timestamp: 1000 + number, GasLimit: 300_000_000, BaseFee: s.NextBaseFee()}
	if number > 1 {
		open.ParentHash = common.Hash{}
	}
	if err := s.Begin(open); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) deploy(id chains.ChainID) {
	send := func(to common.Address, value *big.Int, data []byte) {
		w.must(w.tx(w.deployer, id, &to, value, data))
	}
	for _, step := range w.plan.Steps {
		send(bindings.Create2Proxy, nil, bindings.CREATE2Call(step.InitCode))
	}
	forwarder := programs.Deploy(programs.Forwarder())
	send(bindings.Create2Proxy, nil, bindings.CREATE2Call(forwarder))
	w.forwarder = bindings.CREATE2Address(forwarder)
	for _, peer := range w.ids {
		if peer != id {
			send(w.plan.Messenger, nil, bindings.EncodeOpenInbound(uint64(peer), 1))
			send(w.plan.Messenger, nil, bindings.EncodeOpenOutbound(uint64(peer), 1))
		}
	}
	send(w.plan.Messenger, nil, bindings.EncodeSetRelayer(addressOf(w.relayer), true))
	send(w.plan.ETHBridge, new(big.Int).Mul(big.NewInt(5), big.NewInt(params.Ether)), bindings.EncodeDeposit())
	w.shards[id].Seal()
	w.begin(id, w.shards[id], 2)
}

// must executes a set-up transaction past crosschain and keeps it.
func (w *world) must(tx *chains.Tx) {
	trace, err := w.shards[tx.ChainID()].Execute(tx)
	if err != nil || !trace.Succeeded() {
		w.t.Fatalf("set-up transaction on %d: %v %v", tx.ChainID(), err, trace)
	}
	if err := w.shards[tx.ChainID()].Keep([]*chains.Tx{tx}); err != nil {
		w.t.Fatal(err)
	}
}

// tx signs a transaction with the sender's next nonce; the nonce counts as used.
func (w *world) tx(k *ecdsa.PrivateKey, id chains.ChainID, to *common.Address, value *big.Int, data []byte) *chains.Tx {
	return w.txTip(k, id, to, value, data, 0)
}

func (w *world) txTip(k *ecdsa.PrivateKey, id chains.ChainID, to *common.Address, value *big.Int, data []byte, tip int64) *chains.Tx {
	from := addressOf(k)
	if w.nonces[from] == nil {
		w.nonces[from] = map[chains.ChainID]uint64{}
	}
	inner := types.MustSignNewTx(k, types.LatestSignerForChainID(id.Big()), &types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: w.nonces[from][id], GasTipCap: big.NewInt(tip), GasFeeCap: big.NewInt(100 * params.GWei),
		Gas: 8_000_000, To: to, Value: value, Data: data,
	})
	w.nonces[from][id]++
	raw, err := inner.MarshalBinary()
	if err != nil {
		w.t.Fatal(err)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		w.t.Fatal(err)
	}
	return tx
}

// Execute implements crosschain.Executor.
func (w *world) Execute(tx *chains.Tx) (*chains.Trace, error) {
	return w.shards[tx.ChainID()].Execute(tx)
}

// Relay implements crosschain.Executor.
func (w *world) Relay(call crosschain.RelayCall) (*chains.Tx, *chains.Trace, error) {
	s := w.shards[call.ChainID]
	inner := types.NewTx(&types.DynamicFeeTx{
		ChainID: call.ChainID.Big(), Nonce: w.kept[call.ChainID] + w.relays[call.ChainID], GasTipCap: new(big.Int),
		GasFeeCap: s.View().Open().BaseFee, Gas: call.Gas, To: &call.To, Data: call.Data,
	})
	tx, err := chains.NewRelayTx(call.ChainID, addressOf(w.relayer), inner)
	if err != nil {
		return nil, nil, err
	}
	trace, err := s.Execute(tx)
	if err == nil {
		w.relays[call.ChainID]++
	}
	return tx, trace, err
}

// decide runs Decide and keeps or drops everything, as the slot loop does.
func (w *world) decide(txs ...*chains.Tx) ([]crosschain.Leg, *chains.Refusal) {
	w.t.Helper()
	legs, refusal, err := w.core.Decide(w, w.frozen, txs)
	if err != nil {
		w.t.Fatalf("decide: %v", err)
	}
	if refusal != nil {
		if len(legs) != 0 {
			w.t.Fatal("a refusal with legs")
		}
		for _, s := range w.shards {
			s.Drop(0)
		}
		for _, tx := range txs { // the nonces were not used
			w.nonces[tx.Sender()][tx.ChainID()]--
		}
		clear(w.relays)
		return nil, refusal
	}
	final := map[chains.ChainID][]*chains.Tx{}
	for _, leg := range legs {
		final[leg.Tx.ChainID()] = append(final[leg.Tx.ChainID()], leg.Tx)
	}
	for id, s := range w.shards {
		if err := s.Keep(final[id]); err != nil {
			w.t.Fatal(err)
		}
		w.kept[id] += w.relays[id]
	}
	clear(w.relays)
	return legs, nil
}

// call reads a contract.
func (w *world) call(id chains.ChainID, to common.Address, data []byte) []byte {
	w.t.Helper()
	msg := &core.Message{
		From: addressOf(w.user), To: &to, Data: data, GasLimit: 10_000_000, Value: new(uint256.Int),
		GasPrice: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int),
	}
	ret, _, err := w.shards[id].View().Call(context.Background(), msg.SkipNonceCheck().SkipEOACheck())
	if err != nil {
		w.t.Fatalf("call %s on %d: %v", to, id, err)
	}
	return ret
}

func (w *world) tokens(id chains.ChainID, who common.Address) *big.Int {
	return new(big.Int).SetBytes(w.call(id, w.plan.TestToken, bindings.EncodeBalanceOf(who)))
}

// trees returns count and root of a pair on both of its sides.
func (w *world) trees(source, destination chains.ChainID) (sent, received [64]byte) {
	copy(sent[:], w.call(source, w.plan.RootStore, bindings.EncodeTree(false, uint64(destination), 1)))
	copy(received[:], w.call(destination, w.plan.RootStore, bindings.EncodeTree(true, uint64(source), 1)))
	return sent, received
}

// check asserts what must hold after any number of decisions: the two sides of every
// pair are equal, and no token came into being or was lost.
func (w *world) check() {
	w.t.Helper()
	total := new(big.Int)
	for _, a := range w.ids {
		total.Add(total, new(big.Int).SetBytes(w.call(a, w.plan.TestToken, bindings.EncodeTotalSupply())))
		for _, b := range w.ids {
			if a == b {
				continue
			}
			if sent, received := w.trees(a, b); sent != received {
				w.t.Fatalf("pair %d -> %d: sent %x received %x", a, b, sent, received)
			}
		}
	}
	if want := new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether)); total.Cmp(want) != 0 {
		w.t.Fatalf("total supply over all chains is %v, not %v", total, want)
	}
}

// forwardVia nests payload: a message to the forwarder of each chain in turn, which sends
// the next message from there, until the last target is called with payload.
func (w *world) forwardVia(path []chains.ChainID, target common.Address, payload []byte) []byte {
	data := payload
	to := target
	for i := len(path) - 1; i >= 1; i-- {
		data = bindings.EncodeSendMessage(uint64(path[i]), to, data)
		data = programs.Forward(w.plan.Messenger, data)
		to = w.forwarder
	}
	return bindings.EncodeSendMessage(uint64(path[0]), to, data)
}

func describe(legs []crosschain.Leg) string {
	s := ""
	for _, l := range legs {
		s += fmt.Sprintf("%s@%d ", l.Tx.Kind(), l.Tx.ChainID())
	}
	return s
}
