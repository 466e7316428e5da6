// Package proxy stands between the op-node of a chain of the OP Stack and the chain's own
// node, and lets the sequencer fill the blocks that op-node asks for.
//
// op-node asks for a block in two steps: forkchoiceUpdated with payload attributes, which
// names the parent and the deposits, and a moment before the block is due getPayload. The
// proxy keeps the attributes to itself, offers them to the sequencer as the inputs of the
// chain's next block (Next), and has the sequencer seal its slot at getPayload. Everything
// else that op-node asks passes through to the node as it is, bytes and all. Where the
// sequencer has no block, op-node gets the one that the node itself builds from op-node's
// attributes, so that the chain goes on by itself whatever happens to the sequencer.
//
// After a block is committed, op-node gets this block whenever it asks for one on the same
// parent, and the node never sees other attributes of a sequencing op-node on it: it would
// build a sibling. Attributes that forbid the node's pool (derivation, sequencer drift,
// activation blocks, recovery) always pass through: there is nothing to fill in, and what
// is derived from L1 is not ours to change.
//
// What remains possible, since op-node cannot be asked: that it throws a committed block
// away, after a reorg of L1 or a fail-over. The sequencer notices it by the node's head.
package proxy
