// Package engine is the client of one chain's own full node: its Engine API, by which
// the node builds, checks and adopts blocks, and its eth RPC, by which headers, receipts
// and state are read.
//
// A node is not believed more than needed: what it built is compared with what was asked
// for, and after an adoption its head is read back. A call that fails may have taken
// effect all the same; every call can be repeated.
package engine
