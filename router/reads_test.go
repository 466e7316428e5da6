package router_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// node returns the node's own answer to the same call.
func (s *stage) node(t *testing.T, id chains.ChainID, method, params string) response {
	t.Helper()
	return ask(t, s.chains[id].node.HTTP(), method, params)
}

// TestReadsEqualTheNodes: reads with an explicit number or hash are the node's answers,
// byte for byte, errors included; latest and omitted parameters are our head.
func TestReadsEqualTheNodes(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	tx := alice.emit(chainA, 0, 7)
	result(t, e.a, "eth_sendRawTransaction", `["0x`+common.Bytes2Hex(tx.Raw())+`"]`)
	s.apply(t, chainA)
	s.apply(t, chainA)
	block1, addr := s.chains[chainA].head.ParentHash, quote(alice.addr)
	call := `{"to":` + quote(emitter) + `,"data":"0x01"}`
	for _, c := range []struct{ method, params string }{
		{"eth_getBalance", `[` + addr + `,%s]`},
		{"eth_getCode", `[` + quote(emitter) + `,%s]`},
		{"eth_getStorageAt", `[` + addr + `,"0x0",%s]`},
		{"eth_getTransactionCount", `[` + addr + `,%s]`},
		{"eth_call", `[` + call + `,%s]`},
		{"eth_estimateGas", `[` + call + `,%s]`},
		{"eth_getProof", `[` + addr + `,[],%s]`},
		{"eth_createAccessList", `[` + call + `,%s]`},
		{"eth_simulateV1", `[{"blockStateCalls":[{"calls":[` + call + `]}]},%s]`},
		{"eth_getBlockByNumber", `[%s,true]`},
		{"eth_getHeaderByNumber", `[%s]`},
		{"eth_getBlockReceipts", `[%s]`},
		{"eth_getBlockTransactionCountByNumber", `[%s]`},
		{"eth_getTransactionByBlockNumberAndIndex", `[%s,"0x0"]`},
		{"eth_getRawTransactionByBlockNumberAndIndex", `[%s,"0x0"]`},
		{"eth_getUncleCountByBlockNumber", `[%s]`},
		{"eth_feeHistory", `["0x2",%s,[50]]`},
		{"eth_getLogs", `[{"fromBlock":"0x0","toBlock":%s}]`},
	} {
		for _, at := range []string{
			`"0x1"`, `"latest"`, `"earliest"`, `"safe"`, `"finalized"`, `"0x64"`, `"nonsense"`, `7`, `{"blockNumber":"0x1"}`,
			quote(block1), `{"blockHash":` + quote(block1) + `}`, `{"blockHash":` + quote(common.Hash{1}) + `}`,
		} {
			params := fmt.Sprintf(c.params, at)
			same(t, c.method+params, ask(t, e.a, c.method, params), s.node(t, chainA, c.method, params))
		}
		for _, params := range []string{`[]`, `[{}]`, strings.ReplaceAll(c.params, ",%s", ""), strings.ReplaceAll(c.params, "%s", "null")} {
			if !strings.Contains(params, "%s") {
				same(t, c.method+params, ask(t, e.a, c.method, params), s.node(t, chainA, c.method, params))
			}
		}
	}
	for _, c := range []struct{ method, params string }{
		{"eth_getBlockByHash", `[` + quote(block1) + `,false]`},
		{"eth_getBlockByHash", `["0x12"]`},
		{"eth_getTransactionByHash", `[` + quote(tx.Hash()) + `]`},
		{"eth_getTransactionReceipt", `[` + quote(tx.Hash()) + `]`},
		{"eth_getTransactionReceipt", `[` + quote(common.Hash{9}) + `]`},
		{"eth_getTransactionReceipt", `[]`},
		{"eth_getTransactionReceipt", `["0x1"]`},
		{"eth_getRawTransactionByHash", `[` + quote(tx.Hash()) + `]`},
		{"eth_getLogs", `[{"blockHash":` + quote(block1) + `}]`},
		{"eth_getLogs", `[{}]`},
		{"eth_getLogs", `[{"fromBlock":"0x5","toBlock":"0x9"}]`},
		{"eth_getLogs", `[{"fromBlock":"pending"}]`},
		{"eth_getLogs", `[]`},
		{"eth_gasPrice", `[]`},
		{"eth_maxPriorityFeePerGas", `[]`},
		{"eth_chainId", `[]`},
		{"eth_blockNumber", `[]`},
		{"eth_config", `[]`},
		{"eth_doesNotExist", `[1]`},
		{"net_version", `[]`},
		{"net_listening", `[]`},
		{"web3_sha3", `["0x01"]`},
	} {
		same(t, c.method+c.params, ask(t, e.a, c.method, c.params), s.node(t, chainA, c.method, c.params))
	}
}

