package config

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/signer"
)

// configure writes the files that a service on the devnet's nodes needs, and loads them.
func configure(t *testing.T, net *devnet.Chains) *Config {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	flags := map[string]string{
		"data-dir": dir, "l1.url": net.L1.HTTP(), "l1.chain-id": net.L1.ChainID().String(), "l1.settlement": net.Settlement.Hex(), "rpc.port": "0",
	}
	for _, duty := range []string{"relayer", "signer", "poster"} { // as devnet.Keys documents them
		flags["keys."+duty+".file"] = write(duty, crypto.Keccak256Hash([]byte("ssequencer devnet "+duty)).Hex())
	}
	for _, l2 := range net.L2s {
		genesis, err := json.Marshal(l2.Node.Genesis())
		if err != nil {
			t.Fatal(err)
		}
		secret := l2.Node.JWTSecret()
		for key, value := range map[string]string{
			"engine-url": l2.Node.AuthHTTP(), "rpc-url": l2.Node.HTTP(), "fee-recipient": net.FeeRecipient.Hex(),
			"jwt-file":     write(fmt.Sprintf("jwt%d", l2.ID), hexutil.Encode(secret[:])),
			"genesis-file": write(fmt.Sprintf("genesis%d", l2.ID), string(genesis)),
			"messenger":    l2.Contracts.Messenger.Hex(), "root-store": l2.Contracts.RootStore.Hex(), "token-bridge": l2.Contracts.TokenBridge.Hex(),
			"eth-bridge": l2.Contracts.ETHBridge.Hex(), "test-token": l2.Contracts.TestToken.Hex(),
		} {
			flags["chain."+l2.ID.String()+"."+key] = value
		}
	}
	c, _, err := Load(Sources{Flags: flags})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Check finds nothing wrong where everything is as configured, and exactly what is wrong
// where it is not.
func TestCheck(t *testing.T) {
	net, err := devnet.StartChains(t.Context(), devnet.ChainsConfig{L2Count: 2, GasLimit: devnet.MinGasLimit, L1BlockTime: time.Second}, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := net.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, tc := range []struct {
		name   string
		change func(*Config)
		want   string // what fails, "" = nothing
		is     error
	}{
		{"as configured", func(*Config) {}, "", nil},
		{"L1 down", func(c *Config) { c.L1.URL = "http://127.0.0.1:1" }, "L1 http://127.0.0.1:1", engine.ErrUnreachable},
		{"wrong L1", func(c *Config) { c.L1.URL = c.Chains[0].RPCURL }, "L1 ", ErrNotAsConfigured},
		{"no settlement", func(c *Config) { c.L1.Settlement = common.Address{1} }, "L1 settlement", ErrNotAsConfigured},
		{"signer not registered", func(c *Config) { c.Keys.Signer, c.Keys.Poster = c.Keys.Poster, c.Keys.Signer }, "registered signer", ErrNotAsConfigured},
		{"relayer not registered", func(c *Config) { c.Keys.Relayer, c.Keys.Poster = c.Keys.Poster, c.Keys.Relayer }, "relayer key is registered", ErrNotAsConfigured},
		{"one key twice", func(c *Config) { c.Keys.Poster = c.Keys.Signer }, "key poster", ErrNotAsConfigured},
		{"key file missing", func(c *Config) { c.Keys.Poster.File += ".none" }, "key poster", os.ErrNotExist},
		{"not a key", func(c *Config) { c.Keys.Poster.File = c.Chains[0].GenesisFile }, "key poster", signer.ErrKey},
		{"node down", func(c *Config) { c.Chains[1].RPCURL = "http://127.0.0.1:1" }, "chain 902: node", engine.ErrUnreachable},
		{"other chain's node", func(c *Config) { c.Chains[1].RPCURL = c.Chains[0].RPCURL }, "chain 902: node", engine.ErrWrongChain},
		{"other chain's genesis", func(c *Config) { c.Chains[1].GenesisFile = c.Chains[0].GenesisFile }, "chain 902: genesis file", nil},
		{"wrong genesis hash", func(c *Config) { c.Chains[0].GenesisHash = common.Hash{1} }, "chain 901: genesis file", ErrNotAsConfigured},
		{"wrong JWT secret", func(c *Config) { c.Chains[0].JWTFile = c.Chains[1].JWTFile }, "chain 901: node", engine.ErrUnauthorized},
		{"not a JWT secret", func(c *Config) { c.Chains[0].JWTFile = c.Chains[0].GenesisFile }, "chain 901: JWT secret", nil},
		{"contract missing", func(c *Config) { c.Chains[0].Contracts.ETHBridge = common.Address{1} }, "chain 901: ETH bridge", ErrNotAsConfigured},
		{"data directory is a file", func(c *Config) { c.DataDir = c.Keys.Signer.File }, "data directory", nil},
		{"port taken", func(c *Config) { _, err := fmt.Sscanf(c.L1.URL, "http://127.0.0.1:%d", &c.RPC.Port); must(t, err) }, "rpc port", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := configure(t, net)
			tc.change(c)
			expectFailure(t, c, tc.want, tc.is)
		})
	}
}

func expectFailure(t *testing.T, c *Config, want string, is error) {
	t.Helper()
	var found bool
	c.Check(context.Background(), func(r Result) {
		switch {
		case r.Err == nil:
		case want == "" || !strings.Contains(r.What, want):
			if want == "" || is == nil { // one fault may show in several places
				t.Errorf("%s: %v", r.What, r.Err)
			}
		case is != nil && !errors.Is(r.Err, is):
			t.Errorf("%s: got %v, want %v", r.What, r.Err, is)
		default:
			found = true
			if r.Unreachable() != errors.Is(is, engine.ErrUnreachable) {
				t.Errorf("%s: unreachable is %v", r.What, r.Unreachable())
			}
		}
	})
	if want != "" && !found {
		t.Errorf("nothing says that %q fails", want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
