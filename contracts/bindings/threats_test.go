package bindings

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// The documented threats and the Solidity tests that carry their numbers are the same.
func TestThreats(t *testing.T) {
	doc, err := os.ReadFile("../../docs/contracts.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := make(map[string]bool)
	for _, m := range regexp.MustCompile(`(?m)^\| (T\d\d) \|`).FindAllSubmatch(doc, -1) {
		listed[string(m[1])] = true
	}
	tested := make(map[string]bool)
	files, err := filepath.Glob("../test/*.t.sol")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`function test(?:Fuzz)?_(T\d\d)_`).FindAllSubmatch(src, -1) {
			number := string(m[1])
			tested[number] = true
			if !listed[number] {
				t.Errorf("%s is tested in %s and not documented", number, filepath.Base(file))
			}
		}
	}
	for number := range listed {
		if !tested[number] {
			t.Errorf("%s is documented and not tested", number)
		}
	}
	if len(listed) < 25 {
		t.Errorf("%d threats found", len(listed))
	}
}
