package devnode_test

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
)

// Eight nodes can be started at once. It takes less than two seconds where nothing else runs.
func TestStartEightNodes(t *testing.T) {
	begin := time.Now()
	nodes := make([]*devnode.Node, 8)
	var starts sync.WaitGroup
	for i := range nodes {
		starts.Go(func() {
			cfg := testConfig(t.TempDir())
			cfg.ChainID = chains.ChainID(901 + i)
			n, err := devnode.Start(t.Context(), cfg, zap.NewNop())
			if err != nil {
				t.Error(err)
				return
			}
			nodes[i] = n
		})
	}
	starts.Wait()
	t.Logf("8 nodes in %v", time.Since(begin))
	for _, n := range nodes {
		if n != nil {
			closeNode(t, n)
		}
	}
}

// The genesis block depends on the Config only; another one is refused on an old
// directory, as is a directory in use.
func TestGenesisIsFixed(t *testing.T) {
	dir := t.TempDir()
	n := startNode(t, testConfig(dir))
	genesis := n.Genesis().ToBlock().Hash()
	if _, err := devnode.Start(t.Context(), testConfig(dir), zap.NewNop()); err == nil {
		t.Error("two nodes on one directory")
	}
	closeNode(t, n)
	other := testConfig(dir)
	other.GenesisTime++
	if _, err := devnode.Start(t.Context(), other, zap.NewNop()); err == nil || !strings.Contains(err.Error(), "genesis") {
		t.Errorf("another genesis on an old directory: %v", err)
	}
	n = startNode(t, testConfig(dir))
	defer closeNode(t, n)
	if got := n.Genesis().ToBlock().Hash(); got != genesis {
		t.Errorf("genesis %s, then %s", genesis, got)
	}
	c := overHTTP(t, n) // checks the node's own genesis hash
	defer c.Close()
	code, err := c.Code(t.Context(), genesis, common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C"))
	if err != nil || len(code) == 0 {
		t.Errorf("CREATE2 proxy: %x, %v", code, err)
	}
}

func TestPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	cfg := testConfig("")
	cfg.HTTPAddr = l.Addr().String()
	_, err = devnode.Start(t.Context(), cfg, zap.NewNop())
	if err == nil || !strings.Contains(err.Error(), l.Addr().String()) {
		t.Errorf("port taken: %v", err)
	}
}

// The public endpoint serves HTTP and WebSocket at one address, without the namespaces
// that could move the chain.
func TestPublicNamespaces(t *testing.T) {
	n := startNode(t, testConfig(""))
	defer closeNode(t, n)
	if strings.TrimPrefix(n.HTTP(), "http") != strings.TrimPrefix(n.WS(), "ws") {
		t.Errorf("%s and %s", n.HTTP(), n.WS())
	}
	for _, url := range []string{n.HTTP(), n.WS()} {
		c, err := rpc.DialContext(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		modules, err := c.SupportedModules()
		c.Close()
		if err != nil || modules["eth"] == "" || modules["debug"] == "" || modules["engine"] != "" || modules["testing"] != "" || modules["admin"] != "" {
			t.Errorf("%s serves %v (%v)", url, modules, err)
		}
	}
	c, err := rpc.DialContext(t.Context(), n.AuthHTTP())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var h rpc.HTTPError
	if err := c.Call(nil, "eth_chainId"); !errors.As(err, &h) || h.StatusCode != 401 {
		t.Errorf("engine endpoint without a token: %v", err)
	}
}

func startL1(t *testing.T, dataDir string, blockTime time.Duration) *devnode.L1 {
	t.Helper()
	cfg := devnode.L1Config{Config: testConfig(dataDir), BlockTime: blockTime}
	cfg.ChainID = 900
	l, err := devnode.StartL1(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// An L1 mines on demand and by itself, and goes on where it was.
func TestL1(t *testing.T) {
	dir := t.TempDir()
	l := startL1(t, dir, 0)
	var last common.Hash
	for range 3 {
		var err error
		if last, err = l.Mine(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Mine(t.Context()); !errors.Is(err, devnode.ErrStopped) {
		t.Errorf("mined after the end: %v", err)
	}

	l = startL1(t, dir, 20*time.Millisecond)
	defer l.Close()
	client, err := rpc.DialContext(t.Context(), l.WS())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	heads := make(chan struct {
		ParentHash common.Hash `json:"parentHash"`
		Number     string      `json:"number"`
	})
	sub, err := client.EthSubscribe(t.Context(), heads, "newHeads")
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	if h := <-heads; h.Number == "0x4" && h.ParentHash != last {
		t.Errorf("block 4 is on %s after the restart, not on %s", h.ParentHash, last)
	}
	var third struct{ Hash common.Hash }
	if err := client.CallContext(t.Context(), &third, "eth_getBlockByNumber", "0x3", false); err != nil || third.Hash != last {
		t.Errorf("block 3 is %s (%v) after the restart, was %s", third.Hash, err, last)
	}
}

// An L1 goes back to an earlier block and on from there, and its clock can be put forward.
func TestL1Reorg(t *testing.T) {
	l := startL1(t, t.TempDir(), 0)
	defer l.Close()
	client := ethclient.NewClient(l.Attach())
	defer client.Close()
	var blocks []common.Hash
	for range 40 {
		hash, err := l.Mine(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, hash)
	}
	if err := l.Reorg(t.Context(), common.Hash{1}); err == nil {
		t.Error("a block that is not there became the head")
	}
	if err := l.Reorg(t.Context(), blocks[4]); err != nil {
		t.Fatal(err)
	}
	next, err := l.Mine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	head, err := client.HeaderByNumber(t.Context(), nil)
	if err != nil || head.Hash() != next || head.ParentHash != blocks[4] || next == blocks[5] {
		t.Fatalf("head %v, %v", head, err)
	}
	later, err := l.Advance(t.Context(), 12*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	block, err := client.HeaderByHash(t.Context(), later)
	if err != nil || block.Time < head.Time+12*3600 {
		t.Fatalf("block of %d, 12 hours after %d: %v", block.Time, head.Time, err)
	}
}

// An L1 answers as a consensus client does where blobs are looked for: slots without blobs
// or without a block, and what is no slot.
func TestL1Beacon(t *testing.T) {
	l := startL1(t, "", 0)
	defer l.Close()
	client := ethclient.NewClient(l.Attach())
	defer client.Close()
	if _, err := l.Mine(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Advance(t.Context(), time.Minute); err != nil {
		t.Fatal(err)
	}
	head, err := client.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	genesis := l.Genesis().Timestamp
	slot := head.Time - genesis
	for path, want := range map[string]string{
		"beacon/genesis":                             fmt.Sprintf(`"genesis_time":"%d"`, genesis),
		"config/spec":                                `"SECONDS_PER_SLOT":"1"`,
		fmt.Sprintf("beacon/blobs/%d", slot):         `"data":[]`,
		fmt.Sprintf("beacon/blob_sidecars/%d", slot): `"data":[]`,
		fmt.Sprintf("beacon/blobs/%d", slot-1):       `"code":404`,
		fmt.Sprintf("beacon/blobs/%d", slot+1):       `"code":404`,
		"beacon/blobs/18446744073709551615":          `"code":404`,
		"beacon/blobs/head":                          `"code":400`,
	} {
		response, err := http.Get(l.Beacon() + "/eth/v1/" + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		if err = errors.Join(err, response.Body.Close()); err != nil || !strings.Contains(string(body), want) {
			t.Errorf("%s: %s, %v, want %s", path, body, err, want)
		}
	}
}
