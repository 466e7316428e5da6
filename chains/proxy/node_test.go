package proxy_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

// stubNode answers as an execution node of the OP Stack does: it knows blocks, builds them
// from attributes, and has a head. It executes nothing. What it receives by HTTP is kept.
type stubNode struct {
	url string

	mu       sync.Mutex
	blocks   map[common.Hash]*stubBlock
	jobs     map[string]json.RawMessage // envelopes by payload id
	head     common.Hash
	received []string
	refuse   bool          // attributes are called invalid
	hold     chan struct{} // while not nil, newPayload waits for it
}

// stubBlock is a block, with the fields of the Engine API's payload that matter here.
type stubBlock struct {
	Number       hexutil.Uint64  `json:"blockNumber"`
	Hash         common.Hash     `json:"blockHash"`
	ParentHash   common.Hash     `json:"parentHash"`
	Timestamp    hexutil.Uint64  `json:"timestamp"`
	GasLimit     hexutil.Uint64  `json:"gasLimit"`
	Transactions []hexutil.Bytes `json:"transactions"`

	// always zero
	FeeRecipient common.Address `json:"feeRecipient"`
	StateRoot    common.Hash    `json:"stateRoot"`
	ReceiptsRoot common.Hash    `json:"receiptsRoot"`
	LogsBloom    hexutil.Bytes  `json:"logsBloom"`
	PrevRandao   common.Hash    `json:"prevRandao"`
	GasUsed      hexutil.Uint64 `json:"gasUsed"`
	ExtraData    hexutil.Bytes  `json:"extraData"`
	BaseFee      hexutil.Uint64 `json:"baseFeePerGas"`
}

func (b *stubBlock) seal() *stubBlock {
	b.Hash, b.LogsBloom, b.ExtraData = common.Hash{}, make(hexutil.Bytes, types.BloomByteLength), hexutil.Bytes{}
	raw, err := json.Marshal(b)
	if err != nil {
		panic(err)
	}
	b.Hash = crypto.Keccak256Hash(raw)
	return b
}

// genesisTime is long ago, so that every block is due.
const genesisTime = 1_700_000_000

// serveStub starts a node with a genesis block.
func serveStub(t *testing.T) *stubNode {
	t.Helper()
	n := &stubNode{blocks: map[common.Hash]*stubBlock{}, jobs: map[string]json.RawMessage{}}
	genesis := (&stubBlock{Timestamp: genesisTime, GasLimit: 60_000_000, Transactions: []hexutil.Bytes{}}).seal()
	n.blocks[genesis.Hash], n.head = genesis, genesis.Hash
	server := rpc.NewServer()
	t.Cleanup(server.Stop)
	for namespace, service := range map[string]any{"engine": stubEngine{n}, "eth": stubEth{n}} {
		if err := server.RegisterName(namespace, service); err != nil {
			t.Fatal(err)
		}
	}
	sockets := server.WebsocketHandler([]string{"*"})
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if websocket.IsWebSocketUpgrade(r) {
			sockets.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		n.mu.Lock()
		n.received = append(n.received, string(body))
		n.mu.Unlock()
		r.Body = io.NopCloser(bytes.NewReader(body))
		server.ServeHTTP(w, r)
	}))
	t.Cleanup(web.Close)
	n.url = web.URL
	return n
}

// sent returns what has been received since the last time.
func (n *stubNode) sent() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	list := n.received
	n.received = nil
	return list
}

// attributesSeen reports whether attributes have been received since the last time.
func (n *stubNode) attributesSeen() bool {
	return slices.ContainsFunc(n.sent(), func(s string) bool { return strings.Contains(s, "suggestedFeeRecipient") })
}

func (n *stubNode) headBlock() *stubBlock {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.blocks[n.head]
}

func (n *stubNode) refuseAttributes(refuse bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.refuse = refuse
}

// stubEngine is the engine namespace.
type stubEngine struct{ n *stubNode }

type engineError struct{ code int }

func (e engineError) Error() string  { return "stub error" }
func (e engineError) ErrorCode() int { return e.code }

type stubState struct {
	Head common.Hash `json:"headBlockHash"`
}

type stubAttributes struct {
	Timestamp    hexutil.Uint64  `json:"timestamp"`
	GasLimit     hexutil.Uint64  `json:"gasLimit"`
	Transactions []hexutil.Bytes `json:"transactions"`
}

func (e stubEngine) ForkchoiceUpdatedV3(state stubState, attrs *stubAttributes) (map[string]any, error) {
	e.n.mu.Lock()
	defer e.n.mu.Unlock()
	parent := e.n.blocks[state.Head]
	if parent == nil {
		return map[string]any{"payloadStatus": map[string]any{"status": "SYNCING"}, "payloadId": nil}, nil
	}
	e.n.head = state.Head
	result := map[string]any{"payloadStatus": map[string]any{"status": "VALID", "latestValidHash": state.Head, "validationError": nil}, "payloadId": nil}
	if attrs == nil {
		return result, nil
	}
	if e.n.refuse {
		return nil, engineError{-38003}
	}
	b := (&stubBlock{
		Number: parent.Number + 1, ParentHash: parent.Hash, Timestamp: attrs.Timestamp, GasLimit: attrs.GasLimit, Transactions: attrs.Transactions,
	}).seal()
	id := hexutil.Encode(append([]byte{3}, b.Hash[:7]...))
	raw, err := json.Marshal(map[string]any{"executionPayload": b, "blockValue": "0x0", "parentBeaconBlockRoot": common.Hash{}})
	e.n.jobs[id] = raw
	result["payloadId"] = id
	return result, err
}

func (e stubEngine) GetPayloadV4(id string) (json.RawMessage, error) {
	e.n.mu.Lock()
	defer e.n.mu.Unlock()
	if raw := e.n.jobs[id]; raw != nil {
		return raw, nil
	}
	return nil, engineError{-38001}
}

func (e stubEngine) NewPayloadV4(b stubBlock, _ []common.Hash, _ common.Hash, _ []hexutil.Bytes) (map[string]any, error) {
	e.n.mu.Lock()
	hold := e.n.hold
	e.n.mu.Unlock()
	if hold != nil {
		<-hold
	}
	e.n.mu.Lock()
	defer e.n.mu.Unlock()
	if e.n.blocks[b.ParentHash] == nil {
		return map[string]any{"status": "SYNCING"}, nil
	}
	e.n.blocks[b.Hash] = &b
	return map[string]any{"status": "VALID", "latestValidHash": b.Hash, "validationError": nil}, nil
}

// stubEth is the eth namespace.
type stubEth struct{ n *stubNode }

func (e stubEth) ChainId() hexutil.Uint64 { return 901 }

func (e stubEth) GetBlockByNumber(which string, _ bool) (map[string]any, error) {
	e.n.mu.Lock()
	defer e.n.mu.Unlock()
	switch which {
	case "latest":
		return rendered(e.n.blocks[e.n.head]), nil
	case "0x0":
		for _, b := range e.n.blocks {
			if b.Number == 0 {
				return rendered(b), nil
			}
		}
	}
	return nil, errors.New("no such block")
}

func (e stubEth) GetBlockByHash(hash common.Hash, _ bool) (map[string]any, error) {
	e.n.mu.Lock()
	defer e.n.mu.Unlock()
	return rendered(e.n.blocks[hash]), nil
}

func rendered(b *stubBlock) map[string]any {
	if b == nil {
		return nil
	}
	return map[string]any{
		"number": b.Number, "hash": b.Hash, "parentHash": b.ParentHash, "timestamp": b.Timestamp, "gasLimit": b.GasLimit, "transactions": []string{},
	}
}
