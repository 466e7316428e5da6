package replay_test

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/replay"
)

func trace(change func(*chains.Trace)) *chains.Trace {
	t := &chains.Trace{
		Status: 1, GasUsed: 50_000,
		Logs: []*types.Log{{Address: common.Address{1}, Topics: []common.Hash{{2}}, Data: []byte{3}}},
	}
	if change != nil {
		change(t)
	}
	return t
}

func TestFirstDivergence(t *testing.T) {
	same := trace(nil)
	for _, tc := range []struct {
		name         string
		ours, theirs []*chains.Trace
		index        int
		says         string
	}{
		{"equal", []*chains.Trace{same, same}, []*chains.Trace{same, trace(nil)}, -1, ""},
		{"none", nil, nil, -1, ""},
		{"status", []*chains.Trace{same, same}, []*chains.Trace{same, trace(func(t *chains.Trace) { t.Status, t.VMError = 0, "out of gas" })}, 1, "out of gas"},
		{"gas", []*chains.Trace{same}, []*chains.Trace{trace(func(t *chains.Trace) { t.GasUsed++ })}, 0, "50001"},
		{"log count", []*chains.Trace{same}, []*chains.Trace{trace(func(t *chains.Trace) { t.Logs = nil })}, 0, "0"},
		{"log data", []*chains.Trace{same}, []*chains.Trace{trace(func(t *chains.Trace) { t.Logs[0].Data = []byte{4} })}, 0, "04"},
		{"topics", []*chains.Trace{same}, []*chains.Trace{trace(func(t *chains.Trace) { t.Logs[0].Topics = nil })}, 0, "log 0"},
		{"too few", []*chains.Trace{same}, []*chains.Trace{same, same}, 1, "the node has 2"},
	} {
		index, says := replay.FirstDivergence(tc.ours, tc.theirs)
		if index != tc.index || !strings.Contains(says, tc.says) || (index < 0) != (says == "") {
			t.Errorf("%s: %d %q", tc.name, index, says)
		}
	}
}

// answer is a Caller with one answer.
type answer string

func (a answer) Call(_ context.Context, result any, _ string, _ ...any) error {
	return json.Unmarshal([]byte(a), result)
}

// An answer that does not fit the list is not taken for a trace.
func TestUnfitAnswer(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	tx, err := types.SignNewTx(key, types.LatestSignerForChainID(big.NewInt(901)), &types.DynamicFeeTx{ChainID: big.NewInt(901), To: &common.Address{}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	hash := tx.Hash().Hex()
	for _, tc := range []struct {
		text answer
		good bool
	}{
		{answer(`[{"txHash":"` + hash + `","result":{"gasUsed":"0x1"}}]`), true},
		{`[]`, false},
		{answer(`[{"txHash":"` + hash + `"}]`), false},
		{answer(`[{"txHash":"` + hash + `","error":"timeout","result":{"gasUsed":"0x1"}}]`), false},
		{answer(`[{"txHash":"` + common.Hash{1}.Hex() + `","result":{"gasUsed":"0x1"}}]`), false},
	} {
		open := &chains.Open{ChainID: 901, Number: 1, BaseFee: big.NewInt(1)}
		traces, err := replay.List(t.Context(), tc.text, open, [][]byte{raw})
		if tc.good && (err != nil || len(traces) != 1) || !tc.good && !errors.Is(err, replay.ErrAnswer) {
			t.Errorf("%s: %v %v", tc.text, traces, err)
		}
	}
	if _, err := replay.List(t.Context(), answer(`[]`), &chains.Open{}, [][]byte{{1}}); err == nil {
		t.Error("an undecodable transaction is taken")
	}
}
