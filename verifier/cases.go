package verifier

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/merkle"
)

// challengesVersion is the version of the challenger's file.
const challengesVersion = 1

// challengesOf says whose challenges a file has.
type challengesOf struct {
	L1ChainID  uint64         `json:"l1ChainId"`
	Settlement common.Address `json:"settlement"`
	Account    common.Address `json:"account"`
}

// caseFile is the challenger's file: what it is after, and what it has sent.
type caseFile struct {
	Version int `json:"version"`
	challengesOf
	Cases []challengeCase `json:"cases"`
	// Answered counts demands of the account that were answered by a proof.
	Answered uint64   `json:"answered,omitempty"`
	Pending  *pending `json:"pending,omitempty"`

	path string
}

// challengeCase is one thing to be judged: a batch, two promises, or a promise against a
// final batch.
type challengeCase struct {
	Claim    *merkle.Batch  `json:"claim,omitempty"`
	Reasons  []string       `json:"reasons,omitempty"`
	Promises *Contradiction `json:"promises,omitempty"`
	Broken   *Broken        `json:"broken,omitempty"`
	Demanded bool           `json:"demanded,omitempty"` // by the account
	// ClosedAt is the L1 block at which there was nothing to do any more, 0 before.
	ClosedAt uint64 `json:"closedAt,omitempty"`
	// Failed counts transactions that L1 refused, and RetryAt is the L1 block before which
	// nothing more is tried: what fails for a reason unknown here must not cost without end.
	Failed  uint   `json:"failed,omitempty"`
	RetryAt uint64 `json:"retryAt,omitempty"`
}

// fail notes that L1 refused a transaction about the case.
func (k *challengeCase) fail(head uint64) {
	k.Failed++
	k.RetryAt = head + 1<<min(k.Failed, 10)
}

// pending is the one transaction under way. All its versions have the same nonce: L1 takes
// one of them.
type pending struct {
	Kind  ActKind       `json:"act"`
	About common.Hash   `json:"about"` // the case
	Batch uint64        `json:"batch,omitempty"`
	Text  string        `json:"text"`
	Nonce uint64        `json:"nonce"`
	Raw   hexutil.Bytes `json:"raw"`
	Txs   []common.Hash `json:"txs"`   // of all versions
	Since uint64        `json:"since"` // L1 block at which the last version was made
	Fee   *hexutil.Big  `json:"fee"`
	Tip   *hexutil.Big  `json:"tip"`
}

func (k *challengeCase) key() common.Hash {
	if k.Promises != nil {
		return k.Promises.Position().key()
	}
	if k.Broken != nil {
		return k.Broken.Promise.Position().key()
	}
	return k.Claim.Hash()
}

func (k *challengeCase) name() string { return k.key().Hex() }

func (k *challengeCase) why() string { return strings.Join(k.Reasons, "; ") }

// open records that there is something to do again: L1 has gone back.
func (k *challengeCase) open(in *caseFile) error {
	if k.ClosedAt == 0 {
		return nil
	}
	k.ClosedAt = 0
	return in.save()
}

// loadCases reads the file, or begins one.
func loadCases(path string, of challengesOf) (*caseFile, error) {
	st := &caseFile{Version: challengesVersion, challengesOf: of, path: path}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return st, nil
	}
	if err != nil {
		return nil, fmt.Errorf("challenges: %w", err)
	}
	read := &caseFile{path: path}
	if err := decodeStrict(text, read); err != nil {
		return nil, fmt.Errorf("challenges in %s: %w", path, err)
	}
	if read.Version != challengesVersion || read.challengesOf != of {
		return nil, fmt.Errorf("%w: %s is of version %d for account %s, L1 %d and settlement %s", ErrConfig, path, read.Version, read.Account, read.L1ChainID, read.Settlement)
	}
	return read, nil
}

func (st *caseFile) has(key common.Hash) bool { return st.find(key) != nil }

// find returns the case, nil if there is none. The pointer is good until the next change.
func (st *caseFile) find(key common.Hash) *challengeCase {
	i := slices.IndexFunc(st.Cases, func(k challengeCase) bool { return k.key() == key })
	if i < 0 {
		return nil
	}
	return &st.Cases[i]
}

// earliest returns the number of the first batch that L1 has not decided about.
func (st *caseFile) earliest() (first uint64, ok bool) {
	for i := range st.Cases {
		if k := &st.Cases[i]; k.Claim != nil && k.ClosedAt == 0 && (!ok || k.Claim.Number < first) {
			first, ok = k.Claim.Number, true
		}
	}
	return first, ok
}

func (st *caseFile) add(k challengeCase) error {
	st.Cases = append(st.Cases, k)
	return st.save()
}

// forget drops cases that were closed long enough ago for L1 not to go back on it.
func (st *caseFile) forget(head, settled uint64) error {
	before := len(st.Cases)
	st.Cases = slices.DeleteFunc(st.Cases, func(k challengeCase) bool { return k.ClosedAt != 0 && head >= k.ClosedAt+settled })
	if len(st.Cases) == before {
		return nil
	}
	return st.save()
}

// save replaces the file, durably, before anything is sent that it tells of.
func (st *caseFile) save() error {
	text, err := json.MarshalIndent(st, "", "  ")
	if err != nil {
		return fmt.Errorf("challenges: %w", err)
	}
	if err := replaceFile(st.path, append(text, '\n')); err != nil {
		return fmt.Errorf("challenges: %w", err)
	}
	return nil
}

// replaceFile leaves the old file or the whole new one under the name, over crashes too.
func replaceFile(path string, text []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".write-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(text)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
