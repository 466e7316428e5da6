package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

func exitCommand() *cli.Command {
	return &cli.Command{
		Name: "exit", Usage: "release on L1 what a transaction has burnt for L1 on a chain", ArgsUsage: "TXHASH",
		Description: "Proves the transaction's message to L1 against its batch, which has to be final. Anybody may do that and pays for it: the tokens go to whom the message names. The transaction is one of `ssequencer send --to-chain L1`, or of the gateway's exit or refundEntry.",
		Flags: slices.Concat([]cli.Flag{
			&cli.BoolFlag{Name: "wait", Usage: "wait until the batch is final"},
			&cli.DurationFlag{Name: "timeout", Usage: "how long to wait for everything", Value: 10 * time.Minute},
		}, keyFlags("who pays on L1"), []cli.Flag{l1Flag(), rpcFlag(), jsonFlag()}),
		Action: leave,
	}
}

// leaving is what was burnt on a chain on its way out.
type leaving struct {
	*door
	c      *cli.Context
	e      *endpoint
	tx     common.Hash
	proof  *verifier.ProofFile
	exit   bindings.LockboxExit
	result leaveResult
}

// leaveResult is what `exit --json` prints.
type leaveResult struct {
	TxHash    common.Hash    `json:"txHash"`
	Batch     uint64         `json:"batch"`
	Token     common.Address `json:"token"` // on L1
	Recipient common.Address `json:"recipient"`
	Amount    string         `json:"amount"`
	L1TxHash  *common.Hash   `json:"l1TxHash"` // null where it was released before
}

func leave(c *cli.Context) error {
	hash, err := hashArgument(c)
	if err != nil {
		return err
	}
	key, err := senderKey(c)
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
	if key == nil {
		set, err := e.set(ctx)
		if err != nil {
			return err
		}
		if !isDevnet(e, set) {
			return usageError("no key: say who pays on L1 with --keystore or --private-key")
		}
		if key, err = devnetFirstKey(); err != nil {
			return err
		}
	}
	s := &leaving{c: c, e: e, tx: hash, result: leaveResult{TxHash: hash}}
	defer func() {
		if s.door != nil {
			s.close()
		}
	}()
	if err := s.prove(ctx); err != nil {
		return e.failed(err)
	}
	return s.release(ctx, key)
}

// prove waits for a proof against a final batch.
func (s *leaving) prove(ctx context.Context) error {
	for told := ""; ; {
		why, err := s.ready(ctx)
		if err != nil || why == "" {
			return err
		}
		if !s.c.Bool("wait") {
			return fmt.Errorf("%s; --wait waits for it", why)
		}
		if why != told {
			s.say("%s: waiting", why)
			told = why
		}
		if err := waitAtMost(ctx, entryPoll); err != nil {
			return fmt.Errorf("%s, after %v", why, s.c.Duration("timeout"))
		}
	}
}

// ready finds the proof. It tells what is missing, nothing where the lockbox may be asked.
func (s *leaving) ready(ctx context.Context) (string, error) {
	proofs, err := s.e.client.Proofs(ctx, s.tx)
	if errors.Is(err, client.ErrNotFound) {
		return "its message is in no batch yet, if it has one", nil
	}
	if err != nil {
		return "", err
	}
	set, err := s.e.set(ctx)
	if err != nil {
		return "", err
	}
	for i := range proofs {
		if proofs[i].Pair.Destination != set.L1ChainID {
			continue
		}
		if s.proof, err = proofFile(ctx, s.e, &proofs[i]); err != nil {
			return "", err
		}
		if s.door == nil {
			if s.door, err = newDoor(ctx, s.e, s.c.String("l1"), chains.ChainID(s.proof.Message.Source)); err != nil {
				return "", err
			}
		}
		return s.final(ctx, set.Settlement)
	}
	return "", fmt.Errorf("transaction %s has no message to L1", s.tx)
}

// final reports whether L1 takes the proof's batch.
func (s *leaving) final(ctx context.Context, settlement common.Address) (string, error) {
	batches := bindings.NewBatches()
	last, err := readContract(ctx, s.l1, settlement, batches.PackFinalBatch(), batches.UnpackFinalBatch)
	if err == nil && last < s.proof.Batch {
		return fmt.Sprintf("batch %d is not final on L1 yet", s.proof.Batch), nil
	}
	return "", err
}

// release asks the lockbox for the tokens, if nobody has before.
func (s *leaving) release(ctx context.Context, key *signer.Key) error {
	token, err := s.decode(ctx)
	if err != nil {
		return err
	}
	s.result.Batch, s.result.Token, s.result.Recipient, s.result.Amount = s.proof.Batch, s.exit.Token, s.exit.To, formatUnits(s.exit.Amount, token.decimals)
	lockbox := bindings.NewLockbox()
	done, err := readContract(ctx, s.l1, s.lockbox, lockbox.PackDone(s.proof.Leaf), lockbox.UnpackDone)
	if err != nil {
		return err
	}
	if !done {
		receipt, err := s.sendL1(ctx, key, s.lockbox, lockbox.PackRelease(s.exit))
		if err != nil {
			return fmt.Errorf("release: %w", err)
		}
		s.result.L1TxHash = &receipt.TxHash
	}
	if s.c.Bool("json") {
		return printJSON(s.c, s.result)
	}
	if done {
		s.say("%s was released to %s before", token.format(s.exit.Amount), s.exit.To)
		return nil
	}
	s.say("%s released to %s on L1 in transaction %s", token.format(s.exit.Amount), s.exit.To, s.result.L1TxHash)
	return nil
}

// decode reads the message: token, recipient and amount, as the gateway encodes them.
func (s *leaving) decode(ctx context.Context) (l1Token, error) {
	m := &s.proof.Message
	if m.Sender != s.gateway || m.Target != s.lockbox || len(m.Data) != 3*common.HashLength {
		return l1Token{}, fmt.Errorf("the message is not one of the gateway %s to the lockbox %s", s.gateway, s.lockbox)
	}
	address, err := s.tokenOnL1(ctx, common.BytesToAddress(m.Data[:32]))
	if err == nil && address == (common.Address{}) {
		err = fmt.Errorf("the lockbox does not list the token %s of chain %d", common.BytesToAddress(m.Data[:32]), m.Source)
	}
	if err != nil {
		return l1Token{}, err
	}
	s.exit = bindings.LockboxExit{Batch: s.proof.Batch, Token: address, To: common.BytesToAddress(m.Data[32:64]),
		Amount: new(big.Int).SetBytes(m.Data[64:]), Proof: s.proof.OnL1()}
	return s.describe(ctx, address)
}

func (s *leaving) say(format string, args ...any) {
	if !s.c.Bool("json") {
		fmt.Fprintf(s.c.App.Writer, format+"\n", args...)
	}
}
