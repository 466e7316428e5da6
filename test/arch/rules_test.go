package arch

// modulePath is the prefix of our own import paths.
const modulePath = "github.com/ssequencer/ssequencer/"

// allowedImports says which packages of ours each package may import directly. Test files
// are exempt. Imports point one way, so that each package can be read, tested and
// replaced knowing only what stands beside it here.
func allowedImports() map[string][]string {
	return map[string][]string{
		"chains":             {},
		"chains/wire":        {"chains"},
		"chains/engine":      {"chains"},
		"chains/devnode":     {"chains"},
		"chains/l1":          {"chains"},
		"chains/entries":     {"chains", "contracts/bindings"},
		"chains/proxy":       {"chains"},
		"chains/follower":    {"chains"},
		"chains/chainstest":  {"chains", "chains/engine", "chains/devnode"},
		"merkle":             {},
		"merkle/order":       {},
		"contracts/bindings": {},
		"signer":             {"chains"},
		"tracer":             {},
		"tracer/shard":       {"chains"},
		"tracer/replay":      {"chains"},
		"crosschain":         {"chains", "contracts/bindings", "merkle"},
		"journal":            {"chains", "journal/disk"},
		"journal/disk":       {},
		"journal/index":      {"journal/disk"},
		"sequencer":          {"chains", "tracer/shard", "tracer/replay", "crosschain", "journal", "signer"},
		"history":            {"chains", "chains/wire", "journal", "journal/index", "merkle", "signer"},
		"settlement":         {"chains", "chains/entries", "chains/wire", "merkle", "merkle/order", "contracts/bindings", "journal", "journal/index", "signer"},
		"verifier":           {"merkle", "merkle/order", "contracts/bindings"},
		"router":             {"chains", "chains/wire", "router/dashboard"},
		"router/dashboard":   {},
		"client":             {"chains", "chains/wire"},
	}
}

// composers are folders whose packages may import everything, as may packages that serve
// tests only (settlement/settlementtest). No package of allowedImports may import them.
var composers = [...]string{"cmd", "test", "contracts/tools"}

// forbidden says what a package must not import, directly, of anything: the import path
// itself or what lies under it.
type forbidden struct {
	dir, path, reason string
}

const (
	pure    = "it is pure and deterministic, so that a redo after a crash and a second machine come to the same result"
	silent  = "it is pure data or encoding: whoever calls it knows what to log"
	noTests = "test code does not belong into the service"
)

func forbiddenImports() []forbidden {
	var list []forbidden
	for _, dir := range []string{"crosschain", "merkle", "merkle/order"} {
		for _, path := range []string{"time", "net", "os", "sync", "go.uber.org/zap", "math/rand", "crypto/rand"} {
			list = append(list, forbidden{dir, path, pure})
		}
	}
	for _, dir := range []string{"chains", "chains/wire", "contracts/bindings"} {
		list = append(list, forbidden{dir, "go.uber.org/zap", silent})
	}
	for dir := range allowedImports() {
		if dir != "chains/chainstest" { // its purpose is to be called by tests
			list = append(list, forbidden{dir, "testing", noTests})
		}
	}
	return list
}

// topFolders are the rooms of the repository. A new one is a decision: it is added here
// and to ARCHITECTURE.md.
func topFolders() []string {
	return []string{
		"chains", "client", "cmd", "contracts", "crosschain", "docs", "history", "journal", "merkle",
		"router", "sequencer", "settlement", "signer", "test", "tracer", "verifier",
	}
}

// emptyNames are package names that say nothing about what is inside.
func emptyNames() []string {
	return []string{"util", "utils", "common", "helper", "helpers", "manager", "misc", "shared", "base"}
}
