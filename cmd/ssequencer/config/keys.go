package config

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// Setting describes one setting.
type Setting struct {
	Key      string // in a [[chain]] table: without the chain
	Usage    string
	Default  string
	Required bool
	Secret   bool // shown masked
}

// setting binds a Setting to its place in T, to which at returns a pointer.
type setting[T any] struct {
	Setting
	at func(*T) any
}

func service() []setting[Config] {
	return append(keySettings(), []setting[Config]{
		{Setting{Key: "data-dir", Usage: "directory of the journal, the history and settlement's index", Required: true}, func(c *Config) any { return &c.DataDir }},
		{Setting{Key: "l1.url", Usage: "JSON-RPC of the L1", Required: true, Secret: true}, func(c *Config) any { return &c.L1.URL }},
		{Setting{Key: "l1.chain-id", Usage: "chain id of the L1", Required: true}, func(c *Config) any { return &c.L1.ChainID }},
		{Setting{Key: "l1.settlement", Usage: "Settlement contract on the L1", Required: true}, func(c *Config) any { return &c.L1.Settlement }},
		{Setting{Key: "l1.start-block", Usage: "L1 block of the Settlement's deployment, or one before it", Default: "0"}, func(c *Config) any { return &c.L1.StartBlock }},
		{Setting{Key: "l1.genesis-file", Usage: "genesis of an L1 that is not public, in geth's JSON form; chains of the OP Stack need its rules"}, func(c *Config) any { return &c.L1.GenesisFile }},
		{Setting{Key: "l1.origin-depth", Usage: "L1 blocks on top of one that blocks of the OP Stack derive from", Default: "4"}, func(c *Config) any { return &c.L1.OriginDepth }},
		{Setting{Key: "l1.entry-depth", Usage: "L1 blocks on top of one before what it sends to chains is relayed (0 = until L1 calls it finalized)", Default: "0"}, func(c *Config) any { return &c.L1.EntryDepth }},
		{Setting{Key: "rpc.addr", Usage: "address to listen on", Default: "127.0.0.1"}, func(c *Config) any { return &c.RPC.Addr }},
		{Setting{Key: "rpc.port", Usage: "port to listen on (0 = a free one)", Default: "8560"}, func(c *Config) any { return &c.RPC.Port }},
		{Setting{Key: "rpc.origins", Usage: "browser origins that may call (* = all)"}, func(c *Config) any { return &c.RPC.Origins }},
		{Setting{Key: "rpc.decision-wait", Usage: "how long eth_sendRawTransaction waits for the decision (0s = not at all)", Default: "100ms"}, func(c *Config) any { return &c.RPC.DecisionWait }},
		{Setting{Key: "rpc.max-requests", Usage: "requests worked on at a time", Default: "4096"}, func(c *Config) any { return &c.RPC.MaxRequests }},
		{Setting{Key: "sequencer.block-time", Usage: "time between blocks, whole seconds", Default: "1s"}, func(c *Config) any { return &c.Sequencer.BlockTime }},
		{Setting{Key: "sequencer.gas-policy", Usage: "who pays for relays: sponsored (the service) or tip (the sender's tip must cover them)", Default: GasTip}, func(c *Config) any { return &c.Sequencer.GasPolicy }},
		{Setting{Key: "sequencer.relayer-mark", Usage: "wei; while the relayer has less on a chain, bundles to it are refused", Default: "100000000000000000"}, func(c *Config) any { return &c.Sequencer.RelayerMark }},
		{Setting{Key: "sequencer.max-queued", Usage: "undecided transactions in all", Default: "100000"}, func(c *Config) any { return &c.Sequencer.MaxQueued }},
		{Setting{Key: "sequencer.max-per-sender", Usage: "undecided transactions per chain and sender", Default: "1024"}, func(c *Config) any { return &c.Sequencer.MaxPerSender }},
		{Setting{Key: "sequencer.patience", Usage: "how long a node may fail or be silent before its chain stands aside", Default: "2s"}, func(c *Config) any { return &c.Sequencer.Patience }},
		{Setting{Key: "sequencer.feed-depth", Usage: "blocks of each chain whose payloads are kept, to feed a node that lost them; the journal's records are kept as long", Default: "4096"}, func(c *Config) any { return &c.Sequencer.FeedDepth }},
		{Setting{Key: "sequencer.ready-before", Usage: "beside op-node: how long before its timestamp a block is ready; more than --sequencer.sealing-duration (0s = built when asked for)", Default: "100ms"}, func(c *Config) any { return &c.Sequencer.ReadyBefore }},
		{Setting{Key: "sequencer.applied-promises", Usage: "on: sequencer_getPreconfirmation gives promises of grade 2 for what is final; they can be held against the bond for ever", Default: Off}, func(c *Config) any { return &c.Sequencer.AppliedPromises }},
		{Setting{Key: "sequencer.max-wait", Usage: "how long an undecided transaction may wait", Default: "3m"}, func(c *Config) any { return &c.Sequencer.MaxWait }},
		{Setting{Key: "sequencer.max-bundle-legs", Usage: "legs of one bundle", Default: "64"}, func(c *Config) any { return &c.Sequencer.MaxBundleLegs }},
		{Setting{Key: "settlement.batch-slots", Usage: "slots in one settlement batch", Default: "150"}, func(c *Config) any { return &c.Settlement.BatchSlots }},
		{Setting{Key: "settlement.end-blocks", Usage: "what a batch's last blocks are at least: safe, latest, or auto (safe on chains with an op-node)", Default: EndsAuto}, func(c *Config) any { return &c.Settlement.EndBlocks }},
		{Setting{Key: "settlement.claim-anew", Usage: "on: what was in a batch that L1 voided for want of a proof is claimed again, with the bond at stake once more; off: the service ends", Default: Off}, func(c *Config) any { return &c.Settlement.ClaimAnew }},
		{Setting{Key: "settlement.max-owed-age", Usage: "after how long a message that was sent and not received is told of in /healthz and by metrics; 0 for never", Default: "1h"}, func(c *Config) any { return &c.Settlement.MaxOwedAge }},
		{Setting{Key: "settlement.publish", Usage: "what of the order gets to L1: full, order-only (where op-batcher publishes the transactions) or off", Default: PublishOff}, func(c *Config) any { return &c.Settlement.Publish }},
		{Setting{Key: "settlement.publish-as", Usage: "in which form: calldata, blobs, or auto (whichever costs less)", Default: PublishAuto}, func(c *Config) any { return &c.Settlement.PublishAs }},
		{Setting{Key: "settlement.max-blob-fee", Usage: "most wei for a unit of L1's blob gas; above it what was ordered waits, but not where a demanded proof waits behind it", Default: "100000000000"}, func(c *Config) any { return &c.Settlement.MaxBlobFee }},
		{Setting{Key: "settlement.max-fee", Usage: "most wei for a unit of L1's gas; above it batches wait", Default: "1000000000000"}, func(c *Config) any { return &c.Settlement.MaxFee }},
		{Setting{Key: "settlement.max-demand-fee", Usage: "the same for proofs that are demanded and what waits before them, never so much that it would cost more than giving no proof (0 = ten times max-fee)", Default: "0"}, func(c *Config) any { return &c.Settlement.MaxDemandFee }},
		{Setting{Key: "settlement.poster-mark", Usage: "wei; an alarm is raised while the poster has less on L1", Default: "100000000000000000"}, func(c *Config) any { return &c.Settlement.PosterMark }},
		{Setting{Key: "log.level", Usage: "debug, info, warn or error", Default: "info"}, func(c *Config) any { return &c.Log.Level }},
		{Setting{Key: "log.format", Usage: "console or json", Default: "console"}, func(c *Config) any { return &c.Log.Format }},
		{Setting{Key: "metrics.port", Usage: "port of the Prometheus listener (0 = off)", Default: "0"}, func(c *Config) any { return &c.Metrics.Port }},
	}...)
}

