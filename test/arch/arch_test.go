package arch

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestImports checks that packages of ours import only what their row of allowedImports
// lists.
func TestImports(t *testing.T) {
	allowed := allowedImports()
	dirs := packages(t)
	for _, dir := range sorted(dirs) {
		row, known := allowed[dir]
		if !known && composes(dir) {
			continue
		}
		if !known {
			t.Errorf("%s: unknown package. Rule: each package has a row in test/arch and a line in ARCHITECTURE.md, because a package that nobody placed tends to import everything", dir)
			continue
		}
		for _, s := range dirs[dir] {
			for _, path := range s.imports() {
				target, ours := strings.CutPrefix(path, modulePath)
				if ours && !slices.Contains(row, target) {
					t.Errorf("%s imports %s. Rule: %s may import only %v of ours, because imports point one way; declare a small interface in %s instead", s.path, target, dir, row, dir)
				}
			}
		}
	}
}

// TestForbiddenImports checks that pure packages cannot reach clocks, disks, networks,
// locks, chance and logs.
func TestForbiddenImports(t *testing.T) {
	dirs := packages(t)
	for _, rule := range forbiddenImports() {
		for _, s := range dirs[rule.dir] {
			for _, path := range s.imports() {
				if path == rule.path || strings.HasPrefix(path, rule.path+"/") {
					t.Errorf("%s imports %s. Rule: %s must not, because %s", s.path, path, rule.dir, rule.reason)
				}
			}
		}
	}
}

// TestPackages checks names and comments of packages.
func TestPackages(t *testing.T) {
	dirs := packages(t)
	for _, dir := range sorted(dirs) {
		documented := slices.ContainsFunc(dirs[dir], func(s *source) bool { return s.file.Doc != nil })
		if !documented {
			t.Errorf("%s has no package comment. Rule: every package says what it is for and promises, because that is where a reader starts", dir)
		}
		if name := dirs[dir][0].file.Name.Name; slices.Contains(emptyNames(), name) {
			t.Errorf("%s is package %s. Rule: a package is named after what it holds, because %q attracts everything", dir, name, name)
		}
	}
}

// TestState checks that nothing runs before main and that packages keep no state.
func TestState(t *testing.T) {
	dirs := packages(t)
	for _, dir := range sorted(dirs) {
		for _, s := range dirs[dir] {
			for _, decl := range s.file.Decls {
				switch d := decl.(type) {
				case *ast.FuncDecl:
					if d.Recv == nil && d.Name.Name == "init" {
						t.Errorf("%s: func init. Rule: nothing runs by being imported, because its order and errors are out of everybody's hands", s.at(d))
					}
				case *ast.GenDecl:
					checkVars(t, s, d)
				}
			}
		}
	}
}

func checkVars(t *testing.T, s *source, decl *ast.GenDecl) {
	t.Helper()
	if decl.Tok != token.VAR {
		return
	}
	for _, spec := range decl.Specs {
		v := spec.(*ast.ValueSpec)
		if v.Names[0].Name == "_" || embedded(decl, v) {
			continue
		}
		what := ""
		if len(v.Values) == 0 {
			what = "is only of use if it is assigned later"
		}
		for _, value := range v.Values {
			if mutable(value) {
				what = "can be changed in place"
			}
		}
		if what != "" {
			t.Errorf("%s: package variable %s %s. Rule: no package-level mutable state, because two instances in one process would share it; make it a field, a constant or a function", s.at(v), v.Names[0].Name, what)
		}
	}
}

// mutable reports whether an initialiser plainly makes something that is there to be
// changed: a map, slice, channel, lock or pointer. It finds the obvious cases only.
func mutable(value ast.Expr) bool {
	switch v := value.(type) {
	case *ast.UnaryExpr:
		return v.Op == token.AND
	case *ast.CompositeLit:
		switch typ := v.Type.(type) {
		case *ast.MapType:
			return true
		case *ast.ArrayType:
			return typ.Len == nil
		case *ast.SelectorExpr:
			pkg, ok := typ.X.(*ast.Ident)
			return ok && (pkg.Name == "sync" || pkg.Name == "atomic")
		}
	case *ast.CallExpr:
		fn, ok := v.Fun.(*ast.Ident)
		return ok && (fn.Name == "make" || fn.Name == "new")
	}
	return false
}

// embedded reports whether the compiler fills the variable from a file.
func embedded(decl *ast.GenDecl, v *ast.ValueSpec) bool {
	for _, doc := range []*ast.CommentGroup{decl.Doc, v.Doc} {
		if doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed ") }) {
			return true
		}
	}
	return false
}

// TestFolders checks that no room was added without a decision.
func TestFolders(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	known := topFolders()
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !slices.Contains(known, e.Name()) {
			t.Errorf("%s/: unknown top-level folder. Rule: the rooms are those of ARCHITECTURE.md, because each has one owner and one reason; add it there and in test/arch, or put it inside a room", e.Name())
		}
	}
}

// TestModule checks that the module can be used by others.
func TestModule(t *testing.T) {
	if regexp.MustCompile(`(?m)^\s*replace\b`).Match(text(t, "go.mod")) {
		t.Error("go.mod has a replace. Rule: none in the main module, because go install refuses it; use a nested module")
	}
}

// TestPortable checks that no file names a place on somebody's machine.
func TestPortable(t *testing.T) {
	local := regexp.MustCompile(`(^|[^\w./$}-])/(root|home|work|Users)/`)
	for _, path := range files(t) {
		if strings.HasPrefix(path, "test/arch/") {
			continue
		}
		for i, line := range strings.Split(string(text(t, path)), "\n") {
			if found := local.FindString(line); found != "" {
				t.Errorf("%s:%d names %q. Rule: no absolute paths of a machine in the repository, because it must work on any", path, i+1, strings.TrimSpace(found))
			}
		}
	}
}

// composes reports whether a folder's packages join others: programs, and what serves
// tests only.
func composes(dir string) bool {
	return strings.HasSuffix(dir, "test") || slices.ContainsFunc(composers[:], func(c string) bool { return dir == c || strings.HasPrefix(dir, c+"/") })
}
