package l1

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
)

// patience is what only a fault exceeds.
const patience = 2 * time.Minute

// Contracts of the test's L1: they emit what they are called with, first the topics, then
// the data.
var (
	portals      = [2]common.Address{{19: 0xa1}, {19: 0xa2}}
	systemConfig = common.Address{19: 0xb1}

	emitFour  = common.FromHex("365f5f37" + "606051" + "604051" + "602051" + "5f51" + "6080360360" + "80a4")
	emitThree = common.FromHex("365f5f37" + "604051" + "602051" + "5f51" + "6060360360" + "60a3")
)

// net is a real L1 and an account on it.
type net struct {
	l1     *devnode.L1
	client *ethclient.Client
	key    *ecdsa.PrivateKey
	nonce  uint64
}

func startNet(t *testing.T) *net {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("depositor")))
	if err != nil {
		t.Fatal(err)
	}
	n := &net{key: key}
	n.l1, err = devnode.StartL1(t.Context(), devnode.L1Config{Config: devnode.Config{
		ChainID: 900, GasLimit: 30_000_000, GenesisTime: uint64(time.Now().Add(-time.Hour).Unix()),
		Alloc: types.GenesisAlloc{
			crypto.PubkeyToAddress(key.PublicKey): {Balance: new(big.Int).Mul(big.NewInt(100), big.NewInt(params.Ether))},
			portals[0]:                            {Code: emitFour, Balance: new(big.Int)},
			portals[1]:                            {Code: emitFour, Balance: new(big.Int)},
			systemConfig:                          {Code: emitThree, Balance: new(big.Int)},
		},
	}}, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	n.client = ethclient.NewClient(n.l1.Attach())
	t.Cleanup(func() {
		n.client.Close()
		if err := n.l1.Close(); err != nil {
			t.Error(err)
		}
	})
	return n
}

// mine produces blocks and returns the last one.
func (n *net) mine(t *testing.T, count int) chains.BlockRef {
	t.Helper()
	n.awaitPool(t)
	for range count {
		if _, err := n.l1.Mine(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	head, err := n.client.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}
}

// awaitPool waits until the L1's pool has everything that was sent ready for a block: it
// sorts what it gets in the background.
func (n *net) awaitPool(t *testing.T) {
	t.Helper()
	for late := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		next, err := n.client.PendingNonceAt(t.Context(), crypto.PubkeyToAddress(n.key.PublicKey))
		if err != nil {
			t.Fatal(err)
		}
		if next == n.nonce {
			return
		}
		if time.Now().After(late) {
			t.Fatalf("after %v the pool is at nonce %d, not %d", patience, next, n.nonce)
		}
	}
}

// emit has a contract emit a log in the next block.
func (n *net) emit(t *testing.T, from common.Address, log *types.Log) {
	t.Helper()
	var data []byte
	for _, topic := range log.Topics {
		data = append(data, topic[:]...)
	}
	tx := types.MustSignNewTx(n.key, types.LatestSignerForChainID(big.NewInt(900)), &types.DynamicFeeTx{
		ChainID: big.NewInt(900), Nonce: n.nonce, Gas: 200_000, GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei),
		To: &from, Data: append(data, log.Data...),
	})
	if err := n.client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	n.nonce++
}

// depositRequest is what a portal emits for a deposit.
func depositRequest(from, to common.Address, mint int64, data []byte) *types.Log {
	packed := append(common.BigToHash(big.NewInt(mint)).Bytes(), common.BigToHash(big.NewInt(mint)).Bytes()...)
	packed = append(append(binary.BigEndian.AppendUint64(packed, 100_000), 0), data...)
	arg := append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(len(packed)))).Bytes()...)
	arg = append(arg, packed...)
	for len(arg)%32 != 0 {
		arg = append(arg, 0)
	}
	return &types.Log{Topics: []common.Hash{chains.UserDepositTopic, common.BytesToHash(from[:]), common.BytesToHash(to[:]), {}}, Data: arg}
}

// follower is a source that runs.
type follower struct {
	*Source
	woken chan struct{}
}

// follow runs a source until the test ends.
func follow(t *testing.T, cfg Config, node Node) *follower {
	t.Helper()
	cfg.Rules, cfg.Poll = devnode.ChainConfig(900), 50*time.Millisecond
	s, err := New(cfg, node, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	f := &follower{s, make(chan struct{}, 1)}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- s.Run(ctx, func() {
			select {
			case f.woken <- struct{}{}:
			default:
			}
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("Run ended with %v", err)
		}
	})
	return f
}

// await asks for a block's inputs each time the source says there is news, until fits.
func (f *follower) await(t *testing.T, parent *chains.Parent, slot uint64, fits func(*chains.Inputs, error) bool) *chains.Inputs {
	t.Helper()
	late := time.After(patience)
	for {
		in, err := f.Next(parent, slot)
		if fits(in, err) {
			return in
		}
		select {
		case <-f.woken:
		case <-late:
			t.Fatalf("after %v still %+v, %v", patience, in, err)
		}
	}
}

// awaitLater asks for the block of a later slot each time, since a slot keeps to the L1
// blocks it found first, until it derives from that one. It returns the slot.
func (f *follower) awaitLater(t *testing.T, parent *chains.Parent, slot uint64, from chains.BlockRef) uint64 {
	t.Helper()
	for late := time.Now().Add(patience); ; slot++ {
		in, err := f.Next(parent, slot)
		if derives(from)(in, err) {
			return slot
		}
		if time.Now().After(late) {
			t.Fatalf("after %v still %+v, %v", patience, in, err)
		}
		select {
		case <-f.woken:
		case <-time.After(patience):
		}
	}
}

// derives waits for inputs with that origin.
func derives(from chains.BlockRef) func(*chains.Inputs, error) bool {
	return func(in *chains.Inputs, err error) bool { return err == nil && in.L1Origin == from }
}
