package verifier_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"net"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// proofFile proves the first message of the pair 901 to 902 in a batch with one message.
func (w *world) proofFile(m settlementtest.Message) *verifier.ProofFile {
	w.t.Helper()
	route := merkle.Route{DeploymentID: w.DeploymentID(), Generation: 1, SourceMessenger: w.Plan.Messenger, DestinationMessenger: w.Plan.Messenger}
	f := &verifier.ProofFile{
		Version:    verifier.ProofFileVersion,
		Deployment: verifier.ProofDeployment{L1ChainID: uint64(settlementtest.L1ID), Settlement: w.Settlement, Messenger: w.Plan.Messenger},
		Message:    verifier.ProofMessage{Source: 901, Destination: 902, Nonce: m.Nonce, Sender: m.Sender, Target: m.Target, Data: m.Data},
		Leaf:       route.Leaf(m.Hash()), Batch: 1, Root: w.Claims[0].BurnRoot,
	}
	var tree merkle.PairTree
	if err := tree.Append(f.Leaf); err != nil {
		w.t.Fatal(err)
	}
	pairs, err := merkle.SortPairs(w.Leaves())
	if err != nil {
		w.t.Fatal(err)
	}
	if f.Siblings, err = tree.Proof(0, 1); err != nil {
		w.t.Fatal(err)
	}
	f.Pair = verifier.ProofPair(pairs[0])
	f.PairProof.Count = uint64(len(pairs))
	if f.PairProof.Siblings, err = merkle.BatchProof(pairs, 0); err != nil {
		w.t.Fatal(err)
	}
	return f
}

var writeFixture = flag.Bool("fixture", false, "rewrite the proof file that the Solidity tests check")

// The proof file that the Solidity tests check is one of this program's.
func TestProofFileOfTheContractsTests(t *testing.T) {
	const path = "../contracts/test/fixtures/prooffile.json"
	w := newWorld(t, 901, 902)
	var m settlementtest.Message
	w.slot(func(s *settlementtest.Slot) { m = s.Transfer(901, 902); s.Transfer(902, 901) })
	w.submit(w.claim())
	enc, err := w.proofFile(m).Encode()
	if err != nil {
		t.Fatal(err)
	}
	if *writeFixture {
		if err := os.WriteFile(path, enc, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(kept, enc) {
		t.Errorf("%s is not current (%v): go test ./verifier -run ProofFileOf -fixture", path, err)
	}
}

// TestProofFile: a proof file holds on L1, survives encoding, and holds no longer when
// anything in it is changed.
func TestProofFile(t *testing.T) {
	w := newWorld(t, 901, 902)
	var m settlementtest.Message
	w.slot(func(s *settlementtest.Slot) { m = s.Transfer(901, 902) })
	w.submit(w.claim())
	enc, err := w.proofFile(m).Encode()
	if err != nil {
		t.Fatal(err)
	}
	verify := func(change func(*verifier.ProofFile)) error {
		f, err := verifier.DecodeProofFile(enc)
		if err != nil {
			t.Fatal(err)
		}
		change(f)
		return verifier.VerifyProofFile(context.Background(), w.L1.HTTP(), w.Settlement, f)
	}
	if err := verify(func(*verifier.ProofFile) {}); err != nil {
		t.Fatal(err)
	}
	changes := map[string]func(*verifier.ProofFile){
		"l1 chain":      func(f *verifier.ProofFile) { f.Deployment.L1ChainID++ },
		"settlement":    func(f *verifier.ProofFile) { f.Deployment.Settlement[0] ^= 1 },
		"messenger":     func(f *verifier.ProofFile) { f.Deployment.Messenger[0] ^= 1 },
		"source":        func(f *verifier.ProofFile) { f.Message.Source++ },
		"destination":   func(f *verifier.ProofFile) { f.Message.Destination++ },
		"nonce":         func(f *verifier.ProofFile) { f.Message.Nonce++ },
		"sender":        func(f *verifier.ProofFile) { f.Message.Sender[0] ^= 1 },
		"target":        func(f *verifier.ProofFile) { f.Message.Target[0] ^= 1 },
		"data":          func(f *verifier.ProofFile) { f.Message.Data = append(f.Message.Data, 0) },
		"leaf":          func(f *verifier.ProofFile) { f.Leaf[0] ^= 1 },
		"index":         func(f *verifier.ProofFile) { f.Index++ },
		"sibling":       func(f *verifier.ProofFile) { f.Siblings[31][31] ^= 1 },
		"no siblings":   func(f *verifier.ProofFile) { f.Siblings = nil },
		"generation":    func(f *verifier.ProofFile) { f.Pair.Generation++ },
		"count":         func(f *verifier.ProofFile) { f.Pair.Count++ },
		"pair root":     func(f *verifier.ProofFile) { f.Pair.Root[0] ^= 1 },
		"pair index":    func(f *verifier.ProofFile) { f.PairProof.Index++ },
		"pair count":    func(f *verifier.ProofFile) { f.PairProof.Count++ },
		"pair sibling":  func(f *verifier.ProofFile) { f.PairProof.Siblings[0][0] ^= 1 },
		"batch":         func(f *verifier.ProofFile) { f.Batch++ },
		"root":          func(f *verifier.ProofFile) { f.Root[0] ^= 1 },
		"another batch": func(f *verifier.ProofFile) { f.Batch = 0 },
	}
	for what, change := range changes {
		if err := verify(change); !errors.Is(err, verifier.ErrProof) {
			t.Errorf("%s changed: %v", what, err)
		}
	}
	f, err := verifier.DecodeProofFile(enc)
	if err != nil {
		t.Fatal(err)
	}
	if err := verifier.VerifyProofFile(context.Background(), nobody(t), w.Settlement, f); !errors.Is(err, verifier.ErrUnreachable) {
		t.Errorf("L1 down: %v", err)
	}
}

func TestProofFileIsReadStrictly(t *testing.T) {
	good, err := (&verifier.ProofFile{Version: verifier.ProofFileVersion}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for what, bad := range map[string]string{
		"empty": "", "not JSON": "proof", "unknown field": strings.Replace(string(good), `"batch"`, `"batches"`, 1),
		"version": strings.Replace(string(good), `"version": 1`, `"version": 2`, 1), "two": string(good) + string(good),
		"short hash": strings.Replace(string(good), common.Hash{}.Hex(), "0x00", 1),
	} {
		if _, err := verifier.DecodeProofFile([]byte(bad)); err == nil {
			t.Errorf("%s: accepted", what)
		}
	}
}

func FuzzDecodeProofFile(f *testing.F) {
	good, err := (&verifier.ProofFile{Version: verifier.ProofFileVersion, Siblings: make([]common.Hash, 2)}).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := verifier.DecodeProofFile(data)
		if err != nil {
			return
		}
		if file.Check() == nil {
			t.Fatal("a proof that nobody made holds")
		}
		once, err := file.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := verifier.DecodeProofFile(once)
		if err != nil {
			t.Fatal(err)
		}
		if twice, err := again.Encode(); err != nil || !bytes.Equal(once, twice) {
			t.Fatal("encoding is not stable")
		}
	})
}

// nobody returns the URL of a port where nothing listens.
func nobody(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return "http://" + l.Addr().String()
}
