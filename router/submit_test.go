package router_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/router"
)

func rawParam(raw []byte) string { return `["` + hexutil.Encode(raw) + `"]` }

// TestBadTransactions: what cannot be executed is refused at the edge with geth's wording,
// and nothing of it is admitted.
func TestBadTransactions(t *testing.T) {
	alice, poor := newAccount(t, "alice"), newAccount(t, "poor")
	s := newStage(t, alice.addr)
	s.set(func([]*chains.Tx) verdict { t.Error("admitted"); return verdict{hold: true} })
	e := newEdge(t, s)
	good := alice.transfer(chainA, 0)
	dynamic := func(fn func(*types.DynamicFeeTx)) []byte { return alice.transfer(chainA, 0, fn).Raw() }
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"empty", []byte{}, "transaction cannot be decoded"},
		{"junk", []byte{0xff, 1, 2}, "transaction cannot be decoded"},
		{"trailing byte", append(good.Raw()[:len(good.Raw()):len(good.Raw())], 0), "transaction cannot be decoded"},
		{"cut off", good.Raw()[:40], "transaction cannot be decoded"},
		{"blob", []byte{3, 0xc0}, "transaction type not supported"},
		{"deposit", []byte{0x7e, 0xc0}, "transaction type not supported"},
		{"unknown type", []byte{5, 0xc0}, "transaction type not supported"},
		{"unprotected", unprotected(t), "only replay-protected (EIP-155) transactions allowed over RPC"},
		{"high s", highS(t, alice), "invalid sender"},
		{"unsigned", unsigned(t), "invalid sender"},
		{"unknown chain", alice.transfer(77, 0).Raw(), "invalid chain id for signer: have 77 want one of 901, 902"},
		{"too large", dynamic(func(d *types.DynamicFeeTx) { d.Data = make([]byte, 129<<10) }), "oversized data"},
		{"gas above the cap", dynamic(func(d *types.DynamicFeeTx) { d.Gas = 16_777_217 }), "transaction gas limit too high (cap: 16777216, tx: 16777217)"},
		{"too little gas", dynamic(func(d *types.DynamicFeeTx) { d.Gas = 20_999 }), "intrinsic gas too low: gas 20999, minimum needed 21000"},
		{"below the data floor", dynamic(func(d *types.DynamicFeeTx) { d.Gas, d.Data = 37_100, make([]byte, 4000) }), "insufficient gas for floor data gas cost"},
		{"tip above fee", dynamic(func(d *types.DynamicFeeTx) { d.GasTipCap = big.NewInt(3e9) }), "max priority fee per gas higher than max fee per gas"},
		{"below base fee", dynamic(func(d *types.DynamicFeeTx) { d.GasFeeCap = big.NewInt(5) }), "max fee per gas less than block base fee: address " + alice.addr.Hex() + ", maxFeePerGas: 5, baseFee: 875000000"},
		{"initcode", dynamic(func(d *types.DynamicFeeTx) { d.To, d.Gas, d.Data = nil, 10_000_000, make([]byte, 49153) }), "max initcode size exceeded"},
		{"no authorization", setCode(alice), "set code tx must have at least one authorization tuple"},
		{"insufficient funds", poor.transfer(chainA, 0).Raw(), "insufficient funds for gas * price + value: balance 0, tx cost 42000000000001"},
	} {
		for _, method := range []string{"eth_sendRawTransaction", "eth_sendRawTransactionSync"} {
			r := ask(t, e.bare, method, rawParam(c.raw))
			if r.Error == nil || r.Error.Code != -32000 || !strings.Contains(r.Error.Message, c.want) {
				t.Errorf("%s: %s: got %s, want %q", method, c.name, quote(r), c.want)
			}
		}
	}
	if r := ask(t, e.a, "eth_sendRawTransaction", rawParam(poor.transfer(chainA, 0).Raw())); !strings.Contains(quote(r.Error.Data), `"code":"invalid"`) {
		t.Errorf("a refusal carries data: %s", quote(r))
	}
}

