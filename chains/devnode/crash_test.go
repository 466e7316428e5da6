package devnode_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/chainstest"
)

// crashDirEnv makes TestCrashedProcess the process that is killed.
const crashDirEnv = "DEVNODE_CRASH_DIR"

// After a kill -9 of the process a node has lost some of its last blocks, down to all of
// a short chain, and takes them again one by one. How many depends on what its database
// had written out: no bound is promised.
func TestCrash(t *testing.T) {
	for _, blocks := range []int{1, 2, 40} {
		t.Run(fmt.Sprint(blocks, " blocks"), func(t *testing.T) { crashAfter(t, blocks) })
	}
}

func crashAfter(t *testing.T, blocks int) {
	dir := t.TempDir()
	payloads := crash(t, dir, blocks)
	n := startNode(t, testConfig(dir))
	defer closeNode(t, n)
	c := overHTTP(t, n)
	defer c.Close()
	head, err := c.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d blocks are left", head.Number, blocks)
	if err := chainstest.Refeed(t.Context(), c, payloads); err != nil {
		t.Fatal(err)
	}
	if head, err = c.Head(t.Context()); err != nil || head.Hash() != payloads[blocks-1].Hash {
		t.Fatalf("head %v after feeding again, %v", head, err)
	}
	if err := extend(t, c, n.ChainConfig(), nil); err != nil {
		t.Fatal(err)
	}
}

// crash runs a node in a process of its own until it has adopted so many blocks, kills
// the process and returns the blocks.
func crash(t *testing.T, dir string, blocks int) []*chains.Payload {
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestCrashedProcess$")
	cmd.Env = append(os.Environ(), crashDirEnv+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var payloads []*chains.Payload
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for len(payloads) < blocks && lines.Scan() {
		p := new(chains.Payload)
		if json.Unmarshal(lines.Bytes(), p) == nil && p.Hash != (common.Hash{}) {
			payloads = append(payloads, p)
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Error(err)
	}
	if err := cmd.Wait(); err == nil || len(payloads) < blocks {
		t.Fatalf("the process ended (%v) after %d blocks", err, len(payloads))
	}
	return payloads
}

// TestCrashedProcess is not a test of its own: it is the process TestCrash kills.
func TestCrashedProcess(t *testing.T) {
	dir := os.Getenv(crashDirEnv)
	if dir == "" {
		t.Skip("only as TestCrash's other process")
	}
	n := startNode(t, testConfig(dir))
	c := overHTTP(t, n)
	out := json.NewEncoder(os.Stdout)
	for range 1000 { // bounded, should the killer be gone
		if err := extend(t, c, n.ChainConfig(), func(p *chains.Payload) { out.Encode(p) }); err != nil {
			t.Fatal(err)
		}
	}
}
