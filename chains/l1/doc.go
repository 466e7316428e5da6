// Package l1 reads an L1 for chains of the OP Stack that this service sequences without
// an op-node: which L1 block a slot's blocks derive from, what L1 imposes on them
// (deposits, changes of the chain's configuration, upgrades), and every input of the
// blocks that follows from it.
//
// A Source keeps track of the L1's head and of the blocks below it that its chains are
// about to derive from. Blocks and receipts are held against their hashes, so that an L1
// node can withhold a deposit's block but neither hide nor invent the deposit. The same L1
// blocks and the same parent give the same inputs, byte for byte.
package l1