func TestNonceTooLow(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	first := alice.transfer(chainA, 0)
	result(t, e.a, "eth_sendRawTransaction", rawParam(first.Raw()))
	other := alice.emit(chainA, 0, 1)
	if r := ask(t, e.a, "eth_sendRawTransaction", rawParam(other.Raw())); r.Error == nil || r.Error.Message != "nonce too low: next nonce 1, tx nonce 0" {
		t.Errorf("a used nonce: %s", quote(r))
	}
	// The same one again is harmless, before and after its block.
	for range 2 {
		if got := result(t, e.bare, "eth_sendRawTransaction", rawParam(first.Raw())); got != quote(first.Hash()) {
			t.Errorf("a known transaction: %s", got)
		}
		s.apply(t, chainA)
	}
	var receipt types.Receipt
	if err := json.Unmarshal([]byte(result(t, e.bare, "eth_sendRawTransactionSync", rawParam(first.Raw()))), &receipt); err != nil || receipt.BlockHash != s.chains[chainA].head.ParentHash {
		t.Errorf("the receipt of a known transaction: %+v, %v", receipt, err)
	}
}

// TestRefusals: a refusal is an error with the catalogue's code, wording and data.
func TestRefusals(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s, func(cfg *router.Config) { cfg.DecisionWait = 30 * time.Second })
	raw := rawParam(alice.transfer(chainA, 0).Raw())
	for _, c := range []struct {
		refusal chains.Refusal
		code    int
		message string
	}{
		{chains.Refusal{Code: chains.RefusedRelayFailed, Leg: 1, ChainID: chainB, Reason: "TokenMissing()", Data: []byte{1, 2}, Hint: "deploy it"}, 3, "execution reverted: TokenMissing()"},
		{chains.Refusal{Code: chains.RefusedReverted, Reason: "execution reverted"}, 3, "execution reverted"},
		{chains.Refusal{Code: chains.RefusedReverted, Reason: "execution reverted: no"}, 3, "execution reverted: no"},
		{chains.Refusal{Code: chains.RefusedRelayerFunds, Reason: "the relayer is short of funds on chain 902"}, -32000, "the relayer is short of funds on chain 902"},
	} {
		s.set(func([]*chains.Tx) verdict { return verdict{refusal: &c.refusal} })
		for _, method := range []string{"eth_sendRawTransaction", "eth_sendRawTransactionSync"} {
			r := ask(t, e.a, method, raw)
			if r.Error == nil || r.Error.Code != c.code || r.Error.Message != c.message {
				t.Errorf("%s: %s", method, quote(r))
				continue
			}
			sameJSON(t, method, quote(r.Error.Data), quote(c.refusal.JSON()))
		}
	}
	// Taken back while somebody waits for the receipt.
	away := &chains.Refusal{Code: chains.RefusedChainUnavailable, ChainID: chainB, Reason: "the chain is unavailable"}
	s.set(func([]*chains.Tx) verdict { return verdict{undone: away} })
	if r := ask(t, e.a, "eth_sendRawTransactionSync", raw); r.Error == nil || r.Error.Message != away.Reason {
		t.Errorf("taken back: %s", quote(r))
	}
}

