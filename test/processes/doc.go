// Package processes tests `ssequencer run` the way it is used: the program itself between
// an L1 and nodes that are processes of their own, and any of them killed at any time,
// hung, away for long, on a full disk, or with another writer beside it.
//
// SSEQ_KILLS=N kills N times instead of 7. Every 50 kills, everything clients were told is
// compared with what the nodes, L1 and the verifier say.
package processes
