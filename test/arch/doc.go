// Package arch checks the architecture rules of this repository on its source text: who
// may import whom, what pure packages must not touch, where state may live, which folders
// exist. It has tests only. Each failure names the rule and its reason; the rules are
// described in ARCHITECTURE.md.
package arch
