package opchains

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// sent is a transaction that was acknowledged.
type sent struct {
	chain chains.ChainID
	hash  common.Hash
	legs  int
}

// traffic is what users do: each lane is one account on one chain.
type traffic struct {
	w     *world
	on    *client.Client
	url   string // of the service
	goal  int64
	count atomic.Int64

	pause   time.Duration // between two transactions of a lane
	stopped atomic.Bool   // ends it before the goal

	mu      sync.Mutex
	sent    []sent
	refused int
	nonces  map[lane]uint64 // where each lane is
}

type lane struct {
	account int
	chain   chains.ChainID
}

// run sends until goal transactions were acknowledged or refused.
func (tr *traffic) run(ctx context.Context) error {
	var wg sync.WaitGroup
	failed := make(chan error, 8)
	for i := range 4 {
		for _, c := range tr.w.chains {
			wg.Go(func() {
				if err := tr.lane(ctx, i+1, c); err != nil {
					failed <- err
				}
			})
		}
	}
	wg.Wait()
	close(failed)
	return <-failed
}

// order is what a transaction does.
type order struct {
	to     common.Address
	value  *big.Int
	data   []byte
	legs   int
	refuse bool // its relay cannot succeed
}

// next draws an order: of ten, six reach the other chain, two fail there, two are plain.
func (tr *traffic) next(rng *rand.Rand, c *chain) order {
	contracts := tr.w.plan.Contracts()
	other := tr.w.chains[0]
	if other == c {
		other = tr.w.chains[1]
	}
	who, amount := common.Address{0: 0xcc, 19: byte(rng.IntN(200))}, big.NewInt(1+rng.Int64N(1e15))
	switch n := rng.IntN(10); {
	case n < 3 && c == tr.w.chains[0]: // the tokens are there
		return order{to: contracts.TokenBridge, data: bindings.EncodeSendERC20(contracts.TestToken, who, amount, uint64(other.id)), legs: 2}
	case n < 6:
		return order{to: contracts.ETHBridge, value: amount, data: bindings.EncodeSendETH(who, uint64(other.id)), legs: 2}
	case n < 8: // a bridge takes no ETH
		return order{to: contracts.ETHBridge, value: amount, data: bindings.EncodeSendETH(contracts.TokenBridge, uint64(other.id)), refuse: true}
	}
	return order{to: who, value: amount, legs: 1}
}

func (tr *traffic) lane(ctx context.Context, account int, c *chain) error {
	rng, key := rand.New(rand.NewPCG(uint64(account), uint64(c.id))), tr.w.account(account)
	at := lane{account, c.id}
	tr.mu.Lock()
	if tr.nonces == nil {
		tr.nonces = map[lane]uint64{}
	}
	nonce, lost := tr.nonces[at], 0
	tr.mu.Unlock()
	for tr.count.Add(1) <= tr.goal && !tr.stopped.Load() {
		time.Sleep(tr.pause)
		o := tr.next(rng, c)
		tx := types.MustSignNewTx(key, types.LatestSignerForChainID(c.id.Big()), &types.DynamicFeeTx{
			ChainID: c.id.Big(), Nonce: nonce, GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei), Gas: 1_500_000, To: &o.to, Value: o.value, Data: o.data,
		})
		included, err := tr.submit(ctx, c, tx)
		if misplaced(err) { // promises of this account were revoked, and what they were about is refused
			if nonce, err = tr.nonce(ctx, at); err != nil {
				return err
			}
			if lost++; lost == 100 {
				return fmt.Errorf("account %d on chain %v does not find its nonce", account, c.id)
			}
			continue
		}
		if err != nil {
			return fmt.Errorf("account %d on chain %v, nonce %d: %w", account, c.id, nonce, err)
		}
		tr.mu.Lock()
		if included {
			nonce++
			tr.nonces[at] = nonce
			tr.sent = append(tr.sent, sent{c.id, tx.Hash(), o.legs})
		} else {
			tr.refused++
		}
		tr.mu.Unlock()
		if included && o.refuse {
			return fmt.Errorf("%s on chain %v is included, and its relay fails", tx.Hash(), c.id)
		}
	}
	return nil
}