func keySettings() []setting[Config] {
	var list []setting[Config]
	for _, k := range []struct {
		name, does string
		at         func(*Config) *Key
	}{
		{"relayer", "sends relays on the L2s", func(c *Config) *Key { return &c.Keys.Relayer }},
		{"signer", "signs promises and batches", func(c *Config) *Key { return &c.Keys.Signer }},
		{"poster", "pays for batches on the L1", func(c *Config) *Key { return &c.Keys.Poster }},
	} {
		list = append(list,
			setting[Config]{Setting{Key: "keys." + k.name + ".keystore", Usage: "encrypted keystore file of the key that " + k.does}, func(c *Config) any { return &k.at(c).Keystore }},
			setting[Config]{Setting{Key: "keys." + k.name + ".password-file", Usage: "file with the keystore's passphrase"}, func(c *Config) any { return &k.at(c).PasswordFile }},
			setting[Config]{Setting{Key: "keys." + k.name + ".file", Usage: "file with the private key in hex, instead of a keystore"}, func(c *Config) any { return &k.at(c).File }})
	}
	poster := func(c *Config) *Key { return &c.Keys.Poster }
	return append(list,
		setting[Config]{Setting{Key: "keys.poster.remote", Usage: "URL of a signer with eth_signTransaction that holds the key, instead of a keystore", Secret: true}, func(c *Config) any { return &poster(c).Remote }},
		setting[Config]{Setting{Key: "keys.poster.address", Usage: "account of the key that the remote signer holds"}, func(c *Config) any { return &poster(c).Address }})
}

