package processes

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/test/ports"
)

// endpoints is what a node prints when it answers.
type endpoints struct {
	HTTP    string      `json:"http"`
	Engine  string      `json:"engine"`
	Genesis common.Hash `json:"genesis"`
}

// node is a chain's own node.
type node struct {
	*process
	id      chains.ChainID
	at      endpoints
	genesis string // file
	jwt     string // file
	secret  [32]byte
	eth     *ethclient.Client
}

func (n *node) start() {
	n.t.Helper()
	before := n.at
	n.process.start(&n.at)
	if before != (endpoints{}) && n.at != before {
		n.t.Fatalf("%s is at %+v now, it was at %+v", n.name, n.at, before)
	}
}

// cluster is an L1, L2 nodes, and the service between them, each a process.
type cluster struct {
	t       *testing.T
	dir     string
	plan    *devnet.Elsewhere
	l1      *node
	l2s     []*node
	service *process
	config  string // file
	url     string // of the service
	client  *client.Client

	provoked  []string // texts of errors in the service's log that are to be expected
	mayRevoke bool     // promises may be revoked, since chains may stand aside
	missing   bool     // a promised transaction does not come
}

// newCluster starts an L1 and two L2s and puts the contracts on them.
func newCluster(t *testing.T) *cluster {
	t.Helper()
	c := &cluster{t: t, dir: t.TempDir()}
	var err error
	c.plan, err = devnet.NewElsewhere(devnet.ChainsConfig{L2Count: 2, GasLimit: devnet.MinGasLimit}, uint64(time.Now().Add(-time.Minute).Unix()))
	if err != nil {
		t.Fatal(err)
	}
	c.l1 = c.newNode(c.plan.L1().Config, "--mine", "500ms")
	for _, cfg := range c.plan.L2s() {
		c.l2s = append(c.l2s, c.newNode(cfg))
	}
	var engines []*engine.Client
	for _, n := range c.l2s {
		e, err := engine.Dial(t.Context(), engine.Config{ChainID: n.id, EngineURL: n.at.Engine, RPCURL: n.at.HTTP, JWTSecret: n.secret, Genesis: n.at.Genesis})
		if err != nil {
			t.Fatal(err)
		}
		defer e.Close()
		engines = append(engines, e)
	}
	if err := c.plan.Deploy(t.Context(), c.l1.eth, engines); err != nil {
		t.Fatal(err)
	}
	// The setup blocks are not in the service's journal: nobody could feed them again.
	for _, n := range append(c.l2s, c.l1) {
		n.stop()
		n.start()
	}
	port := ports.Free(t)
	c.url = fmt.Sprintf("http://127.0.0.1:%d", port)
	c.writeConfig(port)
	c.service = newProcess(t, c.dir, "ssequencer", built.sequencer, "run", "--config", c.config)
	if c.client, err = client.Dial(t.Context(), c.url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.client.Close)
	return c
}

func (c *cluster) newNode(cfg devnode.Config, args ...string) *node {
	c.t.Helper()
	name := "node-" + cfg.ChainID.String()
	n := &node{id: cfg.ChainID, genesis: filepath.Join(c.dir, name+".genesis.json"), jwt: filepath.Join(c.dir, name+".jwt")}
	rand.Read(n.secret[:])
	genesis, err := json.Marshal(cfg.Genesis())
	if err != nil {
		c.t.Fatal(err)
	}
	c.write(n.genesis, string(genesis))
	c.write(n.jwt, hexutil.Encode(n.secret[:]))
	args = append(args, "--genesis", n.genesis, "--jwt", n.jwt, "--data-dir", filepath.Join(c.dir, name), "--http", fmt.Sprintf("127.0.0.1:%d", ports.Free(c.t)))
	n.process = newProcess(c.t, c.dir, name, built.node, args...)
	n.start()
	if n.eth, err = ethclient.DialContext(c.t.Context(), n.at.HTTP); err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(n.eth.Close)
	return n
}

