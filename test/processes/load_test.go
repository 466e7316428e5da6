package processes

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// submission is what a client sent, and what it was told.
type submission struct {
	kind     string
	txs      []*types.Transaction // several: a user-signed bundle
	id       common.Hash
	acked    bool
	refused  string
	promises []*wire.Preconfirmation
}

// ledger is everything clients were told. It is safe for concurrent use.
type ledger struct {
	mu   sync.Mutex
	subs []*submission
}

func (l *ledger) add(s *submission) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.subs = append(l.subs, s)
}

// sender is one client with an account of its own.
type sender struct {
	c       *cluster
	key     *ecdsa.PrivateKey
	address common.Address
	nonces  map[chains.ChainID]uint64
	any     *client.Client                    // the endpoint that takes every chain's
	of      map[chains.ChainID]*client.Client // and one for each chain
	told    *ledger
}

func (c *cluster) newSender(account int, told *ledger) *sender {
	c.t.Helper()
	key, err := crypto.ToECDSA(c.plan.Accounts()[account].PrivateKey)
	if err != nil {
		c.t.Fatal(err)
	}
	s := &sender{c: c, key: key, address: crypto.PubkeyToAddress(key.PublicKey), nonces: map[chains.ChainID]uint64{}, any: c.client, of: map[chains.ChainID]*client.Client{}, told: told}
	for _, n := range c.l2s {
		if s.of[n.id], err = client.Dial(c.t.Context(), c.url+"/"+n.id.String()); err != nil {
			c.t.Fatal(err)
		}
		c.t.Cleanup(s.of[n.id].Close)
		if s.nonces[n.id], err = n.eth.NonceAt(c.t.Context(), s.address, nil); err != nil {
			c.t.Fatal(err)
		}
	}
	return s
}

// tx signs the account's next transaction on a chain.
func (s *sender) tx(id chains.ChainID, to common.Address, value int64, data []byte) *types.Transaction {
	nonce := s.nonces[id]
	s.nonces[id]++
	return types.MustSignNewTx(s.key, types.LatestSignerForChainID(id.Big()), &types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 1_000_000,
		To: &to, Value: big.NewInt(value), Data: data,
	})
}

// Chains of the cluster.
const a, b = chains.ChainID(901), chains.ChainID(902)

func (s *sender) burn() *submission {
	contracts := s.c.plan.Contracts()
	return one("burn", s.tx(a, contracts.TokenBridge, 0, bindings.EncodeSendERC20(contracts.TestToken, s.address, big.NewInt(5), uint64(b))))
}

func one(kind string, tx *types.Transaction) *submission {
	return &submission{kind: kind, txs: []*types.Transaction{tx}, id: tx.Hash()}
}

// next makes the submissions of one round, which may all be under way at once.
func (s *sender) next() []*submission {
	contracts := s.c.plan.Contracts()
	switch rand.IntN(5) {
	case 0:
		return []*submission{s.burn(), s.burn(), s.burn()}
	case 1:
		eth := func() *submission {
			return one("ETH", s.tx(b, contracts.ETHBridge, 1000, bindings.EncodeSendETH(s.address, uint64(a))))
		}
		return []*submission{eth(), eth()}
	case 2:
		txs := []*types.Transaction{s.tx(a, contracts.TokenBridge, 0, bindings.EncodeSendERC20(contracts.TestToken, s.address, big.NewInt(7), uint64(b))), s.tx(b, s.address, 1, nil)}
		return []*submission{{kind: "user bundle", txs: txs, id: bundleID(txs)}}
	case 3: // the token does not know this call: the relay fails
		return []*submission{one("refused", s.tx(b, contracts.Messenger, 0, bindings.EncodeSendMessage(uint64(a), contracts.TestToken, []byte{1, 2, 3, 4})))}
	default:
		return []*submission{one("transfer", s.tx(b, common.Address{0xaa}, 1, nil)), one("transfer", s.tx(a, common.Address{0xaa}, 1, nil)), s.burn()}
	}
}

func bundleID(txs []*types.Transaction) common.Hash {
	var all []*chains.Tx
	for _, tx := range txs {
		decoded, err := chains.DecodeTx(raw(tx))
		if err != nil {
			panic(err) // we made it
		}
		all = append(all, decoded)
	}
	return chains.BundleID(all)
}

func raw(tx *types.Transaction) []byte {
	text, err := tx.MarshalBinary()
	if err != nil {
		panic(err) // we made it
	}
	return text
}

