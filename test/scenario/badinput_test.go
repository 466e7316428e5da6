package scenario

import (
	"bytes"
	"encoding/json"
	"io"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// answer is a JSON-RPC response.
type answer struct {
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Code    int             `json:"code"`
		Message string          `json:"message"`
		Data    json.RawMessage `json:"data"`
	} `json:"error"`
}

// post sends a body as it is and returns the HTTP status and the response.
func (n *network) post(t *testing.T, body string) (int, []byte) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, n.info.Chains[0].RPC, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	out, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, out
}

// call makes a request out of its method and its parameters as JSON.
func (n *network) call(t *testing.T, method, args string) answer {
	t.Helper()
	_, body := n.post(t, `{"jsonrpc":"2.0","id":1,"method":"`+method+`","params":`+args+`}`)
	var a answer
	if err := json.Unmarshal(body, &a); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	return a
}

// wants checks that an answer is an error with a code and a text.
func (a answer) wants(t *testing.T, code int, text string) {
	t.Helper()
	if a.Error == nil {
		t.Errorf("got %s, want error %d %q", a.Result, code, text)
		return
	}
	if a.Error.Code != code || !strings.Contains(a.Error.Message, text) {
		t.Errorf("got error %d %q, want %d %q", a.Error.Code, a.Error.Message, code, text)
	}
}

// Bad input gets a clear error, nothing of it gets into a block, and nothing else is lost
// by it.
func TestBadInput(t *testing.T) {
	t.Parallel()
	d, n := startNetwork(t, 2, 30*time.Second) // a refusal is an answer also where the machine is slow
	t.Run("requests", n.badRequests)
	t.Run("transactions", n.badTransactions)
	t.Run("bundles", n.badBundles)
	t.Run("messages", n.badMessages)
	t.Run("reverted", n.revertedMessages)

	// The same accounts go on where they were, and all is as it should be.
	for i := range n.info.Accounts {
		for _, id := range n.ids {
			n.included(n.account(i, id).call(&n.info.Accounts[i].Address, nil, nil))
		}
	}
	w := n.readWorld()
	w.checkPairs()
	w.checkETH(d)
	for hash, places := range w.places {
		for _, p := range places {
			if !chains.AllowedTxType(p.receipt.Type) || len(places) > 1 {
				t.Errorf("%s of type %d is on the chains %d times", hash, p.receipt.Type, len(places))
			}
		}
	}
	checkCounters(t, d)
}

func (n *network) badRequests(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		status     int
		code       int
		text       string
	}{
		{"malformed JSON", `{"jsonrpc":"2.0","id":1,`, 200, -32700, "parse error"},
		{"nothing", ``, 200, -32700, "parse error"},
		{"a number", `7`, 200, -32600, "invalid request"},
		{"no version", `{"id":1,"method":"eth_chainId"}`, 200, -32600, "invalid request"},
		{"no method", `{"jsonrpc":"2.0","id":1}`, 200, -32600, "invalid request"},
		{"empty batch", `[]`, 200, -32600, "empty batch"},
		{"unknown method", `{"jsonrpc":"2.0","id":1,"method":"eth_bogus"}`, 200, -32601, "eth_bogus does not exist"},
		{"the node's namespaces", `{"jsonrpc":"2.0","id":1,"method":"debug_setHead","params":["0x0"]}`, 200, -32601, "debug_setHead"},
		{"the Engine API", `{"jsonrpc":"2.0","id":1,"method":"engine_forkchoiceUpdatedV3","params":[]}`, 200, -32601, "engine_forkchoiceUpdatedV3"},
		{"missing parameter", `{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":[]}`, 200, -32602, "missing value for required argument 0"},
		{"wrong type", `{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":[7]}`, 200, -32602, "invalid argument 0"},
		{"no hex", `{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":["abc"]}`, 200, -32602, "invalid argument 0"},
		{"too many parameters", `{"jsonrpc":"2.0","id":1,"method":"sequencer_chains","params":[1]}`, 200, -32602, "too many arguments"},
		{"a short hash", `{"jsonrpc":"2.0","id":1,"method":"sequencer_getBundle","params":["0x12"]}`, 200, -32602, "invalid argument 0"},
		{"a batch number of no kind", `{"jsonrpc":"2.0","id":1,"method":"sequencer_getBatch","params":["soon"]}`, 200, -32602, "invalid argument 0"},
		{"a subscription over HTTP", `{"jsonrpc":"2.0","id":1,"method":"sequencer_subscribe","params":["bundles"]}`, 200, -32601, "notifications not supported"},
		{"too large", `{"jsonrpc":"2.0","id":1,"method":"eth_call","params":["` + strings.Repeat("x", 6<<20) + `"]}`, 413, -32600, "request too large"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			status, body := n.post(t, tc.body)
			var a answer
			if err := json.Unmarshal(body, &a); err != nil || status != tc.status {
				t.Fatalf("HTTP %d, %v: %s", status, err, body)
			}
			a.wants(t, tc.code, tc.text)
		})
	}
	t.Run("a batch with bad members", func(t *testing.T) {
		_, body := n.post(t, `[1,{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},{"jsonrpc":"2.0","id":2,"method":"no"},{"jsonrpc":"2.0","method":"eth_chainId"}]`)
		var answers []answer
		if err := json.Unmarshal(body, &answers); err != nil || len(answers) != 3 {
			t.Fatalf("%v: %s", err, body)
		}
		answers[0].wants(t, -32600, "invalid request")
		answers[2].wants(t, -32601, "the method no does not exist")
		if string(answers[1].Result) != `"0x385"` {
			t.Errorf("the good member got %s", body)
		}
	})
}

