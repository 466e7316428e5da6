// Package wire holds the JSON forms of the sequencer_* methods: what the router writes
// and the client reads. Quantities are hex as in eth_*; times are unix milliseconds and
// timestamps unix seconds. A field that is a pointer is null while its value is not
// known. The names are part of the interface: they do not change.
package wire