// work sends until stop is closed, and then sees its last round to its end. The error is
// an answer that should not be.
func (s *sender) work(ctx context.Context, stop <-chan struct{}) error {
	for {
		select {
		case <-stop:
			return nil
		default:
		}
		round := s.next()
		for _, sub := range round {
			s.told.add(sub)
			if err := s.send(ctx, sub); err != nil {
				return err
			}
		}
		for _, sub := range round {
			if err := s.await(ctx, sub); err != nil {
				return err
			}
		}
		if sub := round[0]; sub.refused != "" { // its nonces are free again
			for _, tx := range sub.txs {
				s.nonces[chains.ChainID(tx.ChainId().Uint64())]--
			}
		}
	}
}

// send sends a submission until it is acknowledged or refused: after a lost answer again.
func (s *sender) send(ctx context.Context, sub *submission) error {
	return again(ctx, func(ctx context.Context) error {
		var err error
		switch id := chains.ChainID(sub.txs[0].ChainId().Uint64()); {
		case len(sub.txs) > 1:
			req := wire.BundleRequest{}
			for _, tx := range sub.txs {
				req.Txs = append(req.Txs, raw(tx))
			}
			_, err = s.any.SendBundle(ctx, req)
		case rand.IntN(2) == 0:
			_, err = s.any.SendRaw(ctx, raw(sub.txs[0]))
		default:
			_, err = s.of[id].SendRaw(ctx, raw(sub.txs[0]))
		}
		if refusal, ok := client.Refusal(err); ok {
			if sub.refused = string(refusal.Code); sub.kind != "refused" {
				return unexpected{sub.kind + " " + sub.id.Hex() + " is refused: " + err.Error()}
			}
			return nil
		}
		sub.acked = err == nil
		return err
	})
}

// await waits for the promises of an acknowledged submission, or for its refusal.
func (s *sender) await(ctx context.Context, sub *submission) error {
	if sub.refused != "" {
		return nil
	}
	return again(ctx, func(ctx context.Context) error {
		bundle, err := s.any.Bundle(ctx, sub.id)
		switch {
		case errors.Is(err, client.ErrNotFound):
			return unexpected{sub.kind + " " + sub.id.Hex() + " was acknowledged and is not known"}
		case err != nil:
			return err
		case bundle.Refusal != nil:
			if sub.refused = string(bundle.Refusal.Code); sub.kind != "refused" {
				return unexpected{sub.kind + " " + sub.id.Hex() + " is refused: " + bundle.Refusal.Reason}
			}
			return nil
		case bundle.Status == wire.Queued:
			return errUndecided
		}
		var promises []*wire.Preconfirmation
		for i := range bundle.Legs {
			p, err := s.any.Preconfirmation(ctx, bundle.Legs[i].TxHash)
			if err != nil {
				return err
			}
			promises = append(promises, p)
		}
		sub.promises = promises
		return nil
	})
}

var errUndecided = errors.New("not decided yet")

// unexpected is an answer that should not be.
type unexpected struct{ what string }

func (u unexpected) Error() string { return u.what }

// again calls try until it succeeds or gets an answer that should not be: the service may
// be away, or wait for a node.
func again(ctx context.Context, try func(context.Context) error) error {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		one, cancel := context.WithTimeout(ctx, 5*time.Second)
		err := try(one)
		cancel()
		var wrong unexpected
		if err == nil || errors.As(err, &wrong) {
			return err
		}
		var answer rpc.Error
		if errors.As(err, &answer) && !passing(err.Error()) {
			return unexpected{"the service answers: " + err.Error()}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// passing reports whether an error the service answers with says that it is stopping, or
// waiting for a node.
func passing(text string) bool {
	for _, s := range []string{"not running", "state read failed", "connection refused", "context canceled", "deadline exceeded", "EOF", "connection reset", "did not answer", "header for hash not found"} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// promise sends a burn and returns how long after began its promise was there.
func (s *sender) promise(ctx context.Context, began time.Time) (time.Duration, error) {
	sub := s.burn()
	s.told.add(sub)
	err := again(ctx, func(ctx context.Context) error {
		_, err := s.any.SendRawSync(ctx, hexutil.Bytes(raw(sub.txs[0])), 2*time.Second)
		sub.acked = err == nil
		var answer rpc.Error
		if errors.As(err, &answer) && answer.ErrorCode() == codeTimeout {
			sub.acked = true
			return errUndecided
		}
		return err
	})
	took := time.Since(began)
	if err == nil {
		err = s.await(ctx, sub)
	}
	return took, err
}

// codeTimeout is EIP-7966's for a wait that ended without a receipt.
const codeTimeout = 4
