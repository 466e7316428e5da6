// Package l1 reads an L1 for chains of the OP Stack that this service sequences without
// an op-node: which L1 block a slot's blocks derive from, what L1 imposes on them
// (deposits, changes of the chain's configuration, upgrades), and every input of the
// blocks that follows from it.
//
// Follower keeps track of the L1's head and of the blocks below it; what it returns was
// checked against the block hash, so that an L1 node can withhold but not invent.
// ChooseOrigins and Chain.Inputs are pure: the same L1 blocks and the same parent give
// the same inputs, byte for byte.
package l1