// TestDecisionWait: eth_sendRawTransaction answers with the hash when the decision takes
// longer, and the transaction shows as waiting; a refusal in time is the answer.
func TestDecisionWait(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s, shortWait)
	tx := alice.transfer(chainA, 0)
	s.set(func([]*chains.Tx) verdict { return verdict{hold: true} })
	for range 2 {
		if got := result(t, e.a, "eth_sendRawTransaction", rawParam(tx.Raw())); got != quote(tx.Hash()) {
			t.Fatalf("got %s", got)
		}
	}
	waiting := decode(t, result(t, e.a, "eth_getTransactionByHash", `[`+quote(tx.Hash())+`]`))
	if waiting["blockHash"] != nil || waiting["from"] != strings.ToLower(alice.addr.Hex()) {
		t.Errorf("a waiting transaction: %v", waiting)
	}
	if got := result(t, e.a, "eth_getTransactionReceipt", `[`+quote(tx.Hash())+`]`); got != "null" {
		t.Errorf("the receipt of a waiting transaction: %s", got)
	}
	// Sync: not decided in time, then decided while it waits.
	r := ask(t, e.a, "eth_sendRawTransactionSync", `["`+hexutil.Encode(tx.Raw())+`",10]`)
	if r.Error == nil || r.Error.Code != 4 || r.Error.Data != tx.Hash().Hex() {
		t.Errorf("sync without a decision: %s", quote(r))
	}
	done := make(chan response, 1)
	go func() { done <- ask(t, e.a, "eth_sendRawTransactionSync", `["`+hexutil.Encode(tx.Raw())+`","0x2710"]`) }()
	s.settle(t, tx, nil)
	r = <-done
	in, err := s.Included(t.Context(), tx.Hash())
	if err != nil || r.Error != nil || !strings.Contains(string(r.Result), in.BlockHash.Hex()) {
		t.Errorf("sync decided: %s (%v)", quote(r), err)
	}
	sameJSON(t, "sync receipt", string(r.Result), result(t, e.a, "eth_getTransactionReceipt", `[`+quote(tx.Hash())+`]`))
	// A nonce gap is told with the nonce that is missing.
	gap := alice.transfer(chainA, 3)
	r = ask(t, e.a, "eth_sendRawTransactionSync", `["`+hexutil.Encode(gap.Raw())+`",10]`)
	if r.Error == nil || r.Error.Code != 6 || r.Error.Data != "0x1" {
		t.Errorf("sync with a nonce gap: %s", quote(r))
	}
}

func TestSendBundle(t *testing.T) {
	alice, poor := newAccount(t, "alice"), newAccount(t, "poor")
	s := newStage(t, alice.addr)
	e := newEdge(t, s, shortWait, func(cfg *router.Config) { cfg.MaxBundleTxs = 3 })
	a, b := alice.transfer(chainA, 0), alice.transfer(chainB, 0)
	request := func(txs ...*chains.Tx) string {
		var req wire.BundleRequest
		for _, tx := range txs {
			req.Txs = append(req.Txs, tx.Raw())
		}
		return `[` + quote(req) + `]`
	}
	for _, c := range []struct {
		name, params string
		code         int
		want         string
	}{
		{"nothing", `[]`, -32602, "missing value for required argument 0"},
		{"wrong type", `[{"txs":5}]`, -32602, "invalid argument 0"},
		{"no members", `[{"txs":[]}]`, -32602, "two or more chains"},
		{"one chain", request(a, alice.transfer(chainA, 1)), -32602, "two or more chains"},
		{"a member twice", request(a, b, a), -32602, "transaction 2 is in the bundle twice"},
		{"too many", request(a, b, a, b), -32602, "at most 3"},
		{"undecodable", `[{"txs":["0x01","0x02"]}]`, -32000, "transaction 0: transaction cannot be decoded"},
		{"a member without funds", request(a, poor.transfer(chainB, 0)), -32000, "insufficient funds"},
		{"zero deadline", `[{"txs":["` + hexutil.Encode(a.Raw()) + `","` + hexutil.Encode(b.Raw()) + `"],"maxTimestamp":"0x0"}]`, -32602, "maxTimestamp"},
	} {
		if r := ask(t, e.bare, "sequencer_sendBundle", c.params); r.Error == nil || r.Error.Code != c.code || !strings.Contains(r.Error.Message, c.want) {
			t.Errorf("%s: %s", c.name, quote(r))
		}
	}
	id := quote(chains.BundleID([]*chains.Tx{a, b}))
	s.set(func([]*chains.Tx) verdict { return verdict{hold: true} })
	for range 2 {
		if got := result(t, e.bare, "sequencer_sendBundle", request(a, b)); got != id {
			t.Errorf("got %s, want %s", got, id)
		}
	}
	// A9: nobody sees a member before it is decided.
	s.apply(t, chainA)
	if got := result(t, e.a, "eth_getTransactionByHash", `[`+quote(a.Hash())+`]`); got != "null" {
		t.Errorf("a member of an undecided bundle is shown: %s", got)
	}
}

