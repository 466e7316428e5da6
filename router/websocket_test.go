package router_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/router"
)

// next waits for one value.
func next[T any](t *testing.T, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(time.Minute):
		t.Fatal("nothing came")
		panic("unreachable")
	}
}

// TestEthclient: go-ethereum's own client works over HTTP and WebSocket, subscriptions
// included, from sending to the receipt.
func TestEthclient(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	ctx := t.Context()
	for _, url := range []string{e.a, e.ws()} {
		c, err := ethclient.Dial(url)
		if err != nil {
			t.Fatal(err)
		}
		id, err := c.ChainID(ctx)
		if err != nil || id.Uint64() != uint64(chainA) {
			t.Fatalf("chain id %v, %v", id, err)
		}
		nonce, err := c.PendingNonceAt(ctx, alice.addr)
		if err != nil {
			t.Fatal(err)
		}
		tx := alice.emit(chainA, nonce, 1)
		if err := c.SendTransaction(ctx, tx.Inner()); err != nil {
			t.Fatal(err)
		}
		if _, pending, err := c.TransactionByHash(ctx, tx.Hash()); err != nil || pending {
			t.Errorf("transaction: pending %v, %v", pending, err)
		}
		early, err := c.TransactionReceipt(ctx, tx.Hash())
		if err != nil || early.Status != 1 || len(early.Logs) != 1 {
			t.Fatalf("early receipt %+v, %v", early, err)
		}
		if block, err := c.HeaderByHash(ctx, early.BlockHash); err != nil || block.Number.Cmp(early.BlockNumber) != 0 {
			t.Errorf("block of the early receipt: %v, %v", block, err)
		}
		s.apply(t, chainA)
		head, err := c.HeaderByNumber(ctx, nil)
		if err != nil || head.Hash() != s.chains[chainA].head.Hash() {
			t.Errorf("latest %v, %v", head, err)
		}
		if receipt, err := c.TransactionReceipt(ctx, tx.Hash()); err != nil || receipt.BlockHash != head.Hash() {
			t.Errorf("receipt %+v, %v", receipt, err)
		}
		if _, err := c.BlockByNumber(ctx, big.NewInt(int64(rpc.LatestBlockNumber))); err != nil {
			t.Error(err)
		}
		c.Close()
	}
}

func TestEthSubscriptions(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	ctx := t.Context()
	c, err := ethclient.Dial(e.ws())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	heads, logs, hashes, full := make(chan *types.Header, 8), make(chan types.Log, 8), make(chan common.Hash, 8), make(chan *types.Transaction, 8)
	headSub, err := c.SubscribeNewHead(ctx, heads)
	if err != nil {
		t.Fatal(err)
	}
	topic := common.BytesToHash([]byte(strings.Repeat("\x05", 32)))
	if _, err := c.SubscribeFilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{emitter}}, logs); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Client().EthSubscribe(ctx, hashes, "newPendingTransactions"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Client().EthSubscribe(ctx, full, "newPendingTransactions", true); err != nil {
		t.Fatal(err)
	}
	tx := alice.emit(chainA, 0, 5)
	if err := c.SendTransaction(ctx, tx.Inner()); err != nil {
		t.Fatal(err)
	}
	if got := next(t, hashes); got != tx.Hash() {
		t.Errorf("pending transaction %v", got)
	}
	if got := next(t, full); got.Hash() != tx.Hash() {
		t.Errorf("full pending transaction %v", got.Hash())
	}
	s.apply(t, chainB) // not ours
	s.apply(t, chainA)
	head := next(t, heads)
	if head.Hash() != s.chains[chainA].head.Hash() {
		t.Errorf("head %v", head.Number)
	}
	log := next(t, logs)
	if log.TxHash != tx.Hash() || log.BlockHash != head.Hash() || common.BytesToHash(log.Data) != topic {
		t.Errorf("log %+v", log)
	}
	headSub.Unsubscribe()
	for _, what := range [][]any{{"syncing"}, {"nonsense"}, {"logs", map[string]any{"address": 5}}, {5}, {}} {
		if _, err := c.Client().EthSubscribe(ctx, heads, what...); err == nil {
			t.Errorf("subscribed to %v", what)
		}
	}
	var ok bool
	if err := c.Client().CallContext(ctx, &ok, "eth_unsubscribe", "0x1"); err == nil || err.Error() != "subscription not found" {
		t.Errorf("unsubscribe of nothing: %v", err)
	}
}

