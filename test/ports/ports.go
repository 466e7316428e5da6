// Package ports gives tests ports for programs that are to be found at the same place over
// restarts, also while they do not run.
package ports

import (
	"fmt"
	"math/rand/v2"
	"net"
	"testing"
)

// The ports are below those that the system gives to outgoing connections. Whoever has one
// listens on the port that lies count above it, so that no other test, of this process or
// another one, gets the same.
const first, count = 20_000, 6_000

// Free returns a port of 127.0.0.1 on which nobody listens, and that nobody else gets from
// Free until the test has ended.
func Free(t testing.TB) int {
	t.Helper()
	for range 1000 {
		port := first + rand.IntN(count)
		mine, err := listen(port + count)
		if err != nil {
			continue
		}
		if l, err := listen(port); err == nil {
			_ = l.Close()
			t.Cleanup(func() { _ = mine.Close() })
			return port
		}
		_ = mine.Close()
	}
	t.Fatal("no free port")
	return 0
}

func listen(port int) (net.Listener, error) {
	return net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
}
