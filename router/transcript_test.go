package router_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/router"
)

var update = flag.Bool("update", false, "write what came into the transcripts")

// TestTranscripts plays the files of testdata: "--> " is a body sent to the path named by
// the last "@ " line, the lines after it are the answer as it must come. $name is
// replaced by a value of the table below. Run with -update to record, and read the diff.
func TestTranscripts(t *testing.T) {
	alice := newAccount(t, "alice")
	values := []string{
		"$transfer", hexutil.Encode(alice.transfer(chainA, 0).Raw()),
		"$unknown-chain", hexutil.Encode(alice.transfer(77, 0).Raw()),
		"$poor", hexutil.Encode(newAccount(t, "poor").transfer(chainA, 0).Raw()),
		"$alice", alice.addr.Hex(), "$emitter", emitter.Hex(),
		"$hash", alice.transfer(chainA, 0).Hash().Hex(),
		"$empty", "", "$long", strings.Repeat("x", 3000),
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			s := newStage(t, alice.addr)
			s.apply(t, chainB)
			e := newEdge(t, s, shortWait, func(cfg *router.Config) { cfg.MaxBatch, cfg.MaxMessage = 3, 2500 })
			s.set(func(txs []*chains.Tx) verdict { return verdict{hold: txs[0].Nonce() > 0} })
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := e.play(t, string(want), strings.NewReplacer(values...))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(want) {
				t.Errorf("the transcript differs; it is now:\n%s", got)
			}
		})
	}
}

// play returns a transcript with the answers that come.
func (e *edge) play(t *testing.T, script string, values *strings.Replacer) string {
	t.Helper()
	var out strings.Builder
	url := e.a
	for line := range strings.Lines(script) {
		if strings.HasPrefix(line, "<-- ") {
			continue
		}
		out.WriteString(line)
		line = strings.TrimSuffix(line, "\n")
		if path, ok := strings.CutPrefix(line, "@ "); ok {
			url = e.bare + path
		}
		body, ok := strings.CutPrefix(line, "--> ")
		if !ok {
			continue
		}
		status, answer := post(t, url, values.Replace(body))
		if status != 200 {
			fmt.Fprintf(&out, "<-- HTTP %d\n", status)
		}
		if answer == "" {
			answer = "(nothing)"
		}
		out.WriteString("<-- " + strings.TrimSuffix(answer, "\n") + "\n")
	}
	return out.String()
}
