package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/signer"
)

// storedKey is one keystore file.
type storedKey struct {
	Address common.Address `json:"address"`
	Path    string         `json:"path"`
}

func keysCommand() *cli.Command {
	dir := &cli.StringFlag{Name: "dir", Usage: "keystore directory (default: .ssequencer/keystore in the home directory)", EnvVars: []string{config.EnvName("keystore-dir")}}
	password := &cli.StringFlag{Name: "password-file", Usage: "file with the passphrase (default: ask on the terminal)"}
	light := &cli.BoolFlag{Name: "light", Usage: "weak and quick encryption: for tests and throw-away keys only"}
	return &cli.Command{
		Name: "keys", Usage: "encrypted keystore, readable by geth and cast too",
		Subcommands: []*cli.Command{
			{Name: "new", Usage: "make a new key", Flags: []cli.Flag{dir, password, light, jsonFlag()}, Action: newKey},
			{Name: "import", Usage: "encrypt a private key read from FILE (64 hex digits; - is standard input)", ArgsUsage: "FILE",
				Flags: []cli.Flag{dir, password, light, jsonFlag()}, Action: importKey},
			{Name: "list", Usage: "list the keys of the directory", Flags: []cli.Flag{dir, jsonFlag()}, Action: listKeys},
			{Name: "inspect", Usage: "decrypt a keystore file and print its address", ArgsUsage: "FILE",
				Flags: []cli.Flag{password, jsonFlag()}, Action: inspectKey},
		},
	}
}

func newKey(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	key, err := signer.Generate()
	if err != nil {
		return err
	}
	return storeKey(c, key)
}

func importKey(c *cli.Context) error {
	name, err := oneArgument(c, "FILE")
	if err != nil {
		return err
	}
	var text []byte
	if name == "-" {
		text, err = io.ReadAll(io.LimitReader(c.App.Reader, 1024))
	} else {
		text, err = os.ReadFile(name)
	}
	if err != nil {
		return fmt.Errorf("read the private key: %w", err)
	}
	key, err := signer.FromHex(string(text))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return storeKey(c, key)
}

// storeKey encrypts the key into a new file of the directory and prints where it is.
func storeKey(c *cli.Context, key *signer.Key) error {
	dir, err := keystoreDir(c)
	if err != nil {
		return err
	}
	pass, err := passphrase(c, true)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("keystore directory: %w", err)
	}
	cost := signer.StandardCost
	if c.Bool("light") {
		cost = signer.LightCost
	}
	path := filepath.Join(dir, keyFileName(key.Address(), time.Now()))
	if err := key.SaveKeystore(path, pass, cost); err != nil {
		return err
	}
	return printKeys(c, []storedKey{{Address: key.Address(), Path: path}})
}

// keyFileName follows geth's habit, so that its tools sort and find the file.
func keyFileName(address common.Address, at time.Time) string {
	stamp := strings.ReplaceAll(at.UTC().Format("2006-01-02T15:04:05.000000000"), ":", "-")
	return "UTC--" + stamp + "Z--" + common.Bytes2Hex(address[:])
}

func listKeys(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	dir, err := keystoreDir(c)
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("keystore directory: %w", err)
	}
	keys := []storedKey{}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if address, ok := keystoreAddress(path); ok {
			keys = append(keys, storedKey{Address: address, Path: path})
		}
	}
	return printKeys(c, keys)
}

// keystoreAddress reads the address that a keystore file names. It is not proven before
// the file is decrypted.
func keystoreAddress(path string) (common.Address, bool) {
	text, err := os.ReadFile(path)
	if err != nil {
		return common.Address{}, false
	}
	var file struct {
		Address string          `json:"address"`
		Crypto  json.RawMessage `json:"crypto"`
	}
	if json.Unmarshal(text, &file) != nil || len(file.Crypto) == 0 || !common.IsHexAddress(file.Address) {
		return common.Address{}, false
	}
	return common.HexToAddress(file.Address), true
}

func inspectKey(c *cli.Context) error {
	path, err := oneArgument(c, "FILE")
	if err != nil {
		return err
	}
	pass, err := passphrase(c, false)
	if err != nil {
		return err
	}
	key, err := signer.LoadKeystore(path, pass)
	if err != nil {
		return err
	}
	return printKeys(c, []storedKey{{Address: key.Address(), Path: path}})
}

func printKeys(c *cli.Context, keys []storedKey) error {
	if c.Bool("json") {
		return printJSON(c, keys)
	}
	rows := make([][]string, len(keys))
	for i, k := range keys {
		rows[i] = []string{k.Address.Hex(), k.Path}
	}
	return table(c.App.Writer, rows)
}

func keystoreDir(c *cli.Context) (string, error) {
	if dir := c.String("dir"); dir != "" {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", usageError("no home directory (%v): say where the keys are with --dir", err)
	}
	return filepath.Join(home, ".ssequencer", "keystore"), nil
}

// passphrase reads the passphrase of a keystore from --password-file, or from the
// terminal, there twice for a new one.
func passphrase(c *cli.Context, isNew bool) (string, error) {
	if path := c.String("password-file"); path != "" {
		return config.ReadPassword(path)
	}
	pass, err := ask(c, "Passphrase: ")
	if err != nil || !isNew {
		return pass, err
	}
	again, err := ask(c, "The same again: ")
	if err == nil && pass != again {
		err = errors.New("the passphrases differ")
	}
	return pass, err
}

// ask reads a line from the terminal without showing it.
func ask(c *cli.Context, prompt string) (string, error) {
	f, ok := c.App.Reader.(*os.File)
	if !ok || !isTerminal(f) {
		return "", usageError("no terminal to ask for the passphrase: give it with --password-file")
	}
	fmt.Fprint(c.App.ErrWriter, prompt)
	text, err := term.ReadPassword(int(f.Fd()))
	fmt.Fprintln(c.App.ErrWriter)
	if err != nil {
		return "", fmt.Errorf("read the passphrase: %w", err)
	}
	return string(text), nil
}