// TestStreams: sequencer_subscribe goes on from where a client left off, on any endpoint.
func TestStreams(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	e := newEdge(t, s)
	c, err := client.Dial(t.Context(), "ws"+e.bare[len("http"):])
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var txs []*chains.Tx
	for nonce := range uint64(3) {
		tx := alice.transfer(chainA, nonce)
		if _, err := c.SendRaw(t.Context(), tx.Raw()); err != nil {
			t.Fatal(err)
		}
		txs = append(txs, tx)
	}
	from := uint64(1)
	events := make(chan client.Event[wire.Preconfirmation], 8)
	if _, err := c.SubscribePreconfirmations(t.Context(), &from, events); err != nil {
		t.Fatal(err)
	}
	for i := 1; i < 3; i++ {
		if ev := next(t, events); ev.Data.Message.TxHash != txs[i].Hash() || uint64(ev.GlobalIndex) != uint64(i) {
			t.Errorf("event %d: %+v", i, ev)
		}
	}
	tx := alice.transfer(chainA, 3)
	if receipt, err := c.SendRawSync(t.Context(), tx.Raw(), 30*time.Second); err != nil || receipt.Status != 1 {
		t.Fatal(receipt, err)
	}
	if ev := next(t, events); ev.Data.Message.TxHash != tx.Hash() {
		t.Errorf("new event: %+v", ev)
	}
	if _, err := c.RPC().Subscribe(t.Context(), "sequencer", make(chan any), "nonsense"); err == nil {
		t.Error("subscribed to nonsense")
	}
	if _, err := c.RPC().EthSubscribe(t.Context(), make(chan any), "newHeads"); err == nil || !strings.Contains(err.Error(), "/901 or /902") {
		t.Errorf("newHeads without a chain: %v", err)
	}
}

