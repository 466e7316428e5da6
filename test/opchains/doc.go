// Package opchains tests the service on chains of the OP Stack: op-geth nodes, an L1 whose
// portals ask for deposits, and the real program between them, in processes of their own.
// The chains have scripted op-nodes, or the OP Stack's own, or none. It runs only where
// SSEQ_OPGETH names the program of test/opstack, and in part only where
// SSEQ_OPSTACK_PROGRAMS names the directory with op-node and op-batcher.
package opchains