func (c *cluster) write(path, text string) {
	c.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// writeConfig writes the service's TOML file, and its keys: one of them in a keystore.
func (c *cluster) writeConfig(port int) {
	c.t.Helper()
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("data-dir = %q", filepath.Join(c.dir, "service"))
	line("[l1]\nurl = %q\nchain-id = %d\nsettlement = %q\nentry-depth = %d", c.l1.at.HTTP, c.l1.id, c.plan.Settlement(), entryDepth)
	line("[keys.relayer]\nkeystore = %q\npassword-file = %q", c.keystore("relayer"), filepath.Join(c.dir, "password"))
	for _, duty := range []string{"signer", "poster"} {
		path := filepath.Join(c.dir, duty+".key")
		c.write(path, hexutil.Encode(devnetKey(duty)))
		line("[keys.%s]\nfile = %q", duty, path)
	}
	line("[rpc]\nport = %d\n[settlement]\nbatch-slots = 2\n[sequencer]\ngas-policy = \"sponsored\"\npatience = \"20s\"", port)
	contracts := c.plan.Contracts()
	for _, n := range c.l2s {
		line("[[chain]]\nid = %d\nengine-url = %q\nrpc-url = %q\njwt-file = %q\ngenesis-file = %q", n.id, n.at.Engine, n.at.HTTP, n.jwt, n.genesis)
		line("gas-limit = %d\nfee-recipient = %q\nmessenger = %q\nroot-store = %q", devnet.MinGasLimit, c.plan.FeeRecipient(), contracts.Messenger, contracts.RootStore)
		line("token-bridge = %q\neth-bridge = %q\ngateway = %q\ntest-token = %q", contracts.TokenBridge, contracts.ETHBridge, contracts.Gateway, contracts.TestToken)
	}
	c.config = filepath.Join(c.dir, "ssequencer.toml")
	c.write(c.config, b.String())
}

// devnetKey is the private key of one of the devnet's duties.
func devnetKey(duty string) []byte { return crypto.Keccak256([]byte("ssequencer devnet " + duty)) }

// keystore writes a duty's key as an encrypted file.
func (c *cluster) keystore(duty string) string {
	c.t.Helper()
	private, err := crypto.ToECDSA(devnetKey(duty))
	if err != nil {
		c.t.Fatal(err)
	}
	key := &keystore.Key{Address: crypto.PubkeyToAddress(private.PublicKey), PrivateKey: private}
	text, err := keystore.EncryptKey(key, "secret of "+duty, keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		c.t.Fatal(err)
	}
	c.write(filepath.Join(c.dir, "password"), "secret of "+duty+"\n")
	path := filepath.Join(c.dir, duty+".json")
	c.write(path, string(text))
	return path
}

// impatient lets the service wait for its nodes no longer than that. Otherwise it waits for
// so long that a machine with much to do is not taken for a dead node.
func (c *cluster) impatient(d time.Duration) {
	c.service.args = append(c.service.args, "--sequencer.patience", d.String())
}

// run starts the service and waits until it takes requests.
func (c *cluster) run() {
	c.t.Helper()
	c.service.start(nil)
	c.until("the service takes requests", func() bool {
		if !c.service.running() {
			c.t.Fatalf("the service ended: %v\n%s", c.service.err, tail(c.service.log))
		}
		status, _ := c.health("readyz")
		return status == http.StatusOK
	})
}

// health asks one of the service's health endpoints. Status 0 means no answer.
func (c *cluster) health(path string) (int, wire.Health) {
	var h wire.Health
	r, err := http.Get(c.url + "/" + path)
	if err != nil {
		return 0, h
	}
	defer r.Body.Close()
	_ = json.NewDecoder(r.Body).Decode(&h) // an error text instead leaves it empty
	return r.StatusCode, h
}

// until waits for something that nothing announces.
func (c *cluster) until(what string, is func() bool) {
	c.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	late := time.After(hanging)
	for !is() {
		select {
		case <-tick.C:
		case <-late:
			c.t.Fatalf("not within %v: %s", hanging, what)
		}
	}
}

// nodeOf returns a chain's own node.
func (c *cluster) nodeOf(id chains.ChainID) *node {
	for _, n := range c.l2s {
		if n.id == id {
			return n
		}
	}
	c.t.Fatalf("no node of chain %d", id)
	return nil
}

// verify runs the independent verifier over everything on L1.
func (c *cluster) verify() ran {
	contracts := c.plan.Contracts()
	args := []string{"verify", "--all", "--l1", c.l1.at.HTTP, "--settlement", c.plan.Settlement().Hex(), "--messenger", contracts.Messenger.Hex(),
		"--bridge", contracts.TokenBridge.Hex(), "--bridge", contracts.ETHBridge.Hex(), "--bridge", contracts.Gateway.Hex()}
	for _, n := range c.l2s {
		args = append(args, "--chain", n.id.String()+"="+n.at.HTTP)
	}
	return sequencerCommand(c.t, args...)
}