// TestSlowSubscriber: a client that takes no messages is disconnected with the reason.
func TestSlowSubscriber(t *testing.T) {
	s := newStage(t)
	e := newEdge(t, s, func(cfg *router.Config) { cfg.StreamBuffer, cfg.SlowTimeout = 1, 500*time.Millisecond })
	ws, _, err := websocket.DefaultDialer.Dial(e.ws(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	if err := ws.WriteMessage(websocket.TextMessage, []byte(`{"jsonrpc":"2.0","id":1,"method":"sequencer_subscribe","params":["revocations"]}`)); err != nil {
		t.Fatal(err)
	}
	if _, msg, err := ws.ReadMessage(); err != nil || strings.Contains(string(msg), "error") {
		t.Fatal(string(msg), err)
	}
	s.mu.Lock()
	cause := strings.Repeat("x", 1<<20)
	for range 64 {
		s.events = append(s.events, stageEvent{topic: wire.Revocations, event: wire.Event{Data: &wire.Revocation{Cause: cause}}})
	}
	s.changed()
	s.mu.Unlock()
	next(t, s.left) // the stream has ended: the connection is being closed
	for {
		if _, _, err = ws.ReadMessage(); err != nil {
			break
		}
	}
	var closed *websocket.CloseError
	if errors.As(err, &closed) && closed.Code != websocket.ClosePolicyViolation && closed.Code != websocket.CloseAbnormalClosure {
		t.Errorf("closed with %v", closed)
	}
}

// TestWebSocketLimits: too large a message ends the connection, too many subscriptions do
// not; more messages than places are read more slowly and all answered.
func TestWebSocketLimits(t *testing.T) {
	s := newStage(t)
	e := newEdge(t, s, func(cfg *router.Config) { cfg.MaxMessage, cfg.MaxSubscriptions, cfg.MaxInFlight = 1000, 2, 2 })
	c, err := rpc.Dial(e.ws())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	batch := make([]rpc.BatchElem, 10)
	for i := range batch {
		batch[i] = rpc.BatchElem{Method: "eth_chainId", Result: new(hexutil.Uint64)}
	}
	if err := c.BatchCallContext(t.Context(), batch); err != nil || batch[9].Error != nil || *batch[9].Result.(*hexutil.Uint64) != 901 {
		t.Errorf("batch: %v %+v", err, batch[9])
	}
	for i := range 3 {
		_, err := c.EthSubscribe(t.Context(), make(chan any), "newHeads")
		if (err != nil) != (i == 2) {
			t.Errorf("subscription %d: %v", i, err)
		}
	}
	ws, _, err := websocket.DefaultDialer.Dial(e.ws(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	for range 50 {
		if err := ws.WriteMessage(websocket.TextMessage, []byte(`{"jsonrpc":"2.0","id":1,"method":"eth_gasPrice"}`)); err != nil {
			t.Fatal(err)
		}
	}
	for range 50 {
		if _, msg, err := ws.ReadMessage(); err != nil || !strings.Contains(string(msg), `"result":"0x`) {
			t.Fatal(string(msg), err)
		}
	}
	if err := ws.WriteMessage(websocket.TextMessage, make([]byte, 1001)); err != nil {
		t.Fatal(err)
	}
	_, _, err = ws.ReadMessage()
	if !websocket.IsCloseError(err, websocket.CloseMessageTooBig) {
		t.Errorf("a message over the limit: %v", err)
	}
}

// TestStop: at its end the server answers what it works on, ends subscriptions, says
// good-bye and returns.
func TestStop(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	s.set(func([]*chains.Tx) verdict { return verdict{hold: true} })
	e := newEdge(t, s)
	tx := alice.transfer(chainA, 0)
	ws, _, err := websocket.DefaultDialer.Dial(e.ws(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	for _, msg := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["newHeads"]}`,
		`{"jsonrpc":"2.0","id":2,"method":"eth_sendRawTransactionSync","params":["` + hexutil.Encode(tx.Raw()) + `",9000]}`,
	} {
		if err := ws.WriteMessage(websocket.TextMessage, []byte(msg)); err != nil {
			t.Fatal(err)
		}
	}
	overHTTP := make(chan response, 1)
	go func() {
		overHTTP <- ask(t, e.a, "eth_sendRawTransactionSync", `["`+hexutil.Encode(tx.Raw())+`",9000]`)
	}()
	next(t, s.waits)
	next(t, s.waits)
	stopped := make(chan struct{})
	go func() { e.stop(); close(stopped) }()
	s.settle(t, tx, nil)
	if r := next(t, overHTTP); r.Error != nil {
		t.Errorf("over HTTP: %s", quote(r))
	}
	answered := false
	for {
		_, msg, err := ws.ReadMessage()
		if err != nil {
			if !websocket.IsCloseError(err, websocket.CloseGoingAway) {
				t.Errorf("closed with %v", err)
			}
			break
		}
		var r response
		if json.Unmarshal(msg, &r) == nil && string(r.ID) == "2" && r.Error == nil {
			answered = true
		}
	}
	if !answered {
		t.Error("the request over the WebSocket was not answered")
	}
	next(t, stopped)
}

// TestGrace: requests that do not end are cut off after the grace.
func TestGrace(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	s.set(func([]*chains.Tx) verdict { return verdict{hold: true} })
	e := newEdge(t, s, func(cfg *router.Config) { cfg.ShutdownGrace = 50 * time.Millisecond })
	got := make(chan error, 1)
	c, err := client.Dial(t.Context(), e.ws())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	go func() {
		_, err := c.SendRawSync(t.Context(), alice.transfer(chainA, 0).Raw(), 20*time.Second)
		got <- err
	}()
	next(t, s.waits)
	began := time.Now()
	e.stop()
	if took := time.Since(began); took > 15*time.Second {
		t.Errorf("stopping took %v", took)
	}
	if next(t, got) == nil {
		t.Error("a receipt of nothing")
	}
}
