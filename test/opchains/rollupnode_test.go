package opchains

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/test/ports"
)

// programsEnv names the environment variable that holds the directory with the OP Stack's
// own op-node and op-batcher, which test/opstack/op-node.sh builds.
const programsEnv = "SSEQ_OPSTACK_PROGRAMS"

func needPrograms(t *testing.T) {
	t.Helper()
	if os.Getenv(programsEnv) == "" {
		t.Skipf("%s does not name the directory with op-node and op-batcher", programsEnv)
	}
}

// rollupNode is the OP Stack's own op-node, where opNodes are scripted ones.
type rollupNode struct {
	*process
	w       *world
	url     string
	metrics string
	rpc     *rpc.Client
}

// newRollupNode makes an op-node of a chain, which uses the Engine API at engine.
func newRollupNode(w *world, c *chain, name, engine string, secret [32]byte, more ...string) *rollupNode {
	w.t.Helper()
	l1, err := json.Marshal(w.l1.ChainConfig())
	if err != nil {
		w.t.Fatal(err)
	}
	name = fmt.Sprintf("%s.%v", name, c.id)
	port, metrics := ports.Free(w.t), ports.Free(w.t)
	n := &rollupNode{w: w, url: fmt.Sprintf("http://127.0.0.1:%d", port), metrics: fmt.Sprintf("http://127.0.0.1:%d/metrics", metrics)}
	args := []string{
		"--l1", w.l1.WS(), "--l1.trustrpc", "--l1.beacon", w.l1.Beacon(), "--l2", engine, "--l2.enginekind", "geth",
		"--l2.jwt-secret", w.write(name+".jwt", hexutil.Encode(secret[:])),
		"--rollup.config", w.rollupFile(c), "--rollup.l1-chain-config", w.write("l1.chain.json", string(l1)),
		"--p2p.disable", "--rpc.addr", "127.0.0.1", "--rpc.port", strconv.Itoa(port), "--rpc.enable-admin",
		"--metrics.enabled", "--metrics.addr", "127.0.0.1", "--metrics.port", strconv.Itoa(metrics),
	}
	n.process = w.newProcess(name, filepath.Join(os.Getenv(programsEnv), "op-node"), append(args, more...)...)
	if n.rpc, err = rpc.DialContext(w.t.Context(), n.url); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(n.rpc.Close)
	return n
}

// startBeside starts the service, and op-nodes that sequence through it.
func (w *world) startBeside() (*service, map[*chain]*rollupNode) {
	w.t.Helper()
	nodes := w.sequenceBeside()
	s := newService(w)
	s.start()
	for _, n := range nodes {
		n.start()
	}
	return s, nodes
}

// sequenceBeside gives each chain an op-node that sequences through the service, before the
// service is made.
func (w *world) sequenceBeside() map[*chain]*rollupNode {
	w.t.Helper()
	nodes := map[*chain]*rollupNode{}
	for _, c := range w.chains {
		c.opNodeAt = fmt.Sprintf("127.0.0.1:%d", ports.Free(w.t))
		nodes[c] = newRollupNode(w, c, "op-node", "http://"+c.opNodeAt, c.node.Secret, "--sequencer.enabled", "--sequencer.l1-confs", "2")
		c.admin = nodes[c].url
	}
	return nodes
}

// start starts op-node and waits until it answers.
func (n *rollupNode) start() {
	n.w.t.Helper()
	n.launch()
	n.w.until(n.name+" answers", func() bool {
		n.mustRun()
		_, err := n.status()
		return err == nil
	})
}

// rollupStatus is what op-node says of itself.
type rollupStatus struct {
	Unsafe rollupHead `json:"unsafe_l2"`
	Safe   rollupHead `json:"safe_l2"`
}

type rollupHead struct {
	Number uint64      `json:"number"`
	Hash   common.Hash `json:"hash"`
	Time   uint64      `json:"timestamp"`
}

func (n *rollupNode) status() (s rollupStatus, err error) {
	return s, n.rpc.CallContext(n.w.t.Context(), &s, "optimism_syncStatus")
}

// unsafe returns op-node's unsafe head, the zero one while op-node does not answer.
func (n *rollupNode) unsafe() rollupHead {
	s, err := n.status()
	if err != nil {
		return rollupHead{}
	}
	return s.Unsafe
}

// blocks waits until op-node's unsafe head is at least count blocks further.
func (n *rollupNode) blocks(count uint64) {
	n.w.t.Helper()
	var from uint64
	n.w.until(n.name+" makes blocks", func() bool {
		n.mustRun()
		at := n.unsafe().Number
		if from == 0 {
			from = at
		}
		return from != 0 && at >= from+count
	})
}

