package engine_test

import (
	"encoding/json"
	"math/big"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// wireNode builds whatever it is asked for, and notes what it was sent. Head is its head.
type wireNode struct {
	head  *types.Header
	open  *chains.Open
	txs   [][]byte
	attrs string
	calls []string
}

func (n *wireNode) ChainId() hexutil.Uint64 { return 901 }

func (n *wireNode) GetHeaderByNumber(string) (json.RawMessage, error) {
	text, err := json.Marshal(n.head)
	if err != nil {
		return nil, err
	}
	return append(text[:len(text)-1], []byte(`,"hash":"`+n.head.Hash().Hex()+`"}`)...), nil
}

func (n *wireNode) ExchangeCapabilities(ours []string) []string { return ours }

func (n *wireNode) ForkchoiceUpdatedV3(_ beacon.ForkchoiceStateV1, attrs json.RawMessage) map[string]any {
	n.calls, n.attrs = append(n.calls, "forkchoiceUpdatedV3"), string(attrs)
	return map[string]any{"payloadStatus": map[string]any{"status": "VALID"}, "payloadId": "0x0102030405060708"}
}

func (n *wireNode) GetPayloadV3(beacon.PayloadID) map[string]any { return n.payload("getPayloadV3") }
func (n *wireNode) GetPayloadV4(beacon.PayloadID) map[string]any { return n.payload("getPayloadV4") }
func (n *wireNode) GetPayloadV5(beacon.PayloadID) map[string]any { return n.payload("getPayloadV5") }

func (n *wireNode) payload(method string) map[string]any {
	n.calls = append(n.calls, method)
	o := n.open
	return map[string]any{"executionPayload": &beacon.ExecutableData{
		ParentHash: o.ParentHash, FeeRecipient: o.FeeRecipient, LogsBloom: make([]byte, 256), Random: o.PrevRandao, Number: o.Number, GasLimit: o.GasLimit,
		Timestamp: o.Timestamp, ExtraData: o.ExtraData, BaseFeePerGas: o.BaseFee, Transactions: n.txs, Withdrawals: []*types.Withdrawal{},
	}, "executionRequests": []string{}, "blockValue": "0x0"}
}

func (n *wireNode) NewPayloadV3(_ json.RawMessage, _ []common.Hash, _ common.Hash) map[string]any {
	n.calls = append(n.calls, "newPayloadV3")
	return map[string]any{"status": "VALID"}
}

func (n *wireNode) NewPayloadV4(_ json.RawMessage, _ []common.Hash, _ common.Hash, _ []hexutil.Bytes) map[string]any {
	n.calls = append(n.calls, "newPayloadV4")
	return map[string]any{"status": "VALID"}
}

// Each fork gets the versions and the attributes it wants. Of Karst no node is at hand:
// this is all that is tried of it.
func TestForksOnTheWire(t *testing.T) {
	for fork, want := range map[chains.OPFork]struct {
		calls string
		attrs []string
	}{
		chains.Granite:  {"forkchoiceUpdatedV3 getPayloadV3 newPayloadV3", nil},
		chains.Holocene: {"forkchoiceUpdatedV3 getPayloadV3 newPayloadV3", []string{`"eip1559Params":"0x000000fa00000006"`}},
		chains.Isthmus:  {"forkchoiceUpdatedV3 getPayloadV4 newPayloadV4", []string{`"eip1559Params":"0x000000fa00000006"`}},
		chains.Jovian:   {"forkchoiceUpdatedV3 getPayloadV4 newPayloadV4", []string{`"eip1559Params":"0x000000fa00000006"`, `"minBaseFee":9`}},
		chains.Karst:    {"forkchoiceUpdatedV3 getPayloadV5 newPayloadV4", []string{`"eip1559Params":"0x000000fa00000006"`, `"minBaseFee":9`}},
	} {
		node := &wireNode{txs: [][]byte{{0x7e, 1}, {2, 3}}, head: &types.Header{Number: big.NewInt(5), Difficulty: new(big.Int), Time: 1000, BaseFee: big.NewInt(1)}}
		node.open = &chains.Open{
			ChainID: 901, Number: 6, ParentHash: node.head.Hash(), Timestamp: 1002, GasLimit: 30_000_000, BaseFee: big.NewInt(7),
			ExtraData: chains.FeeMarket{Denominator: 250, Elasticity: 6, MinBaseFee: 9}.ExtraData(fork),
		}
		client := node.dial(t, fork)
		p, err := client.Build(t.Context(), node.open, node.txs)
		if err != nil {
			t.Fatalf("%v: %v", fork, err)
		}
		if err := client.NewPayload(t.Context(), p); err != nil {
			t.Fatalf("%v: %v", fork, err)
		}
		if got := strings.Join(node.calls, " "); got != want.calls {
			t.Errorf("%v: %s, want %s", fork, got, want.calls)
		}
		all := append([]string{`"noTxPool":true`, `"gasLimit":"0x1c9c380"`, `"transactions":["0x7e01","0x0203"]`, `"withdrawals":[]`}, want.attrs...)
		for _, part := range all {
			if !strings.Contains(node.attrs, part) {
				t.Errorf("%v: no %s in %s", fork, part, node.attrs)
			}
		}
		for _, part := range []string{"eip1559Params", "minBaseFee"} {
			wanted := slices.ContainsFunc(want.attrs, func(s string) bool { return strings.Contains(s, part) })
			if !wanted && strings.Contains(node.attrs, part) {
				t.Errorf("%v: %s in %s", fork, part, node.attrs)
			}
		}
	}
}

func (n *wireNode) dial(t *testing.T, fork chains.OPFork) *engine.Client {
	t.Helper()
	server := rpc.NewServer()
	t.Cleanup(server.Stop)
	for _, namespace := range []string{"eth", "engine"} {
		if err := server.RegisterName(namespace, n); err != nil {
			t.Fatal(err)
		}
	}
	web := httptest.NewServer(server)
	t.Cleanup(web.Close)
	at := func(f chains.OPFork) *uint64 {
		if f > fork {
			return nil
		}
		return new(uint64)
	}
	client, err := engine.Dial(t.Context(), engine.Config{ChainID: 901, EngineURL: web.URL, RPCURL: web.URL, OP: &chains.OPStack{
		Ecotone: at(chains.Ecotone), Fjord: at(chains.Fjord), Granite: at(chains.Granite), Holocene: at(chains.Holocene),
		Isthmus: at(chains.Isthmus), Jovian: at(chains.Jovian), Karst: at(chains.Karst),
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}
