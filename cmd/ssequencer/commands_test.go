package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/verifier"
)

// network is a devnet that commands are run against.
type network struct {
	devnet.Info
	file string // info file
}

func startNetwork(t *testing.T) *network {
	t.Helper()
	return startNetworkOf(t, devnetOptions{batchSlots: 1, window: devnet.DefaultWindow})
}

func startNetworkOf(t *testing.T, options devnetOptions) *network {
	t.Helper()
	options.l2Count, options.dataDir, options.blockTime, options.gasLimit, options.rpcAddr = 2, t.TempDir(), time.Second, devnet.MinGasLimit, "127.0.0.1"
	d, err := startDevnet(t.Context(), options, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("stop the devnet: %v", err)
		}
	})
	n := &network{Info: d.Info(), file: filepath.Join(t.TempDir(), "info.json")}
	if err := n.Write(n.file); err != nil {
		t.Fatal(err)
	}
	return n
}

// service runs a command with --rpc-url, audit one with --info.
func (n *network) service(t *testing.T, args string) result {
	t.Helper()
	return command(t, append(strings.Fields(args), "--rpc-url", n.Chains[0].RPC)...)
}

func (n *network) audit(t *testing.T, args string) result {
	t.Helper()
	return command(t, append(strings.Fields(args), "--info", n.file)...)
}

func expect(t *testing.T, got result, code int, says ...string) {
	t.Helper()
	text := got.out + got.err
	for _, s := range says {
		if !strings.Contains(text, s) {
			t.Errorf("nothing says %q", s)
		}
	}
	if got.code != code || t.Failed() {
		t.Fatalf("exit code %d, want %d\n%s", got.code, code, text)
	}
}

// The commands do on a real devnet what they say: a transfer through all its stages, what
// is to be known of it, its proof, and refusals.
func TestCommandsOnDevnet(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	to := n.Accounts[1].Address.Hex()
	t.Run("send", func(t *testing.T) { n.transfers(t, to) })
	t.Run("proof", func(t *testing.T) { n.proves(t, to) })
	t.Run("refusals", n.refuses)
	t.Run("status", func(t *testing.T) {
		expect(t, n.service(t, "status"), codeOK, "service healthy", "901", "902", n.L1.Settlement.Hex())
		var s serviceStatus
		got := n.service(t, "status --json")
		if err := json.Unmarshal([]byte(got.out), &s); err != nil || len(s.Set.Chains) != 2 || !s.healthy() {
			t.Errorf("%v, %+v", err, got)
		}
	})
	t.Run("governor", n.governs)
	t.Run("verify with a pruned node", n.verifiesPruned)
	t.Run("verify", func(t *testing.T) {
		expect(t, n.audit(t, "verify"), codeOK, "batch 1: ok", "everything holds")
		expect(t, n.audit(t, "verify --batch 1"), codeOK, "1 batches verified")
		expect(t, n.audit(t, "verify --batch 1000000"), codeFailure, "batch 1000000", "not on L1")
		expect(t, n.audit(t, "verify --settlement "+to), codeFailure, "no Settlement at "+to)
	})
}

func (n *network) transfers(t *testing.T, to string) {
	got := n.service(t, "send --from-chain 901 --to-chain 902 --amount 10.5 --wait verified "+to)
	expect(t, got, codeOK, "preconfirmed", "sealed", "posted", "verified", "leg 0", "burn", "leg 1", "mint", "0 -> 10.5 STT")
	got = n.service(t, "send --from-chain 902 --to-chain 901 --amount 3 --token ETH --wait preconfirmed --json")
	expect(t, got, codeOK)
	var sent sendResult
	if err := json.Unmarshal([]byte(got.out), &sent); err != nil {
		t.Fatal(err)
	}
	if sent.Bundle == nil || len(sent.Bundle.Legs) != 2 || sent.Token != "ETH" || sent.Before == sent.After {
		t.Errorf("%+v", sent)
	}
	expect(t, n.service(t, "bundle "+sent.TxHash.Hex()), codeOK, "chain 902", "chain 901", sent.TxHash.Hex())
	expect(t, n.service(t, "bundle --json "+sent.TxHash.Hex()), codeOK, `"role": "relay"`)
	expect(t, n.service(t, "bundle "+common.Hash{1}.Hex()), codeFailure, "not found")
}

// verifiesPruned has a batch audited with a node that makes no proofs, by those that the
// service has kept.
func (n *network) verifiesPruned(t *testing.T) {
	to, err := url.Parse(n.Chains[0].Node)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	pruned := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		body = bytes.ReplaceAll(body, []byte("eth_getProof"), []byte("eth_getNoProof"))
		r.ContentLength, r.Body = int64(len(body)), io.NopCloser(bytes.NewReader(body))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(pruned.Close)
	with := "verify --batch 1 --chain 901=" + pruned.URL
	expect(t, n.audit(t, with), codeUnreachable)
	expect(t, n.audit(t, with+" --proofs "+n.Chains[0].RPC), codeOK, "1 batches verified")
	expect(t, n.audit(t, with+" --proofs "+n.Chains[0].Node), codeUnreachable)
}