// again waits until op-node makes blocks after its execution node was killed. One that was the
// node's own, made so shortly before that the service had not seen it, is lost for good. op-node
// does not notice, on a node alone neither, and is restarted.
func (n *rollupNode) again(c *chain) {
	n.w.t.Helper()
	from, missing := n.unsafe().Number, 0
	n.w.until(n.name+" makes blocks again", func() bool {
		n.mustRun()
		at := n.unsafe()
		if _, err := c.engine.HeaderByHash(n.w.t.Context(), at.Hash); at.Number > 0 && errors.Is(err, chains.ErrUnknown) {
			missing++
		} else {
			missing = 0
		}
		if missing == 1000 {
			n.w.t.Logf("%s is restarted: its block %d is lost", n.name, at.Number)
			n.kill()
			n.start()
			return true
		}
		return at.Number > from
	})
}

// counter reads a metric of op-node's; 0 where there is none of this name and labels.
func (n *rollupNode) counter(series string) float64 {
	n.w.t.Helper()
	match := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(series) + ` (\S+)$`).FindSubmatch(n.w.get(n.metrics))
	if match == nil {
		return 0
	}
	value, err := strconv.ParseFloat(string(match[1]), 64)
	if err != nil {
		n.w.t.Fatal(err)
	}
	return value
}

// report says how op-node fared, by its own metrics.
func (n *rollupNode) report() {
	n.w.t.Helper()
	metric := func(format string, args ...any) float64 {
		return n.counter("op_node_default_" + fmt.Sprintf(format, args...))
	}
	sealed := metric("sequencer_sealing_total")
	n.w.t.Logf("%s: head %+v, %v blocks sealed, of them within 5 ms %v, 10 ms %v, 25 ms %v, 50 ms %v, 100 ms %v, 250 ms %v, 500 ms %v", n.name, n.unsafe(), sealed,
		metric(`sequencer_sealing_seconds_bucket{le="0.005"}`), metric(`sequencer_sealing_seconds_bucket{le="0.01"}`), metric(`sequencer_sealing_seconds_bucket{le="0.025"}`),
		metric(`sequencer_sealing_seconds_bucket{le="0.05"}`), metric(`sequencer_sealing_seconds_bucket{le="0.1"}`), metric(`sequencer_sealing_seconds_bucket{le="0.25"}`),
		metric(`sequencer_sealing_seconds_bucket{le="0.5"}`))
}

// replica is another op-geth node of a chain.
type replica struct {
	node   *opgeth.Node
	engine *engine.Client
}

// newReplica starts one that has block 0 only.
func (w *world) newReplica(c *chain) *replica {
	w.t.Helper()
	cfg := c.config
	cfg.DataDir = ""
	node := opgeth.Start(w.t, cfg)
	if node.Genesis != c.node.Genesis {
		w.t.Fatalf("the replica's genesis is %s", node.Genesis)
	}
	client, err := engine.Dial(w.t.Context(), node.EngineConfig())
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(client.Close)
	return &replica{node, client}
}

// feed gives the replica blocks.
func (w *world) feed(r *replica, blocks []*chains.Payload) {
	w.t.Helper()
	for _, b := range blocks {
		err := r.engine.NewPayload(w.t.Context(), b)
		if err == nil {
			err = r.engine.Adopt(w.t.Context(), b.Hash, common.Hash{}, common.Hash{})
		}
		if err != nil {
			w.t.Fatal(err)
		}
	}
}

// newBatcher makes the OP Stack's own op-batcher of a chain, which posts to L1 what the
// op-node knows.
func newBatcher(w *world, c *chain, from *rollupNode, l2 string) *process {
	w.t.Helper()
	form := "calldata"
	if c.blobs {
		// L1, in this process, reads the points of the trusted setup when it meets its first blob:
		// seconds, and most of a minute with the race detector. op-batcher gives up after 10 s, and
		// tries again 48 s later.
		if _, err := kzg4844.BlobToCommitment(new(kzg4844.Blob)); err != nil {
			w.t.Fatal(err)
		}
		form = "blobs"
	}
	return w.newProcess("op-batcher."+c.id.String(), filepath.Join(os.Getenv(programsEnv), "op-batcher"),
		"--l1-eth-rpc", w.l1.WS(), "--l2-eth-rpc", l2, "--rollup-rpc", from.url, "--private-key", hexutil.Encode(crypto.FromECDSA(w.account(c.batcher))),
		"--max-channel-duration", "2", "--sub-safety-margin", "4", "--poll-interval", "500ms", "--num-confirmations", "1", "--network-timeout", "2m",
		"--data-availability-type", form, "--rpc.addr", "127.0.0.1", "--rpc.port", "0", "--txmgr.receipt-query-interval", "500ms")
}
