package tracer_test

import (
	"crypto/ecdsa"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

const testChain chains.ChainID = 901

const (
	senders       = 12
	contracts     = 24
	blockGasLimit = 60_000_000
)

// tokenAddress holds the token contract of the suite, payerAddress one that pays whom it
// is told and stores nothing; proxy is the CREATE2 proxy of genesis.
var (
	tokenAddress = common.HexToAddress("0x70ce")
	payerAddress = common.HexToAddress("0xba7e")
	proxy        = common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")
)

// generator makes the chain's contracts and transactions from one seed.
type generator struct {
	t       testing.TB
	rand    *rand.Rand
	signer  types.Signer
	keys    []*ecdsa.PrivateKey
	addrs   []common.Address // of the keys
	targets []common.Address // everything worth calling
	alloc   types.GenesisAlloc

	noSetCode bool            // the chain has no EIP-7702
	more      func() *content // content for this kind of chain, may be nil
}

func newGenerator(t testing.TB, seed uint64) *generator {
	g := &generator{
		t: t, rand: rand.New(rand.NewPCG(seed, 1)), signer: types.LatestSignerForChainID(testChain.Big()), alloc: types.GenesisAlloc{},
	}
	ether := big.NewInt(params.Ether)
	for i := range senders {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte("conformance"), []byte{byte(i)}))
		if err != nil {
			t.Fatal(err)
		}
		addr := crypto.PubkeyToAddress(key.PublicKey)
		g.keys, g.addrs = append(g.keys, key), append(g.addrs, addr)
		g.alloc[addr] = types.Account{Balance: new(big.Int).Mul(ether, big.NewInt(1_000_000))}
	}
	g.targets = append(append(specials(), g.addrs...), tokenAddress, payerAddress, payerAddress, proxy)
	programs := make([]common.Address, contracts)
	for i := range programs {
		programs[i] = common.BigToAddress(big.NewInt(int64(0xc0de00 + i)))
	}
	g.targets = append(g.targets, programs...)
	g.targets = append(g.targets, programs...) // called more often than the rest
	for _, creator := range programs[:4] {
		for _, init := range [][]byte{{}, deploys([]byte{0x33, 0xff})} {
			g.targets = append(g.targets, create2Address(creator, 0, init), create2Address(creator, 1, init))
		}
	}
	for i := range 6 {
		g.targets = append(g.targets, common.BigToAddress(big.NewInt(int64(0xeeee00+i)))) // nobody
	}
	for _, addr := range programs {
		g.alloc[addr] = types.Account{Nonce: 1, Code: randomProgram(g.rand, g.targets), Balance: big.NewInt(1000), Storage: g.storage()}
	}
	balances := map[common.Hash]common.Hash{}
	for _, addr := range g.addrs[:8] {
		balances[common.BytesToHash(addr[:])] = common.BigToHash(big.NewInt(1_000_000))
	}
	g.alloc[payerAddress] = types.Account{Nonce: 1, Code: payer(), Balance: big.NewInt(1000)}
	g.alloc[tokenAddress] = types.Account{Nonce: 1, Code: token(), Storage: balances}
	return g
}

func (g *generator) storage() map[common.Hash]common.Hash {
	out := map[common.Hash]common.Hash{}
	for i := range g.rand.IntN(5) {
		out[common.Hash{31: byte(i)}] = common.Hash{31: byte(1 + g.rand.IntN(3))}
	}
	return out
}

func (g *generator) pick() common.Address { return g.targets[g.rand.IntN(len(g.targets))] }

func (g *generator) word() []byte {
	if g.rand.IntN(3) == 0 {
		addr := g.pick()
		return common.LeftPadBytes(addr[:], 32)
	}
	return common.LeftPadBytes([]byte{byte(g.rand.IntN(5))}, 32)
}

// content is what a transaction is made of, before it has a type, nonce and signature.
type content struct {
	to    *common.Address
	value *big.Int
	gas   uint64
	data  []byte
}

// transaction returns the next transaction; nonce tells the next nonce of an account.
func (g *generator) transaction(nonce func(common.Address) uint64, baseFee *big.Int) *chains.Tx {
	from := g.rand.IntN(senders)
	n := nonce(g.addrs[from])
	if g.rand.IntN(40) == 0 {
		n += uint64(g.rand.IntN(3)) - 1 // not valid, mostly
	}
	c := g.content()
	tip := big.NewInt(int64(g.rand.IntN(3)) * params.GWei)
	feeCap := new(big.Int).Add(new(big.Int).Mul(baseFee, big.NewInt(2)), tip)
	if g.rand.IntN(50) == 0 {
		feeCap.Sub(baseFee, big.NewInt(int64(g.rand.IntN(2)))) // not enough, or just enough
		tip = new(big.Int)
	}
	var inner types.TxData
	switch kind := g.rand.IntN(10); {
	case kind < 2:
		inner = &types.LegacyTx{Nonce: n, GasPrice: feeCap, Gas: c.gas, To: c.to, Value: c.value, Data: c.data}
	case kind < 4:
		inner = &types.AccessListTx{ChainID: testChain.Big(), Nonce: n, GasPrice: feeCap, Gas: c.gas, To: c.to, Value: c.value, Data: c.data, AccessList: g.accessList()}
	case kind < 6 && c.to != nil && !g.noSetCode:
		inner = &types.SetCodeTx{
			ChainID: uint256.NewInt(uint64(testChain)), Nonce: n, GasTipCap: uint256.MustFromBig(tip), GasFeeCap: uint256.MustFromBig(feeCap),
			Gas: c.gas + 100_000, To: *c.to, Value: uint256.MustFromBig(c.value), Data: c.data, AuthList: g.authorizations(from, n, nonce),
		}
	default:
		inner = &types.DynamicFeeTx{
			ChainID: testChain.Big(), Nonce: n, GasTipCap: tip, GasFeeCap: feeCap, Gas: c.gas, To: c.to, Value: c.value, Data: c.data, AccessList: g.accessList(),
		}
	}
	return g.sign(from, inner)
}

