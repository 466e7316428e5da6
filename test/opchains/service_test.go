package opchains

import (
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/test/ports"
)

// program is the path of the built service; set by TestMain alone.
var program string

func TestMain(m *testing.M) {
	if os.Getenv(opgeth.ProgramEnv) == "" {
		os.Exit(m.Run()) // every test is skipped
	}
	dir, err := os.MkdirTemp("", "ssequencer-opchains-")
	if err == nil {
		program = filepath.Join(dir, "ssequencer")
		out, buildErr := exec.Command("go", "build", "-o", program, "../../cmd/ssequencer").CombinedOutput()
		if buildErr != nil {
			err = fmt.Errorf("%w\n%s", buildErr, out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// service is the program, which may be started again and again.
type service struct {
	*process
	w       *world
	url     string
	metrics string
	config  string
	client  *client.Client
}

// newService writes the settings. What runs is killed at the end of the test.
func newService(w *world) *service {
	w.t.Helper()
	port, metrics := ports.Free(w.t), ports.Free(w.t)
	s := &service{w: w, url: fmt.Sprintf("http://127.0.0.1:%d", port), metrics: fmt.Sprintf("http://127.0.0.1:%d", metrics)}
	s.config = w.write("ssequencer.toml", w.settings(port, metrics))
	s.process = w.newProcess("service", program, "run", "--config", s.config)
	var err error
	if s.client, err = client.Dial(w.t.Context(), s.url); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(s.client.Close)
	return s
}

// settings returns the service's TOML file.
func (w *world) settings(port, metrics int) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	genesis, err := json.Marshal(w.l1.Genesis())
	if err != nil {
		w.t.Fatal(err)
	}
	line("data-dir = %q", filepath.Join(w.dir, "service"))
	line("[l1]\nurl = %q\nchain-id = 900\nsettlement = %q\norigin-depth = 1\ngenesis-file = %q", w.l1.WS(), w.plan.Settlement(), w.write("l1.genesis.json", string(genesis)))
	for _, duty := range []string{"relayer", "signer", "poster"} {
		key := crypto.Keccak256([]byte("ssequencer devnet " + duty))
		line("[keys.%s]\nfile = %q", duty, w.write(duty+".key", hexutil.Encode(key)))
	}
	line("[rpc]\nport = %d\n[settlement]\nbatch-slots = 10\n[sequencer]\ngas-policy = \"sponsored\"\npatience = \"60s\"\n[metrics]\nport = %d", port, metrics)
	contracts := w.plan.Contracts()
	for _, c := range w.chains {
		jwt := w.write(c.id.String()+".jwt", hexutil.Encode(c.node.Secret[:]))
		line("[[chain]]\nid = %d\nengine-url = %q\nrpc-url = %q\njwt-file = %q\nrollup-file = %q", c.id, c.node.Engine, c.node.HTTP, jwt, w.rollupFile(c))
		line("messenger = %q\nroot-store = %q\ntoken-bridge = %q\neth-bridge = %q\ntest-token = %q", contracts.Messenger, contracts.RootStore,
			contracts.TokenBridge, contracts.ETHBridge, contracts.TestToken)
		if c.follower != "" {
			line("follower-urls = [%q]", c.follower)
		}
		if c.opNodeAt != "" {
			line("op-node-listen = %q\nop-node-url = %q", c.opNodeAt, c.admin)
		}
	}
	return b.String()
}

func (w *world) account(i int) *ecdsa.PrivateKey {
	w.t.Helper()
	key, err := crypto.ToECDSA(w.plan.Accounts()[i].PrivateKey)
	if err != nil {
		w.t.Fatal(err)
	}
	return key
}

// start starts the service and waits until it takes requests.
func (s *service) start() {
	s.w.t.Helper()
	s.launch()
	s.w.until("the service takes requests", func() bool {
		s.mustRun()
		r, err := http.Get(s.url + "/readyz")
		if err != nil {
			return false
		}
		r.Body.Close()
		return r.StatusCode == http.StatusOK
	})
}

// until waits for something that nothing announces.
func (w *world) until(what string, is func() bool) {
	w.t.Helper()
	for late := time.Now().Add(hanging); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(late) {
			w.t.Fatalf("not within %v: %s", hanging, what)
		}
	}
}
