package direct

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"testing"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/opnode"
)

// replica is an op-geth node of a chain, behind as much of an op-node that does not sequence
// as matters here: it takes blocks that build on its head, and passes over others.
type replica struct{ engine *engine.Client }

// startReplica starts one that has the chain up to where the service begins.
func (w *world) startReplica(c *chain) *replica {
	w.t.Helper()
	cfg := c.config
	cfg.DataDir = ""
	node := opnode.Start(w.t, cfg)
	if node.Genesis != c.node.Genesis {
		w.t.Fatalf("the replica's genesis is %s", node.Genesis)
	}
	client, err := engine.Dial(w.t.Context(), node.EngineConfig())
	if err != nil {
		w.t.Fatal(err)
	}
	r := &replica{client}
	for _, p := range c.setup {
		if err := r.adopt(w.t.Context(), p); err != nil {
			w.t.Fatal(err)
		}
	}
	handler := rpc.NewServer()
	for name, api := range map[string]any{"admin": replicaAdmin{r}, "optimism": replicaStatus{r}} {
		if err := handler.RegisterName(name, api); err != nil {
			w.t.Fatal(err)
		}
	}
	server := httptest.NewServer(handler)
	w.t.Cleanup(func() {
		server.Close()
		handler.Stop()
		client.Close()
	})
	c.follower = server.URL
	return r
}

func (r *replica) adopt(ctx context.Context, p *chains.Payload) error {
	if err := r.engine.NewPayload(ctx, p); err != nil {
		return err
	}
	return r.engine.Adopt(ctx, p.Hash, common.Hash{}, common.Hash{})
}

type replicaAdmin struct{ *replica }

// PostUnsafePayload is admin_postUnsafePayload.
func (a replicaAdmin) PostUnsafePayload(ctx context.Context, envelope struct {
	Payload    json.RawMessage `json:"executionPayload"`
	BeaconRoot common.Hash     `json:"parentBeaconBlockRoot"`
}) error {
	var data beacon.ExecutableData
	if err := json.Unmarshal(envelope.Payload, &data); err != nil {
		return err
	}
	head, err := a.engine.Head(ctx)
	if err != nil || head.Hash() != data.ParentHash {
		return err
	}
	return a.adopt(ctx, &chains.Payload{Number: data.Number, Hash: data.BlockHash, Timestamp: data.Timestamp, BeaconRoot: envelope.BeaconRoot, Raw: envelope.Payload})
}

type replicaStatus struct{ *replica }

// SyncStatus is optimism_syncStatus.
func (s replicaStatus) SyncStatus(ctx context.Context) (map[string]any, error) {
	head, err := s.engine.Head(ctx)
	if err != nil {
		return nil, err
	}
	return map[string]any{"unsafe_l2": map[string]any{"hash": head.Hash(), "number": head.Number.Uint64()}}, nil
}

// A follower of a chain without op-node has every block of it, deposits and relays included.
func TestDirectFollower(t *testing.T) {
	w := newWorld(t, 1, 1)
	c := w.chains[1]
	r := w.startReplica(c)
	s := newService(w)
	s.start()
	d := startDeposits(w)
	tr := &traffic{w: w, on: s.client, url: s.url, goal: 60}
	if err := tr.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.end()
	w.checkDeposits(d)
	w.checkPairs(d)
	want, err := c.engine.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.until("the follower is where the chain was", func() bool {
		head, err := r.engine.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return head.Number.Cmp(want.Number) >= 0
	})
	if got, err := r.engine.HeaderByNumber(t.Context(), want.Number.Uint64()); err != nil || got.Hash() != want.Hash() {
		t.Errorf("block %v is %v there, %v", want.Number, got, err)
	}
	s.stop()
}
