package history

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// A block is found whole under its own hash, also after a restart: the one that was built
// last, where it was built more than once.
func TestPayload(t *testing.T) {
	w, r := newWorld(3), newRig(t, vfs.NewCrashableMem())
	defer func() { r.stop() }()
	s := w.openSlot()
	chain := testChains[0]
	number := s.opens[chain].Number
	payload := func(hash byte) chains.Payload {
		return chains.Payload{ChainID: chain, Number: number, Hash: common.Hash{hash}, BaseFee: common.Big1, BeaconRoot: common.Hash{9}, Raw: json.RawMessage(`{}`)}
	}
	for _, hash := range []byte{1, 2} {
		w.write(&journal.Prepared{Slot: s.ts, Group: []chains.ChainID{chain}, Payloads: []chains.Payload{payload(hash)}})
	}
	ref := chains.BlockRef{Number: number, Hash: common.Hash{2}}
	w.write(&journal.Applied{Slot: s.ts, Group: []chains.ChainID{chain}, Blocks: []journal.CommittedBlock{{ChainID: chain, Ref: ref}}})
	r.write(w.take()...)
	for _, when := range []string{"at once", "after a restart"} {
		p, err := r.history.Payload(testContext(t), chain, ref)
		if err != nil || p.BeaconRoot != (common.Hash{9}) || string(p.Raw) != "{}" {
			t.Errorf("%s: %+v, %v", when, p, err)
		}
		for _, other := range []chains.BlockRef{{Number: number, Hash: common.Hash{1}}, {Number: number + 1, Hash: common.Hash{2}}} {
			if p, err := r.history.Payload(testContext(t), chain, other); !errors.Is(err, chains.ErrUnknown) {
				t.Errorf("%s: block %v is %+v, %v", when, other, p, err)
			}
		}
		r.closeHistory()
		r.openHistory()
	}
}