// badTransactions are refused at the door by every method that takes a transaction.
func (n *network) badTransactions(t *testing.T) {
	w := n.account(0, n.ids[0])
	other := n.account(1, n.ids[1])
	n.included(w.call(&other.from, nil, nil)) // nonce 0 is used
	next := w.nonce()
	good := w.sign(next, order{to: &other.from, value: big.NewInt(1)})
	fees := func(change func(tx *types.DynamicFeeTx)) []byte {
		tx := &types.DynamicFeeTx{ChainID: w.chain.Big(), Nonce: next, GasFeeCap: feeCap(), GasTipCap: big.NewInt(1), Gas: 100_000, To: &other.from, Value: big.NewInt(1)}
		change(tx)
		return encode(t, types.MustSignNewTx(w.key, types.LatestSignerForChainID(tx.ChainID), tx))
	}
	legacy := &types.LegacyTx{Nonce: next, GasPrice: feeCap(), Gas: 21_000, To: &other.from}
	for _, tc := range []struct {
		name string
		raw  []byte
		code int
		text string
	}{
		{"empty", nil, -32000, "transaction cannot be decoded"},
		{"garbage", []byte{0xc0, 0xff, 0xee}, -32000, "transaction cannot be decoded"},
		{"trailing bytes", append(encode(t, good), 0), -32000, "transaction cannot be decoded"},
		{"cut off", encode(t, good)[:60], -32000, "transaction cannot be decoded"},
		{"unsigned", encode(t, types.NewTx(&types.DynamicFeeTx{ChainID: w.chain.Big(), Nonce: next, GasFeeCap: feeCap(), Gas: 21_000, To: &other.from})), -32000, "invalid sender"},
		{"high s", highS(t, good), -32000, "invalid sender"},
		{"before EIP-155", encode(t, types.MustSignNewTx(w.key, types.HomesteadSigner{}, legacy)), -32000, "only replay-protected (EIP-155) transactions allowed"},
		{"a blob", encode(t, blob(w, next)), -32000, "transaction type not supported: type 0x03"},
		{"a deposit", deposit(), -32000, "transaction type not supported: type 0x7e"},
		{"unknown chain", fees(func(tx *types.DynamicFeeTx) { tx.ChainID = big.NewInt(77) }), -32000, "invalid chain id"},
		{"nonce too low", fees(func(tx *types.DynamicFeeTx) { tx.Nonce = 0 }), -32000, "nonce too low"},
		{"more than the balance", fees(func(tx *types.DynamicFeeTx) { tx.Value = ether(1e6) }), -32000, "insufficient funds for gas * price + value"},
		{"too little gas", fees(func(tx *types.DynamicFeeTx) { tx.Gas = 20_000 }), -32000, "intrinsic gas too low"},
		{"more gas than a transaction may have", fees(func(tx *types.DynamicFeeTx) { tx.Gas = params.MaxTxGas + 1 }), -32000, "transaction gas limit too high"},
		{"more gas than a block has", fees(func(tx *types.DynamicFeeTx) { tx.Gas = 300_000_001 }), -32000, "gas limit"},
		{"fee cap below the base fee", fees(func(tx *types.DynamicFeeTx) { tx.GasFeeCap, tx.GasTipCap = big.NewInt(1), big.NewInt(1) }), -32000, "max fee per gas less than block base fee"},
		{"tip above the fee cap", fees(func(tx *types.DynamicFeeTx) { tx.GasTipCap = ether(1) }), -32000, "max priority fee per gas higher than max fee per gas"},
		{"too long", fees(func(tx *types.DynamicFeeTx) { tx.Data, tx.Gas = make([]byte, 130<<10), 10_000_000 }), -32000, "oversized data"},
		{"init code too long", fees(func(tx *types.DynamicFeeTx) { tx.To, tx.Data, tx.Gas = nil, make([]byte, 50_000), 10_000_000 }), -32000, "max initcode size exceeded"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			arg, err := json.Marshal(hexutil.Bytes(tc.raw))
			if err != nil {
				t.Fatal(err)
			}
			for _, method := range []string{"eth_sendRawTransaction", "eth_sendRawTransactionSync"} {
				n.call(t, method, "["+string(arg)+"]").wants(t, tc.code, tc.text)
			}
			second, err := json.Marshal(hexutil.Bytes(encode(t, other.call(&w.from, nil, nil))))
			if err != nil {
				t.Fatal(err)
			}
			n.call(t, "sequencer_sendBundle", `[{"txs":[`+string(second)+`,`+string(arg)+`]}]`).wants(t, tc.code, tc.text)
		})
	}
	t.Run("a duplicate", func(t *testing.T) {
		n.included(good)
		n.included(good)
	})
	if now := w.nonce(); now != next+1 {
		t.Errorf("the sender's nonce went from %d to %d", next, now)
	}
}

