package opchains

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/test/opscript"
)

// rewritten says that blocks are to be what one was, but for their transactions.
type rewritten struct {
	old   *chains.Block
	lists [][][]byte
}

// Next implements opscript.Source.
func (r *rewritten) Next(_ *chains.Parent, timestamp uint64) (*chains.Inputs, error) {
	was := &r.old.Open
	in := &chains.Inputs{
		Timestamp: timestamp, PrevRandao: common.Hash{0xbb}, FeeRecipient: was.FeeRecipient, GasLimit: was.GasLimit, BeaconRoot: was.BeaconRoot,
		Deposits: append(append([][]byte{}, was.Deposits[0]), r.lists[0]...), NoTxPool: true,
	}
	r.lists = r.lists[1:]
	return in, nil
}

// replace has a chain's op-node make other blocks after the one with the number, one for each
// list of transactions, as if they had been derived from L1.
func (o *opNodes) replace(c *chain, after uint64, lists ...[][]byte) {
	o.w.t.Helper()
	ctx := o.w.t.Context()
	header, err := c.engine.HeaderByNumber(ctx, after+1)
	must(o.w.t, err)
	old, err := c.engine.Block(ctx, header.Hash())
	must(o.w.t, err)
	n, err := opscript.New(ctx, opscript.Config{
		ChainID: c.id, Rules: c.node.Rules, BlockTime: c.rollup.BlockTime, Engine: "http://" + c.opNodeAt, Secret: c.node.Secret, Source: &rewritten{old, lists},
	})
	must(o.w.t, err)
	defer n.Close()
	must(o.w.t, n.Start(ctx))
	at, err := c.engine.HeaderByNumber(ctx, after)
	must(o.w.t, err)
	n.Head = &opscript.Block{Number: after, Hash: at.Hash(), Timestamp: at.Time, GasLimit: at.GasLimit}
	for range lists {
		_, err := n.Slot(ctx)
		must(o.w.t, err)
	}
}

// user is an account that sends one transaction after the other.
type user struct {
	w      *world
	s      *service
	nonces map[chains.ChainID]uint64
	sent   []sent
}

const userAccount = 7

// sign makes the account's next transaction on a chain.
func (u *user) sign(c *chain, to common.Address, value int64, data []byte) (raw []byte, hash common.Hash) {
	tx := types.MustSignNewTx(u.w.account(userAccount), types.LatestSignerForChainID(c.id.Big()), &types.DynamicFeeTx{
		ChainID: c.id.Big(), Nonce: u.nonces[c.id], GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei), Gas: 1_500_000, To: &to, Value: big.NewInt(value), Data: data,
	})
	raw, err := tx.MarshalBinary()
	must(u.w.t, err)
	return raw, tx.Hash()
}

// try sends the account's next transaction and returns why it is refused, if it is.
func (u *user) try(c *chain, to common.Address, value int64, data []byte) (raw []byte, hash common.Hash, refused error) {
	u.w.t.Helper()
	raw, hash = u.sign(c, to, value, data)
	for late := time.Now().Add(hanging); ; time.Sleep(50 * time.Millisecond) {
		_, err := u.s.client.SendRawSync(u.w.t.Context(), raw, 20*time.Second)
		if _, is := client.Refusal(err); is {
			return raw, hash, err
		}
		if err == nil {
			u.nonces[c.id]++
			u.sent = append(u.sent, sent{chain: c.id, hash: hash})
			return raw, hash, nil
		}
		if time.Now().After(late) {
			u.w.t.Fatal(err)
		}
	}
}

// do is try, with what has to be included and applied.
func (u *user) do(c *chain, to common.Address, value int64, data []byte) (raw []byte, b *wire.Bundle) {
	u.w.t.Helper()
	raw, hash, err := u.try(c, to, value, data)
	must(u.w.t, err)
	u.w.until("it is applied", func() bool {
		b, err = u.s.client.Bundle(u.w.t.Context(), hash)
		must(u.w.t, err)
		return b.Status == wire.Sealed || b.Status == wire.Posted || b.Status == wire.Verified
	})
	return raw, b
}

// burn is a transfer of tokens from a chain to an account on another one.
func (u *user) burn(to *chain, who common.Address, amount int64) []byte {
	return bindings.EncodeSendERC20(u.w.plan.Contracts().TestToken, who, big.NewInt(amount), uint64(to.id))
}

// even waits until both sides of both pairs are equal.
func (w *world) even() {
	w.t.Helper()
	w.checkPairs(&deposits{w: w})
}

func (w *world) tokens(c *chain, who common.Address) int64 {
	return new(big.Int).SetBytes(w.read(c, w.plan.Contracts().TestToken, bindings.EncodeBalanceOf(who))).Int64()
}

// frozen reports whether the service says that the pair is.
func (s *service) frozen(from, to *chain) bool {
	s.w.t.Helper()
	health, err := s.client.Status(s.w.t.Context())
	must(s.w.t, err)
	for _, p := range health.Pairs {
		if chains.ChainID(p.Source) == from.id && chains.ChainID(p.Destination) == to.id {
			return p.Frozen
		}
	}
	return false
}

