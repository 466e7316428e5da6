// Package opgeth starts the op-geth nodes of test/opstack as processes of their own, for
// tests. op-geth cannot be linked into this module; building it takes minutes the first
// time. So these tests run only where ProgramEnv names the built program, as
// `make test-opstack` does.
package opgeth

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/ports"
)

// ProgramEnv names the environment variable that holds the path of the built program.
const ProgramEnv = "SSEQ_OPGETH"

// Waits that only a fault exceeds: for a node to stop before it is killed, and for an
// answer.
const (
	stopWait = 30 * time.Second
	patience = time.Minute
)

// Config describes one chain and its node.
type Config struct {
	ChainID     chains.ChainID
	Fork        chains.OPFork            // newest one in force from block 0 on; TooOld is Delta
	Later       map[chains.OPFork]uint64 // forks after it, with the timestamp they come at
	GenesisTime uint64
	GasLimit    uint64
	Alloc       types.GenesisAlloc // beside the predeploys
	DataDir     string             // empty keeps everything in memory
	IPC         bool               // serve a socket, too
}

// Rules returns when the chain has which rules.
func (c *Config) Rules() *chains.OPStack {
	at := func(fork chains.OPFork) *uint64 {
		if later, ok := c.Later[fork]; ok {
			return &later
		}
		if fork <= c.Fork {
			return new(uint64)
		}
		return nil
	}
	return &chains.OPStack{
		Ecotone: at(chains.Ecotone), Fjord: at(chains.Fjord), Granite: at(chains.Granite), Holocene: at(chains.Holocene),
		Isthmus: at(chains.Isthmus), Jovian: at(chains.Jovian), Karst: at(chains.Karst),
	}
}

// Node is a running node.
type Node struct {
	HTTP    string
	WS      string
	Engine  string
	IPC     string
	Genesis common.Hash
	Secret  [32]byte
	Rules   *chains.OPStack

	cfg  Config
	args []string
	cmd  *exec.Cmd
}

// Start starts a node and returns once it answers. The test is skipped where the program
// is not built; the node is stopped when the test ends.
func Start(t testing.TB, cfg Config) *Node {
	t.Helper()
	if os.Getenv(ProgramEnv) == "" {
		t.Skipf("%s does not name the program of test/opstack; `make test-opstack` builds it and runs this", ProgramEnv)
	}
	at := func() string { return fmt.Sprintf("http://127.0.0.1:%d", ports.Free(t)) } // still free when it is started again
	n := &Node{Rules: cfg.Rules(), HTTP: at(), Engine: at(), cfg: cfg}
	if err := n.prepare(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	if err := n.run(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := n.Stop(); err != nil {
			t.Error(err)
		}
	})
	return n
}

// prepare writes the files that the node reads and assembles its arguments.
func (n *Node) prepare(dir string) error {
	rand.Read(n.Secret[:])
	jwt, alloc := filepath.Join(dir, "jwt"), filepath.Join(dir, "alloc.json")
	if err := os.WriteFile(jwt, []byte(hex.EncodeToString(n.Secret[:])), 0o600); err != nil {
		return err
	}
	accounts := types.GenesisAlloc{}
	for addr, account := range n.cfg.Alloc {
		if account.Balance == nil { // the JSON form must have one
			account.Balance = new(big.Int)
		}
		accounts[addr] = account
	}
	text, err := json.Marshal(accounts)
	if err != nil {
		return err
	}
	if err := os.WriteFile(alloc, text, 0o600); err != nil {
		return err
	}
	fork := n.cfg.Fork.String()
	if n.cfg.Fork < chains.Ecotone {
		fork = "delta"
	}
	n.args = []string{
		"--jwt", jwt, "--chain-id", n.cfg.ChainID.String(), "--fork", fork, "--data-dir", n.cfg.DataDir,
		"--genesis-time", strconv.FormatUint(n.cfg.GenesisTime, 10), "--gas-limit", strconv.FormatUint(n.cfg.GasLimit, 10),
		"--alloc", alloc, "--until-eof", "--http", hostPort(n.HTTP), "--auth", hostPort(n.Engine),
	}
	if n.cfg.IPC {
		n.args = append(n.args, "--ipc", filepath.Join(dir, "node.ipc"))
	}
	for fork, at := range n.cfg.Later {
		n.args = append(n.args, "--fork-at", fmt.Sprintf("%v=%d", fork, at))
	}
	return nil
}

// run starts the process and reads its endpoints.
func (n *Node) run() error {
	n.cmd = exec.Command(os.Getenv(ProgramEnv), n.args...)
	n.cmd.Stderr = os.Stderr
	out, err := n.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if _, err := n.cmd.StdinPipe(); err != nil { // its end stops the node if this process dies
		return err
	}
	if err := n.cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", os.Getenv(ProgramEnv), err)
	}
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil {
		return errors.Join(fmt.Errorf("the node printed no endpoints: %w", err), n.Kill())
	}
	if err := json.Unmarshal(line, n); err != nil {
		return errors.Join(fmt.Errorf("endpoints %q: %w", line, err), n.Kill())
	}
	return nil
}

func hostPort(url string) string { return url[len("http://"):] }

// EngineConfig returns how the node is reached, with time enough on a busy machine.
func (n *Node) EngineConfig() engine.Config {
	return engine.Config{
		ChainID: n.cfg.ChainID, EngineURL: n.Engine, RPCURL: n.HTTP, JWTSecret: n.Secret, OP: n.Rules, Genesis: n.Genesis,
		Timeouts: engine.Timeouts{Build: patience, NewPayload: patience, Forkchoice: patience, Read: patience},
	}
}

// Stop stops the node cleanly and waits for it. It may be called again.
func (n *Node) Stop() error {
	if n.cmd == nil {
		return nil
	}
	cmd := n.cmd
	n.cmd = nil
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return errors.Join(err, cmd.Wait())
	}
	late := time.AfterFunc(stopWait, func() { cmd.Process.Kill() })
	defer late.Stop()
	return cmd.Wait()
}

// Kill kills the process as a crash would, and waits for its end.
func (n *Node) Kill() error {
	if n.cmd == nil {
		return nil
	}
	cmd := n.cmd
	n.cmd = nil
	if err := cmd.Process.Kill(); err != nil {
		return err
	}
	var ended *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &ended) {
		return err
	}
	return nil
}

// Running reports whether the node was started, and neither stopped nor killed since.
func (n *Node) Running() bool { return n.cmd != nil }

// Restart starts a stopped or killed node again, at the same endpoints.
func (n *Node) Restart(t testing.TB) {
	t.Helper()
	if err := n.run(); err != nil {
		t.Fatal(err)
	}
}
