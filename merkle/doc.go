// Package merkle holds the trees the settlement of messages rests on, exactly as the
// contracts compute them:
//
//   - the pair tree: per pair and side one append-only tree of depth 32 over Keccak-256,
//     padded with zeros (Tree is its frontier, PairTree keeps every leaf);
//   - the batch tree: the pair roots of one settlement batch, sorted, with their number
//     bound into the batch root.
//
// A leaf is the hash of 192 bytes and an inner node the hash of 64 bytes, so neither can
// pass for the other. The package is pure: no clock, disk, network, goroutine or lock.
// Chain ids are plain uint64 values, so that the verifier shares nothing else with the
// service.
package merkle
