// Command bindgen turns forge's output into what the Go side needs: per contract one JSON
// artifact (ABI and creation bytecode) and one file of bindings (abigen, version 2).
//
// Usage: bindgen FORGE_OUT_DIR BINDINGS_DIR. build.sh runs it.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

// contracts are the names of all contracts that are deployed or called.
func contracts() []string {
	return []string{
		"RootStore", "Messenger", "TokenBridge", "ETHBridge", "TestToken",
		"Batches", "Prover", "Challenges", "Bond", "SignersBlockHashes", "GameBlockHashes",
		"Gateway", "BridgedToken", "Lockbox", "OrderedData",
	}
}

// artifact is the committed JSON form of a compiled contract.
type artifact struct {
	ContractName string          `json:"contractName"`
	ABI          json.RawMessage `json:"abi"`
	Bytecode     string          `json:"bytecode"` // creation code without constructor arguments
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: bindgen FORGE_OUT_DIR BINDINGS_DIR")
		os.Exit(2)
	}
	types := make(structTypes)
	for _, name := range contracts() {
		if err := generate(os.Args[1], os.Args[2], name, types); err != nil {
			fmt.Fprintf(os.Stderr, "bindgen: %s: %v\n", name, err)
			os.Exit(1)
		}
	}
}

func generate(out, bindings, name string, types structTypes) error {
	a, err := readForge(out, name)
	if err != nil {
		return err
	}
	enc, err := json.MarshalIndent(a, "", " ")
	if err != nil {
		return err
	}
	file := filepath.Join(bindings, "artifacts", name+".json")
	if err := os.WriteFile(file, append(enc, '\n'), 0o644); err != nil {
		return err
	}
	code, err := abigen.BindV2([]string{name}, []string{string(a.ABI)}, []string{a.Bytecode}, "bindings", nil, nil)
	if err != nil {
		return err
	}
	code, err = types.dropKnown(code)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(bindings, strings.ToLower(name)+".gen.go"), []byte(code), 0o644)
}

// structTypes are the struct types of all files so far: contracts that share a type get a
// declaration each from abigen, and a package may have one only.
type structTypes map[string]string

var structType = regexp.MustCompile(`(?ms)^(?://[^\n]*\n)*type (\w+) struct \{\n.*?^\}\n`)

// dropKnown removes from the code what an earlier file declares alike.
func (t structTypes) dropKnown(code string) (string, error) {
	var clash error
	code = structType.ReplaceAllStringFunc(code, func(decl string) string {
		m := structType.FindStringSubmatch(decl)
		name, body := m[1], decl[strings.Index(decl, "type "):]
		switch known, ok := t[name]; {
		case !ok:
			t[name] = body
			return decl
		case known == body:
			return ""
		}
		clash = fmt.Errorf("type %s stands for two things", name)
		return decl
	})
	if clash != nil {
		return "", clash
	}
	formatted, err := format.Source([]byte(code))
	return string(formatted), err
}

// readForge finds a contract in forge's output directory, whichever source it is in.
func readForge(out, name string) (artifact, error) {
	found, err := filepath.Glob(filepath.Join(out, "*.sol", name+".json"))
	if err != nil || len(found) != 1 {
		return artifact{}, fmt.Errorf("%d outputs of that name: %w", len(found), err)
	}
	path := found[0]
	raw, err := os.ReadFile(path)
	if err != nil {
		return artifact{}, err
	}
	var forge struct {
		ABI      json.RawMessage
		Bytecode struct{ Object string }
	}
	if err := json.Unmarshal(raw, &forge); err != nil {
		return artifact{}, fmt.Errorf("decode %s: %w", path, err)
	}
	var abi bytes.Buffer
	if err := json.Compact(&abi, forge.ABI); err != nil {
		return artifact{}, fmt.Errorf("abi of %s: %w", path, err)
	}
	return artifact{ContractName: name, ABI: abi.Bytes(), Bytecode: forge.Bytecode.Object}, nil
}
