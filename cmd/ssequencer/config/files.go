package config

import (
	"cmp"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/l1"
	"github.com/ssequencer/ssequencer/signer"
)

// Load reads the private key. The error names the file.
func (k Key) Load() (*signer.Key, error) {
	if k.Keystore != "" {
		pass, err := ReadPassword(k.PasswordFile)
		if err != nil {
			return nil, err
		}
		return signer.LoadKeystore(k.Keystore, pass)
	}
	text, err := os.ReadFile(k.File)
	if err != nil {
		return nil, fmt.Errorf("read the private key: %w", err)
	}
	key, err := signer.FromHex(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", k.File, err)
	}
	return key, nil
}

// Account returns the key's account, which signs transactions.
func (k Key) Account() (signer.Signer, error) {
	if k.Remote != "" {
		return signer.NewRemote(k.Remote, k.Address)
	}
	return k.Load()
}

// ReadPassword returns the first line of a file.
func ReadPassword(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("read the passphrase: %w", err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// JWTSecret reads the chain's JWTFile.
func (c *Chain) JWTSecret() ([32]byte, error) { return jwtSecret(c.JWTFile) }

// OpNodeSecret reads the secret that the chain's op-node uses.
func (c *Chain) OpNodeSecret() ([32]byte, error) {
	return jwtSecret(cmp.Or(c.OpNode.JWTFile, c.JWTFile))
}

func jwtSecret(path string) ([32]byte, error) {
	var secret [32]byte
	text, err := os.ReadFile(path)
	if err != nil {
		return secret, fmt.Errorf("read the JWT secret: %w", err)
	}
	raw, err := hex.DecodeString(strings.TrimPrefix(strings.TrimSpace(string(text)), "0x"))
	if err != nil || len(raw) != len(secret) {
		return secret, fmt.Errorf("%s: a JWT secret is 64 hex digits", path)
	}
	return [32]byte(raw), nil
}

// Genesis reads the chain's GenesisFile.
func (c *Chain) Genesis() (*core.Genesis, error) {
	text, err := os.ReadFile(c.GenesisFile)
	if err != nil {
		return nil, fmt.Errorf("read the genesis: %w", err)
	}
	g := new(core.Genesis)
	if err := json.Unmarshal(text, g); err != nil {
		return nil, fmt.Errorf("%s: not a genesis in geth's form: %w", c.GenesisFile, err)
	}
	if g.Config == nil || g.Config.ChainID == nil || g.Config.ChainID.Cmp(c.ID.Big()) != 0 {
		return nil, fmt.Errorf("%s: its config is not for chain %d", c.GenesisFile, c.ID)
	}
	return g, nil
}

// Identity is what a chain's node must be: its rules and first block.
type Identity struct {
	Rules   *params.ChainConfig
	OP      *chains.OPStack // nil where the chain is not of the OP Stack
	Rollup  *l1.Rollup      // nil likewise
	Genesis common.Hash     // of block 0; zero where the files do not say
}

// Identity reads the chain's GenesisFile or RollupFile.
func (c *Chain) Identity(onL1 chains.ChainID) (*Identity, error) {
	if c.RollupFile == "" {
		g, err := c.Genesis()
		if err != nil {
			return nil, err
		}
		return &Identity{Rules: g.Config, Genesis: g.ToBlock().Hash()}, nil
	}
	text, err := os.ReadFile(c.RollupFile)
	if err != nil {
		return nil, fmt.Errorf("read the rollup configuration: %w", err)
	}
	r, err := l1.ParseRollup(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.RollupFile, err)
	}
	if r.ID != c.ID || r.L1ChainID != onL1 {
		return nil, fmt.Errorf("%s: it is for chain %d on L1 %d, not %d on %d", c.RollupFile, r.ID, r.L1ChainID, c.ID, onL1)
	}
	id := &Identity{Rules: r.OP.ChainConfig(c.ID), OP: r.OP, Rollup: r}
	if r.Block0.Number == 0 {
		id.Genesis = r.Block0.Hash
	}
	return id, nil
}

// Rules returns the rules of the L1. An L1 that is not public has them in its GenesisFile.
func (c *L1) Rules() (*params.ChainConfig, error) {
	if c.GenesisFile == "" {
		rules := l1.Rules(c.ChainID)
		if rules == nil {
			return nil, fmt.Errorf("l1.genesis-file: missing (L1 %d is not a public one)", c.ChainID)
		}
		return rules, nil
	}
	as := Chain{ID: c.ChainID, GenesisFile: c.GenesisFile}
	g, err := as.Genesis()
	if err != nil {
		return nil, err
	}
	return g.Config, nil
}

// Shown returns the value as it may be shown. Of a URL that is the server: user name,
// password, path and query often hold an access key.
func (v Value) Shown() string {
	if !v.Secret || v.Value == "" {
		return v.Value
	}
	u, err := url.Parse(v.Value)
	if err != nil || u.Host == "" {
		return "***"
	}
	shown := u.Scheme + "://" + u.Host
	if u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		shown += "/***"
	}
	return shown
}
