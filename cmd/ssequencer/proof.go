package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/verifier"
)

func proofCommand() *cli.Command {
	return &cli.Command{
		Name: "proof", Usage: "inclusion proof of a message against the batch roots on L1", ArgsUsage: "TXHASH",
		Description: "Of a transaction with several messages, --message says which (counted from 0). Check a proof with `ssequencer verify --proof FILE`.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "o", Usage: "write the proof to FILE (default: standard output)"},
			&cli.IntFlag{Name: "message", Usage: "which message of the transaction"},
			rpcFlag(), jsonFlag(),
		},
		Action: showProof,
	}
}

func showProof(c *cli.Context) error {
	hash, err := hashArgument(c)
	if err != nil {
		return err
	}
	e, err := connect(c.Context, c)
	if err != nil {
		return err
	}
	defer e.close()
	proofs, err := e.client.Proofs(c.Context, hash)
	if err != nil {
		return describeNoProof(e.failed(err), hash)
	}
	i := c.Int("message")
	if len(proofs) == 0 {
		return fmt.Errorf("transaction %s has no message in a batch (yet)", hash)
	}
	if i < 0 || i >= len(proofs) {
		return usageError("--message %d: transaction %s has %d messages in batches", i, hash, len(proofs))
	}
	if i == 0 && len(proofs) > 1 && !c.IsSet("message") {
		fmt.Fprintf(c.App.ErrWriter, "the transaction has %d messages; this is the first, others with --message\n", len(proofs))
	}
	file, err := proofFile(c.Context, e, &proofs[i])
	if err != nil {
		return e.failed(err)
	}
	return writeProof(c, file)
}

// describeNoProof tells what is missing when there is no proof of a message.
func describeNoProof(err error, hash common.Hash) error {
	return describeMissing(err, "a proof for "+hash.Hex()+" (only messages in a closed batch have one)")
}

func writeProof(c *cli.Context, file *verifier.ProofFile) error {
	text, err := file.Encode()
	if err != nil {
		return err
	}
	path := c.String("o")
	if path == "" {
		_, err = c.App.Writer.Write(text)
		return err
	}
	if err := writeAtomically(path, text); err != nil {
		return fmt.Errorf("write the proof: %w", err)
	}
	if c.Bool("json") {
		return printJSON(c, map[string]any{"file": path, "batch": file.Batch, "root": file.Root})
	}
	fmt.Fprintf(c.App.Writer, "proof of message %d from chain %d to chain %d in batch %d: %s\n",
		file.Message.Nonce, file.Message.Source, file.Message.Destination, file.Batch, path)
	return nil
}

// writeAtomically leaves the old file or the whole new one under the name.
func writeAtomically(path string, text []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".write-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(text)
	if err = errors.Join(err, temp.Chmod(0o644), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// proofFile completes the service's proof with the message itself, and checks it.
func proofFile(ctx context.Context, e *endpoint, p *wire.Proof) (*verifier.ProofFile, error) {
	set, err := e.set(ctx)
	if err != nil {
		return nil, err
	}
	source, err := findChain(set, chains.ChainID(p.Pair.Source))
	if err != nil {
		return nil, err
	}
	m, err := findMessage(ctx, e, source, p)
	if err != nil {
		return nil, fmt.Errorf("message %d of chain %d to chain %d: %w", p.Index, p.Pair.Source, p.Pair.Destination, err)
	}
	f := &verifier.ProofFile{
		Version:    verifier.ProofFileVersion,
		Deployment: verifier.ProofDeployment{L1ChainID: uint64(set.L1ChainID), Settlement: set.Settlement, Messenger: source.Contracts.Messenger},
		Message: verifier.ProofMessage{Source: uint64(p.Pair.Source), Destination: m.Destination, Nonce: m.Nonce,
			Sender: m.Sender, Target: m.Target, Data: m.Data},
		Leaf: p.Leaf, Index: uint64(p.Index), Siblings: p.Siblings,
		Pair: verifier.ProofPair{Source: uint64(p.Pair.Source), Destination: uint64(p.Pair.Destination),
			Generation: uint64(p.Pair.Generation), Count: uint64(p.Pair.Count), Root: p.Pair.Root},
		PairProof: verifier.ProofPairInBatch{Index: uint64(p.PairProof.Index), Count: uint64(p.PairProof.Count), Siblings: p.PairProof.Siblings},
		Batch:     uint64(p.Batch), Root: p.Root,
	}
	if err := f.Check(); err != nil {
		return nil, fmt.Errorf("the service gave a wrong proof: %w", err)
	}
	return f, nil
}

// findMessage reads the message from the source chain's logs.
func findMessage(ctx context.Context, e *endpoint, source wire.Chain, p *wire.Proof) (*bindings.SentMessage, error) {
	eth, err := e.chain(ctx, chains.ChainID(source.ChainID))
	if err != nil {
		return nil, err
	}
	defer eth.Close()
	number := uint64(p.Batch)
	batch, err := e.client.Batch(ctx, &number)
	if err != nil {
		return nil, err
	}
	topic := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	q := ethereum.FilterQuery{Addresses: []common.Address{source.Contracts.Messenger},
		Topics: [][]common.Hash{{bindings.SentMessageTopic}, {topic(uint64(p.Pair.Destination))}, nil, {topic(uint64(p.Index))}}}
	for _, r := range batch.Chains {
		if r.ChainID == source.ChainID {
			q.FromBlock, q.ToBlock = topic(uint64(r.FirstBlock)).Big(), topic(uint64(r.LastBlock)).Big()
		}
	}
	logs, err := eth.FilterLogs(ctx, q)
	if err == nil && len(logs) == 0 { // it was sent before the batch in which it was received
		q.FromBlock = new(big.Int)
		logs, err = eth.FilterLogs(ctx, q)
	}
	if err != nil {
		return nil, err
	}
	return lastMessage(logs)
}

// lastMessage decodes the last of the logs: in an earlier generation of the pair the same
// nonce may have been used.
func lastMessage(logs []types.Log) (*bindings.SentMessage, error) {
	if len(logs) == 0 {
		return nil, errors.New("the chain's node has no log of it")
	}
	m, err := bindings.DecodeSentMessage(&logs[len(logs)-1])
	return &m, err
}
