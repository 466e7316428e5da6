// Package cheat holds a sequencer that cheats, by a script, in every way that settlement
// on L1 is there against, and one that does not: real chains, a real L1, the contracts, the
// independent verifier and its challenger, to the end, which is a bond that is slashed, or
// one that is untouched. It has tests only.
package cheat
