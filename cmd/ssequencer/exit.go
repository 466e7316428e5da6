package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"

	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/verifier"
)

// Exit codes.
const (
	codeOK          = 0
	codeFailure     = 1
	codeUsage       = 2
	codeCheck       = 3 // a check did not hold
	codeUnreachable = 4 // a server could not be reached
)

// exitError is an error with an exit code of its own.
type exitError struct {
	code int
	err  error
}

// Error implements error.
func (e *exitError) Error() string { return e.err.Error() }

// Unwrap returns the cause.
func (e *exitError) Unwrap() error { return e.err }

func withCode(code int, err error) error { return &exitError{code: code, err: err} }

func usageError(format string, args ...any) error {
	return withCode(codeUsage, fmt.Errorf(format, args...))
}

// silentError ends the command with an exit code after it has said everything itself.
type silentError int

// Error implements error.
func (e silentError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// exitCode returns the exit code that an error of a command stands for.
func exitCode(err error) int {
	var coded *exitError
	var silent silentError
	var help cli.ExitCoder // help for a command that does not exist
	switch {
	case err == nil:
		return codeOK
	case errors.As(err, &silent):
		return int(silent)
	case errors.As(err, &coded):
		return coded.code
	case errors.As(err, &help):
		return codeUsage
	case isUnreachable(err):
		return codeUnreachable
	case errors.Is(err, verifier.ErrProof), errors.Is(err, verifier.ErrUnreadable):
		return codeCheck
	default:
		return codeFailure
	}
}

// isUnreachable reports whether an error says that a server did not answer.
func isUnreachable(err error) bool {
	if errors.Is(err, verifier.ErrUnreachable) || errors.Is(err, engine.ErrUnreachable) {
		return true
	}
	if errors.Is(err, context.Canceled) { // by Ctrl-C
		return false
	}
	var request *url.Error
	var network *net.OpError
	return errors.As(err, &request) || (errors.As(err, &network) && network.Op != "listen")
}
