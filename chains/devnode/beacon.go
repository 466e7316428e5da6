package devnode

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"sort"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
)

// beaconPath is below which an L1 answers as a consensus client does.
const beaconPath = "/eth/v1/"

// beacon serves the part of the Beacon API with which blobs are found: genesis and spec,
// from which follows in which slot a block is, and the blobs of a slot, in the present form
// and in the older one of sidecars. A slot takes a second.
type beacon struct {
	chain *core.BlockChain
	blobs *blobStore
}

// handler returns the routes.
func (b *beacon) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /eth/v1/beacon/genesis", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, map[string]any{"data": map[string]string{
			"genesis_time":            strconv.FormatUint(b.blobs.genesis, 10),
			"genesis_validators_root": common.Hash{}.Hex(),
			"genesis_fork_version":    "0x00000000",
		}})
	})
	mux.HandleFunc("GET /eth/v1/config/spec", func(w http.ResponseWriter, _ *http.Request) {
		reply(w, map[string]any{"data": map[string]string{
			"SECONDS_PER_SLOT": "1", "SLOTS_PER_EPOCH": "32", "MIN_EPOCHS_FOR_BLOB_SIDECARS_REQUESTS": strconv.Itoa(blobSlots / 32),
		}})
	})
	mux.HandleFunc("GET /eth/v1/beacon/blobs/{slot}", b.serveBlobs)
	mux.HandleFunc("GET /eth/v1/beacon/blob_sidecars/{slot}", b.serveSidecars)
	return mux
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body) // the client is gone: nobody to tell
}

func refuse(w http.ResponseWriter, code int, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]any{"code": code, "message": why})
}

// find answers with the blobs of the slot that is asked for, or refuses.
func (b *beacon) find(w http.ResponseWriter, r *http.Request) (blobs []storedBlob, final, ok bool) {
	slot, err := strconv.ParseUint(r.PathValue("slot"), 10, 64)
	if err != nil {
		refuse(w, http.StatusBadRequest, "blocks are found by their slot's number here")
		return nil, false, false
	}
	header := b.at(slot)
	if header == nil {
		refuse(w, http.StatusNotFound, "no block in this slot")
		return nil, false, false
	}
	if blobs, err = b.blobs.of(header); err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return nil, false, false
	}
	last := b.chain.CurrentFinalBlock()
	return blobs, last != nil && last.Number.Cmp(header.Number) >= 0, true
}

// at returns the canonical block of a slot, nil where it has none.
func (b *beacon) at(slot uint64) *types.Header {
	timestamp := b.blobs.genesis + slot
	count := int(b.chain.CurrentBlock().Number.Uint64()) + 1
	number := sort.Search(count, func(n int) bool {
		h := b.chain.GetHeaderByNumber(uint64(n))
		return h == nil || h.Time >= timestamp // none: the chain went back meanwhile
	})
	if h := b.chain.GetHeaderByNumber(uint64(number)); h != nil && h.Time == timestamp {
		return h
	}
	return nil
}

func (b *beacon) serveBlobs(w http.ResponseWriter, r *http.Request) {
	blobs, final, ok := b.find(w, r)
	if !ok {
		return
	}
	wanted, data := r.URL.Query()["versioned_hashes"], []hexutil.Bytes{}
	for i := range blobs {
		if len(wanted) > 0 && !slices.Contains(wanted, versionedHash(blobs[i].Commitment).Hex()) {
			continue
		}
		blob, err := blobs[i].blob()
		if err != nil {
			refuse(w, http.StatusInternalServerError, err.Error())
			return
		}
		data = append(data, blob)
	}
	reply(w, map[string]any{"execution_optimistic": false, "finalized": final, "data": data})
}

// sidecar is a blob in the older form. What it has beside these fields proves to clients of
// the consensus that it is in the block.
type sidecar struct {
	Index      string        `json:"index"`
	Blob       hexutil.Bytes `json:"blob"`
	Commitment hexutil.Bytes `json:"kzg_commitment"`
}

func (b *beacon) serveSidecars(w http.ResponseWriter, r *http.Request) {
	blobs, final, ok := b.find(w, r)
	if !ok {
		return
	}
	wanted, data := r.URL.Query()["indices"], []sidecar{}
	var failed error
	for i := range blobs {
		index := strconv.Itoa(i)
		if len(wanted) > 0 && !slices.Contains(wanted, index) {
			continue
		}
		blob, err := blobs[i].blob()
		failed = errors.Join(failed, err)
		data = append(data, sidecar{index, blob, blobs[i].Commitment})
	}
	if failed != nil {
		refuse(w, http.StatusInternalServerError, failed.Error())
		return
	}
	reply(w, map[string]any{"execution_optimistic": false, "finalized": final, "data": data})
}
