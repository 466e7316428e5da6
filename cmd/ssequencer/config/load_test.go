package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

const address = "0x5FbDB2315678afecb367f032d93F642f64180aa3"

// fullFile has every required setting and two chains.
const fullFile = `
data-dir = "/data"
[l1]
url = "https://user:secret@l1.example/v3/key"
chain-id = 1
settlement = "` + address + `"
[rpc]
port = 7000
origins = ["https://a.example", "https://b.example"]
[sequencer]
block-time = "2s"
[keys]
relayer = { file = "r" }
signer = { keystore = "s", password-file = "p" }
poster = { file = "q" }
` + chainTable + `
id = 902
` + chainKeys + chainTable + `
id = 0x385
gas-limit = 60000000
` + chainKeys

const chainTable = "[[chain]]"

const chainKeys = `
engine-url = "http://127.0.0.1:8551"
rpc-url = "http://127.0.0.1:8545"
jwt-file = "jwt"
genesis-file = "genesis.json"
fee-recipient = "` + address + `"
messenger = "` + address + `"
root-store = "` + address + `"
token-bridge = "` + address + `"
eth-bridge = "` + address + `"
`

func writeFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoadFile(t *testing.T) {
	c, _, err := Load(Sources{File: writeFile(t, fullFile)})
	if err != nil {
		t.Fatal(err)
	}
	if c.DataDir != "/data" || c.L1.ChainID != 1 || c.L1.Settlement != common.HexToAddress(address) || c.Sequencer.BlockTime != 2*time.Second {
		t.Errorf("wrong values: %+v", c)
	}
	if len(c.Chains) != 2 || c.Chains[0].ID != 901 || c.Chains[1].ID != 902 {
		t.Fatalf("chains are not in order of their ids: %+v", c.Chains)
	}
	if c.Chains[0].GasLimit != 60_000_000 || c.Chains[1].GasLimit != 30_000_000 {
		t.Errorf("gas limits %d, %d", c.Chains[0].GasLimit, c.Chains[1].GasLimit)
	}
	if len(c.RPC.Origins) != 2 || c.RPC.Addr != "127.0.0.1" || c.RPC.DecisionWait != 100*time.Millisecond {
		t.Errorf("rpc: %+v", c.RPC)
	}
	if c.Keys.Signer != (Key{Keystore: "s", PasswordFile: "p"}) {
		t.Errorf("signer key: %+v", c.Keys.Signer)
	}
}

// Flags win over the environment, that over the file, that over the default, and each
// value says where it is from.
func TestPrecedence(t *testing.T) {
	env := []string{"SSEQUENCER_RPC_PORT=7001", "SSEQUENCER_RPC_ADDR=::1", "SSEQUENCER_CHAIN_901_RPC_URL=http://env", "SSEQUENCER_RPC_URL=http://x", "HOME=/"}
	flags := map[string]string{"rpc.port": "7002", "chain.902.rpc-url": "http://flag"}
	c, values, err := Load(Sources{Flags: flags, Env: env, File: writeFile(t, fullFile)})
	if err != nil {
		t.Fatal(err)
	}
	if c.RPC.Port != 7002 || c.RPC.Addr != "::1" || c.Chains[0].RPCURL != "http://env" || c.Chains[1].RPCURL != "http://flag" {
		t.Errorf("port %d, addr %s, urls %s, %s", c.RPC.Port, c.RPC.Addr, c.Chains[0].RPCURL, c.Chains[1].RPCURL)
	}
	want := map[string]Origin{"rpc.port": FromFlag, "rpc.addr": FromEnv, "data-dir": FromFile, "log.level": FromDefault,
		"chain.901.rpc-url": FromEnv, "chain.902.rpc-url": FromFlag, "chain.902.gas-limit": FromDefault}
	for _, v := range values {
		if o, ok := want[v.Key]; ok && o != v.Origin {
			t.Errorf("%s comes from the %s, want %s", v.Key, v.Origin, o)
		}
		delete(want, v.Key)
	}
	if len(want) > 0 {
		t.Errorf("not among the values: %v", want)
	}
}

