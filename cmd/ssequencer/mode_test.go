package main

import (
	"slices"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
)

// The kill switch moves for the chains that are named, wherever they stand in the settings, and
// for all that have an op-node where none is.
func TestModeOnly(t *testing.T) {
	cfg := &config.Config{Chains: make([]config.Chain, 4)}
	for i := range cfg.Chains {
		cfg.Chains[i].ID = chains.ChainID(901 + i)
		if i < 3 { // 904 has none
			cfg.Chains[i].OpNode.Listen = "127.0.0.1:1"
		}
	}
	for _, c := range []struct {
		only []string
		want []chains.ChainID
	}{
		{nil, []chains.ChainID{901, 902, 903}},
		{[]string{"901"}, []chains.ChainID{901}},
		{[]string{"902"}, []chains.ChainID{902}},
		{[]string{"903", "901"}, []chains.ChainID{901, 903}},
		{[]string{"901", "904"}, nil},
		{[]string{"905"}, nil},
	} {
		picked, err := withOpNode(cfg, c.only)
		var got []chains.ChainID
		for _, ch := range picked {
			got = append(got, ch.ID)
		}
		if !slices.Equal(got, c.want) || (err == nil) != (c.want != nil) {
			t.Errorf("--only %v picks %v, %v, not %v", c.only, got, err, c.want)
		}
	}
}