func same(t *testing.T, what string, got, want response) {
	t.Helper()
	if quote(got) != quote(want) {
		t.Errorf("%s:\n got %s\nwant %s", what, quote(got), quote(want))
	}
}

// TestAdoptedIsNotApplied: a block that the node has adopted and that is not applied for
// its group does not exist for our readers, in whatever way they ask.
func TestAdoptedIsNotApplied(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	none := make(map[string]response) // the node's answers for a block that does not exist
	calls := map[string]string{
		"eth_getBalance": `[` + quote(alice.addr) + `,"0x1"]`, "eth_getBlockByNumber": `["0x1",false]`, "eth_getBlockReceipts": `["0x1"]`,
		"eth_call": `[{},"0x1"]`, "eth_getLogs": `[{"fromBlock":"0x0","toBlock":"0x1"}]`, "eth_feeHistory": `[1,"0x1",[]]`,
		"eth_getTransactionByBlockNumberAndIndex": `["0x1","0x0"]`,
	}
	for method, params := range calls {
		none[method] = s.node(t, chainA, method, params)
	}
	tx := alice.transfer(chainA, 0)
	result(t, e.a, "eth_sendRawTransaction", `["0x`+common.Bytes2Hex(tx.Raw())+`"]`)
	s.adopt(t, chainA)
	for method, params := range calls {
		same(t, method, ask(t, e.a, method, params), none[method])
	}
	if got := result(t, e.a, "eth_blockNumber", `[]`); got != `"0x0"` {
		t.Errorf("eth_blockNumber = %s", got)
	}
	if got := result(t, e.a, "eth_getTransactionCount", `[`+quote(alice.addr)+`,"0x0"]`); got != `"0x0"` {
		t.Errorf("nonce at our head = %s", got)
	}
	// The receipt is there: who waited for it sends the next transaction with this nonce.
	if got := result(t, e.a, "eth_getTransactionCount", `[`+quote(alice.addr)+`,"latest"]`); got != `"0x1"` {
		t.Errorf("latest nonce = %s", got)
	}
	if got := result(t, e.a, "eth_getTransactionCount", `[`+quote(alice.addr)+`,"pending"]`); got != `"0x1"` {
		t.Errorf("pending nonce = %s", got)
	}
	s.apply(t, chainA)
	if got := result(t, e.a, "eth_blockNumber", `[]`); got != `"0x1"` {
		t.Errorf("eth_blockNumber = %s", got)
	}
}

// TestOverlayLooksLikeTheNode: what is shown of a transaction before its block is applied
// differs from the node's later answer in the block hash only.
func TestOverlayLooksLikeTheNode(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	txs := overlayTxs(alice)
	for _, tx := range txs {
		result(t, e.a, "eth_sendRawTransaction", `["0x`+common.Bytes2Hex(tx.Raw())+`"]`)
	}
	early := make(map[string]string)
	for _, tx := range txs {
		for _, method := range []string{"eth_getTransactionByHash", "eth_getTransactionReceipt", "eth_getRawTransactionByHash"} {
			early[method+tx.Hash().Hex()] = result(t, e.a, method, `[`+quote(tx.Hash())+`]`)
		}
	}
	var receipt struct{ BlockHash common.Hash }
	if err := json.Unmarshal([]byte(early["eth_getTransactionReceipt"+txs[0].Hash().Hex()]), &receipt); err != nil {
		t.Fatal(err)
	}
	provisional := receipt.BlockHash
	byProvisional := `[` + quote(provisional) + `,false]`
	block := decode(t, result(t, e.a, "eth_getBlockByHash", byProvisional))
	pending := decode(t, result(t, e.a, "eth_getBlockByNumber", `["pending",false]`))
	receipts := result(t, e.a, "eth_getBlockReceipts", `["pending"]`)
	if got := result(t, e.a, "eth_getBlockTransactionCountByNumber", `["pending"]`); got != fmt.Sprintf(`"0x%x"`, len(txs)) {
		t.Errorf("pending count = %s", got)
	}
	second := result(t, e.a, "eth_getTransactionByBlockNumberAndIndex", `["pending","0x1"]`)

	s.apply(t, chainA)
	sealed := s.chains[chainA].head.Hash()
	rename := strings.NewReplacer(provisional.Hex(), sealed.Hex())
	for key, was := range early {
		method, hash := key[:len(key)-66], key[len(key)-66:]
		now := result(t, e.a, method, `["`+hash+`"]`)
		sameJSON(t, key, rename.Replace(was), now)
	}
	sameJSON(t, "second", rename.Replace(second), result(t, e.a, "eth_getTransactionByBlockNumberAndIndex", `["0x1","0x1"]`))
	sameJSON(t, "receipts", rename.Replace(receipts), result(t, e.a, "eth_getBlockReceipts", `["0x1"]`))
	final := decode(t, result(t, e.a, "eth_getBlockByHash", byProvisional))
	if final["hash"] != sealed.Hex() {
		t.Errorf("a provisional hash leads to %v, want %v", final["hash"], sealed)
	}
	for name, value := range final {
		switch name {
		case "hash", "stateRoot", "transactionsRoot", "receiptsRoot", "size", "requestsHash": // only the finished block has them
			continue
		}
		if quote(block[name]) != quote(value) {
			t.Errorf("block under construction: %s = %v, sealed %v", name, block[name], value)
		}
		if name != "nonce" && name != "miner" && quote(pending[name]) != quote(value) {
			t.Errorf("pending block: %s = %v, sealed %v", name, pending[name], value)
		}
	}
	s.apply(t, chainB) // before its first block geth says that it is indexing
	if got := result(t, e.bare+"/902", "eth_getTransactionByHash", `[`+quote(txs[0].Hash())+`]`); got != "null" {
		t.Errorf("chain B knows a transaction of chain A: %s", got)
	}
}

