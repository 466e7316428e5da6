// Package processes tests `ssequencer run` the way it is used: the program itself between
// an L1 and nodes that are processes of their own, and any of them killed at any time.
package processes
