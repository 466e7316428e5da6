// Package sim runs the real sequencer, crosschain and journal code on simulated time,
// with scripted nodes, a clock that is set and a disk that crashes and fails, driven by a
// seed.
//
// Time is that of a testing/synctest bubble: it moves only when every goroutine waits.
// Everything that crosses a seam (a node call, a journal record, an fsync, a client's
// step) takes a length of time drawn from the seed and from what crosses, and no two end
// at the same instant. So at most one chain of goroutines runs at any instant, and a run
// is the same each time: a test runs seeds twice and compares what happened.
//
// A crash takes the disk as it is at that instant (what was not synced is lost, torn or
// kept), makes every seam of that life dead, and starts another life on the copy. Where
// the disk fails instead, the life has to end by itself.
//
// A scripted node has a switch for each vice: it fails before or after it did what was
// asked, is slow, dead, hung or syncing, loses blocks, lies about its state, executes
// otherwise, calls a good block invalid, or has another writer's block as its head. A seed
// draws from all of them; the enumerations let one happen at each call.
//
// In every third seed, and in runs of their own, the chains have scripted op-nodes: they say which
// blocks they want, ask for them, adopt them, and do what op-nodes do else: want something else
// meanwhile, end jobs, do not wait, die with the block they got, go on by themselves while the
// service is away. Between one and the sequencer is what chains/proxy does, without its wire.
// There a seed gives nearly the same run each time: the slot loop itself draws which of two
// things that are ready it takes.
//
// In others, chains derive from L1: their sources say what blocks are to be made of before the parent is
// built, have nothing for a while, doubt what they said, say something else, and come back while a slot is
// open and the block before is still under way. In some runs nodes need so long for their work that this is usual.
//
// The oracle reads the nodes' chains, what clients were told, and the journal's records
// as they become durable; it knows nothing of the sequencer's insides. It checks that
//
//   - every message is relayed once, in the slot it was sent in, and both sides of each pair
//     have the same tree after every slot;
//   - what was acknowledged is included once or refused on record, a bundle whole or not at all;
//   - a promise leaves when its record is durable, no position is promised twice with other
//     content, and each promise is kept or revoked with a cause, for which there is a reason;
//   - a block is adopted when its commit is durable, and never replaced; of other writers'
//     blocks only slips are;
//   - what is shown as applied is, and a chain whose part of a group is missing is not shown;
//   - an op-node gets a block only when a crash would commit it, and gets the same one for the same
//     parent over any crash; where it was told that there is none, none is committed before it asks again;
//   - a committed block of a chain with an op-node is lost only where an op-node of its group made another
//     one behind the service's back; the pairs of such chains are not judged further;
//   - while nothing is wrong with a chain's node, the chain has a block every ten seconds,
//     whatever happens to the others; in the end all chains go on, but those that a person
//     has to look at;
//   - the sequencer ends by itself only when its disk failed, and never runs hot.
//
// Scripted nodes execute with the same shard as the sequencer: the simulation checks the
// protocol, not the execution, which the tracer's conformance suite compares with real
// nodes.
//
// SSEQ_SIM_SEEDS=N runs N seeds (and a quarter of them twice), SSEQ_SIM_SEED=K only seed
// K, both N seeds from K on, SSEQ_SIM_LOG=1 prints what happens, SSEQ_SIM_EVERY=1 makes the enumerations that are
// sampled otherwise run every case.
//
// bugs holds deliberate breakages of the service, and run.sh, which shows that each is
// caught.
package sim
