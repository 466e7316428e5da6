// Command bindgen turns forge's output into what the Go side needs: per contract one JSON
// artifact (ABI and creation bytecode) and one file of bindings (abigen, version 2).
//
// Usage: bindgen FORGE_OUT_DIR BINDINGS_DIR. build.sh runs it.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

// contracts are the names of all contracts that are deployed or called.
func contracts() []string {
	return []string{"RootStore", "Messenger", "TokenBridge", "ETHBridge", "TestToken", "Settlement"}
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
	for _, name := range contracts() {
		if err := generate(os.Args[1], os.Args[2], name); err != nil {
			fmt.Fprintf(os.Stderr, "bindgen: %s: %v\n", name, err)
			os.Exit(1)
		}
	}
}

func generate(out, bindings, name string) error {
	a, err := readForge(filepath.Join(out, name+".sol", name+".json"), name)
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
	return os.WriteFile(filepath.Join(bindings, strings.ToLower(name)+".gen.go"), []byte(code), 0o644)
}

// readForge reads one file of forge's output directory.
func readForge(path, name string) (artifact, error) {
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
