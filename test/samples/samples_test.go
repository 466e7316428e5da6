package samples

import (
	"net"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v2"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
)

const dir = "../../docs/samples"

// opRethFlags are flags of op-reth as its command line reference has them (v2.4).
func opRethFlags() []string {
	return []string{
		"chain", "datadir", "port", "discovery.port", "http", "http.addr", "http.port", "http.api", "authrpc.addr", "authrpc.port", "authrpc.jwtsecret",
		"rpc.eth-proof-window", "rollup.disable-tx-pool-gossip", "builder.deadline", "builder.interval", "ipcdisable",
	}
}

// opNodeFlags are flags of op-node (v1.19).
func opNodeFlags() []string {
	return []string{
		"l1", "l1.beacon", "l2", "l2.jwt-secret", "l2.enginekind", "rollup.config", "sequencer.enabled", "sequencer.l1-confs", "verifier.l1-confs",
		"p2p.listen.tcp", "p2p.listen.udp", "rpc.addr", "rpc.port", "rpc.enable-admin",
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// settings loads the sample as `ssequencer run` would.
func settings(t *testing.T) *config.Config {
	t.Helper()
	c, _, err := config.Load(config.Sources{File: filepath.Join(dir, "ssequencer.toml")})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// checkFlags checks that a command line has known flags only, and those that must be there.
func checkFlags(t *testing.T, where string, args, known, must []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, arg := range args {
		flag, isFlag := strings.CutPrefix(arg, "--")
		if !isFlag {
			continue
		}
		flag, _, _ = strings.Cut(flag, "=")
		if seen[flag] {
			t.Errorf("%s: --%s is there twice", where, flag)
		}
		seen[flag] = true
		if !slices.Contains(known, flag) {
			t.Errorf("%s: --%s is no flag of this program", where, flag)
		}
	}
	for _, flag := range must {
		if !seen[flag] {
			t.Errorf("%s: --%s is missing", where, flag)
		}
	}
}

// value returns what a flag is set to.
func value(args []string, flag string) string {
	for _, arg := range args {
		if v, ok := strings.CutPrefix(arg, "--"+flag+"="); ok {
			return v
		}
	}
	return ""
}

func mustOPReth() []string {
	return []string{"chain", "datadir", "authrpc.port", "authrpc.jwtsecret", "http.api", "rpc.eth-proof-window"}
}

func mustOPNode() []string {
	return []string{"l1", "l1.beacon", "l2", "l2.jwt-secret", "rollup.config", "sequencer.enabled", "rpc.enable-admin"}
}

// The compose file is YAML, its services' flags exist, and each op-node is connected to the
// proxy of its own chain and not to the execution node.
func TestCompose(t *testing.T) {
	var file struct {
		Services map[string]struct {
			Image     string
			Command   []string
			DependsOn []string `yaml:"depends_on"`
			Volumes   []string
		}
		Volumes map[string]any
	}
	if err := yaml.Unmarshal([]byte(read(t, "compose.yaml")), &file); err != nil {
		t.Fatal(err)
	}
	for name, s := range file.Services {
		if s.Image == "" || len(s.Command) == 0 {
			t.Errorf("%s: %+v", name, s)
		}
		for _, on := range s.DependsOn {
			if _, ok := file.Services[on]; !ok {
				t.Errorf("%s depends on %s, which is not there", name, on)
			}
		}
		for _, v := range s.Volumes {
			from, _, _ := strings.Cut(v, ":")
			if _, ok := file.Volumes[from]; !ok && !strings.HasPrefix(from, "./") {
				t.Errorf("%s: volume %s is not declared", name, from)
			}
		}
	}
	for _, c := range settings(t).Chains {
		id := c.ID.String()
		checkFlags(t, "op-reth-"+id, file.Services["op-reth-"+id].Command, opRethFlags(), mustOPReth())
		args := file.Services["op-node-"+id].Command
		checkFlags(t, "op-node-"+id, args, opNodeFlags(), mustOPNode())
		_, port, err := net.SplitHostPort(c.OpNode.Listen)
		if err != nil || value(args, "l2") != "http://ssequencer:"+port {
			t.Errorf("op-node-%s has its engine at %s, the proxy is at %s: %v", id, value(args, "l2"), c.OpNode.Listen, err)
		}
	}
}

// The units have the sections that systemd wants, their flags exist, and the ports in their
// comments are those of the settings.
func TestUnits(t *testing.T) {
	for name, known := range map[string]struct{ flags, must []string }{
		"op-reth@.service": {opRethFlags(), mustOPReth()}, "op-node@.service": {opNodeFlags(), mustOPNode()}, "ssequencer.service": {nil, nil},
	} {
		text := read(t, "systemd/"+name)
		for _, section := range []string{"[Unit]", "[Service]", "[Install]", "\nExecStart=/", "\nRestart=always", "\nWantedBy=multi-user.target"} {
			if strings.Count(text, section) != 1 {
				t.Errorf("%s: %q is there %d times", name, section, strings.Count(text, section))
			}
		}
		_, command, _ := strings.Cut(text, "\nExecStart=")
		command, _, _ = strings.Cut(regexp.MustCompile(`\\\n\s*`).ReplaceAllString(command, ""), "\n")
		if known.flags != nil {
			checkFlags(t, name, strings.Fields(command), known.flags, known.must)
		}
	}
	first := settings(t).Chains[0]
	for unit, ports := range map[string]map[string]string{
		"op-reth@.service": {"HTTP_PORT": first.RPCURL, "AUTH_PORT": first.EngineURL}, "op-node@.service": {"PROXY_PORT": first.OpNode.Listen, "RPC_PORT": first.OpNode.AdminURL},
	} {
		text := read(t, "systemd/"+unit)
		for variable, url := range ports {
			port := url[strings.LastIndex(url, ":")+1:]
			if !strings.Contains(text, variable+"="+port) || !strings.Contains(text, "${"+variable+"}") {
				t.Errorf("%s: %s is not %s, or not used", unit, variable, port)
			}
		}
	}
}

// The sample's settings are complete, and beside op-node, so that nothing changes for the
// chains until somebody moves the switch.
func TestSettings(t *testing.T) {
	c := settings(t)
	if len(c.Chains) != 2 || c.Chains[0].ID != 901 || c.Chains[1].ID != 902 {
		t.Fatalf("chains %+v", c.Chains)
	}
	for _, ch := range c.Chains {
		if ch.RollupFile == "" || ch.OpNode.Listen == "" || ch.OpNode.Mode != "dry-run" {
			t.Errorf("chain %v: %+v", ch.ID, ch)
		}
	}
}
