package processes

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
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
	resent   bool // after it was refused because a chain stands aside
	refused  string
	promises []*wire.Preconfirmation // the last ones
	earlier  []*wire.Preconfirmation
}

// ledger is everything clients were told. It is safe for concurrent use.
type ledger struct {
	mu   sync.Mutex
	subs []*submission

	// What check has found right is counted and forgotten.
	places       map[place]common.Hash // what was promised there
	acknowledged int
	included     int
	revoked      int // positions
	turnedOff    int // refused
	lost         int // acknowledged, and then neither included nor refused: never right
}

// place is where a promise says that a transaction is.
type place struct {
	chain         chains.ChainID
	height, index uint64
}

func newLedger() *ledger { return &ledger{places: map[place]common.Hash{}} }

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

	unsealed []*submission // promised, but not in blocks that are applied
	looked   time.Time     // when that was found out
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

// work sends until stop is closed, and then sees everything to its end. The error is an
// answer that should not be.
func (s *sender) work(ctx context.Context, stop <-chan struct{}) error {
	for {
		select {
		case <-stop:
			return s.settle(ctx)
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
		if err := again(ctx, s.look); err != nil {
			return err
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
			return sub.refuse(refusal)
		}
		sub.acked = sub.acked || err == nil
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
			if err = sub.refuse(bundle.Refusal); errors.Is(err, errAway) {
				err = errors.Join(s.send(ctx, sub), err)
			}
			return err
		case bundle.Status == wire.Queued: // perhaps an earlier one is to be sent again
			return errors.Join(s.look(ctx), errUndecided)
		}
		if err = s.read(ctx, sub, bundle); err == nil {
			s.unsealed = append(s.unsealed, sub)
		}
		return err
	})
}

// read takes down what is promised about a submission now.
func (s *sender) read(ctx context.Context, sub *submission, bundle *wire.Bundle) error {
	var promises []*wire.Preconfirmation
	for i := range bundle.Legs {
		p, err := s.any.Preconfirmation(ctx, bundle.Legs[i].TxHash)
		if errors.Is(err, client.ErrNotFound) && s.c.mayRevoke {
			continue // at a place that was promised before, for something else
		}
		if err != nil {
			return err
		}
		promises = append(promises, p)
	}
	sub.earlier, sub.promises = append(sub.earlier, sub.promises...), promises
	return nil
}

// look finds out, once a second, what became of the promised submissions. One whose
// promise was revoked, because a chain stands aside now, is sent again.
func (s *sender) look(ctx context.Context) error {
	if time.Since(s.looked) < time.Second {
		return nil
	}
	s.looked = time.Now()
	var left []*submission
	for i, sub := range s.unsealed {
		sealed, err := s.sealed(ctx, sub)
		if err != nil {
			s.unsealed = append(left, s.unsealed[i:]...)
			return err
		}
		if !sealed {
			left = append(left, sub)
		}
	}
	s.unsealed = left
	return nil
}

func (s *sender) sealed(ctx context.Context, sub *submission) (bool, error) {
	bundle, err := s.any.Bundle(ctx, sub.id)
	switch {
	case err != nil:
		return false, err
	case bundle.Refusal != nil:
		if err := sub.refuse(bundle.Refusal); !errors.Is(err, errAway) {
			return false, err
		}
		return false, s.send(ctx, sub)
	case bundle.Status == wire.Queued, bundle.Status == wire.Preconfirmed:
		return false, nil
	}
	return true, s.read(ctx, sub, bundle)
}

// settle waits until everything that was promised is in blocks that are applied.
func (s *sender) settle(ctx context.Context) error {
	return again(ctx, func(ctx context.Context) error {
		if err := s.look(ctx); err != nil || len(s.unsealed) == 0 {
			return err
		}
		return errUndecided
	})
}

var (
	errUndecided = errors.New("not decided yet")
	errAway      = errors.New("refused, because a chain stands aside")
)

// refuse notes a refusal. After one because a chain stands aside the same is sent again;
// any other is unexpected, but of what has to be refused.
func (sub *submission) refuse(r *chains.RefusalData) error {
	if r.Code == chains.RefusedChainUnavailable {
		sub.resent = true // it may have been promised before, seen or not
		return errAway
	}
	if sub.resent && r.Code == chains.RefusedInvalid && strings.Contains(r.Reason, "nonce too low") {
		return errAway // what is revoked is still in the state that it was checked against
	}
	if sub.refused = string(r.Code); sub.kind != "refused" {
		return unexpected{fmt.Sprintf("%s %s is refused (%s): %s", sub.kind, sub.id, r.Code, r.Reason)}
	}
	return nil
}

// unexpected is an answer that should not be.
type unexpected struct{ what string }

func (u unexpected) Error() string { return u.what }

// again calls try until it succeeds or gets an answer that should not be: the service may
// be away, or a chain may stand aside.
func again(ctx context.Context, try func(context.Context) error) error {
	pause := time.NewTimer(0)
	defer pause.Stop()
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
		pause.Reset(10 * time.Millisecond)
		if errors.Is(err, errAway) {
			pause.Reset(200 * time.Millisecond)
		}
		select {
		case <-pause.C:
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// passing reports whether an error the service answers with says that it is stopping, or
// waiting for a node.
func passing(text string) bool {
	for _, s := range []string{"not running", "request was cancelled", "request timed out", "journal has failed", "state read failed", "connection refused", "context canceled", "deadline exceeded", "EOF", "connection reset", "did not answer", "header for hash not found", "historical state"} {
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
		sub.acked = sub.acked || err == nil
		if refusal, ok := client.Refusal(err); ok {
			return sub.refuse(refusal)
		}
		var answer rpc.Error
		if errors.As(err, &answer) && (answer.ErrorCode() == codeTimeout || answer.ErrorCode() == codeGap) {
			sub.acked = true // perhaps an earlier one is to be sent again
			return errors.Join(s.look(ctx), errUndecided)
		}
		return err
	})
	took := time.Since(began)
	if err == nil {
		err = s.await(ctx, sub)
	}
	return took, err
}

// EIP-7966's codes for a wait that ended without a receipt, and for a transaction that
// waits for an earlier one of its sender.
const codeTimeout, codeGap = 4, 6
