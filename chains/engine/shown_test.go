package engine

import "testing"

// Nothing of a URL but its server is in what anybody may read.
func TestShown(t *testing.T) {
	for text, want := range map[string]string{
		`Post "https://user:***@l1.example:8545/v3/key?a=b": EOF`:                `Post "https://l1.example:8545": EOF`,
		`L1 ws://l1.example/key: dial tcp 10.0.0.1:8545: connection refused`:     `L1 ws://l1.example: dial tcp 10.0.0.1:8545: connection refused`,
		`L1 http://127.0.0.1:1: Post "http://127.0.0.1:1": connection refused`:   `L1 http://127.0.0.1:1: Post "http://127.0.0.1:1": connection refused`,
		`http://127.0.0.1:1/: 401 (https://a.b/?key=c).`:                         `http://127.0.0.1:1: 401 (https://a.b).`,
		`two: http://a/1 and https://key@b`:                                      `two: http://a and https://b`,
		`no URL: dial unix /run/geth.ipc: connect: no such file or directory :/`: `no URL: dial unix /run/geth.ipc: connect: no such file or directory :/`,
	} {
		if got := Shown(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}
