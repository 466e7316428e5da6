// Package bench puts load on a running service through its RPC and measures what its
// users see: how long until a signed promise, how many transactions per second are
// accepted and included.
//
// It uses accounts whose keys it is given, with ETH on every chain and test tokens on the
// first. Everything it sends is valid; what fails is counted, and never hidden.
//
// Durability starts services instead, one after the other, whose journals differ in what a
// sync costs, and compares what the same load sees of them.
package bench
