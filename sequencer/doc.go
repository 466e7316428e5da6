// Package sequencer decides the order of every transaction on every chain, and sees to
// it that each chain's node adopts exactly that.
//
// One goroutine, the slot loop (Run), owns all state: the pool of undecided
// transactions, one shard per chain, the slot under construction. It is fed by events:
// submissions, the clock, and what the committer reports. Everything that waits for a
// node happens in the committer (one goroutine per slot being committed); everything
// that waits for the disk happens in the journal and the promiser. Clock, nodes and disk
// come through small interfaces so that a simulation can own them.
//
// The way of a slot: open (Open records) -> decide each transaction in order (Decided
// records) -> seal -> the nodes build and the results are compared -> Prepared -> Commit
// -> adopt -> Applied. While one slot is being committed the next is already open.
//
// A chain whose node fails stands aside (aside.go): the slots that are not committed are
// redone without it, and it takes part again by itself.
package sequencer
