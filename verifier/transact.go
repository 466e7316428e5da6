package verifier

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// replaceAfter is after how many L1 blocks a transaction is sent anew with a higher fee.
const replaceAfter = 4

// underway reports whether a transaction is still under way, and helps it along: what was
// sent once is sent again as it is, or with the same nonce and a higher fee.
func (c *Challenger) underway(ctx context.Context, head *types.Header) (bool, error) {
	p := c.st.Pending
	if p == nil {
		return false, nil
	}
	for _, hash := range p.Txs {
		receipt, err := c.v.l1.receipt(ctx, hash)
		if err != nil {
			return true, err
		}
		if receipt == nil {
			continue
		}
		text := "done: " + p.Text
		if receipt.Status != types.ReceiptStatusSuccessful {
			text = "L1 has changed meanwhile, and refused to " + p.Text
			if at := c.st.find(p.About); at != nil {
				at.fail(head.Number.Uint64())
			}
		}
		c.tell(hash.Hex(), Act{Kind: ActMined, Batch: p.Batch, Tx: &hash, Text: text})
		c.st.Pending = nil
		return false, c.st.save()
	}
	nonce, err := c.v.l1.nonce(ctx, c.account.Address())
	if err != nil {
		return true, err
	}
	if nonce > p.Nonce { // another transaction of the account took its place
		c.st.Pending = nil
		return false, c.st.save()
	}
	if head.Number.Uint64() >= p.Since+replaceAfter {
		return true, c.replace(ctx, p, head)
	}
	return true, c.submit(ctx, p)
}

// replace sends the transaction under way with a fee that is higher by a quarter.
func (c *Challenger) replace(ctx context.Context, p *pending, head *types.Header) error {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(p.Raw); err != nil {
		return fmt.Errorf("challenges: transaction under way: %w", err)
	}
	raise := func(n *big.Int) *big.Int {
		more := new(big.Int).Mul(n, big.NewInt(5))
		return more.Add(more.Div(more, big.NewInt(4)), common.Big1)
	}
	fee, tip := raise(p.Fee.ToInt()), raise(p.Tip.ToInt())
	if fee.Cmp(c.cfg.MaxFee) > 0 {
		c.tell("fee", Act{Kind: ActUnable, Batch: p.Batch, Text: fmt.Sprintf("%s: waits for lower fees, %v wei for a unit of gas are the most allowed", p.Text, c.cfg.MaxFee)})
		return c.submit(ctx, p)
	}
	act := &action{kind: p.Kind, about: p.About, batch: p.Batch, to: *tx.To(), value: tx.Value(), data: tx.Data(), text: p.Text}
	return c.sign(ctx, act, price{gas: tx.Gas(), fee: fee, tip: tip}, p.Nonce, head)
}

// price is what a transaction pays for gas.
type price struct {
	gas      uint64
	fee, tip *big.Int
}

// send sends a transaction, after it was tried out and found to be affordable. It reports
// whether one is under way then.
func (c *Challenger) send(ctx context.Context, act *action, head *types.Header) (bool, error) {
	unable := func(format string, args ...any) (bool, error) {
		c.tell(act.text, Act{Kind: ActUnable, Batch: act.batch, Text: act.text + ": " + fmt.Sprintf(format, args...)})
		return false, nil
	}
	from := c.account.Address()
	p, err := c.fees(ctx, head)
	if err != nil {
		return false, err
	}
	if p.fee.Cmp(head.BaseFee) < 0 {
		return unable("L1's base fee is %v wei, above the %v allowed", head.BaseFee, p.fee)
	}
	balance, err := c.v.l1.balance(ctx, from)
	if err != nil {
		return false, err
	}
	// With a fee, so that the call sees the base fee as the transaction will.
	p.gas, err = c.v.l1.estimate(ctx, ethereum.CallMsg{From: from, To: &act.to, Value: act.value, Data: act.data, GasFeeCap: p.fee, GasTipCap: p.tip})
	if reason, refused := revertReason(err); refused {
		return unable("L1 would refuse it: %s", reason)
	}
	if isInsufficient(err) {
		return unable("%s has %v wei, too little", from, balance)
	}
	if err != nil {
		return false, err
	}
	p.gas += p.gas / 4
	cost := new(big.Int).Mul(p.fee, new(big.Int).SetUint64(p.gas))
	if cost.Add(cost, act.value); balance.Cmp(cost) < 0 {
		return unable("it may cost %v wei, %s has %v", cost, from, balance)
	}
	nonce, err := c.v.l1.nonce(ctx, from)
	if err != nil {
		return false, err
	}
	return true, c.sign(ctx, act, p, nonce, head)
}

// fees returns what a new transaction pays for gas: enough for a base fee twice as high,
// within what is allowed.
func (c *Challenger) fees(ctx context.Context, head *types.Header) (price, error) {
	tip, err := c.v.l1.tip(ctx)
	if err != nil {
		return price{}, err
	}
	p := price{tip: tip, fee: new(big.Int).Add(tip, new(big.Int).Mul(head.BaseFee, common.Big2))}
	if p.fee.Cmp(c.cfg.MaxFee) > 0 {
		p.fee = c.cfg.MaxFee
	}
	if p.tip.Cmp(p.fee) > 0 {
		p.tip = p.fee
	}
	return p, nil
}

