package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// result is what a command line did.
type result struct {
	code     int
	out, err string
}

// TestMain clears the variables that commands look at: those of the machine do not matter.
func TestMain(m *testing.M) {
	for _, v := range config.CommandVariables() {
		os.Unsetenv(v)
	}
	os.Exit(m.Run())
}

// command runs a command line.
func command(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	code := execute(t.Context(), append([]string{"ssequencer"}, args...), stdio{in: strings.NewReader(""), out: &out, err: &errs})
	return result{code: code, out: out.String(), err: errs.String()}
}

// A server that is not there is exit code 4, wrong usage 2, and both say what is wrong on
// standard error and nothing on standard output.
func TestExitCodes(t *testing.T) {
	const nobody = "http://127.0.0.1:1"
	hash := common.Hash{1}.Hex()
	for _, tc := range []struct {
		args string
		code int
		says string
	}{
		{"bogus", codeUsage, `unknown command "bogus"`},
		{"help bogus", codeUsage, "bogus"},
		{"keys bogus", codeUsage, `unknown command "bogus"`},
		{"version extra", codeUsage, `unexpected argument "extra"`},
		{"send --nope", codeUsage, "-nope"},
		{"send --to-chain 902 --amount 1", codeUsage, "--from-chain is missing"},
		{"send --from-chain x --to-chain 902 --amount 1", codeUsage, "--from-chain"},
		{"send --from-chain 901 --to-chain 901 --amount 1", codeUsage, "same chain"},
		{"send --from-chain 901 --to-chain 902", codeUsage, "--amount"},
		{"send --from-chain 901 --to-chain 902 --amount 0", codeUsage, "zero"},
		{"send --from-chain 901 --to-chain 902 --amount -1", codeUsage, "not a decimal number"},
		{"send --from-chain 901 --to-chain 902 --amount 1 --token STT", codeUsage, "--token"},
		{"send --from-chain 901 --to-chain 902 --amount 1 --wait queued", codeUsage, "--wait queued"},
		{"send --from-chain 901 --to-chain 902 --amount 1 0x12", codeUsage, "RECIPIENT"},
		{"send --from-chain 901 --to-chain 902 --amount 1 --private-key 0x12", codeUsage, "--private-key"},
		{"send --from-chain 901 --to-chain 902 --amount 1 --rpc-url nowhere", codeUsage, "--rpc-url"},
		{"send --from-chain 901 --to-chain 902 --amount 1 --rpc-url " + nobody, codeUnreachable, "no answer from " + nobody},
		{"status --rpc-url " + nobody, codeUnreachable, "ssequencer devnet"},
		{"status --interval 0s", codeUsage, "--interval"},
		{"bundle", codeUsage, "expected one TXHASH"},
		{"bundle 0x12", codeUsage, "not a hash"},
		{"bundle " + hash + " --rpc-url " + nobody, codeUnreachable, nobody},
		{"proof " + hash + " -o file --rpc-url " + nobody, codeUnreachable, nobody},
		{"verify", codeUsage, "--settlement"},
		{"verify --batch 1 --all", codeUsage, "exclude each other"},
		{"verify --l1 " + nobody + " --settlement 0x12", codeUsage, "--settlement"},
		{"verify --l1 " + nobody + " --settlement " + common.Address{1}.Hex(), codeUsage, "--chain ID=URL"},
		{"verify --l1 " + nobody + " --settlement " + common.Address{1}.Hex() + " --messenger " + common.Address{2}.Hex() + " --chain 901", codeUsage, "--chain 901"},
		{"verify --l1 " + nobody + " --settlement " + common.Address{1}.Hex() + " --messenger " + common.Address{2}.Hex() + " --chain 901=" + nobody, codeUnreachable, nobody},
		{"verify --info missing.json", codeFailure, "missing.json"},
		{"devnet --l2.count 0", codeUsage, "--l2.count"},
		{"devnet --rpc.addr 0.0.0.0", codeUsage, "loopback"},
		{"devnet --block-time 500ms", codeUsage, "whole number of seconds"},
		{"devnet --rpc.port 65535", codeUsage, "--rpc.port"},
		{"devnet --log.level loud", codeUsage, "--log.level"},
		{"run --config missing.toml", codeFailure, "missing.toml"},
		{"run --chain.rpc-url " + nobody, codeUsage, "CHAINID=VALUE"},
		{"config show", codeFailure, "data-dir: missing"},
		{"keys new --dir x", codeUsage, "--password-file"},
		{"watch --interval -1s", codeUsage, "--interval"},
	} {
		t.Run(tc.args, func(t *testing.T) {
			got := command(t, strings.Fields(tc.args)...)
			if got.code != tc.code || !strings.Contains(got.err, tc.says) {
				t.Errorf("exit code %d, want %d; standard error is to say %q:\n%s", got.code, tc.code, tc.says, got.err)
			}
			if got.out != "" && !strings.HasPrefix(tc.args, "config show") {
				t.Errorf("standard output: %s", got.out)
			}
		})
	}
}

