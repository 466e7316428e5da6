package devnet

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func testConfig(count int, dir string) ChainsConfig {
	return ChainsConfig{L2Count: count, DataDir: dir, GasLimit: 300_000_000}
}

func start(t *testing.T, cfg ChainsConfig) *Chains {
	t.Helper()
	begin := time.Now()
	c, err := StartChains(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d L2s in %v", cfg.L2Count, time.Since(begin))
	return c
}

func stop(t *testing.T, c *Chains) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// The accounts are those every other local network has for the mnemonic.
func TestAccounts(t *testing.T) {
	all, err := Accounts()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[int]string{
		0: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
		1: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
		9: "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720",
	} {
		if all[i].Address.Hex() != want {
			t.Errorf("account %d is %s, want %s", i, all[i].Address, want)
		}
	}
	if want := "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"; all[0].PrivateKey.String() != want {
		t.Errorf("key 0 is %s", all[0].PrivateKey)
	}
}

// Duties have different keys (C2), and none is a funded account's.
func TestKeysDiffer(t *testing.T) {
	k, err := newKeys()
	if err != nil {
		t.Fatal(err)
	}
	all, err := Accounts()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[common.Address]bool)
	for _, a := range all {
		seen[a.Address] = true
	}
	for _, key := range []common.Address{k.Deployer.Address(), k.Guardian.Address(), k.Relayer.Address(), k.Signer.Address(), k.Poster.Address()} {
		if seen[key] {
			t.Errorf("%s has two duties", key)
		}
		seen[key] = true
	}
}

func TestStartChains(t *testing.T) {
	for _, count := range []int{1, 2, 3, 8} {
		if count == 8 && testing.Short() {
			continue
		}
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			c := start(t, testConfig(count, ""))
			defer stop(t, c)
			checkL1(t, c)
			for _, l2 := range c.L2s {
				checkL2(t, c, l2)
			}
		})
	}
}

