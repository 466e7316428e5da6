// Package direct tests the service on chains of the OP Stack that have no op-node: op-geth
// nodes, an L1 whose portals ask for deposits, and the real program between them, in
// processes of their own. It runs only where SSEQ_OPNODE names the program of test/opstack.
package direct
