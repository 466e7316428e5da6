package journal

import (
	"bytes"
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// samples has one filled record of every kind.
func samples() []Record {
	ref := chains.BlockRef{Number: 7, Hash: common.Hash{7}}
	group := []chains.ChainID{901, 902}
	blocks := []CommittedBlock{{901, ref}, {902, chains.BlockRef{Number: 8, Hash: common.Hash{8}}}}
	leg := chains.Leg{
		ChainID: 901, Kind: chains.RelayTx, Raw: []byte{2, 1}, TxHash: common.Hash{1}, Sender: common.Address{2},
		Height: 7, Timestamp: 100, Index: 3, GlobalIndex: 55, FirstLogIndex: 2, Status: 1, GasUsed: 21000,
		Logs:     []*types.Log{{Address: common.Address{3}, Topics: []common.Hash{{4}}, Data: []byte{5}}},
		Executes: common.Hash{6}, Initiates: []common.Hash{{7}, {8}},
	}
	promise := chains.Promise{
		Epoch: 1, ChainID: 901, Height: 7, Index: 3, TxHash: common.Hash{1}, ReceiptHash: leg.ReceiptHash(), BundleHash: common.Hash{9},
		Timestamp: 100, L1Origin: ref, Previous: common.Hash{10}, Grade: chains.GradeSequenced, Signature: []byte{},
	}
	return []Record{
		&Opened{Open: chains.Open{ChainID: 901, Number: 7, ParentHash: common.Hash{1}, Timestamp: 100, PrevRandao: common.Hash{2},
			FeeRecipient: common.Address{3}, GasLimit: 30_000_000, BaseFee: big.NewInt(7), BeaconRoot: common.Hash{4}, ExtraData: []byte{1}, L1Origin: ref}},
		&Opened{Open: chains.Open{ChainID: 901, Number: 8, BaseFee: big.NewInt(7), ExtraData: []byte{}, Deposits: [][]byte{{0x7e, 1}, {0x7e, 2}}, NoTxPool: true}},
		&Opened{Open: chains.Open{ChainID: 901, Number: 9, BaseFee: big.NewInt(7), ExtraData: []byte{}, Deposits: [][]byte{{0x7e, 1}}, Alone: "its L1 origin may vanish"}},
		&Admitted{Arrival: 1, ID: common.Hash{1}, Raw: [][]byte{{1}, {2, 3}}, MaxTimestamp: 5, ReceivedAt: 1700000000000},
		&Decided{Slot: 100, Arrival: 1, Bundle: chains.Bundle{ID: common.Hash{1}, Legs: []chains.Leg{leg}}, Promises: []chains.Promise{promise}},
		&Refused{Arrival: 1, ID: common.Hash{1}, TxHashes: []common.Hash{{1}}, Dropped: true,
			Refusal: chains.Refusal{Code: chains.RefusedReverted, Leg: 1, ChainID: 902, Reason: "r", Data: []byte{1}, Hint: "h"}},
		&Prepared{Slot: 100, Group: group, Payloads: []chains.Payload{{ChainID: 901, Number: 7, Hash: common.Hash{1}, ParentHash: common.Hash{2},
			Timestamp: 100, StateRoot: common.Hash{3}, ReceiptsRoot: common.Hash{4}, LogsBloom: types.Bloom{5}, GasUsed: 1, GasLimit: 2,
			BaseFee: big.NewInt(3), Transactions: [][]byte{{1}}, BeaconRoot: common.Hash{6}, Requests: [][]byte{{1}}, Raw: []byte(`{"a":1}`)}}},
		&Commit{Slot: 100, Group: group, Blocks: blocks},
		&Applied{Slot: 100, Group: group, Blocks: blocks},
		&Revoked{Slot: 100, Positions: []Position{{901, 7, 3, common.Hash{1}}}, Cause: "orphaned origin", Signature: []byte{1}},
		&Reopened{Slot: 100, ChainID: 901, Height: 7, FromIndex: 3, Cause: "divergence"},
		&BatchEvent{Event: BatchPosted, Number: 4, Body: []byte{1, 2}},
		&Checkpoint{Upto: 9, Body: []byte{3, 4}},
		&Replaced{ChainID: 901, Kept: chains.BlockRef{Number: 6, Hash: common.Hash{6}}, Lost: []chains.BlockRef{ref}, Cause: "another branch"},
		&Returned{Admitted: Admitted{Arrival: 9, ID: common.Hash{1}, Raw: [][]byte{{1}}, ReceivedAt: 1700000000000}},
		&Held{Slot: 100, Group: group, Blocks: blocks},
		&Recalled{Slot: 100, Group: group},
	}
}

func TestEveryKindSurvivesItsEncoding(t *testing.T) {
	seen := make(map[Kind]bool)
	for _, rec := range samples() {
		enc, err := Encode(rec)
		if err != nil {
			t.Fatalf("%v: %v", rec.Kind(), err)
		}
		got, err := Decode(enc)
		if err != nil {
			t.Fatalf("%v: %v", rec.Kind(), err)
		}
		if !reflect.DeepEqual(got, rec) {
			t.Errorf("%v: got %+v, want %+v", rec.Kind(), got, rec)
		}
		seen[rec.Kind()] = true
	}
	for k := range 256 {
		if known := newRecord(Kind(k)) != nil; known != seen[Kind(k)] {
			t.Errorf("kind %d: known %v, has a sample %v", k, known, seen[Kind(k)])
		}
	}
}

func TestDecodeRefusesWhatItDoesNotKnow(t *testing.T) {
	good, err := Encode(samples()[1])
	if err != nil {
		t.Fatal(err)
	}
	with := func(i int, b byte) []byte { enc := bytes.Clone(good); enc[i] = b; return enc }
	for name, tc := range map[string]struct {
		enc  []byte
		want error
	}{
		"empty":          {nil, ErrMalformed},
		"kind only":      {good[:1], ErrMalformed},
		"kind 0":         {with(0, 0), ErrKind},
		"kind 200":       {with(0, 200), ErrKind},
		"version 2":      {with(1, 2), ErrVersion},
		"other kind":     {with(0, byte(KindCommit)), ErrMalformed},
		"cut":            {good[:len(good)-1], ErrMalformed},
		"trailing bytes": {append(bytes.Clone(good), 0), ErrMalformed},
	} {
		if _, err := Decode(tc.enc); !errors.Is(err, tc.want) {
			t.Errorf("%s: got %v, want %v", name, err, tc.want)
		}
	}
}

func TestEncodeRefusesWhatHasNoForm(t *testing.T) {
	if _, err := Encode(&Opened{Open: chains.Open{BaseFee: big.NewInt(-1)}}); err == nil {
		t.Error("a negative base fee was encoded")
	}
}

// FuzzDecode: arbitrary bytes are refused, or are exactly what Encode makes of the
// record they hold.
func FuzzDecode(f *testing.F) {
	for _, rec := range samples() {
		enc, err := Encode(rec)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(enc)
	}
	f.Fuzz(func(t *testing.T, enc []byte) {
		rec, err := Decode(enc)
		if err != nil {
			return
		}
		again, err := Encode(rec)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again, enc) {
			t.Fatalf("decoded %x, encodes as %x", enc, again)
		}
	})
}
