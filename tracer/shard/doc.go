// Package shard executes one chain's transactions inside the sequencer, each at its
// exact place in the block under construction, before the chain's own node has seen
// them.
//
// A shard is a stack of layers. From the bottom:
//
//   - the clean state: what the node said about the last adopted block, read through on
//     first touch and kept in a bounded cache;
//   - one overlay per block that is not adopted yet: everything written by the kept
//     transactions of that block. Overlays keep every version of a value, so that a
//     View is a snapshot and Truncate is exact;
//   - one thin layer per transaction that is executed but neither kept nor dropped.
//
// A transaction runs with go-ethereum's own rules (core.ApplyMessage) on a fresh
// StateDB whose reader is the stack below. Its write set is complete by construction:
// a wrapper notes every account and slot that any state-changing method was called for,
// and after Finalise the final values are read back from the StateDB itself. Keeping a
// layer merges it into the overlay, dropping it forgets it; nothing is ever undone.
//
// On a chain of the OP Stack (Config.OP) what go-ethereum does not know is put around
// that: deposits are executed without a price and stay in the block whatever becomes of
// them; other transactions pay for L1 and to the chain's operator beforehand, and the
// vaults are filled afterwards; some precompiles differ; a block is also bounded by the
// data it puts on L1. The state root and the withdrawals root are not computed, here as
// everywhere. Deposits may read the hash of a parent that is not built yet; nothing in the
// block can be executed until it is.
//
// The shard knows the rules from Cancun to Osaka, and from Ecotone to Karst; those of
// Karst have not been compared with a node. Since Cancun only accounts created in
// the same transaction can be destroyed (EIP-6780), and an account can only be created
// where there is neither nonce nor code, hence no storage; so destroying an account
// needs no mark that hides older storage: the slots written on the way are recorded as
// zero and there are no others.
//
// Within the shard an account's Root is the empty root if and only if the account is
// known to have no storage; zero means that its storage root is not known. go-ethereum
// v1.17.10 does not look at it while executing.
//
// All methods of Shard belong to one goroutine, except View and Prefetch, which may be
// called from any. A View may be used by any goroutine.
package shard
