// Package devnode runs real go-ethereum full nodes inside this process: the chains of a
// devnet and of tests. A node is used like an external one, over its Engine API and its
// eth RPC, by HTTP or through an in-process client.
//
// A Node never builds or adopts a block by itself; an L1 produces blocks on its own.
package devnode
