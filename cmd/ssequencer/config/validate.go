package config

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// validate returns what is wrong with settings that parse.
func (c *Config) validate() []error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if len(c.Chains) == 0 {
		fault("chain: missing (one [[chain]] table for each chain)")
	}
	for name, k := range map[string]Key{"relayer": c.Keys.Relayer, "signer": c.Keys.Signer, "poster": c.Keys.Poster} {
		switch {
		case k.Remote != "" && (k.Keystore != "" || k.File != "" || k.Address == (common.Address{})):
			fault("keys.%s.remote: it needs keys.%s.address, and neither keystore nor file", name, name)
		case k.Remote != "":
		case k.Keystore == "" && k.File == "":
			fault("keys.%s.keystore: missing (or keys.%s.file)", name, name)
		case k.Keystore != "" && k.File != "":
			fault("keys.%s: keystore and file are both given", name)
		case k.Keystore != "" && k.PasswordFile == "":
			fault("keys.%s.password-file: missing (passphrase of the keystore)", name)
		}
	}
	for i := range c.Chains {
		faults = append(faults, c.Chains[i].validate()...)
	}
	if bt := c.Sequencer.BlockTime; bt < time.Second || bt%time.Second != 0 {
		fault("sequencer.block-time: %v is not a whole number of seconds above 0", bt)
	}
	if c.L1.EntryDepth > 100 {
		fault("l1.entry-depth: at most 100, since nodes show the state of the last 128 blocks; 0 waits for finality")
	}
	if c.Sequencer.ReadyBefore < 0 || c.Sequencer.ReadyBefore >= c.Sequencer.BlockTime {
		fault("sequencer.ready-before: must be between 0s and the block time")
	}
	if c.Sequencer.FeedDepth < 64 {
		fault("sequencer.feed-depth: must be at least 64")
	}
	if c.Settlement.BatchSlots == 0 {
		fault("settlement.batch-slots: must be at least 1")
	}
	if c.RPC.Port > 65535 || c.Metrics.Port > 65535 {
		fault("rpc.port, metrics.port: at most 65535")
	}
	oneOf := func(key, value string, allowed ...string) {
		if !slices.Contains(allowed, value) {
			fault("%s: %q is not one of %s", key, value, strings.Join(allowed, ", "))
		}
	}
	oneOf("sequencer.gas-policy", c.Sequencer.GasPolicy, GasSponsored, GasTip)
	oneOf("settlement.claim-anew", c.Settlement.ClaimAnew, On, Off)
	oneOf("sequencer.applied-promises", c.Sequencer.AppliedPromises, On, Off)
	oneOf("settlement.end-blocks", c.Settlement.EndBlocks, EndsAuto, EndsSafe, EndsLatest)
	oneOf("settlement.publish", c.Settlement.Publish, PublishFull, PublishOrder, PublishOff)
	oneOf("settlement.publish-as", c.Settlement.PublishAs, PublishCalldata, PublishBlobs, PublishAuto)
	oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	oneOf("log.format", c.Log.Format, "console", "json")
	slices.SortFunc(faults, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return faults
}

// validate returns what is wrong with one chain's settings.
func (c *Chain) validate() []error {
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("chain.%v."+format, append([]any{c.ID}, args...)...))
	}
	switch {
	case c.GenesisFile == "" && c.RollupFile == "":
		fault("genesis-file: missing (genesis in geth's JSON form, or on the OP Stack rollup-file)")
	case c.GenesisFile != "" && c.RollupFile != "":
		fault("genesis-file: rollup-file is given as well")
	}
	if c.RollupFile == "" {
		if c.FeeRecipient == (common.Address{}) {
			fault("fee-recipient: missing (account that gets the fees)")
		}
		if len(c.FollowerURLs) > 0 {
			fault("follower-urls: only chains of the OP Stack have op-nodes (rollup-file is missing)")
		}
	}
	for _, problem := range c.OpNode.problems(c) {
		fault("%s", problem)
	}
	return faults
}

// problems returns what is wrong with the settings of a chain's op-node.
func (o *OpNode) problems(c *Chain) []string {
	var list []string
	if !slices.Contains([]string{"enabled", "dry-run", "disabled"}, o.Mode) {
		list = append(list, fmt.Sprintf("op-node-mode: %q is not enabled, dry-run or disabled", o.Mode))
	}
	if o.Listen == "" {
		if o.JWTFile != "" || o.AdminURL != "" || o.ConductorURL != "" {
			list = append(list, "op-node-listen: missing, but another setting of op-node is given")
		}
		return list
	}
	if c.RollupFile == "" {
		list = append(list, "op-node-listen: only chains of the OP Stack have an op-node (rollup-file is missing)")
	}
	if len(c.FollowerURLs) > 0 {
		list = append(list, "follower-urls: op-node itself hands its blocks on (op-node-listen is given)")
	}
	if !strings.HasPrefix(c.EngineURL, "http://") && !strings.HasPrefix(c.EngineURL, "https://") {
		list = append(list, "engine-url: an http or https URL is wanted where op-node-listen is given")
	}
	return list
}