func perChain() []setting[Chain] {
	return []setting[Chain]{
		{Setting{Key: "engine-url", Usage: "Engine API of the chain's node", Required: true, Secret: true}, func(c *Chain) any { return &c.EngineURL }},
		{Setting{Key: "rpc-url", Usage: "JSON-RPC of the chain's node", Required: true, Secret: true}, func(c *Chain) any { return &c.RPCURL }},
		{Setting{Key: "jwt-file", Usage: "file with the Engine API's JWT secret in hex", Required: true}, func(c *Chain) any { return &c.JWTFile }},
		{Setting{Key: "genesis-file", Usage: "genesis in geth's JSON form, for the fork rules"}, func(c *Chain) any { return &c.GenesisFile }},
		{Setting{Key: "rollup-file", Usage: "on the OP Stack, instead of genesis-file: the rollup configuration that op-node has"}, func(c *Chain) any { return &c.RollupFile }},
		{Setting{Key: "genesis-hash", Usage: "hash of block 0, checked where given"}, func(c *Chain) any { return &c.GenesisHash }},
		{Setting{Key: "gas-limit", Usage: "gas limit of every block, as the node is configured; on the OP Stack L1 says it", Default: "30000000"}, func(c *Chain) any { return &c.GasLimit }},
		{Setting{Key: "fee-recipient", Usage: "account that gets the fees; on the OP Stack that is a predeploy"}, func(c *Chain) any { return &c.FeeRecipient }},
		{Setting{Key: "messenger", Usage: "Messenger contract", Required: true}, func(c *Chain) any { return &c.Contracts.Messenger }},
		{Setting{Key: "root-store", Usage: "RootStore contract", Required: true}, func(c *Chain) any { return &c.Contracts.RootStore }},
		{Setting{Key: "token-bridge", Usage: "TokenBridge contract", Required: true}, func(c *Chain) any { return &c.Contracts.TokenBridge }},
		{Setting{Key: "eth-bridge", Usage: "ETHBridge contract", Required: true}, func(c *Chain) any { return &c.Contracts.ETHBridge }},
		{Setting{Key: "gateway", Usage: "Gateway contract, where tokens of L1 enter and leave"}, func(c *Chain) any { return &c.Contracts.Gateway }},
		{Setting{Key: "follower-urls", Usage: "JSON-RPC of op-nodes that do not sequence, to hand the chain's blocks to"}, func(c *Chain) any { return &c.FollowerURLs }},
		{Setting{Key: "op-node-listen", Usage: "host:port at which the chain's own op-node finds its Engine API; without it the blocks are made from L1 alone"}, func(c *Chain) any { return &c.OpNode.Listen }},
		{Setting{Key: "op-node-jwt-file", Usage: "file with the JWT secret that op-node uses there; by default jwt-file"}, func(c *Chain) any { return &c.OpNode.JWTFile }},
		{Setting{Key: "op-node-mode", Usage: "at first: enabled, dry-run (op-node gets the node's own blocks, which are executed here as well) or disabled (everything passes)", Default: "enabled"}, func(c *Chain) any { return &c.OpNode.Mode }},
		{Setting{Key: "op-node-url", Usage: "JSON-RPC of op-node with its admin namespace, to hand it committed blocks that it does not fetch"}, func(c *Chain) any { return &c.OpNode.AdminURL }},
		{Setting{Key: "conductor-url", Usage: "JSON-RPC of op-conductor, which says whether this op-node leads"}, func(c *Chain) any { return &c.OpNode.ConductorURL }},
		{Setting{Key: "test-token", Usage: "test token, where there is one"}, func(c *Chain) any { return &c.Contracts.TestToken }},
	}
}

// ServiceSettings returns all settings that are not of one chain.
func ServiceSettings() []Setting { return describe(service()) }

// ChainSettings returns the settings that each chain has.
func ChainSettings() []Setting { return describe(perChain()) }

func describe[T any](list []setting[T]) []Setting {
	out := make([]Setting, len(list))
	for i, s := range list {
		out[i] = s.Setting
	}
	return out
}

// set parses text into the place that at points to.
func set(at any, text string) error {
	var err error
	switch at := at.(type) {
	case *string:
		*at = text
	case *uint64:
		if *at, err = strconv.ParseUint(text, 0, 64); err != nil {
			return fmt.Errorf("%q is not a whole number", text)
		}
	case *time.Duration:
		if *at, err = time.ParseDuration(text); err != nil {
			return fmt.Errorf("%q is not a duration such as 1s or 250ms", text)
		}
	case *chains.ChainID:
		*at, err = chains.ParseChainID(text)
	case *common.Address:
		if !common.IsHexAddress(text) {
			return fmt.Errorf("%q is not an address", text)
		}
		*at = common.HexToAddress(text)
	case *common.Hash:
		if err := at.UnmarshalText([]byte(text)); err != nil {
			return fmt.Errorf("%q is not a hash of 32 bytes", text)
		}
	case **big.Int:
		n, ok := new(big.Int).SetString(text, 0)
		if !ok || n.Sign() < 0 {
			return fmt.Errorf("%q is not a whole number", text)
		}
		*at = n
	case *[]string:
		*at = strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' })
	default:
		return fmt.Errorf("no way to parse a %T", at)
	}
	return err
}
