package shard_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/holiman/uint256"
)

// A view is a snapshot while blocks are sealed and adopted above and below it; once its
// block is adopted it reads where it was taken.
func TestViewIsASnapshot(t *testing.T) {
	src := &memory{alloc: contractAlloc(4)}
	s := newShard(t, src)
	begin(t, s, common.Hash{7})
	pay := func(n uint64) {
		tx := transfer(t, account(0), account(3), n, 100)
		execute(t, s, tx)
		keep(t, s, tx)
	}
	start := balance(t, s.View(), account(3)).Uint64()
	pay(0)
	v := s.View()
	if got := v.Open(); got.Number != 8 {
		t.Fatalf("open block %d", got.Number)
	}
	for number := uint64(8); number < 11; number++ {
		pay(number - 7)
		if _, err := s.Seal(); err != nil {
			t.Fatal(err)
		}
		begin(t, s, common.Hash{})
		if err := s.Adopted(number, common.Hash{byte(number)}); err != nil {
			t.Fatal(err)
		}
		if got := balance(t, v, account(3)).Uint64(); got != start+100 {
			t.Fatalf("after block %d the view has %d more", number, got-start)
		}
	}
	src.blocks = nil
	if got := balance(t, v, account(2)); got.IsZero() {
		t.Fatal("account 2 is not there")
	}
	if len(src.blocks) != 1 || src.blocks[0] != (common.Hash{7}) {
		t.Fatalf("read at %v", src.blocks)
	}
	if got := balance(t, s.View(), account(3)).Uint64(); got != start+400 {
		t.Fatalf("a new view has %d more", got-start)
	}
}

// What a prefetch brings after a block was adopted meanwhile is not believed.
func TestPrefetchRace(t *testing.T) {
	src := &memory{alloc: contractAlloc(3)}
	s := newShard(t, src)
	begin(t, s, common.Hash{7})
	if err := s.Prefetch(context.Background(), []common.Address{account(0), coinbase}, nil); err != nil {
		t.Fatal(err)
	}
	gate := make(chan struct{})
	src.gated(gate)
	done := make(chan error, 1)
	go func() { done <- s.Prefetch(context.Background(), []common.Address{account(2)}, nil) }()
	<-src.entered
	src.gated(nil) // later reads pass
	if _, err := s.Seal(); err != nil {
		t.Fatal(err)
	}
	if err := s.Adopted(8, common.Hash{8}); err != nil {
		t.Fatal(err)
	}
	close(gate)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	asked := src.accounts
	if _, err := s.View().Nonce(account(2)); err != nil {
		t.Fatal(err)
	}
	if src.accounts != asked+1 {
		t.Fatal("a value of an older block is in the cache")
	}
	if _, err := s.View().Nonce(account(2)); err != nil || src.accounts != asked+1 {
		t.Fatalf("a value of this block is not in the cache: %v", err)
	}
}

// The same holds for what a view reads.
func TestViewReadRace(t *testing.T) {
	src := &memory{alloc: contractAlloc(3)}
	s := newShard(t, src)
	begin(t, s, common.Hash{7})
	if _, err := s.Seal(); err != nil {
		t.Fatal(err)
	}
	begin(t, s, common.Hash{})
	gate, v := make(chan struct{}), s.View()
	src.gated(gate)
	done := make(chan error, 1)
	go func() {
		_, err := v.Nonce(account(2))
		done <- err
	}()
	<-src.entered
	src.gated(nil) // later reads pass
	if err := s.Adopted(8, common.Hash{8}); err != nil {
		t.Fatal(err)
	}
	close(gate)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	src.blocks = nil
	if _, err := s.View().Nonce(account(2)); err != nil {
		t.Fatal(err)
	}
	if len(src.blocks) != 1 || src.blocks[0] != (common.Hash{8}) {
		t.Fatalf("read at %v", src.blocks)
	}
}

// Views are consistent in themselves while the shard goes on: account 3 has received as
// many payments as account 0 has made.
func TestViewsWhileRunning(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(4)})
	begin(t, s, common.Hash{7})
	start := balance(t, s.View(), account(3)).Uint64()
	stop := make(chan struct{})
	errs := make(chan error, 2)
	for range 2 {
		go func() {
			for {
				select {
				case <-stop:
					errs <- nil
					return
				default:
				}
				v := s.View()
				received, err := v.Balance(account(3))
				made, nonceErr := v.Nonce(account(0))
				if err = errors.Join(err, nonceErr); err == nil && received.Uint64() != start+100*made {
					err = fmt.Errorf("%d payments made, %d wei received", made, received.Uint64()-start)
				}
				if err != nil {
					errs <- err
					return
				}
			}
		}()
	}
	var n uint64
	for number := uint64(8); number < 20; number++ {
		for range 20 {
			tx := transfer(t, account(0), account(3), n, 100)
			execute(t, s, tx)
			if n%3 == 2 {
				s.Drop(0)
				execute(t, s, tx)
			}
			keep(t, s, tx)
			n++
		}
		if err := s.Truncate(10); err != nil {
			t.Fatal(err)
		}
		n -= 10
		if _, err := s.Seal(); err != nil {
			t.Fatal(err)
		}
		begin(t, s, common.Hash{})
		if err := s.Adopted(number, common.Hash{byte(number)}); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	for range 2 {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
}

func TestViewCallAndEstimate(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(2)})
	begin(t, s, common.Hash{7})
	tx := call(t, account(0), 0, &counter, nil)
	execute(t, s, tx)
	keep(t, s, tx)
	v := s.View()
	msg := &core.Message{
		From: account(1), To: &counter, GasLimit: 1_000_000, Value: new(uint256.Int),
		GasPrice: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int),
	}
	msg.SkipNonceCheck().SkipEOACheck()
	ret, gas, err := v.Call(context.Background(), msg)
	if err != nil || common.BytesToHash(ret) != (common.Hash{31: 7}) || gas < 21_000 {
		t.Fatalf("call: %x %d %v", ret, gas, err)
	}
	limit, _, err := v.EstimateGas(context.Background(), msg, 0)
	if err != nil || limit < gas {
		t.Fatalf("estimate: %d, used %d: %v", limit, gas, err)
	}
	msg.GasLimit = limit
	if _, _, err := v.Call(context.Background(), msg); err != nil {
		t.Fatalf("call with the estimate: %v", err)
	}
	db, err := v.StateDB()
	if err != nil || db.GetNonce(account(0)) != 1 {
		t.Fatalf("state: %v", err)
	}
}

// A call ends with its context, however much gas it has.
func TestViewCallIsCancelled(t *testing.T) {
	s := newShard(t, &memory{alloc: contractAlloc(1)})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	msg := &core.Message{
		From: account(0), To: &looper, GasLimit: 1 << 50, Value: new(uint256.Int),
		GasPrice: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int),
	}
	msg.SkipNonceCheck().SkipGasLimitCapCheck()
	if _, _, err := s.View().Call(ctx, msg); !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled call: %v", err)
	}
}
