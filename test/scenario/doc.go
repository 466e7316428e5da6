// Package scenario tests the whole of a devnet from outside: through its RPC, and against
// the answers of the chains' own nodes and the L1. It has tests only.
package scenario