// misplaced reports whether a transaction has another nonce than its account's next: it
// waits for an earlier one, or another one has this nonce.
func misplaced(err error) bool {
	var answer rpc.Error
	if !errors.As(err, &answer) {
		return false
	}
	return answer.ErrorCode() == client.CodeNonceGap || strings.Contains(answer.Error(), "nonce too low") || strings.Contains(answer.Error(), "underpriced")
}

// nonce asks the service where a lane is, until it says so: it may be away in between.
func (tr *traffic) nonce(ctx context.Context, at lane) (uint64, error) {
	eth, err := ethclient.DialContext(ctx, tr.url+"/"+at.chain.String())
	if err != nil {
		return 0, err
	}
	defer eth.Close()
	for late := time.Now().Add(hanging); ; time.Sleep(50 * time.Millisecond) {
		nonce, err := eth.PendingNonceAt(ctx, crypto.PubkeyToAddress(tr.w.account(at.account).PublicKey))
		var answer rpc.Error
		if err == nil || errors.As(err, &answer) && !passing(answer) || time.Now().After(late) || ctx.Err() != nil {
			return nonce, err
		}
	}
}

// submit sends a transaction until it is known what became of it: the service may be away
// in between.
func (tr *traffic) submit(ctx context.Context, c *chain, tx *types.Transaction) (included bool, err error) {
	raw, err := tx.MarshalBinary()
	if err != nil {
		return false, err
	}
	for late := time.Now().Add(hanging); ; {
		_, err := tr.on.SendRawSync(ctx, raw, 20*time.Second)
		if err == nil {
			return true, nil
		}
		if _, refused := client.Refusal(err); refused {
			return false, nil
		}
		var answer rpc.Error
		if errors.As(err, &answer) && answer.ErrorCode() != client.CodeTimeout && !passing(answer) {
			return false, err
		}
		if time.Now().After(late) || ctx.Err() != nil {
			return false, err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// passing reports whether the service answers so because a node that it reads from is away, or has lost
// its last blocks.
func passing(answer rpc.Error) bool {
	return slices.ContainsFunc([]string{"state read failed", "connection refused", "connection reset", "EOF", "header for hash not found", "historical state"},
		func(part string) bool { return strings.Contains(answer.Error(), part) })
}

// deposits asks for deposits on both chains' portals until stopped: mints to accounts of
// their own, and burns of tokens.
type deposits struct {
	w     *world
	mints map[chains.ChainID][]common.Address // the i-th gets 1+i wei
	burns int64
	stop  chan struct{}
	done  chan struct{}
}

// depositor is whose tokens are burned by deposits. It does nothing else on the chains.
const depositor = 9

func startDeposits(w *world) *deposits {
	d := &deposits{w: w, mints: map[chains.ChainID][]common.Address{}, stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(d.done)
		tick := time.NewTicker(300 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				d.ask()
			case <-d.stop:
				return
			}
		}
	}()
	return d
}

func (d *deposits) ask() {
	for _, c := range d.w.chains {
		n := len(d.mints[c.id])
		to := common.BytesToAddress(crypto.Keccak256(c.id.Big().Bytes(), big.NewInt(int64(n)).Bytes()))
		d.w.deposit(c, common.Address{0: 1}, to, big.NewInt(int64(1+n)), nil)
		d.mints[c.id] = append(d.mints[c.id], to)
	}
	contracts, from := d.w.plan.Contracts(), crypto.PubkeyToAddress(d.w.account(depositor).PublicKey)
	burn := bindings.EncodeSendERC20(contracts.TestToken, common.Address{0: 0xdd}, big.NewInt(1), uint64(d.w.chains[1].id))
	d.w.deposit(d.w.chains[0], from, contracts.TokenBridge, new(big.Int), burn)
	d.burns++
}

// end stops asking.
func (d *deposits) end() {
	close(d.stop)
	<-d.done
}
