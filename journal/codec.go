package journal

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/rlp"
)

// Errors of Decode. The text after the sentinel names what was found.
var (
	// ErrKind: a record of a kind this version of the service does not know.
	ErrKind = errors.New("unknown record kind")
	// ErrVersion: a known kind in a layout this version of the service does not know.
	ErrVersion = errors.New("unknown record version")
	// ErrMalformed: the bytes are not a record.
	ErrMalformed = errors.New("malformed record")
)

// recordVersion is the layout of all kinds so far.
const recordVersion = 1

// Encode returns the stored form of a record: one byte kind, one byte version, RLP.
func Encode(rec Record) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(1024) // most records are smaller
	buf.WriteByte(byte(rec.Kind()))
	buf.WriteByte(recordVersion)
	if err := rlp.Encode(&buf, rec); err != nil {
		return nil, fmt.Errorf("encode %v record: %w", rec.Kind(), err)
	}
	return buf.Bytes(), nil
}

// Decode is the strict inverse of Encode: it accepts exactly what Encode returns.
func Decode(enc []byte) (Record, error) {
	if len(enc) < 2 {
		return nil, fmt.Errorf("%w: %d bytes", ErrMalformed, len(enc))
	}
	rec := newRecord(Kind(enc[0]))
	if rec == nil {
		return nil, fmt.Errorf("%w: %d", ErrKind, enc[0])
	}
	if enc[1] != recordVersion {
		return nil, fmt.Errorf("%w: %v, version %d", ErrVersion, rec.Kind(), enc[1])
	}
	if err := rlp.DecodeBytes(enc[2:], rec); err != nil {
		return nil, fmt.Errorf("%w: %v: %v", ErrMalformed, rec.Kind(), err)
	}
	return rec, nil
}

func newRecord(kind Kind) Record {
	switch kind {
	case KindOpened:
		return new(Opened)
	case KindAdmitted:
		return new(Admitted)
	case KindDecided:
		return new(Decided)
	case KindRefused:
		return new(Refused)
	case KindPrepared:
		return new(Prepared)
	case KindCommit:
		return new(Commit)
	case KindApplied:
		return new(Applied)
	case KindRevoked:
		return new(Revoked)
	case KindReopened:
		return new(Reopened)
	case KindBatchEvent:
		return new(BatchEvent)
	case KindCheckpoint:
		return new(Checkpoint)
	case KindReplaced:
		return new(Replaced)
	case KindReturned:
		return new(Returned)
	case KindHeld:
		return new(Held)
	case KindRecalled:
		return new(Recalled)
	}
	return nil
}