func (g *generator) sign(from int, inner types.TxData) *chains.Tx {
	signed, err := types.SignNewTx(g.keys[from], g.signer, inner)
	if err != nil {
		g.t.Fatal(err)
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		g.t.Fatal(err)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		g.t.Fatal(err)
	}
	return tx
}

// content picks one of the categories.
func (g *generator) content() content {
	gas := []uint64{21_000, 30_000, 60_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000}[g.rand.IntN(8)]
	value := big.NewInt(int64(max(0, g.rand.IntN(8)-4)))
	to := g.pick()
	switch g.rand.IntN(12) {
	case 0, 1: // a transfer, of nothing at times
		return content{to: &to, value: value, gas: 21_000 + uint64(g.rand.IntN(2))*gas}
	case 2: // of the token; of more than there is at times
		receiver := g.addrs[g.rand.IntN(senders)]
		amount := common.LeftPadBytes(big.NewInt(int64(g.rand.IntN(400_000))).Bytes(), 32)
		return content{to: &tokenAddress, value: new(big.Int), gas: 100_000, data: append(common.LeftPadBytes(receiver[:], 32), amount...)}
	case 3: // creation of a contract with a random program
		code := randomProgram(g.rand, g.targets)
		return content{value: value, gas: 100_000 + gas, data: deploysLong(code)}
	case 4: // a program as init code
		return content{value: value, gas: 100_000 + gas, data: randomProgram(g.rand, g.targets)}
	case 5: // CREATE2 at few addresses, through the proxy
		init := (&program{rand: g.rand}).initCode()
		return content{to: &proxy, value: value, gas: 53_000 + gas, data: append(common.LeftPadBytes([]byte{byte(g.rand.IntN(2))}, 32), init...)}
	case 6: // a precompile, with what it is made for at times
		if g.more != nil && g.rand.IntN(4) > 0 {
			return *g.more()
		}
		pre := common.BytesToAddress([]byte{byte(1 + g.rand.IntN(0x11))})
		data := make([]byte, []int{0, 32, 64, 96, 128, 160, 192, 213}[g.rand.IntN(8)])
		if g.rand.IntN(2) == 0 {
			for i := range data {
				data[i] = byte(g.rand.IntN(256))
			}
		}
		return content{to: &pre, value: value, gas: 50_000 + gas, data: data}
	case 7:
		return g.request()
	}
	data := g.word()
	if g.rand.IntN(4) == 0 {
		data = append(data, g.word()...)
	}
	return content{to: &to, value: value, gas: gas + 80_000, data: data}
}

// request asks one of the queue contracts (EIP-7002, EIP-7251) for something, or the
// block hash and beacon root contracts.
func (g *generator) request() content {
	fee := big.NewInt(int64(g.rand.IntN(4)))
	switch g.rand.IntN(4) {
	case 0:
		return content{to: &params.WithdrawalQueueAddress, value: fee, gas: 200_000, data: make([]byte, 56)}
	case 1:
		return content{to: &params.ConsolidationQueueAddress, value: fee, gas: 200_000, data: make([]byte, 96)}
	case 2:
		return content{to: &params.BeaconRootsAddress, value: new(big.Int), gas: 100_000, data: g.word()}
	}
	return content{to: &params.HistoryStorageAddress, value: new(big.Int), gas: 100_000, data: common.LeftPadBytes([]byte{byte(g.rand.IntN(40))}, 32)}
}

func (g *generator) accessList() types.AccessList {
	var list types.AccessList
	for range g.rand.IntN(3) {
		t := types.AccessTuple{Address: g.pick()}
		for i := range g.rand.IntN(4) {
			t.StorageKeys = append(t.StorageKeys, common.Hash{31: byte(i)})
		}
		list = append(list, t)
	}
	return list
}

// authorizations delegates some of the senders: to contracts, to each other, so that
// chains and loops of delegations arise, to precompiles, or to nobody. Some are void.
func (g *generator) authorizations(from int, txNonce uint64, nonce func(common.Address) uint64) []types.SetCodeAuthorization {
	var list []types.SetCodeAuthorization
	used := map[common.Address]uint64{}
	for range 1 + g.rand.IntN(3) {
		who := g.rand.IntN(senders)
		n := nonce(g.addrs[who]) + used[g.addrs[who]]
		if who == from {
			n = txNonce + 1 + used[g.addrs[who]]
		}
		used[g.addrs[who]]++
		if g.rand.IntN(10) == 0 {
			n++ // void
		}
		auth := types.SetCodeAuthorization{ChainID: *uint256.NewInt(uint64(testChain)), Address: g.pick(), Nonce: n}
		switch g.rand.IntN(8) {
		case 0:
			auth.Address = common.Address{}
		case 1:
			auth.ChainID = *uint256.NewInt(0) // any chain
		case 2:
			auth.ChainID = *uint256.NewInt(1) // void
		case 3:
			auth.Address = g.addrs[g.rand.IntN(senders)]
		}
		signed, err := types.SignSetCode(g.keys[who], auth)
		if err != nil {
			g.t.Fatal(err)
		}
		if g.rand.IntN(20) == 0 {
			signed.V ^= 1 // another, unfunded authority
		}
		list = append(list, signed)
	}
	return list
}
