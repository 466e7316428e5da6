// Package settlement closes settlement batches and posts them to L1.
//
// It follows the journal: messages of applied blocks go into pair trees, and every so
// many slots a batch is cut at a slot that is applied on all chains. Closing compares the
// trees with what the contracts hold at the end blocks, signs, and makes batch and proofs
// durable; only then a poster sends it to L1, and sends it again as often as L1 loses it.
// What an independent verifier says about a posted batch is recorded too.
//
// Batches, proofs of their end blocks, the trees and the places of messages are in an index
// of its own, which goes on where it was: the journal need not keep what settlement has
// taken in.
//
// [Settlement.Run] owns all goroutines; the read methods may be called at any time.
package settlement
