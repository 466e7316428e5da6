// Package crosschain decides bundles: it executes a user's transaction, reads the
// messages it requested out of its trace, executes the relay of each message on its
// destination, and so on for messages those relays send, until either every leg has
// succeeded (keep all) or one has not (keep none).
//
// The package is pure and deterministic. It has no goroutine, clock, disk, network or
// key: it drives execution through the Executor it is given and returns what should be
// kept or why not. The same inputs on the same state give the same legs in the same
// order, whatever machine runs it: a redo after a crash depends on that.
//
// Rules A1, A2 and A4 of docs/protocol.md are enforced here.
package crosschain
