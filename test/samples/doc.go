// Package samples tests the files that docs/samples offers to operators, as far as a
// machine without containers and OP Stack nodes can.
package samples
