package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/signer"
)

func sendCommand() *cli.Command {
	return &cli.Command{
		Name: "send", Usage: "a cross-chain transfer by one ordinary signed transaction", ArgsUsage: "[RECIPIENT]",
		Description: "Burns on one chain and mints on the other in the same slot, or does nothing. The recipient is the sender where none is given. Where one of the chains is L1, a token of L1 enters or leaves: it is locked there and minted here, or burnt here, to be released by `ssequencer exit`.",
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "from-chain", Usage: "chain id to send from"},
			&cli.StringFlag{Name: "to-chain", Usage: "chain id to send to"},
			&cli.StringFlag{Name: "amount", Usage: "amount in whole tokens, such as 10 or 0.5"},
			&cli.StringFlag{Name: "token", Usage: "token address, or ETH (default: the test token, or what stands for L1's)"},
		}, keyFlags("the sender"), []cli.Flag{
			&cli.StringFlag{Name: "wait", Usage: "preconfirmed, sealed, posted or verified", Value: string(wire.Sealed)},
			&cli.DurationFlag{Name: "timeout", Usage: "how long to wait for it", Value: 2 * time.Minute},
			l1Flag(), rpcFlag(), jsonFlag(),
		}),
		Action: send,
	}
}

// keyFlags name the key of an account that signs, for senderKey.
func keyFlags(whose string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "private-key", Usage: "private key of " + whose + " in hex (default on a devnet: its first account)", EnvVars: []string{config.EnvName("private-key")}},
		&cli.StringFlag{Name: "keystore", Usage: "encrypted keystore file of " + whose},
		&cli.StringFlag{Name: "password-file", Usage: "file with the keystore's passphrase (default: ask on the terminal)"},
	}
}

// sendOrder is what the command line asks for, before a server was asked anything.
type sendOrder struct {
	from, to  chains.ChainID
	amount    string
	token     string // address, "ETH" or "" for the test token
	recipient *common.Address
	wait      wire.Status
	key       *signer.Key // nil = the devnet's first account
}

// sendResult is what `send --json` prints.
type sendResult struct {
	TxHash    common.Hash         `json:"txHash"`
	From      common.Address      `json:"from"`
	Recipient common.Address      `json:"recipient"`
	Token     string              `json:"token"`
	Amount    string              `json:"amount"`
	Before    string              `json:"recipientBefore,omitempty"`
	After     string              `json:"recipientAfter,omitempty"`
	Bundle    *wire.Bundle        `json:"bundle"`
	Refusal   *chains.RefusalData `json:"refusal,omitempty"`
}

func send(c *cli.Context) error {
	order, err := parseSend(c)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Context, c.Duration("timeout"))
	defer cancel()
	e, err := connect(ctx, c)
	if err != nil {
		return err
	}
	defer e.close()
	set, err := e.set(ctx)
	if err != nil {
		return err
	}
	if order.from == chains.ChainID(set.L1ChainID) {
		return enter(ctx, c, e, order)
	}
	t, err := newTransfer(ctx, e, order)
	if err != nil {
		return e.failed(err)
	}
	defer t.close()
	s := &sending{c: c, endpoint: e, transfer: t, result: sendResult{From: t.key.Address(), Recipient: t.recipient,
		Token: t.tokenName(), Amount: formatUnits(t.amount, t.decimals)}}
	if !t.leaves {
		s.result.Before = formatUnits(t.before, t.decimals)
	}
	return s.run(ctx, order.wait)
}

func parseSend(c *cli.Context) (*sendOrder, error) {
	o := &sendOrder{amount: c.String("amount"), token: c.String("token"), wait: wire.Status(c.String("wait"))}
	var err error
	if o.from, err = chainFlag(c, "from-chain"); err != nil {
		return nil, err
	}
	if o.to, err = chainFlag(c, "to-chain"); err != nil {
		return nil, err
	}
	if o.from == o.to {
		return nil, usageError("--from-chain and --to-chain are the same chain: that is an ordinary transfer, without us")
	}
	_, fraction, _ := strings.Cut(o.amount, ".")
	if _, err := parseUnits(o.amount, uint8(min(len(fraction), 77))); err != nil { // the token's decimals are not known yet
		return nil, usageError("--%v", err)
	}
	if rank(o.wait) <= rank(wire.Queued) {
		return nil, usageError("--wait %s: want preconfirmed, sealed, posted or verified", o.wait)
	}
	if o.token != "" && !strings.EqualFold(o.token, "ETH") && !common.IsHexAddress(o.token) {
		return nil, usageError("--token %q: want an address or ETH", o.token)
	}
	if c.NArg() > 1 {
		return nil, usageError("one RECIPIENT at most, got %d arguments", c.NArg())
	}
	if text := c.Args().First(); text != "" {
		if !common.IsHexAddress(text) {
			return nil, usageError("RECIPIENT %q is not an address", text)
		}
		to := common.HexToAddress(text)
		o.recipient = &to
	}
	o.key, err = senderKey(c)
	return o, err
}

func chainFlag(c *cli.Context, name string) (chains.ChainID, error) {
	if c.String(name) == "" {
		return 0, usageError("--%s is missing; see: %s --help", name, c.Command.HelpName)
	}
	id, err := chains.ParseChainID(c.String(name))
	if err != nil {
		return 0, usageError("--%s: %v", name, err)
	}
	return id, nil
}