// sign signs a transaction, keeps it, and sends it then: a crash in between sends the same
// one again.
func (c *Challenger) sign(ctx context.Context, act *action, p price, nonce uint64, head *types.Header) error {
	chain := word(c.v.l1ID).Big()
	tx := types.NewTx(&types.DynamicFeeTx{ChainID: chain, Nonce: nonce, To: &act.to, Value: act.value, Data: act.data,
		Gas: p.gas, GasFeeCap: p.fee, GasTipCap: p.tip})
	signing := types.LatestSignerForChainID(chain)
	signature, err := c.account.SignDigest(ctx, signing.Hash(tx))
	if err != nil {
		return fmt.Errorf("sign for %s: %w", c.account.Address(), err)
	}
	signature = append([]byte(nil), signature...)
	signature[64] -= 27
	if tx, err = tx.WithSignature(signing, signature); err != nil {
		return fmt.Errorf("sign for %s: %w", c.account.Address(), err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return fmt.Errorf("sign for %s: %w", c.account.Address(), err)
	}
	told := act.kind
	var before []common.Hash
	if c.st.Pending != nil {
		told, before = ActReplace, c.st.Pending.Txs
	}
	hash := tx.Hash()
	c.st.Pending = &pending{Kind: act.kind, About: act.about, Batch: act.batch, Text: act.text, Nonce: nonce, Raw: raw, Txs: append(before, hash),
		Since: head.Number.Uint64(), Fee: (*hexutil.Big)(p.fee), Tip: (*hexutil.Big)(p.tip)}
	if err := c.st.save(); err != nil {
		return err
	}
	c.tell(hash.Hex(), Act{Kind: told, Batch: act.batch, Tx: &hash, Text: act.text})
	return c.submit(ctx, c.st.Pending)
}

// fetch fetches what L1's contracts owe the account, where it is worth the gas.
func (c *Challenger) fetch(ctx context.Context, head *types.Header) error {
	challenges := bindings.NewChallenges()
	for _, from := range []common.Address{c.contract, c.bond} { // both pay out in the same way
		owed, err := view(ctx, c.v.l1, from, challenges.PackCredits(c.account.Address()), challenges.UnpackCredits)
		if err != nil {
			return err
		}
		const gas = 60_000
		worth := new(big.Int).Mul(head.BaseFee, big.NewInt(2*gas))
		if owed.Cmp(worth) <= 0 {
			continue
		}
		act := &action{kind: ActFetch, to: from, value: new(big.Int), data: challenges.PackFetch(), text: fmt.Sprintf("fetch %v wei from %s", owed, from)}
		if sent, err := c.send(ctx, act, head); err != nil || sent {
			return err
		}
	}
	return nil
}

// submit gives the transaction under way to the node, which may have it already. That the
// node refuses it ends nothing: it is given again, and with a higher fee after some blocks.
func (c *Challenger) submit(ctx context.Context, p *pending) error {
	_, err := ask(ctx, c.v.l1, "send a transaction", func(ctx context.Context) (any, error) {
		return nil, c.v.l1.rpc.CallContext(ctx, nil, "eth_sendRawTransaction", p.Raw)
	})
	var answer rpc.Error
	if !errors.As(err, &answer) {
		return err
	}
	if text := answer.Error(); !strings.Contains(text, "already known") && !strings.Contains(text, "nonce too low") {
		c.tell("node", Act{Kind: ActUnable, Batch: p.Batch, Text: fmt.Sprintf("L1's node does not take the transaction (%s): %s", text, p.Text)})
	}
	return nil
}

// receipt returns a transaction's receipt, nil where it is in no block.
func (s *server) receipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	r, err := ask(ctx, s, "receipt "+hash.Hex(), func(ctx context.Context) (*types.Receipt, error) { return s.eth.TransactionReceipt(ctx, hash) })
	if errors.Is(err, ethereum.NotFound) {
		return nil, nil
	}
	return r, err
}

// nonce returns how many of the account's transactions L1 has.
func (s *server) nonce(ctx context.Context, of common.Address) (uint64, error) {
	return ask(ctx, s, "nonce of "+of.Hex(), func(ctx context.Context) (uint64, error) { return s.eth.NonceAt(ctx, of, nil) })
}

func (s *server) balance(ctx context.Context, of common.Address) (*big.Int, error) {
	return ask(ctx, s, "balance of "+of.Hex(), func(ctx context.Context) (*big.Int, error) { return s.eth.BalanceAt(ctx, of, nil) })
}

func (s *server) tip(ctx context.Context) (*big.Int, error) {
	return ask(ctx, s, "tip", s.eth.SuggestGasTipCap)
}

func (s *server) estimate(ctx context.Context, call ethereum.CallMsg) (uint64, error) {
	return ask(ctx, s, "gas of a call", func(ctx context.Context) (uint64, error) { return s.eth.EstimateGas(ctx, call) })
}

// isInsufficient reports whether a node's answer is that an account cannot pay.
func isInsufficient(err error) bool {
	var answer rpc.Error
	return errors.As(err, &answer) && (strings.Contains(answer.Error(), "insufficient funds") || strings.Contains(answer.Error(), "exceeds allowance"))
}
