package verifier

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/ssequencer/ssequencer/merkle/order"
)

// maxBeaconAnswer bounds the bytes of one answer of a source of blobs.
const maxBeaconAnswer = 64 << 20

// blobSource is a consensus client of L1, or an archive of blobs that answers like one. It
// is not trusted: a blob is what has the versioned hash that L1 names. Its methods are safe
// for concurrent use.
type blobSource struct {
	base    *url.URL
	timeout time.Duration
	client  *http.Client

	mu    sync.Mutex
	clock *beaconClock // nil until it was asked for
}

// beaconClock says which slot a timestamp is in.
type beaconClock struct{ genesis, slotMillis uint64 }

func (c *beaconClock) slot(timestamp uint64) uint64 {
	if timestamp < c.genesis {
		return 0
	}
	return (timestamp - c.genesis) * 1000 / c.slotMillis
}

// newBlobSource takes a URL below which the Beacon API is.
func newBlobSource(text string, timeout time.Duration) (*blobSource, error) {
	base, err := url.Parse(text)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, fmt.Errorf("%w: the source of blobs is not at a URL: %q", ErrConfig, text)
	}
	return &blobSource{base: base, timeout: timeout, client: &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}}, nil
}

func (s *blobSource) close() { s.client.CloseIdleConnections() }

// get asks for a path of the Beacon API and decodes what is in the answer's data.
func (s *blobSource) get(ctx context.Context, path string, query url.Values, data any) error {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	at := s.base.JoinPath(path)
	asked := at.Query() // archives may have a key there
	for name, values := range query {
		asked[name] = values
	}
	at.RawQuery = asked.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return s.failed(path, err)
	}
	request.Header.Set("Accept", "application/json")
	response, err := s.client.Do(request)
	var whole *url.Error
	if errors.As(err, &whole) {
		err = whole.Err // without the URL, which may have a key
	}
	if err != nil {
		return s.failed(path, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, maxBeaconAnswer))
	if err != nil {
		return s.failed(path, err)
	}
	if response.StatusCode != http.StatusOK {
		return s.failed(path, fmt.Errorf("%s: %.200s", response.Status, text))
	}
	var answer struct{ Data json.RawMessage }
	if err := json.Unmarshal(text, &answer); err != nil {
		return s.failed(path, err)
	}
	if err := json.Unmarshal(answer.Data, data); err != nil {
		return s.failed(path, err)
	}
	return nil
}

func (s *blobSource) failed(doing string, err error) error {
	return fmt.Errorf("%w the source of blobs at %s: %s: %w", ErrUnreachable, s.base.Host, doing, err)
}

// slot returns the slot of a timestamp.
func (s *blobSource) slot(ctx context.Context, timestamp uint64) (uint64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.clock == nil {
		if err := s.findClock(ctx); err != nil {
			return 0, err
		}
	}
	return s.clock.slot(timestamp), nil
}

// findClock asks how timestamps and slots go together. s.mu is held.
func (s *blobSource) findClock(ctx context.Context) error {
	var genesis struct {
		Time string `json:"genesis_time"`
	}
	if err := s.get(ctx, "eth/v1/beacon/genesis", nil, &genesis); err != nil {
		return err
	}
	var spec struct {
		Seconds string `json:"SECONDS_PER_SLOT"`
		Millis  string `json:"SLOT_DURATION_MS"`
	}
	if err := s.get(ctx, "eth/v1/config/spec", nil, &spec); err != nil {
		return err
	}
	began, err := strconv.ParseUint(genesis.Time, 10, 64)
	if err != nil {
		return s.failed("genesis", err)
	}
	clock := &beaconClock{genesis: began}
	if spec.Millis != "" {
		clock.slotMillis, err = strconv.ParseUint(spec.Millis, 10, 32)
	} else {
		clock.slotMillis, err = strconv.ParseUint(spec.Seconds, 10, 32)
		clock.slotMillis *= 1000
	}
	if err != nil || clock.slotMillis == 0 {
		return s.failed("spec", fmt.Errorf("slots of %q s, %q ms: %v", spec.Seconds, spec.Millis, err))
	}
	s.clock = clock
	return nil
}

// blobs returns the blobs with these versioned hashes, in their order, of the L1 block with
// a timestamp. That the source does not have one is ErrUnreachable.
func (s *blobSource) blobs(ctx context.Context, timestamp uint64, hashes []common.Hash) ([]order.Blob, error) {
	slot, err := s.slot(ctx, timestamp)
	if err != nil {
		return nil, err
	}
	found, err := s.present(ctx, slot, hashes)
	if err != nil || len(found) < len(distinct(hashes)) {
		older, olderErr := s.sidecars(ctx, slot, hashes)
		if olderErr != nil && err != nil {
			return nil, errors.Join(err, olderErr)
		}
		if olderErr == nil {
			found = older
		}
	}
	blobs := make([]order.Blob, len(hashes))
	for i, hash := range hashes {
		blob := found[hash]
		if blob == nil {
			return nil, s.failed(fmt.Sprintf("slot %d", slot), fmt.Errorf("it does not have the blob %s", hash))
		}
		blobs[i] = order.Blob(*blob)
	}
	return blobs, nil
}

func distinct(hashes []common.Hash) []common.Hash {
	sorted := slices.Clone(hashes)
	slices.SortFunc(sorted, func(a, b common.Hash) int { return a.Cmp(b) })
	return slices.Compact(sorted)
}

// present asks in the present form, which names the blobs that are wanted.
func (s *blobSource) present(ctx context.Context, slot uint64, hashes []common.Hash) (map[common.Hash]*kzg4844.Blob, error) {
	query := url.Values{}
	for _, hash := range distinct(hashes) {
		query.Add("versioned_hashes", hash.Hex())
	}
	var data []hexutil.Bytes
	if err := s.get(ctx, fmt.Sprintf("eth/v1/beacon/blobs/%d", slot), query, &data); err != nil {
		return nil, err
	}
	found := make(map[common.Hash]*kzg4844.Blob)
	for _, text := range data {
		take(found, text, hashes)
	}
	return found, nil
}

// sidecars asks in the older form, which some archives and older clients have: all blobs of
// a slot, each with its commitment.
func (s *blobSource) sidecars(ctx context.Context, slot uint64, hashes []common.Hash) (map[common.Hash]*kzg4844.Blob, error) {
	var data []struct {
		Blob       hexutil.Bytes `json:"blob"`
		Commitment hexutil.Bytes `json:"kzg_commitment"`
	}
	if err := s.get(ctx, fmt.Sprintf("eth/v1/beacon/blob_sidecars/%d", slot), nil, &data); err != nil {
		return nil, err
	}
	found := make(map[common.Hash]*kzg4844.Blob)
	for i := range data {
		var said kzg4844.Commitment
		if copy(said[:], data[i].Commitment) == len(said) && slices.Contains(hashes, kzg4844.CalcBlobHashV1(sha256.New(), &said)) {
			take(found, data[i].Blob, hashes)
		}
	}
	return found, nil
}

// take keeps a blob under its versioned hash, which is computed from it, where that is
// wanted.
func take(found map[common.Hash]*kzg4844.Blob, text []byte, wanted []common.Hash) {
	if len(text) != order.BlobBytes || len(found) == len(wanted) {
		return
	}
	blob := kzg4844.Blob(text)
	commitment, err := kzg4844.BlobToCommitment(&blob)
	if err != nil { // not a blob at all
		return
	}
	if hash := common.Hash(kzg4844.CalcBlobHashV1(sha256.New(), &commitment)); slices.Contains(wanted, hash) {
		found[hash] = &blob
	}
}