func decode(t *testing.T, s string) map[string]any {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal([]byte(s), &m); err != nil || m == nil {
		t.Fatalf("not an object: %s (%v)", s, err)
	}
	return m
}

func sameJSON(t *testing.T, what, got, want string) {
	t.Helper()
	var a, b any
	if json.Unmarshal([]byte(got), &a) != nil || json.Unmarshal([]byte(want), &b) != nil || quote(a) != quote(b) {
		t.Errorf("%s:\n got %s\nwant %s", what, quote(a), quote(b))
	}
}

// TestPendingReads: the pending tag reads what is decided.
func TestPendingReads(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	tx := alice.transfer(chainA, 0)
	result(t, e.a, "eth_sendRawTransaction", `["0x`+common.Bytes2Hex(tx.Raw())+`"]`)
	bob := quote(common.HexToAddress("0xb0b"))
	for params, want := range map[string]string{`[` + bob + `,"pending"]`: `"0x1"`, `[` + bob + `,"latest"]`: `"0x0"`, `[` + bob + `]`: `"0x0"`} {
		if got := result(t, e.a, "eth_getBalance", params); got != want {
			t.Errorf("eth_getBalance%s = %s, want %s", params, got, want)
		}
	}
	if got := result(t, e.a, "eth_getStorageAt", `[`+bob+`,"0x0","pending"]`); got != quote(common.Hash{}) {
		t.Errorf("pending storage = %s", got)
	}
	if got := result(t, e.a, "eth_getCode", `[`+quote(emitter)+`,"pending"]`); got != quote("0x"+common.Bytes2Hex(emitterCode)) {
		t.Errorf("pending code = %s", got)
	}
	if got := result(t, e.a, "eth_call", `[{"to":`+quote(emitter)+`,"input":"0x01"},"pending"]`); got != `"0x"` {
		t.Errorf("pending call = %s", got)
	}
	revert := ask(t, e.a, "eth_call", `[{"to":`+quote(emitter)+`},"pending"]`)
	same(t, "a reverted call", revert, s.node(t, chainA, "eth_call", `[{"to":`+quote(emitter)+`},"latest"]`))
	revert = ask(t, e.a, "eth_estimateGas", `[{"to":`+quote(emitter)+`},"pending"]`)
	same(t, "a reverted estimate", revert, s.node(t, chainA, "eth_estimateGas", `[{"to":`+quote(emitter)+`},"latest"]`))
	if got := result(t, e.a, "eth_estimateGas", `[{"to":`+bob+`,"value":"0x1","from":`+quote(alice.addr)+`},"pending"]`); got != `"0x5208"` {
		t.Errorf("pending estimate = %s", got)
	}
	filled := decode(t, result(t, e.a, "eth_fillTransaction", `[{"from":`+quote(alice.addr)+`,"to":`+bob+`,"value":"0x1"}]`))
	if txFields := filled["tx"].(map[string]any); txFields["nonce"] != "0x1" || txFields["gas"] != "0x5208" {
		t.Errorf("eth_fillTransaction: %v", txFields)
	}
	for method, params := range map[string]string{"eth_getProof": `[` + bob + `,[],"pending"]`, "eth_simulateV1": `[{"blockStateCalls":[{}]},"pending"]`} {
		if r := ask(t, e.a, method, params); r.Error == nil || r.Error.Message != "pending state is not available" {
			t.Errorf("%s: %s", method, quote(r))
		}
	}
	other := `[{"to":` + bob + `,"chainId":"0x386"},"%s"]`
	same(t, "a call for another chain", ask(t, e.a, "eth_call", fmt.Sprintf(other, "pending")), s.node(t, chainA, "eth_call", fmt.Sprintf(other, "latest")))
	if r := ask(t, e.a, "eth_call", `[{},"pending",{"`+emitter.Hex()+`":{"nonce":"0x1"}}]`); r.Error == nil || r.Error.Code != -32602 {
		t.Errorf("pending call with overrides: %s", quote(r))
	}
}