// senderKey returns the sender's key, nil where none is given.
func senderKey(c *cli.Context) (*signer.Key, error) {
	text, path := c.String("private-key"), c.String("keystore")
	switch {
	case path != "":
		pass, err := passphrase(c, false)
		if err != nil {
			return nil, err
		}
		return signer.LoadKeystore(path, pass)
	case text != "":
		key, err := signer.FromHex(text)
		if err != nil {
			return nil, usageError("--private-key: %v", err)
		}
		return key, nil
	}
	return nil, nil
}

// isDevnet reports whether a service is a devnet of this machine, whose first account
// everybody knows.
func isDevnet(e *endpoint, set *wire.Chains) bool {
	host := e.url.Hostname()
	ip := net.ParseIP(host)
	return chains.ChainID(set.L1ChainID) == devnet.L1ChainID && (host == "localhost" || ip != nil && ip.IsLoopback())
}

// sending is one transfer on its way.
type sending struct {
	c        *cli.Context
	endpoint *endpoint
	transfer *transfer
	result   sendResult
	shown    int // stages already told
}

func (s *sending) run(ctx context.Context, stage wire.Status) error {
	t := s.transfer
	s.say("%s %s from chain %d to chain %d, %s to %s", s.result.Amount, s.result.Token, t.from.ChainID, t.to.ChainID, s.result.From, t.recipient)
	raw, hash, err := t.sign(ctx)
	if err != nil {
		return s.refused(err)
	}
	s.result.TxHash = hash
	s.say("transaction %s", hash)
	if _, err := s.endpoint.client.SendRaw(ctx, raw); err != nil {
		return s.refused(err)
	}
	f := &follower{endpoint: s.endpoint, id: hash, show: s.show}
	b, err := f.until(ctx, stage)
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("not %s after %v; it goes on, look at it with: ssequencer bundle %s", stage, s.c.Duration("timeout"), hash)
	}
	if err != nil {
		return err
	}
	s.result.Bundle = b
	if b.Refusal != nil {
		return s.tell(b.Refusal)
	}
	if rank(b.Status) < 0 {
		return fmt.Errorf("transaction %s was %s", hash, b.Status)
	}
	return s.finish(ctx, b)
}

// finish prints the legs and what the recipient has now.
func (s *sending) finish(ctx context.Context, b *wire.Bundle) error {
	t := s.transfer
	if t.leaves {
		return s.burnt(b)
	}
	after, err := t.balance(ctx, rank(b.Status) < rank(wire.Sealed))
	if err != nil {
		return fmt.Errorf("balance on chain %d: %w", t.to.ChainID, err)
	}
	s.result.After = formatUnits(after, t.decimals)
	if s.c.Bool("json") {
		return printJSON(s.c, s.result)
	}
	if err := table(s.c.App.Writer, legRows(b.Legs)); err != nil {
		return err
	}
	s.say("balance of %s on chain %d: %s -> %s %s", t.recipient, t.to.ChainID, s.result.Before, s.result.After, s.result.Token)
	failed := func(l wire.Leg) bool { return !l.Success }
	if len(b.Legs) < 2 || slices.ContainsFunc(b.Legs, failed) {
		return errors.New("included, but nothing was transferred: the transaction reverted")
	}
	return nil
}

// burnt tells how what was burnt for L1 goes on.
func (s *sending) burnt(b *wire.Bundle) error {
	if s.c.Bool("json") {
		return printJSON(s.c, s.result)
	}
	if err := table(s.c.App.Writer, legRows(b.Legs)); err != nil {
		return err
	}
	if slices.ContainsFunc(b.Legs, func(l wire.Leg) bool { return !l.Success }) {
		return errors.New("included, but nothing was burnt: the transaction reverted")
	}
	s.say("burnt; L1 releases it once its batch is final: ssequencer exit %s --wait", s.result.TxHash)
	return nil
}

func (s *sending) show(b *wire.Bundle) {
	var lines []string
	lines, s.shown = stageLines(b, s.shown)
	for _, line := range lines {
		s.say("%s", line)
	}
}

// say prints a line for a person.
func (s *sending) say(format string, args ...any) {
	if !s.c.Bool("json") {
		fmt.Fprintf(s.c.App.Writer, format+"\n", args...)
	}
}

// refused tells what the service or the estimate answered in place of including it.
func (s *sending) refused(err error) error {
	if r, ok := client.Refusal(err); ok {
		return s.tell(r)
	}
	if r, ok := revertOf(err, chains.ChainID(s.transfer.from.ChainID)); ok {
		return s.tell(r)
	}
	return s.endpoint.failed(err)
}

func (s *sending) tell(r *chains.RefusalData) error {
	s.result.Refusal = r
	if s.c.Bool("json") {
		if err := printJSON(s.c, s.result); err != nil {
			return err
		}
		return silentError(codeFailure)
	}
	return errors.New(refusalText(r))
}

// tokenName returns what amounts are counted in.
func (t *transfer) tokenName() string {
	if t.token == (common.Address{}) {
		return "ETH"
	}
	return t.symbol
}
