// Package verifier audits settlement batches. It trusts L1 and the chains' own nodes it
// is given, and nothing the service says: everything a batch claims is computed again,
//
//   - from the messenger's logs on the chains' nodes: every received message was sent, in
//     order and in the same slot, and the pair trees built from both sides have the roots
//     the batch claims;
//   - from RootStore's storage, by Merkle proof against the state root of the end block
//     whose hash the batch names: the contracts hold the same counts and roots.
//
// What does not hold is a [Finding]. A server that cannot be reached, or cannot answer,
// is an error that wraps [ErrUnreachable] and says nothing about the batch.
package verifier