// highS gives a signature its other form, which EIP-2 forbids.
func highS(t *testing.T, tx *types.Transaction) []byte {
	t.Helper()
	v, r, s := tx.RawSignatureValues()
	sig := make([]byte, crypto.SignatureLength)
	r.FillBytes(sig[:32])
	new(big.Int).Sub(crypto.S256().Params().N, s).FillBytes(sig[32:64])
	sig[64] = byte(1 - v.Uint64())
	flipped, err := tx.WithSignature(types.LatestSignerForChainID(tx.ChainId()), sig)
	if err != nil {
		t.Fatal(err)
	}
	return encode(t, flipped)
}

func blob(w *wallet, nonce uint64) *types.Transaction {
	return types.MustSignNewTx(w.key, types.LatestSignerForChainID(w.chain.Big()), &types.BlobTx{
		ChainID: uint256.MustFromBig(w.chain.Big()), Nonce: nonce, GasFeeCap: uint256.NewInt(params.GWei), GasTipCap: uint256.NewInt(1), Gas: 21_000,
		To: w.from, BlobFeeCap: uint256.NewInt(1), BlobHashes: []common.Hash{{1}},
	})
}

// deposit is an OP Stack deposit that would mint ETH: type 0x7e and a list of source hash,
// sender, recipient, mint, value, gas, system flag, data.
func deposit() []byte {
	to := bytes.Repeat([]byte{0xbb}, 20)
	list := append([]byte{0xa0}, bytes.Repeat([]byte{1}, 32)...)
	list = append(append(list, 0x94), bytes.Repeat([]byte{0xaa}, 20)...)
	list = append(append(list, 0x94), to...)
	list = append(list, 0x88, 0x8a, 0xc7, 0x23, 0x04, 0x89, 0xe8, 0, 0) // mint 10 ETH
	list = append(list, 0x80, 0x82, 0x52, 0x08, 0x80, 0x80)
	return append([]byte{0x7e, 0xf8, byte(len(list))}, list...)
}

func (n *network) badBundles(t *testing.T) {
	a, b := n.account(0, n.ids[0]), n.account(0, n.ids[1])
	arg := func(txs ...*types.Transaction) string {
		var list []string
		for _, tx := range txs {
			list = append(list, `"`+hexutil.Encode(encode(t, tx))+`"`)
		}
		return strings.Join(list, ",")
	}
	first, second := a.call(&a.from, nil, nil), b.call(&a.from, nil, nil)
	many := make([]*types.Transaction, 17)
	for i := range many {
		many[i] = a.sign(a.nonce()+uint64(i), order{to: &a.from})
	}
	for _, tc := range []struct {
		name, args string
		code       int
		text       string
	}{
		{"nothing", `[{"txs":[]}]`, -32602, "two or more chains"},
		{"one chain", `[{"txs":[` + arg(many[:2]...) + `]}]`, -32602, "two or more chains"},
		{"the same twice", `[{"txs":[` + arg(first, first, second) + `]}]`, -32602, "twice"},
		{"too many", `[{"txs":[` + arg(many...) + `]}]`, -32602, "at most 16"},
		{"no object", `[7]`, -32602, "invalid argument 0"},
		{"over already", `[{"txs":[` + arg(first, second) + `],"maxTimestamp":"0x1"}]`, -32000, "could not be included by slot 1"},
		{"the second reverts", `[{"txs":[` + arg(first, b.call(&n.info.Chains[0].TestToken, nil, bindings.EncodeTransfer(a.from, ether(1e9)))) + `]}]`, 3, "execution reverted: ERC20InsufficientBalance"},
	} {
		t.Run(tc.name, func(t *testing.T) { n.call(t, "sequencer_sendBundle", tc.args).wants(t, tc.code, tc.text) })
	}
}

