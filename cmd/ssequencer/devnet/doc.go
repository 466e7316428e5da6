// Package devnet composes a whole network in this process: an L1, any number of L2s, the
// contracts on them and funded accounts.
//
// Everything is a function of the configuration and of the time at which the network was
// created: keys, addresses, genesis blocks and the first two blocks of every L2, in which
// the contracts are set up. A restart therefore repeats whatever a crash undid.
package devnet
