// Package sim runs the real sequencer, crosschain and journal code on simulated time,
// with scripted nodes and a disk that crashes, driven by a seed.
//
// Time is that of a testing/synctest bubble: it moves only when every goroutine waits.
// Everything that crosses a seam (a node call, a journal record, an fsync, a client's
// step) takes a length of time drawn from the seed and from what crosses, and no two end
// at the same instant. So at most one chain of goroutines runs at any instant, and a run
// is the same each time: a test runs seeds twice and compares what happened.
//
// A crash takes the disk as it is at that instant (what was not synced is lost, torn or
// kept), makes every seam of that life dead, and starts another life on the copy.
//
// The oracle reads the nodes' chains, what clients were told, and the journal for
// refusals and revocations; it knows nothing of the sequencer's insides.
//
// Scripted nodes execute with the same shard as the sequencer: the simulation checks the
// protocol, not the execution, which the tracer's conformance suite compares with real
// nodes.
//
// SSEQ_SIM_SEEDS=N runs N seeds (and a quarter of them twice), SSEQ_SIM_SEED=K only seed
// K, SSEQ_SIM_LOG=1 prints what happens, SSEQ_SIM_EVERY=1 crashes the second process of
// TestCrashInRecovery after every crash of the first one instead of every 16th.
//
// bugs holds deliberate breakages of the service, and run.sh, which shows that each is
// caught.
package sim
