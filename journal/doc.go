// Package journal is the durable log of the service and its source of truth: what was
// acknowledged, decided, prepared, committed, applied, revoked and settled, in one
// order.
//
// Records get contiguous sequence numbers from 1. [Journal.Append] only buffers; one
// goroutine writes everything buffered as one synced batch, so that any number of
// callers share one fsync. After a crash the journal holds a prefix of what was
// appended, and at least everything that was ever reported durable. Nothing is ever
// changed. What no reader needs any more is deleted, oldest first: readers say what they
// need with [Journal.Keep], and a reader that starts anew finds the place to start from in
// the last checkpoint, or has one of its own.
//
// A write or sync that failed makes the journal dead for the rest of the process: what
// the disk holds is then unknown, so nothing is acknowledged any more, and the next
// start finds out.
//
// All other parts of the service learn what happened from the tail: [Journal.Follow].
package journal
