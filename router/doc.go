// Package router is the edge of the service: JSON-RPC over HTTP and WebSocket.
//
// It decodes and checks what comes in, hands transactions to the sequencer's lanes,
// answers sequencer_* from the read model, and passes every other eth_*, net_* and
// web3_* call to the chain's own node, after replacing block tags by our own head. What
// is decided and not yet applied is laid over the node's answers. Everything it needs
// from others is an interface in deps.go.
//
// Who waits for whom: Serve owns the listeners, each connection's goroutine owns the
// requests and subscriptions on it, and Serve returns only when all of them have ended.
package router
