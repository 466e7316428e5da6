package chains_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

func at(timestamp uint64) *uint64 { return &timestamp }

func TestForks(t *testing.T) {
	o := &chains.OPStack{Ecotone: at(10), Fjord: at(10), Granite: at(20), Holocene: at(30), Isthmus: at(30)}
	if err := o.Check(); err != nil {
		t.Fatal(err)
	}
	for timestamp, want := range map[uint64]chains.OPFork{9: chains.TooOld, 10: chains.Fjord, 19: chains.Fjord, 20: chains.Granite, 30: chains.Isthmus, 1 << 60: chains.Isthmus} {
		if got := o.Fork(timestamp); got != want {
			t.Errorf("at %d: %v, want %v", timestamp, got, want)
		}
	}
	if got := (*chains.OPStack)(nil).Fork(5); got != chains.Ethereum {
		t.Errorf("a chain of its own is of %v", got)
	}
	config := o.ChainConfig(901)
	if rules := config.Rules(common.Big1, true, 29); !rules.IsCancun || rules.IsPrague {
		t.Error("Prague before Isthmus")
	}
	if rules := config.Rules(common.Big1, true, 30); !rules.IsPrague || rules.IsOsaka {
		t.Error("Isthmus is not Prague")
	}
	for name, bad := range map[string]*chains.OPStack{
		"none":         {},
		"a gap":        {Ecotone: at(0), Granite: at(0)},
		"out of order": {Ecotone: at(10), Fjord: at(5)},
	} {
		if err := bad.Check(); !errors.Is(err, chains.ErrForks) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExtraData(t *testing.T) {
	m := chains.FeeMarket{Denominator: 250, Elasticity: 6, MinBaseFee: 7}
	for fork, want := range map[chains.OPFork]string{
		chains.Granite: "", chains.Holocene: "00000000fa00000006", chains.Isthmus: "00000000fa00000006", chains.Jovian: "01000000fa000000060000000000000007",
	} {
		extra := m.ExtraData(fork)
		if !bytes.Equal(extra, common.FromHex(want)) {
			t.Errorf("%v: %x, want %s", fork, extra, want)
		}
		if fork < chains.Holocene {
			continue
		}
		got, err := chains.ParseExtraData(fork, extra)
		if err != nil || got.Denominator != 250 || got.Elasticity != 6 || fork >= chains.Jovian != (got.MinBaseFee == 7) {
			t.Errorf("%v: %+v, %v", fork, got, err)
		}
	}
	for _, bad := range []struct {
		fork  chains.OPFork
		extra string
	}{
		{chains.Granite, ""}, {chains.Holocene, ""}, {chains.Holocene, "01000000fa00000006"}, {chains.Holocene, "000000000000000006"},
		{chains.Jovian, "00000000fa00000006"}, {chains.Jovian, "00000000fa000000060000000000000007"}, {chains.Jovian, "01000000fa000000000000000000000007"},
	} {
		if _, err := chains.ParseExtraData(bad.fork, common.FromHex(bad.extra)); !errors.Is(err, chains.ErrExtraData) {
			t.Errorf("%v takes %q: %v", bad.fork, bad.extra, err)
		}
	}
}
