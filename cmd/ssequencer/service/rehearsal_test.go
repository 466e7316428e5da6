package service

import (
	"context"
	"math/big"
	"net"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/test/opscript"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// rehearsed passes on what a rehearsal finds.
type rehearsed struct {
	rehearsal
	found chan string
}

func (r rehearsed) Rehearse(ctx context.Context, in *chains.Inputs, built *chains.Payload) (string, error) {
	differs, err := r.rehearsal.Rehearse(ctx, in, built)
	if err != nil {
		differs = err.Error()
	}
	wrong := *built
	wrong.GasUsed++
	if other, err := r.rehearsal.Rehearse(ctx, in, &wrong); err == nil && other == "" {
		differs += "; a block with other gas is not noticed"
	}
	select {
	case r.found <- differs:
	case <-ctx.Done():
	}
	return differs, nil
}

type noSequencer struct{}

func (noSequencer) SealNow(context.Context, chains.ChainID, common.Hash) (*chains.Payload, error) {
	return nil, proxy.ErrNoBlock
}

func (noSequencer) Wake() {}

// In a dry run, the blocks that op-geth builds from its own pool for op-node are executed
// here with the same results.
func TestOPStackDryRun(t *testing.T) {
	const chain chains.ChainID = 901
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	ether := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	genesis := uint64(time.Now().Add(-time.Hour).Unix()) // op-geth's pool wants a young chain
	node := opgeth.Start(t, opgeth.Config{
		ChainID: chain, Fork: chains.Jovian, GenesisTime: genesis, GasLimit: 60_000_000,
		Alloc: types.GenesisAlloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: ether}},
	})
	client, err := engine.Dial(t.Context(), node.EngineConfig())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	found := make(chan string)
	r := rehearsed{rehearsal{client, shard.Config{ChainID: chain, OP: node.Rules}}, found}
	secret := [32]byte{7}
	p, err := proxy.New(proxy.Config{ChainID: chain, NodeURL: node.Engine, NodeSecret: node.Secret, Secret: secret, Mode: proxy.DryRun, Behind: 24 * time.Hour}, proxy.Deps{
		Node: client, Rehearsal: r, Log: zap.NewNop(),
	})
	if err != nil {
		t.Fatal(err)
	}
	url := serveProxy(t, p)
	n, err := opscript.New(t.Context(), opscript.Config{
		ChainID: chain, Rules: node.Rules, BlockTime: 2, Engine: url, Secret: secret, L1: &opscript.L1{GenesisTime: genesis},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	if err := n.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	for nonce := range uint64(6) {
		tx := types.MustSignNewTx(key, types.LatestSignerForChainID(chain.Big()), &types.DynamicFeeTx{
			ChainID: chain.Big(), Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 21_000, To: &common.Address{1}, Value: big.NewInt(1),
		})
		raw, err := tx.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if err := client.Call(t.Context(), new(common.Hash), "eth_sendRawTransaction", hexutil.Bytes(raw)); err != nil {
			t.Fatal(err)
		}
		if _, err := n.Slot(t.Context()); err != nil {
			t.Fatal(err)
		}
		if differs := <-found; differs != "" {
			t.Error(differs)
		}
	}
}

// serveProxy runs a proxy until the test ends.
func serveProxy(t *testing.T, p *proxy.Proxy) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx, l, noSequencer{}) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}