// checkPromises checks that every promise about what was sent holds, or is revoked.
func (u *user) checkPromises() {
	u.w.t.Helper()
	ctx, revoked, none := u.w.t.Context(), 0, 0
	for _, tx := range u.sent {
		p, err := u.s.client.Preconfirmation(ctx, tx.hash)
		if err != nil && strings.HasSuffix(err.Error(), "not found") {
			none++ // its place was promised before, in a block that is lost
			continue
		}
		must(u.w.t, err)
		if p.Revocation != nil {
			revoked++
			continue
		}
		promised := p.Promise()
		r := u.w.receipt(tx.chain, tx.hash)
		if r == nil || r.BlockNumber.Uint64() != promised.Height || chains.ReceiptHash(r.Status, r.GasUsed, r.Logs) != promised.ReceiptHash {
			u.w.t.Errorf("the promise about %s does not hold, and is not revoked: %+v, receipt %+v", tx.hash, promised, r)
		}
	}
	u.w.t.Logf("of %d transactions %d have a promise that was revoked, %d have none", len(u.sent), revoked, none)
}

// An op-node replaces blocks of its chain, time and again: what was minted there is minted
// again, what was burned there is burned again and minted no second time, and where that
// cannot be, the pair is frozen and everything else goes on. The service is killed meanwhile.
func TestBesideReplaced(t *testing.T) {
	w := newWorld(t, 1, 1)
	o := newOpNodes(w)
	s := newService(w)
	s.start()
	a, b := w.chains[0], w.chains[1]
	stop := o.start(a)
	o.start(b)
	u := &user{w: w, s: s, nonces: map[chains.ChainID]uint64{}}
	contracts, who := w.plan.Contracts(), func(i byte) common.Address { return common.Address{0: 0xcc, 19: i} }
	u.do(a, contracts.TokenBridge, 0, u.burn(b, crypto.PubkeyToAddress(w.account(userAccount).PublicKey), 1000))

	// A mint is lost.
	_, mint := u.do(b, contracts.TokenBridge, 0, u.burn(a, who(1), 5))
	stop()
	o.replace(a, uint64(mint.Legs[1].BlockNumber)-1, nil)
	stop = o.start(a)
	w.until("it is minted again", func() bool { return w.tokens(a, who(1)) == 5 })
	if p, err := s.client.Preconfirmation(t.Context(), mint.Legs[1].TxHash); err != nil || p.Revocation == nil {
		t.Errorf("the promise about the lost mint is not revoked: %+v, %v", p, err)
	}
	w.even()

	// A burn is lost.
	_, burn := u.do(a, contracts.TokenBridge, 0, u.burn(b, who(2), 6))
	stop()
	o.replace(a, uint64(burn.Legs[0].BlockNumber)-1, nil, nil)
	stop = o.start(a)
	w.until("it is burned again", func() bool { return w.receipt(a.id, burn.Legs[0].TxHash) != nil })
	w.even()

	// Another sequencer has taken over, and has made the same burn.
	raw, burn := u.do(a, contracts.TokenBridge, 0, u.burn(b, who(3), 7))
	stop()
	o.replace(a, uint64(burn.Legs[0].BlockNumber)-1, [][]byte{raw})
	stop = o.start(a)
	u.do(a, who(9), 1, nil)
	w.even()

	// A burn is lost, and its nonce used up.
	_, burn = u.do(a, contracts.TokenBridge, 0, u.burn(b, who(4), 8))
	stop()
	u.nonces[a.id]--
	other, _ := u.sign(a, who(9), 1, nil)
	u.nonces[a.id]++
	o.replace(a, uint64(burn.Legs[0].BlockNumber)-1, [][]byte{other})
	s.kill()
	s.start()
	stop = o.start(a)
	for range 2 {
		w.until("the pair is frozen", func() bool { return s.frozen(a, b) })
		u.do(a, who(9), 1, nil)
		u.do(b, contracts.TokenBridge, 0, u.burn(a, who(5), 1))
		if _, _, err := u.try(a, contracts.TokenBridge, 0, u.burn(b, who(6), 9)); err == nil || !strings.Contains(err.Error(), "is frozen") {
			t.Fatalf("another message is not refused as it should be: %v", err)
		}
		s.kill()
		s.start()
	}
	u.do(a, contracts.TokenBridge, 0, u.burn(b, who(4), 8)) // says what was lost
	w.until("the pair is not frozen any more", func() bool { return !s.frozen(a, b) })
	w.even()
	for i, want := range map[byte]int64{2: 6, 3: 7, 4: 8, 6: 0} {
		if got := w.tokens(b, who(i)); got != want {
			t.Errorf("account %d has got %d tokens, not %d", i, got, want)
		}
	}
	u.checkPromises()
	stop()
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}
