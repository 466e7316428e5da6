package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// entryPoll is how often it is looked whether something has happened on a chain.
const entryPoll = 200 * time.Millisecond

// entering is a token of L1 on its way to a chain.
type entering struct {
	*door
	c      *cli.Context
	order  *sendOrder
	token  l1Token
	amount *big.Int
	result enterResult
}

// enterResult is what `send --json` prints of an entry.
type enterResult struct {
	L1TxHash    common.Hash    `json:"l1TxHash"`
	MessageHash common.Hash    `json:"messageHash"`
	From        common.Address `json:"from"`
	Recipient   common.Address `json:"recipient"`
	Token       common.Address `json:"token"`
	Amount      string         `json:"amount"`
	Received    bool           `json:"received"`
}

// enter locks tokens on L1 and waits until the chain has minted them.
func enter(ctx context.Context, c *cli.Context, e *endpoint, order *sendOrder) error {
	if rank(order.wait) > rank(wire.Sealed) {
		return usageError("--wait %s: what comes from L1 is waited for until it is sealed", order.wait)
	}
	if order.key == nil {
		set, err := e.set(ctx)
		if err != nil {
			return err
		}
		if !isDevnet(e, set) {
			return usageError("no key: say who sends with --keystore or --private-key")
		}
		if order.key, err = devnetFirstKey(); err != nil {
			return err
		}
	}
	d, err := newDoor(ctx, e, c.String("l1"), order.to)
	if err != nil {
		return e.failed(err)
	}
	defer d.close()
	s := &entering{door: d, c: c, order: order}
	s.result.From, s.result.Recipient = order.key.Address(), order.key.Address()
	if order.recipient != nil {
		s.result.Recipient = *order.recipient
	}
	if err := s.chooseToken(ctx); err != nil {
		return err
	}
	if err := s.lock(ctx); err != nil {
		return err
	}
	return s.received(ctx)
}

// chooseToken waits until the lockbox knows a token: a devnet's is listed when its first
// batch is final.
func (s *entering) chooseToken(ctx context.Context) error {
	var address common.Address
	if s.order.token != "" {
		if !common.IsHexAddress(s.order.token) {
			return usageError("--token %s: ETH does not enter from L1; name a token of L1", s.order.token)
		}
		address = common.HexToAddress(s.order.token)
	}
	for told := false; address == (common.Address{}); told = true {
		var err error
		if address, err = s.tokenOnL1(ctx, s.chain.Contracts.L1Token); err != nil {
			return err
		}
		if address != (common.Address{}) {
			break
		}
		if s.chain.Contracts.L1Token == (common.Address{}) {
			return usageError("say which token of L1 with --token ADDR")
		}
		if !told {
			s.say("the lockbox does not list the token yet: it does when a first batch is final")
		}
		if err := waitAtMost(ctx, entryPoll); err != nil {
			return errors.New("the lockbox has not listed the token in time")
		}
	}
	var err error
	if s.token, err = s.describe(ctx, address); err != nil {
		return err
	}
	if s.amount, err = parseUnits(s.order.amount, s.token.decimals); err != nil {
		return usageError("--%v", err)
	}
	s.result.Token, s.result.Amount = address, formatUnits(s.amount, s.token.decimals)
	return nil
}

// lock makes the lockbox take the tokens.
func (s *entering) lock(ctx context.Context) error {
	key, erc20 := s.order.key, bindings.NewTestToken()
	s.say("%s from L1 to chain %d, %s to %s", s.token.format(s.amount), s.order.to, s.result.From, s.result.Recipient)
	allowed, err := readContract(ctx, s.l1, s.token.address, erc20.PackAllowance(key.Address(), s.lockbox), erc20.UnpackAllowance)
	if err != nil {
		return err
	}
	if allowed.Cmp(s.amount) < 0 {
		if _, err := s.sendL1(ctx, key, s.token.address, erc20.PackApprove(s.lockbox, s.amount)); err != nil {
			return fmt.Errorf("approve: %w", err)
		}
	}
	receipt, err := s.sendL1(ctx, key, s.lockbox, bindings.NewLockbox().PackEnter(s.order.to.Big(), s.token.address, s.result.Recipient, s.amount))
	if err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	s.result.L1TxHash = receipt.TxHash
	s.result.MessageHash, err = sentIn(receipt, s.chain.Contracts.Messenger, s.l1ID)
	s.say("locked on L1 in transaction %s, message %s", receipt.TxHash, s.result.MessageHash)
	return err
}

// sentIn returns the hash of the message that a transaction has sent.
func sentIn(receipt *types.Receipt, messenger common.Address, source chains.ChainID) (common.Hash, error) {
	for _, log := range receipt.Logs {
		if log.Address == messenger && log.Topics[0] == bindings.SentMessageTopic {
			m, err := bindings.DecodeSentMessage(log)
			return m.Hash(uint64(source)), err
		}
	}
	return common.Hash{}, fmt.Errorf("transaction %s has sent no message", receipt.TxHash)
}

// State of a message on its destination, as the messenger says it.
const (
	messageFailed = 1
	messageDone   = 2
)

// received waits until the chain has the message.
func (s *entering) received(ctx context.Context) error {
	messenger := bindings.NewMessenger()
	for {
		state, err := readContract(ctx, s.on, s.chain.Contracts.Messenger, messenger.PackMessageState(s.result.MessageHash), messenger.UnpackMessageState)
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("not received on chain %d after %v; it goes on", s.order.to, s.c.Duration("timeout"))
		case err != nil:
			return err
		case state == messageFailed:
			return fmt.Errorf("chain %d has received the message and minted nothing (the gateway's credit is used up?): anybody may retry it, or send it back with the gateway's refundEntry", s.order.to)
		case state == messageDone:
			s.result.Received = true
			if s.c.Bool("json") {
				return printJSON(s.c, s.result)
			}
			s.say("minted on chain %d", s.order.to)
			return nil
		}
		if err := waitAtMost(ctx, entryPoll); err != nil {
			continue
		}
	}
}

func (s *entering) say(format string, args ...any) {
	if !s.c.Bool("json") {
		fmt.Fprintf(s.c.App.Writer, format+"\n", args...)
	}
}
