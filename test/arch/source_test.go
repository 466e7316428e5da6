package arch

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the repository's top folder, seen from this package.
const root = "../.."

// source is one parsed Go file that is not a test and was not generated.
type source struct {
	path string // from the top folder, with slashes
	file *ast.File
	fset *token.FileSet
}

// at names a place in the file.
func (s *source) at(n ast.Node) string {
	return s.path + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// imports returns the import paths of the file.
func (s *source) imports() []string {
	paths := make([]string, 0, len(s.file.Imports))
	for _, spec := range s.file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

// packages returns the Go files of the main module by folder: no tests, no generated
// files, no nested modules.
func packages(t *testing.T) map[string][]*source {
	t.Helper()
	dirs := map[string][]*source{}
	for _, path := range files(t) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".gen.go") {
			continue
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, filepath.Join(root, path), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		dirs[dir] = append(dirs[dir], &source{path: path, file: file, fset: fset})
	}
	if len(dirs) == 0 {
		t.Fatal("no Go files found: is the test in its place?")
	}
	return dirs
}

// sorted returns the keys of a map of folders in order, so that failures are too.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// files returns all files of the main module that belong to the repository, from the top
// folder. What tools put beside them is skipped: git's own data, npm's modules, what
// forge builds.
func files(t *testing.T) []string {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir() && rel != "." && (builtByTools(rel) || nestedModule(path)):
			return fs.SkipDir
		case !d.IsDir():
			paths = append(paths, rel)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("list the repository's files: %v", err)
	}
	return paths
}

func builtByTools(dir string) bool {
	switch dir {
	case ".git", ".idea", ".vscode", "contracts/out", "contracts/cache":
		return true
	}
	return filepath.Base(dir) == "node_modules"
}

func nestedModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// text returns a file's content, nil for what is no text: programs, archives, pictures.
func text(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatalf("read %s: %v", path, err)
	}
	if bytes.IndexByte(content[:min(len(content), 8000)], 0) >= 0 {
		return nil
	}
	return content
}