func TestExitCodeOfErrors(t *testing.T) {
	for _, tc := range []struct {
		err  error
		code int
	}{
		{nil, codeOK},
		{errors.New("x"), codeFailure},
		{context.DeadlineExceeded, codeFailure},
		{fmt.Errorf("a: %w", usageError("x")), codeUsage},
		{fmt.Errorf("a: %w", verifier.ErrProof), codeCheck},
		{fmt.Errorf("a: %w", verifier.ErrUnreadable), codeCheck},
		{verifier.ErrNoBatch, codeFailure},
		{fmt.Errorf("a: %w", verifier.ErrUnreachable), codeUnreachable},
		{engine.ErrUnreachable, codeUnreachable},
		{&url.Error{Op: "Post", Err: errors.New("x")}, codeUnreachable},
		{&url.Error{Op: "Post", Err: context.Canceled}, codeFailure},
		{&net.OpError{Op: "dial", Err: errors.New("x")}, codeUnreachable},
		{silentError(codeCheck), codeCheck},
	} {
		if got := exitCode(tc.err); got != tc.code {
			t.Errorf("%v: exit code %d, want %d", tc.err, got, tc.code)
		}
	}
}

// Flags may stand after arguments.
func TestFlagsFirst(t *testing.T) {
	list := newApp(stdio{}).Commands
	for in, want := range map[string]string{
		"bundle 0x1 --json":                             "bundle --json 0x1",
		"proof 0x1 -o file --json":                      "proof -o file --json 0x1",
		"proof 0x1 -o=file":                             "proof -o=file 0x1",
		"keys import - --dir d":                         "keys import --dir d -",
		"bundle -- --json":                              "bundle -- --json",
		"send 0x1 --generate-bash-completion":           "send --generate-bash-completion 0x1",
		"--help send":                                   "--help send",
		"unknown 0x1 --json":                            "unknown 0x1 --json",
		"send A --from-chain 1 --json B --to-chain":     "send --from-chain 1 --json --to-chain A B",
		"keys import key.txt --light --password-file p": "keys import --light --password-file p key.txt",
	} {
		if got := strings.Join(flagsFirst(list, strings.Fields(in)), " "); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// Every command has a help text, on standard output.
func TestHelp(t *testing.T) {
	if got := command(t); got.code != codeOK || !strings.Contains(got.out, "devnet") {
		t.Errorf("no arguments: %+v", got)
	}
	for _, c := range commands() {
		got := command(t, c.Name, "--help")
		if got.code != codeOK || !strings.Contains(got.out, "ssequencer "+c.Name+": "+c.Usage) || got.err != "" {
			t.Errorf("%s --help: %+v", c.Name, got)
		}
		if len(c.Subcommands) > 0 {
			if bare := command(t, c.Name); !reflect.DeepEqual(bare, got) {
				t.Errorf("%s alone does not print its help: %+v", c.Name, bare)
			}
		}
	}
}

func TestVersion(t *testing.T) {
	var b build
	got := command(t, "version", "--json")
	if err := json.Unmarshal([]byte(got.out), &b); err != nil || got.code != codeOK {
		t.Fatalf("%v, %+v", err, got)
	}
	if b.Go == "" || b.Version == "" || b.Geth == "" {
		t.Errorf("%+v", b)
	}
}

// Keys go in and come out encrypted, and listing needs no passphrase.
func TestKeys(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	first, err := devnetFirstKey()
	if err != nil {
		t.Fatal(err)
	}
	hex := write("key", "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80\n")
	pass, wrong := write("pass", "secret\nignored\n"), write("wrong", "other")
	store := filepath.Join(dir, "store")
	keys := func(args ...string) ([]storedKey, result) {
		var list []storedKey
		got := command(t, append([]string{"keys"}, args...)...)
		if got.code == codeOK {
			if err := json.Unmarshal([]byte(got.out), &list); err != nil {
				t.Fatalf("%v: %v\n%s", args, err, got.out)
			}
		}
		return list, got
	}
	imported, got := keys("import", hex, "--dir", store, "--password-file", pass, "--light", "--json")
	if got.code != codeOK || len(imported) != 1 || imported[0].Address != first.Address() {
		t.Fatalf("import: %+v", got)
	}
	if made, got := keys("new", "--dir", store, "--password-file", pass, "--light", "--json"); got.code != codeOK || len(made) != 1 {
		t.Fatalf("new: %+v", got)
	}
	if list, got := keys("list", "--dir", store, "--json"); len(list) != 2 {
		t.Errorf("list: %+v", got)
	}
	if opened, got := keys("inspect", imported[0].Path, "--password-file", pass, "--json"); len(opened) != 1 || opened[0].Address != first.Address() {
		t.Errorf("inspect: %+v", got)
	}
	if _, got := keys("inspect", imported[0].Path, "--password-file", wrong); got.code != codeFailure || !strings.Contains(got.err, signer.ErrPassphrase.Error()) {
		t.Errorf("inspect with a wrong passphrase: %+v", got)
	}
	if _, got := keys("import", pass, "--dir", store, "--password-file", pass); got.code != codeFailure || strings.Contains(got.err, "secret") {
		t.Errorf("import of something else: %+v", got)
	}
}

func TestUnits(t *testing.T) {
	for _, tc := range []struct {
		text     string
		decimals uint8
		units    string // "" = an error
		back     string
	}{
		{"10", 18, "10000000000000000000", "10"},
		{"0.5", 18, "500000000000000000", "0.5"},
		{".25", 2, "25", "0.25"},
		{"7.", 0, "7", "7"},
		{"1.10", 6, "1100000", "1.1"},
		{"0.001", 2, "", ""},
		{"1e3", 18, "", ""},
		{"-1", 18, "", ""},
		{"+1", 18, "", ""},
		{"1_000", 18, "", ""},
		{"0.0", 18, "", ""},
		{"", 18, "", ""},
		{".", 18, "", ""},
		{"1.2.3", 18, "", ""},
		{strings.Repeat("9", 78), 0, "", ""},
	} {
		units, err := parseUnits(tc.text, tc.decimals)
		if (err != nil) != (tc.units == "") {
			t.Errorf("%q: %v, %v", tc.text, units, err)
			continue
		}
		if err == nil && (units.String() != tc.units || formatUnits(units, tc.decimals) != tc.back) {
			t.Errorf("%q with %d decimals is %v, and back %s", tc.text, tc.decimals, units, formatUnits(units, tc.decimals))
		}
	}
}

func TestEndpointURLs(t *testing.T) {
	for in, want := range map[string]string{
		"http://127.0.0.1:9545":       "http://127.0.0.1:9545/902",
		"http://127.0.0.1:9545/":      "http://127.0.0.1:9545/902",
		"http://127.0.0.1:9545/901":   "http://127.0.0.1:9545/902",
		"https://host/api/901/?key=1": "https://host/api/902?key=1",
		"https://host/api":            "https://host/api/902",
	} {
		u, err := url.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := chainURL(u, 902).String(); got != want {
			t.Errorf("%s gives %s, want %s", in, got, want)
		}
	}
	u, _ := url.Parse("https://host/x")
	if got := withScheme(u, "ws").String(); got != "wss://host/x" {
		t.Errorf("got %s", got)
	}
}
