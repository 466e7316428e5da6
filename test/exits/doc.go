// Package exits holds tokens of L1 on their way onto the chains, between them and back: the
// lockbox and the gateways with real chains and a real L1, and what happens at the edges.
// It has tests only.
package exits
