package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/verifier"
)

// rememberedPromises is how many positions are compared with each other.
const rememberedPromises = 500_000

// readPromises looks for contradictions in the files of --promises.
func readPromises(c *cli.Context, v *verifier.Verifier) ([]verifier.Finding, error) {
	book, findings := v.NewPromises(rememberedPromises), []verifier.Finding{}
	for _, path := range c.StringSlice("promises") {
		err := readPromiseFile(c.Context, book, path, func(found *verifier.Contradiction) error {
			findings = append(findings, found.Finding())
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	err := book.Broken(c.Context, func(found *verifier.Broken) error {
		findings = append(findings, found.Finding())
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("--promises: %w", err)
	}
	if !c.Bool("json") {
		printFindings(c, findings)
	}
	return findings, nil
}

// readPromiseFile gives every promise of a file to the book, and fn each contradiction. What
// is not signed by a signer is an error: it is no evidence of anything.
func readPromiseFile(ctx context.Context, book *verifier.Promises, path string, fn func(*verifier.Contradiction) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("--promises: %w", err)
	}
	err = verifier.ReadPromises(f, func(p verifier.Promise) error {
		found, err := book.Add(ctx, p)
		if err == nil && found != nil {
			err = fn(found)
		}
		return err
	})
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("--promises %s: %w", path, err)
	}
	return nil
}
