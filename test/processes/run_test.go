package processes

import (
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains/engine"
)

// A new operator's way: check the configuration, run, send, look, verify, stop, run again.
func TestRun(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	if r := sequencerCommand(t, "config", "check", "--config", c.config); r.code != 0 {
		t.Errorf("config check: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	c.run()
	told := newLedger()
	s := c.newSender(0, told)
	for range 5 {
		round := s.next()
		for _, sub := range round {
			told.add(sub)
			if err := s.send(t.Context(), sub); err != nil {
				t.Fatal(err)
			}
			if err := s.await(t.Context(), sub); err != nil {
				t.Fatal(err)
			}
		}
		if sub := round[0]; sub.refused != "" {
			s.nonces[b]--
		}
	}
	c.check(told)
	if r := sequencerCommand(t, "run", "--config", c.config, "--rpc.port", "0"); r.code != 1 || !r.says(filepath.Join(c.dir, "service"), "another process") {
		t.Errorf("a second process on the data directory: exit code %d\n%s", r.code, r.err)
	}
	c.service.stop()
	c.run()
	if _, err := s.promise(t.Context(), time.Now()); err != nil {
		t.Fatal(err)
	}
	c.check(told)
	c.service.stop()
}

// What keeps the service from starting is said, with a name and an exit code: 4 where a
// server does not answer, 1 where something is not as configured.
func TestRunRefuses(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	const nobody, stranger = "http://127.0.0.1:1", "0x00000000000000000000000000000000000000aa"
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = taken.Close() })
	_, port, _ := net.SplitHostPort(taken.Addr().String())
	n902 := c.nodeOf(b)
	for name, tc := range map[string]struct {
		args []string
		code int
		says []string
	}{
		"no node":            {[]string{"--chain.rpc-url", "901=" + nobody, "--chain.rpc-url", "902=" + nobody}, 4, []string{"chain 901", "chain 902", nobody}},
		"no engine":          {[]string{"--chain.engine-url", "901=" + nobody, "--chain.engine-url", "902=" + nobody}, 4, []string{"chain 901", "chain 902", nobody}},
		"L1 down":            {[]string{"--l1.url", nobody}, 4, []string{"L1", nobody}},
		"wrong chain":        {[]string{"--chain.rpc-url", "902=" + c.nodeOf(a).at.HTTP}, 1, []string{"chain 902", "wrong chain id", "serves chain 901"}},
		"wrong engine":       {[]string{"--chain.engine-url", "902=" + c.nodeOf(a).at.Engine, "--chain.jwt-file", "902=" + c.nodeOf(a).jwt}, 1, []string{"chain 902", "wrong chain id"}},
		"wrong L1":           {[]string{"--l1.url", n902.at.HTTP}, 1, []string{"L1", "902"}},
		"wrong genesis":      {[]string{"--chain.genesis-file", "902=" + c.otherGenesis()}, 1, []string{"chain 902", "wrong genesis block"}},
		"wrong genesis hash": {[]string{"--chain.genesis-hash", "902=" + hexutil.Encode(make([]byte, 31)) + "01"}, 1, []string{"chain 902", "genesis"}},
		"wrong JWT":          {[]string{"--chain.jwt-file", "902=" + c.nodeOf(a).jwt}, 1, []string{"chain 902", "JWT", engine.Shown(n902.at.Engine)}},
		"no JWT file":        {[]string{"--chain.jwt-file", "902=" + c.dir + "/none"}, 1, []string{"chain 902", "JWT", c.dir + "/none"}},
		"no messenger":       {[]string{"--chain.messenger", "902=" + stranger}, 1, []string{"chain 902", "messenger"}},
		"no root store":      {[]string{"--chain.root-store", "902=" + stranger}, 1, []string{"chain 902", "root store"}},
		"no bridge":          {[]string{"--chain.token-bridge", "902=" + stranger}, 1, []string{"chain 902", "token bridge"}},
		"no settlement":      {[]string{"--l1.settlement", stranger}, 1, []string{"L1", "ettlement"}},
		"wrong signer":       {[]string{"--keys.signer.file", c.otherKey()}, 1, []string{"signer"}},
		"port taken":         {[]string{"--rpc.port", port}, 1, []string{"rpc port", "address already in use"}},
		"wrong password":     {[]string{"--keys.relayer.password-file", c.config}, 1, []string{"key relayer"}},
		"one key twice":      {[]string{"--keys.signer.file", filepath.Join(c.dir, "poster.key")}, 1, []string{"must differ"}},
		"unknown key":        {[]string{"--config", c.without("data-dir", "no-such-key = 1\ndata-dir")}, 1, []string{"no-such-key", "unknown"}},
		"missing key":        {[]string{"--config", c.without("data-dir =", "#")}, 1, []string{"data-dir", "missing"}},
		"unknown flag":       {[]string{"--no-such-flag"}, 2, []string{"no-such-flag"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			args := append([]string{"run", "--config", c.config, "--rpc.port", "0", "--data-dir", t.TempDir()}, tc.args...)
			if strings.Contains(name, " key") && name != "one key twice" {
				args = append([]string{"run"}, tc.args...)
			}
			if r := sequencerCommand(t, args...); r.code != tc.code || !r.says(tc.says...) || r.out != "" {
				t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
			}
		})
	}
}

// otherGenesis is a genesis of chain 902 that its node does not have.
func (c *cluster) otherGenesis() string {
	c.t.Helper()
	cfg := c.plan.L2s()[1]
	cfg.GasLimit++
	text, err := json.Marshal(cfg.Genesis())
	if err != nil {
		c.t.Fatal(err)
	}
	path := filepath.Join(c.dir, "other.genesis.json")
	c.write(path, string(text))
	return path
}

// otherKey is a key that nobody has registered.
func (c *cluster) otherKey() string {
	path := filepath.Join(c.dir, "other.key")
	c.write(path, hexutil.Encode(devnetKey("nobody")))
	return path
}

// without is the configuration with one text replaced by another.
func (c *cluster) without(old, by string) string {
	c.t.Helper()
	text, err := os.ReadFile(c.config)
	if err != nil {
		c.t.Fatal(err)
	}
	path := filepath.Join(c.t.TempDir(), "other.toml")
	c.write(path, strings.Replace(string(text), old, by, 1))
	return path
}

// `config show` tells every setting and where it comes from, and no secret; `config check`
// looks at everything the service needs, and says what is not there.
func TestConfigCommands(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	secret := "http://user:password@127.0.0.1:1/apikey"
	r := sequencerCommand(t, "config", "show", "--config", c.config, "--l1.url", secret)
	if r.code != 0 || strings.Contains(r.out, "password@") || strings.Contains(r.out, "apikey") || !r.says("l1.url", "127.0.0.1:1/***", "chain.902.messenger", "flag", "file", "default") {
		t.Errorf("config show: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	for _, text := range []string{hexutil.Encode(devnetKey("signer")), "secret of relayer", hexutil.Encode(c.l2s[0].secret[:])} {
		if strings.Contains(r.out, strings.TrimPrefix(text, "0x")) {
			t.Errorf("config show tells a secret:\n%s", r.out)
		}
	}
	c.nodeOf(b).kill()
	r = sequencerCommand(t, "config", "check", "--config", c.config, "--keys.signer.file", c.otherKey())
	if r.code != 1 || !r.says("UNREACHABLE", "chain 902: node", "FAILED", "registered signer") {
		t.Errorf("config check: exit code %d\n%s%s", r.code, r.out, r.err)
	}
}