// Every fault is named with its key, all at once.
func TestFaults(t *testing.T) {
	for _, tc := range []struct {
		name string
		src  Sources
		text string
		want []string
	}{
		{"nothing given", Sources{}, "", []string{"data-dir: missing", "l1.url: missing", "chain: missing", "keys.relayer.keystore: missing"}},
		{"unknown key", Sources{}, fullFile + "\nflux = 1\n", []string{"chain.901.flux: unknown key"}},
		{"unknown table", Sources{}, "[router]\nport = 1\n" + fullFile, []string{"router.port: unknown key"}},
		{"chain without id", Sources{}, "[[chain]]\nrpc-url = \"x\"\n", []string{"[[chain]] number 1: id: missing"}},
		{"chain twice", Sources{}, "[[chain]]\nid = 1\n[[chain]]\nid = 1\n", []string{"chain 1 is there twice"}},
		{"chains not as tables", Sources{}, "chain = 3\n", []string{"written as [[chain]] tables"}},
		{"bad TOML", Sources{}, "rpc = \n", []string{"config.toml"}},
		{"wrong types", Sources{Flags: map[string]string{"rpc.port": "x", "sequencer.max-wait": "soon", "l1.settlement": "0x12", "l1.chain-id": "0"}}, fullFile,
			[]string{`rpc.port: "x" is not a whole number (from flag)`, `sequencer.max-wait: "soon" is not a duration`, `l1.settlement: "0x12" is not an address`, "l1.chain-id"}},
		{"out of range", Sources{Flags: map[string]string{"rpc.port": "70000", "sequencer.block-time": "1500ms", "sequencer.gas-policy": "free", "settlement.batch-slots": "0"}}, fullFile,
			[]string{"rpc.port", "sequencer.block-time: 1.5s", `sequencer.gas-policy: "free"`, "settlement.batch-slots"}},
		{"both kinds of key", Sources{Flags: map[string]string{"keys.relayer.keystore": "k"}}, fullFile, []string{"keys.relayer: keystore and file are both given"}},
		{"unknown variable", Sources{Env: []string{"SSEQUENCER_RCP_PORT=1"}}, fullFile, []string{"SSEQUENCER_RCP_PORT: no setting"}},
		{"unknown flag key", Sources{Flags: map[string]string{"chain.901.colour": "red"}}, fullFile, []string{"chain.901.colour: unknown key"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.text != "" {
				tc.src.File = writeFile(t, tc.text)
			}
			_, _, err := Load(tc.src)
			if !errors.Is(err, ErrConfig) {
				t.Fatalf("got %v, want ErrConfig", err)
			}
			for _, want := range tc.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error does not say %q:\n%v", want, err)
				}
			}
		})
	}
}

func TestFileMissing(t *testing.T) {
	_, _, err := Load(Sources{File: filepath.Join(t.TempDir(), "none.toml")})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want a missing file", err)
	}
}

// A URL may hold access keys: only its server is shown.
func TestShown(t *testing.T) {
	for value, want := range map[string]string{
		"https://user:secret@l1.example/v3/key": "https://l1.example/***",
		"http://127.0.0.1:8545":                 "http://127.0.0.1:8545",
		"http://127.0.0.1:8545/":                "http://127.0.0.1:8545",
		"https://l1.example?key=1":              "https://l1.example/***",
		"/run/geth.ipc":                         "***",
		"":                                      "",
	} {
		if got := (Value{Value: value, Secret: true}).Shown(); got != want {
			t.Errorf("%q is shown as %q, want %q", value, got, want)
		}
	}
}

// Two keys must not share an environment variable.
func TestEnvNames(t *testing.T) {
	seen := make(map[string]string)
	for _, v := range CommandVariables() {
		seen[v] = "a command"
	}
	for _, s := range ServiceSettings() {
		name := EnvName(s.Key)
		if other, twice := seen[name]; twice {
			t.Errorf("%s is the variable of %s and of %s", name, s.Key, other)
		}
		seen[name] = s.Key
	}
	for _, s := range append(ServiceSettings(), ChainSettings()...) {
		if s.Usage == "" {
			t.Errorf("%s has no usage", s.Key)
		}
	}
}