func read(t *testing.T, client *ethclient.Client, to common.Address, data []byte) *big.Int {
	t.Helper()
	out, err := client.CallContract(t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 32 {
		t.Fatalf("call of %s returned %x", to, out)
	}
	return new(big.Int).SetBytes(out[:32])
}

func checkL1(t *testing.T, c *Chains) {
	t.Helper()
	client := ethclient.NewClient(c.L1.Attach())
	defer client.Close()
	s := bindings.NewBatches()
	if read(t, client, c.Settlement, s.PackIsSigner(c.SignerEpoch, c.Keys.Signer.Address())).Sign() == 0 {
		t.Error("the signer is none")
	}
	if read(t, client, c.Suite.Bond, bindings.NewBond().PackCovers()).Sign() == 0 {
		t.Error("the bond does not cover")
	}
	if got := common.BigToHash(read(t, client, c.Settlement, s.PackDeploymentId())); got != c.DeploymentID {
		t.Errorf("deployment id is %s, want %s", got, c.DeploymentID)
	}
	if got := read(t, client, c.Settlement, s.PackEpoch()); got.Uint64() != c.SignerEpoch {
		t.Errorf("epoch %d", got)
	}
	out, err := client.CallContract(t.Context(), ethereum.CallMsg{To: &c.Settlement, Data: s.PackChainsOf(common.Big1)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	members, err := s.UnpackChainsOf(out)
	if err != nil || len(members) != len(c.L2s) {
		t.Fatalf("members %v, %v", members, err)
	}
	for i, l2 := range c.L2s {
		if m := members[i]; m.ChainId != uint64(l2.ID) || m.StartBlock != c.StartBlock {
			t.Errorf("member %d is %+v", i, m)
		}
	}
	checkBalances(t, client, append(accountsOf(c), c.Keys.Poster.Address()))
}

func accountsOf(c *Chains) []common.Address {
	var all []common.Address
	for _, a := range c.Accounts {
		all = append(all, a.Address)
	}
	return all
}

func checkBalances(t *testing.T, client *ethclient.Client, addrs []common.Address) {
	t.Helper()
	for _, a := range addrs {
		if got, err := client.BalanceAt(t.Context(), a, nil); err != nil || got.Cmp(ether(10_000)) != 0 {
			t.Errorf("%s has %v wei (%v)", a, got, err)
		}
	}
}

func checkL2(t *testing.T, c *Chains, l2 *L2) {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), l2.Node.HTTP())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if number, err := client.BlockNumber(t.Context()); err != nil || number+1 != c.StartBlock {
		t.Errorf("chain %d is at block %d (%v)", l2.ID, number, err)
	}
	if l2.Contracts != c.L2s[0].Contracts {
		t.Errorf("contracts of chain %d have other addresses", l2.ID)
	}
	m := bindings.NewMessenger()
	if read(t, client, l2.Contracts.Messenger, m.PackRelayers(c.Keys.Relayer.Address())).Sign() == 0 {
		t.Errorf("chain %d: relayer not registered", l2.ID)
	}
	if got := common.BigToAddress(read(t, client, l2.Contracts.Messenger, m.PackRootStore())); got != l2.Contracts.RootStore {
		t.Errorf("chain %d: root store is %s", l2.ID, got)
	}
	for _, peer := range c.L2s {
		for _, inbound := range []bool{true, false} {
			want := uint64(1)
			if peer == l2 {
				want = 0
			}
			if got := read(t, client, l2.Contracts.Messenger, m.PackGeneration(inbound, peer.ID.Big())); got.Uint64() != want {
				t.Errorf("chain %d: generation of peer %d (inbound %v) is %d", l2.ID, peer.ID, inbound, got)
			}
		}
	}
	tokens := new(big.Int)
	if l2.ID == FirstL2ChainID {
		tokens = ether(1_000_000)
	}
	for _, a := range c.Accounts {
		if got := read(t, client, l2.Contracts.TestToken, bindings.EncodeBalanceOf(a.Address)); got.Cmp(tokens) != 0 {
			t.Errorf("chain %d: %s has %d tokens", l2.ID, a.Address, got)
		}
	}
	checkBalances(t, client, append(accountsOf(c), c.Keys.Relayer.Address()))
	if got, err := client.BalanceAt(t.Context(), l2.Contracts.ETHBridge, nil); err != nil || got.Cmp(ether(1_000_000)) != 0 {
		t.Errorf("chain %d: ETH bridge has %v (%v)", l2.ID, got, err)
	}
}

// heads are the heads of all chains, L1 first.
func heads(t *testing.T, c *Chains) []common.Hash {
	t.Helper()
	l1 := ethclient.NewClient(c.L1.Attach())
	defer l1.Close()
	h, err := l1.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	all := []common.Hash{h.Hash()}
	for _, l2 := range c.L2s {
		if h, err = l2.Engine.Head(t.Context()); err != nil {
			t.Fatal(err)
		}
		all = append(all, h.Hash())
	}
	return all
}

// A data directory goes on with the same network; another network on it is refused.
func TestRestart(t *testing.T) {
	dir := t.TempDir()
	c := start(t, testConfig(2, dir))
	before := heads(t, c)
	stop(t, c)
	if _, err := StartChains(t.Context(), testConfig(3, dir), zap.NewNop()); !errors.Is(err, ErrOtherNetwork) {
		t.Errorf("three chains on the directory of two: %v", err)
	}
	c = start(t, testConfig(2, dir))
	defer stop(t, c)
	for i, h := range heads(t, c) {
		if h != before[i] {
			t.Errorf("head %d is %s after the restart, was %s", i, h, before[i])
		}
	}
	checkL2(t, c, c.L2s[1])
	checkL1(t, c)
}

// crashDirEnv makes TestCrashedProcess the process that is killed.
const crashDirEnv = "DEVNET_CRASH_DIR"

// What a kill -9 takes from a young network is set up again, to the same blocks.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestCrashedProcess$")
	cmd.Env = append(os.Environ(), crashDirEnv+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var before []common.Hash
	for lines := bufio.NewScanner(out); before == nil && lines.Scan(); {
		if json.Unmarshal(lines.Bytes(), &before) != nil {
			before = nil
		}
	}
	cancel() // kills it
	if err := cmd.Wait(); err == nil || len(before) != 3 {
		t.Fatalf("the process ended (%v) with heads %v", err, before)
	}
	c := start(t, testConfig(2, dir))
	defer stop(t, c)
	for i, h := range heads(t, c)[1:] {
		if h != before[i+1] {
			t.Errorf("head of L2 %d is %s after the crash, was %s", i, h, before[i+1])
		}
	}
	checkL1(t, c)
	checkL2(t, c, c.L2s[0])
}

// TestCrashedProcess is not a test of its own: it is the process TestCrash kills.
func TestCrashedProcess(t *testing.T) {
	dir := os.Getenv(crashDirEnv)
	if dir == "" {
		t.Skip("only as TestCrash's other process")
	}
	c := start(t, testConfig(2, dir))
	if err := json.NewEncoder(os.Stdout).Encode(heads(t, c)); err != nil {
		t.Fatal(err)
	}
	<-t.Context().Done() // never: the killer ends it
}

func TestConfigCheck(t *testing.T) {
	for _, cfg := range []ChainsConfig{testConfig(0, ""), testConfig(MaxL2s+1, ""), {L2Count: 1, GasLimit: MinGasLimit - 1}} {
		if _, err := StartChains(t.Context(), cfg, zap.NewNop()); err == nil {
			t.Errorf("%+v is accepted", cfg)
		}
	}
}

// The info file has the documented form.
func TestInfo(t *testing.T) {
	c := start(t, testConfig(2, ""))
	defer stop(t, c)
	info := c.Info()
	path := filepath.Join(t.TempDir(), "info.json")
	if err := info.Write(path); err != nil {
		t.Fatal(err)
	}
	enc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		L1 struct {
			ChainID    chains.ChainID
			RPC        string
			Settlement common.Address
		}
		Chains []struct {
			ChainID              chains.ChainID
			Node                 string
			Messenger, RootStore common.Address
		}
		Accounts     []struct{ Address, PrivateKey string }
		Sequencer    struct{ Signer, Relayer common.Address }
		DeploymentID common.Hash
	}
	if err := json.Unmarshal(enc, &got); err != nil {
		t.Fatal(err)
	}
	if got.L1.ChainID != 900 || got.L1.RPC == "" || got.L1.Settlement != c.Settlement || len(got.Chains) != 2 || len(got.Accounts) != 10 || got.DeploymentID != c.DeploymentID {
		t.Errorf("%s", enc)
	}
	if got.Chains[1].ChainID != 902 || got.Chains[1].Node == "" || got.Chains[1].RootStore != c.L2s[1].Contracts.RootStore || got.Sequencer.Relayer != c.Keys.Relayer.Address() {
		t.Errorf("%s", enc)
	}
}
