// Package bindings is the Go side of the project's contracts: generated bindings with ABI
// and creation bytecode (*.gen.go, artifacts/), and hand-written codecs of the logs, calls,
// storage slots, revert data and addresses that the rest of the project works with.
//
// Nothing here does I/O, and every function is pure and safe for concurrent use. Decoders
// are strict: they accept the canonical encoding only, so what was decoded encodes to the
// same bytes. Chain ids, nonces and block numbers are uint64; larger values on chain are
// errors.
package bindings
