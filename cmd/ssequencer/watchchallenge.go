package main

import (
	"fmt"
	"math/big"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/params"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

func challengeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "challenge", Usage: "make L1 judge what does not hold; this spends the key's money"},
		&cli.StringFlag{Name: "key-file", Usage: "FILE with the private key that challenges: 64 hex digits, or an encrypted keystore"},
		&cli.StringFlag{Name: "password-file", Usage: "file with the keystore's passphrase (default: ask on the terminal)"},
		&cli.StringFlag{Name: "challenges", Usage: "keep in FILE what is challenged, over restarts", Value: "ssequencer-challenges.json"},
		&cli.StringFlag{Name: "max-demand", Usage: "most ETH that one demand may cost", Value: "1"},
		&cli.Uint64Flag{Name: "max-fee", Usage: "most gwei to pay for a unit of gas on L1", Value: 200},
	}
}

// openChallenger returns nil where nothing is to be challenged.
func openChallenger(c *cli.Context, v *verifier.Verifier) (*verifier.Challenger, error) {
	if !c.Bool("challenge") {
		if c.IsSet("key-file") {
			return nil, usageError("--key-file is for --challenge")
		}
		return nil, nil
	}
	most, err := parseUnits(c.String("max-demand"), 18)
	if err != nil {
		return nil, usageError("--max-demand: %v", err)
	}
	key, err := challengeKey(c)
	if err != nil {
		return nil, err
	}
	ch, err := v.NewChallenger(c.Context, key, verifier.ChallengerConfig{File: c.String("challenges"), MaxDemand: most,
		MaxFee: new(big.Int).Mul(new(big.Int).SetUint64(c.Uint64("max-fee")), big.NewInt(params.GWei)), OnAct: show{c}.act})
	if err != nil {
		return nil, err
	}
	return ch, explainTerms(c, ch, key)
}

// challengeKey reads the key of --key-file.
func challengeKey(c *cli.Context) (*signer.Key, error) {
	path := c.String("key-file")
	if path == "" {
		return nil, usageError("--challenge needs --key-file FILE: whose money is spent")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--key-file: %w", err)
	}
	if strings.HasPrefix(strings.TrimSpace(string(text)), "{") {
		pass, err := passphrase(c, false)
		if err != nil {
			return nil, err
		}
		return signer.LoadKeystore(path, pass)
	}
	key, err := signer.FromHex(string(text))
	if err != nil {
		return nil, fmt.Errorf("--key-file %s: %w", path, err)
	}
	return key, nil
}

// explainTerms says what a challenge will cost and can bring.
func explainTerms(c *cli.Context, ch *verifier.Challenger, key *signer.Key) error {
	t, err := ch.Terms(c.Context)
	if err != nil {
		return err
	}
	eth := func(n *big.Int) string { return formatUnits(n, 18) + " ETH" }
	text := fmt.Sprintf("%s has %s on L1. A demand costs %s now: whoever proves the batch gets it; without a proof within %v it comes back, the sequencer loses %s, and you get %s of that",
		key.Address(), eth(t.Balance), eth(t.Price), t.Period, eth(t.Penalty), eth(t.Reward))
	if t.Balance.Cmp(t.Price) < 0 {
		text += ". That balance is too small to challenge anything"
	}
	return show{c}.line(verifier.Act{Kind: "terms", Text: text})
}

// show prints what a watcher sees and does.
type show struct{ c *cli.Context }

func (s show) report(r *verifier.Report) error {
	if s.c.Bool("json") {
		return printLine(s.c, r)
	}
	printReport(s.c, r)
	return nil
}

func (s show) findings(findings []verifier.Finding) error {
	if !s.c.Bool("json") {
		printFindings(s.c, findings)
		return nil
	}
	for _, f := range findings {
		if err := printLine(s.c, f); err != nil {
			return err
		}
	}
	return nil
}

func (s show) line(a verifier.Act) error {
	if s.c.Bool("json") {
		return printLine(s.c, a)
	}
	tx := ""
	if a.Tx != nil {
		tx = " (transaction " + a.Tx.Hex() + ")"
	}
	_, err := fmt.Fprintf(s.c.App.Writer, "challenge: %s: %s%s\n", a.Kind, a.Text, tx)
	return err
}

// act prints an act; that it cannot be printed is no reason not to do it.
func (s show) act(a verifier.Act) {
	if err := s.line(a); err != nil {
		fmt.Fprintf(s.c.App.ErrWriter, "ssequencer: %v\n", err)
	}
}
