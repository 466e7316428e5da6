// Package tracer is the room of execution: what a transaction yields at its exact place
// in a block. tracer/shard executes in-process, ahead of the node; tracer/replay asks the
// chain's own node, which is the authority where the two differ. The package itself holds
// only the suite that compares them on a real node.
package tracer
