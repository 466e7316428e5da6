package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/ssequencer/ssequencer/verifier"
)

// keepEvery is how often a long audit stores how far it has come.
const keepEvery = 2 * time.Second

// readState reads where an audit ended, nil where none did.
func readState(path string) (*verifier.State, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("--state: %w", err)
	}
	st, err := verifier.DecodeState(text)
	if err != nil {
		return nil, fmt.Errorf("--state %s: %w", path, err)
	}
	return st, nil
}

// stateKeeper stores how far an audit has come, if there is a file for it.
type stateKeeper struct {
	verifier *verifier.Verifier
	path     string
	last     time.Time
}

// sometimes stores it if that was not done lately.
func (k *stateKeeper) sometimes() error {
	if time.Since(k.last) < keepEvery {
		return nil
	}
	return k.now()
}

// now stores it.
func (k *stateKeeper) now() error {
	if k.path == "" {
		return nil
	}
	k.last = time.Now()
	text, err := json.Marshal(k.verifier.State())
	if err != nil {
		return fmt.Errorf("--state: %w", err)
	}
	if err := writeAtomically(k.path, text); err != nil {
		return fmt.Errorf("--state: %w", err)
	}
	return nil
}

// showProgress draws a bar on a terminal, in one line that the next one overwrites.
func showProgress(w io.Writer, p verifier.Progress) {
	const width = 30
	done := int(width * p.Batch / max(p.Last, 1))
	fmt.Fprintf(w, "\r\x1b[K[%s%s] batch %d of %d: %d blocks of chain %d\r", strings.Repeat("#", done), strings.Repeat(".", width-done),
		p.Batch, p.Last, p.Blocks, p.Chain)
}
