// Command ssequencer is the shared sequencer, its devnet and its tools: `ssequencer help`
// names the commands. Results go to standard output, everything else to standard error.
// Exit codes: 0 ok, 1 failure, 2 usage, 3 a check did not hold, 4 a server could not be
// reached.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	os.Exit(execute(ctx, os.Args, stdio{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}
