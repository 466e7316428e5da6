package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/l1"
)

// rollupConfig is of chain 902 on L1 1.
const rollupConfig = `{
  "genesis": {
    "l1": {"hash": "0x0100000000000000000000000000000000000000000000000000000000000000", "number": 5},
    "l2": {"hash": "0x0200000000000000000000000000000000000000000000000000000000000000", "number": 0},
    "system_config": {"scalar": "0x010000000000000000000000000000000000000000000000000c5fc500000558"}
  },
  "block_time": 2, "l1_chain_id": 1, "l2_chain_id": 902,
  "ecotone_time": 0, "fjord_time": 0, "granite_time": 0, "holocene_time": 0, "isthmus_time": 0, "jovian_time": 100,
  "deposit_contract_address": "0x16Fc5058F25648194471939df75CF27A2fdC48BC", "l1_system_config_address": "0x034edD2A225f7f429A63E0f1D2084B9E0A93b538"
}`

// load loads the full file with changes to chain 902.
func load(t *testing.T, changes ...string) (*Config, error) {
	t.Helper()
	text := strings.Replace(fullFile, chainKeys, strings.NewReplacer(changes...).Replace(chainKeys), 1)
	c, _, err := Load(Sources{File: writeFile(t, text)})
	return c, err
}

// A chain of the OP Stack is described by its rollup configuration alone.
func TestRollupFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rollup.json")
	if err := os.WriteFile(path, []byte(rollupConfig), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := load(t, `genesis-file = "genesis.json"`, `rollup-file = "`+path+`"`, `fee-recipient = "`+address+`"`, `follower-urls = ["http://a", "http://b"]`)
	if err != nil {
		t.Fatal(err)
	}
	chain := c.Chains[1]
	if chain.ID != 902 || len(chain.FollowerURLs) != 2 || c.L1.OriginDepth != 4 {
		t.Fatalf("%+v", chain)
	}
	id, err := chain.Identity(1)
	if err != nil {
		t.Fatal(err)
	}
	if id.Genesis != (common.Hash{2}) || id.OP.Fork(100) != chains.Jovian || id.Rollup.BlockTime != 2 || id.Rules.ChainID.Uint64() != 902 || *id.Rules.PragueTime != 0 {
		t.Errorf("%+v", id)
	}
	if _, err := chain.Identity(5); err == nil {
		t.Error("it is taken for another L1")
	}
	chain.ID = 903
	if _, err := chain.Identity(1); err == nil {
		t.Error("it is taken for another chain")
	}
	chain.RollupFile = c.DataDir + "/none"
	if _, err := chain.Identity(1); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	chain.RollupFile = path
	if _, err := chain.Identity(1); !errors.Is(err, l1.ErrRollup) {
		t.Errorf("an empty object: %v", err)
	}
}

func TestRollupFaults(t *testing.T) {
	genesis := `genesis-file = "genesis.json"`
	for want, changes := range map[string][]string{
		"chain.902.genesis-file: missing":                 {genesis, ``},
		"chain.902.genesis-file: rollup-file is given":    {genesis, genesis + "\nrollup-file = \"r\""},
		"chain.902.fee-recipient: missing":                {`fee-recipient = "` + address + `"`, ``},
		"chain.902.follower-urls: only chains of the OP ": {genesis, genesis + "\nfollower-urls = [\"http://a\"]"},
	} {
		if _, err := load(t, changes...); !errors.Is(err, ErrConfig) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
}

// A public L1's rules are known; of another one they are in its genesis.
func TestL1Rules(t *testing.T) {
	if rules, err := (&L1{ChainID: 11155111}).Rules(); err != nil || rules.ChainID.Uint64() != 11155111 {
		t.Errorf("Sepolia: %v, %v", rules, err)
	}
	if _, err := (&L1{ChainID: 900}).Rules(); err == nil {
		t.Error("a private L1 has rules without a genesis")
	}
	path := filepath.Join(t.TempDir(), "genesis.json")
	if err := os.WriteFile(path, []byte(`{"config": {"chainId": 900}, "gasLimit": "0x1", "difficulty": "0x0", "alloc": {}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if rules, err := (&L1{ChainID: 900, GenesisFile: path}).Rules(); err != nil || rules.ChainID.Uint64() != 900 {
		t.Errorf("with a genesis: %v, %v", rules, err)
	}
	if _, err := (&L1{ChainID: 901, GenesisFile: path}).Rules(); err == nil {
		t.Error("another L1's genesis is taken")
	}
}
