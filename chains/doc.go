// Package chains holds the nouns every other package speaks in: chains,
// transactions, traces, messages, bundles, blocks, promises and refusals.
//
// It has no behaviour beyond encoding, decoding and hashing, keeps no state and
// starts no goroutine. All values are plain data: whoever builds one owns it, and
// once handed to another package it is not changed any more, so values may be
// shared between goroutines.
package chains
