package engine

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

// Sentinels of this package. The text around them says which node and what was found.
var (
	// ErrUnreachable: the node does not answer at its URL.
	ErrUnreachable = errors.New("node does not answer")
	// ErrUnauthorized: the node refuses our JWT; the secret or a clock is wrong.
	ErrUnauthorized = errors.New("node refuses the JWT (wrong secret, or clocks apart by more than a minute)")
	// ErrWrongChain: the node serves another chain id.
	ErrWrongChain = errors.New("wrong chain id")
	// ErrWrongGenesis: the node's chain has another genesis block.
	ErrWrongGenesis = errors.New("wrong genesis block")
	// ErrUnsupported: the node lacks a method that is needed.
	ErrUnsupported = errors.New("node lacks a needed method")
	// ErrAnswer: an answer of the node does not fit what was asked.
	ErrAnswer = errors.New("unexpected answer")
	// ErrSyncing: the node cannot tell yet; it lacks an ancestor or its state.
	ErrSyncing = errors.New("node is syncing")
	// ErrParentNotHead: the parent to build on is not the node's head.
	ErrParentNotHead = errors.New("parent is not the node's head")
	// ErrHeadMismatch: after an adoption the node's head is another block.
	ErrHeadMismatch = errors.New("node has another head")
)

// InvalidTxError says which transaction of a list the node calls invalid: it could not
// be put into the block at all (a reverting one can).
type InvalidTxError struct {
	TxHash common.Hash
	Index  int    // position in the list
	Reason string // the node's words
}

// Error implements error.
func (e *InvalidTxError) Error() string {
	return fmt.Sprintf("transaction %d (%s) is invalid: %s", e.Index, e.TxHash, e.Reason)
}

// InvalidTx returns the transaction's hash.
func (e *InvalidTxError) InvalidTx() common.Hash { return e.TxHash }

// InvalidPayloadError is the node's verdict INVALID on a payload or on a head.
type InvalidPayloadError struct {
	Hash        common.Hash
	LatestValid common.Hash // the last valid ancestor, zero if the node does not say
	Reason      string      // the node's words
}

// Error implements error.
func (e *InvalidPayloadError) Error() string {
	return fmt.Sprintf("node calls block %s invalid: %s", e.Hash, e.Reason)
}

// Permanent reports that repeating the call does not help.
func (e *InvalidPayloadError) Permanent() bool { return true }

// PayloadMismatchError says that the node built another block than it was asked for.
type PayloadMismatchError struct {
	Field     string
	Want, Got string
}

// Error implements error.
func (e *PayloadMismatchError) Error() string {
	return fmt.Sprintf("node built a block with %s %s, asked for %s", e.Field, e.Got, e.Want)
}

// Permanent reports that repeating the call does not help.
func (e *PayloadMismatchError) Permanent() bool { return true }

// HeadMismatchError carries the heads of an ErrHeadMismatch.
type HeadMismatchError struct{ Want, Got common.Hash }

// Error implements error.
func (e *HeadMismatchError) Error() string {
	return fmt.Sprintf("%v: %s instead of %s", ErrHeadMismatch, e.Got, e.Want)
}

// Is makes errors.Is(err, ErrHeadMismatch) true.
func (e *HeadMismatchError) Is(target error) bool { return target == ErrHeadMismatch }

// answered reports whether err is the node's own answer, not a failure to reach it.
func answered(err error) bool {
	var r rpc.Error
	return errors.As(err, &r)
}

// lacksMethod reports whether err is the answer "method not found".
func lacksMethod(err error) bool {
	var r rpc.Error
	return errors.As(err, &r) && r.ErrorCode() == -32601
}

// reachError says in our words why a first call to url failed.
func reachError(url string, err error) error {
	var h rpc.HTTPError
	switch {
	case errors.As(err, &h) && (h.StatusCode == http.StatusUnauthorized || h.StatusCode == http.StatusForbidden):
		return fmt.Errorf("%w: %s: %w", ErrUnauthorized, url, err)
	case lacksMethod(err):
		return fmt.Errorf("%w: %s: %w", ErrUnsupported, url, err)
	case answered(err):
		return fmt.Errorf("node at %s: %w", url, err)
	}
	return fmt.Errorf("%w: %s: %w", ErrUnreachable, url, err)
}
