package ports

import "testing"

// A port that a test has is nobody else's, though nothing listens on it.
func TestFree(t *testing.T) {
	had := map[int]bool{}
	for range 500 {
		port := Free(t)
		if had[port] {
			t.Fatalf("port %d is given twice", port)
		}
		had[port] = true
		l, err := listen(port)
		if err != nil {
			t.Fatal(err)
		}
		_ = l.Close()
	}
}