// badMessages succeed on their own chain and would fail elsewhere: refused, with the
// reason of the leg that fails.
func (n *network) badMessages(t *testing.T) {
	l := &lane{wallet: n.account(0, n.ids[0])}
	ch := n.contracts()
	far := n.ids[1]
	loop := []chains.ChainID{}
	for range 5 {
		loop = append(loop, far, l.chain)
	}
	for _, tc := range []struct {
		name  string
		order order
		text  string
		leg   uint64
	}{
		{"a token the destination lacks", n.burn(n.localToken, l.from, ether(1), far), "no reason given", 1},
		{"ETH without liquidity", n.sendETH(l.from, ether(3*bridgeLiquidity), far), "DestinationLiquidity(available 10", 1},
		{"a message loop", n.message(loop, l.from, nil), "DepthOutOfRange(depth 9)", 8},
		{"to a bridge", n.message([]chains.ChainID{far}, ch.TokenBridge, bindings.NewTokenBridge().PackRelayERC20(ch.TestToken, l.from, l.from, ether(1))), "OnlyBridge", 1},
		{"to RootStore at the second hop", n.message([]chains.ChainID{far, l.chain}, ch.RootStore, nil), "ReservedTarget", 1},
		{"to an unknown chain at the second hop", n.message([]chains.ChainID{far, 77}, l.from, nil), "PeerNotOpen(peer 77)", 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			before := l.nonce()
			tx := l.sign(before, tc.order)
			a := n.call(t, "eth_sendRawTransaction", `["`+hexutil.Encode(encode(t, tx))+`"]`)
			a.wants(t, 3, "execution reverted: "+tc.text)
			var data chains.RefusalData
			if a.Error == nil || json.Unmarshal(a.Error.Data, &data) != nil || data.Code != chains.RefusedRelayFailed || uint64(data.Leg) != tc.leg || data.ChainID == 0 {
				t.Errorf("refused with %+v, want leg %d", data, tc.leg)
			}
			if after := l.nonce(); after != before {
				t.Errorf("a refused transaction used nonce %d", before)
			}
			if got := n.call(t, "eth_getTransactionByHash", `["`+tx.Hash().Hex()+`"]`); string(got.Result) != "null" {
				t.Errorf("a refused transaction is %s", got.Result)
			}
		})
	}
}

// revertedMessages fail on their own chain: included with status 0, like any transaction
// that reverts.
func (n *network) revertedMessages(t *testing.T) {
	l := &lane{wallet: n.account(1, n.ids[0])}
	ch := n.contracts()
	for name, o := range map[string]order{
		"more than the balance": n.burn(ch.TestToken, l.from, ether(1e9), n.ids[1]),
		"to an unknown chain":   n.burn(ch.TestToken, l.from, ether(1), 77),
		"to its own chain":      n.burn(ch.TestToken, l.from, ether(1), l.chain),
		"to the messenger":      n.message([]chains.ChainID{n.ids[1]}, ch.Messenger, nil),
		"to RootStore":          n.message([]chains.ChainID{n.ids[1]}, ch.RootStore, nil),
	} {
		t.Run(name, func(t *testing.T) {
			arg := `["` + hexutil.Encode(encode(t, l.sign(l.nonce(), o))) + `"]`
			simulated := n.call(t, "sequencer_simulate", arg)
			if simulated.Error != nil || !strings.Contains(string(simulated.Result), `"success":false`) {
				t.Errorf("simulated: %s %+v", simulated.Result, simulated.Error)
			}
			var r types.Receipt
			if a := n.call(t, "eth_sendRawTransactionSync", arg); a.Error != nil || json.Unmarshal(a.Result, &r) != nil || r.Status != 0 {
				t.Errorf("%s %+v", a.Result, a.Error)
			}
		})
	}
}