// proves checks that a proof holds for L1, and that a changed one does not.
func (n *network) proves(t *testing.T, to string) {
	got := n.service(t, "send --from-chain 901 --to-chain 902 --amount 1 --wait posted --json "+to)
	expect(t, got, codeOK)
	var sent sendResult
	if err := json.Unmarshal([]byte(got.out), &sent); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "proof.json")
	expect(t, n.service(t, "proof "+sent.TxHash.Hex()+" -o "+path), codeOK, "from chain 901 to chain 902", path)
	expect(t, n.audit(t, "verify --proof "+path), codeOK, "proven")
	expect(t, n.service(t, "proof "+common.Hash{1}.Hex()), codeFailure, "not found")

	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := verifier.DecodeProofFile(text)
	if err != nil {
		t.Fatal(err)
	}
	file.Message.Data[len(file.Message.Data)-1] ^= 1
	if text, err = file.Encode(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	expect(t, n.audit(t, "verify --proof "+path), codeCheck, "the leaf is not this message's")
}

// The commands take a token of L1 in by one chain and out by the other.
func TestTokensOfL1OnDevnet(t *testing.T) {
	t.Parallel()
	n := startNetworkOf(t, devnetOptions{batchSlots: 2, window: time.Second, l1BlockTime: 300 * time.Millisecond})
	l1, bob := " --timeout 10m --l1 "+n.L1.RPC, n.Accounts[1].Address.Hex()
	expect(t, n.service(t, "send --from-chain 900 --to-chain 901 --amount 40.5"+l1), codeOK, "locked on L1", "minted on chain 901")
	expect(t, n.service(t, "send --from-chain 901 --to-chain 902 --amount 30 --timeout 10m --token "+n.Chains[0].L1Token.Hex()), codeOK, "0 -> 30 L1T")
	got := n.service(t, "send --from-chain 902 --to-chain 900 --amount 25 --timeout 10m --json "+bob)
	expect(t, got, codeOK)
	var sent sendResult
	if err := json.Unmarshal([]byte(got.out), &sent); err != nil {
		t.Fatal(err)
	}
	leave := "exit " + sent.TxHash.Hex() + " --wait" + l1
	expect(t, n.service(t, leave), codeOK, "25 STT released to "+bob)
	expect(t, n.service(t, leave), codeOK, "25 STT was released to "+bob+" before")
	expect(t, n.service(t, "send --from-chain 900 --to-chain 901 --amount 1 --token ETH"+l1), codeUsage, "ETH does not enter")
	expect(t, n.service(t, "send --from-chain 902 --to-chain 900 --amount 25"), codeFailure, "InsufficientBalance")
	expect(t, n.service(t, "send --from-chain 900 --to-chain 999 --amount 1"+l1), codeUsage, "chain 999 is not in the set")
	expect(t, n.service(t, "send --from-chain 900 --to-chain 901 --amount 1 --l1 "+n.Chains[0].Node), codeUsage, "serves chain 901")
}

func (n *network) refuses(t *testing.T) {
	expect(t, n.service(t, "send --from-chain 901 --to-chain 999 --amount 1"), codeUsage, "chain 999 is not in the set", "901, 902")
	expect(t, n.service(t, "send --from-chain 901 --to-chain 902 --amount 99999999"), codeFailure, "leg 0 on chain 901", "ERC20InsufficientBalance")
	expect(t, n.service(t, "send --from-chain 901 --to-chain 902 --amount 1 --token "+n.Chains[0].Messenger.Hex()), codeFailure, "token "+n.Chains[0].Messenger.Hex())
	expect(t, n.service(t, "send --from-chain 901 --to-chain 902 --amount 0.0000000000000000001"), codeUsage, "18 decimals")

	// The destination refuses: the token bridge takes no ETH.
	got := n.service(t, "send --from-chain 901 --to-chain 902 --amount 1 --token ETH --json "+n.Chains[1].TokenBridge.Hex())
	expect(t, got, codeFailure)
	var sent sendResult
	if err := json.Unmarshal([]byte(got.out), &sent); err != nil || sent.Refusal == nil {
		t.Fatalf("%v, %+v", err, got)
	}
	if r := sent.Refusal; r.Leg != 1 || r.ChainID != 902 || r.Code != chains.RefusedRelayFailed || r.Hint == "" { // at once, or later by its bundle
		t.Errorf("%+v", r)
	}
}