func TestSimulate(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	tx := alice.transfer(chainB, 0)
	if got := result(t, e.bare, "sequencer_simulate", rawParam(tx.Raw())); !strings.Contains(got, `"chainId":"0x386"`) {
		t.Errorf("raw: %s", got)
	}
	if got := result(t, e.a, "sequencer_simulate", `[{"from":`+quote(alice.addr)+`,"to":`+quote(emitter)+`,"data":"0x1234"}]`); !strings.Contains(got, `"returnData":"0x1234"`) {
		t.Errorf("call: %s", got)
	}
	if r := ask(t, e.bare, "sequencer_simulate", `[{}]`); r.Error == nil || !strings.Contains(r.Error.Message, "/901 or /902") {
		t.Errorf("call without a chain: %s", quote(r))
	}
	if r := ask(t, e.a, "sequencer_simulate", `[{"data":"0x01","input":"0x02"}]`); r.Error == nil {
		t.Errorf("contradicting data: %s", quote(r))
	}
}

// TestBatchShare: all members of a batch share one wait for decisions.
func TestBatchShare(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s, func(cfg *router.Config) { cfg.DecisionWait, cfg.BatchWorkers = time.Second, 1 })
	s.set(func([]*chains.Tx) verdict { return verdict{hold: true} })
	var calls []string
	for nonce := range uint64(50) {
		calls = append(calls, `{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":`+rawParam(alice.transfer(chainA, nonce).Raw())+`}`)
	}
	began := time.Now()
	_, body := post(t, e.a, `[`+strings.Join(calls, ",")+`]`)
	if took := time.Since(began); took > 30*time.Second {
		t.Errorf("the batch took %v", took)
	}
	if n := strings.Count(body, `"result":"0x`); n != 50 {
		t.Errorf("%d of 50 answered: %s", n, body)
	}
}

func unprotected(t *testing.T) []byte {
	t.Helper()
	key := testKey(t, "alice")
	tx, err := types.SignNewTx(key, types.HomesteadSigner{}, &types.LegacyTx{To: &common.Address{1}, Gas: 21_000, GasPrice: big.NewInt(2e9)})
	if err != nil {
		t.Fatal(err)
	}
	return encode(t, tx)
}

func unsigned(t *testing.T) []byte {
	t.Helper()
	return encode(t, types.NewTx(&types.DynamicFeeTx{ChainID: chainA.Big(), To: &common.Address{1}, Gas: 21_000, GasFeeCap: big.NewInt(2e9)}))
}

// highS is a transfer whose signature has the other s, which recovers the same sender.
func highS(t *testing.T, a account) []byte {
	t.Helper()
	tx := a.transfer(chainA, 0).Inner()
	v, r, s := tx.RawSignatureValues()
	n, _ := new(big.Int).SetString("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16)
	return encode(t, types.NewTx(&types.DynamicFeeTx{
		ChainID: chainA.Big(), To: tx.To(), Value: tx.Value(), Gas: tx.Gas(), GasTipCap: tx.GasTipCap(), GasFeeCap: tx.GasFeeCap(),
		R: r, S: new(big.Int).Sub(n, s), V: new(big.Int).Sub(big.NewInt(1), v),
	}))
}

func setCode(a account) []byte {
	return a.tx(&types.SetCodeTx{ChainID: u256(uint64(chainA)), To: a.addr, Gas: 100_000, GasFeeCap: u256(2e9)}, chainA).Raw()
}

func encode(t *testing.T, tx *types.Transaction) []byte {
	t.Helper()
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
