package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// A start that an L1 keeps waiting says so, and ends when it is told to. Keys in the URL are not
// shown.
func TestStartWaitsForL1(t *testing.T) {
	mute, err := net.Listen("tcp", "127.0.0.1:0") // it connects, and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer mute.Close()
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	key := write("key", common.Hash{31: 1}.Hex())
	text := fmt.Sprintf("data-dir = %q\n[l1]\nurl = \"http://%s/key-of-mine\"\nchain-id = 900\nsettlement = %q\n", dir, mute.Addr(), common.Address{1})
	for _, duty := range []string{"relayer", "signer", "poster"} {
		text += fmt.Sprintf("[keys.%s]\nfile = %q\n", duty, key)
	}
	text += "[rpc]\nport = 0\n"
	for _, id := range []int{901, 902} {
		text += fmt.Sprintf("[[chain]]\nid = %d\nengine-url = \"http://127.0.0.1:1\"\nrpc-url = \"http://127.0.0.1:1\"\njwt-file = %q\nrollup-file = %q\n", id, key, key)
		for _, contract := range []string{"messenger", "root-store", "token-bridge", "eth-bridge"} {
			text += fmt.Sprintf("%s = %q\n", contract, common.Address{2})
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	log := &listener{says: "the start waits for the L1", heard: cancel}
	code := execute(ctx, []string{"ssequencer", "run", "--config", write("ssequencer.toml", text)}, stdio{in: strings.NewReader(""), out: log, err: log})
	said := log.String()
	if code == codeOK || !strings.Contains(said, log.says) || !strings.Contains(said, "http://"+mute.Addr().String()) || strings.Contains(said, "key-of-mine") {
		t.Errorf("exit code %d\n%s", code, said)
	}
}
