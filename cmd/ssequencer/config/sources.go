package config

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/ssequencer/ssequencer/chains"
)

// readFile reads a TOML file as a flat map. A [[chain]] table gives keys with its id.
func readFile(path string) (map[string]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	var tree map[string]any
	if _, err := toml.Decode(string(text), &tree); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	flat := make(map[string]string)
	tables := tree["chain"]
	delete(tree, "chain")
	flatten(flat, "", tree)
	if tables == nil {
		return flat, nil
	}
	list, ok := tables.([]map[string]any)
	if !ok {
		return flat, fmt.Errorf("%s: chains are written as [[chain]] tables", path)
	}
	var faults []error
	for i, table := range list {
		id, err := chains.ParseChainID(fmt.Sprint(table["id"]))
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: [[chain]] number %d: id: missing, or not a chain id", path, i+1))
			continue
		}
		prefix := "chain." + id.String() + "."
		if _, twice := flat[prefix]; twice {
			faults = append(faults, fmt.Errorf("%s: chain %d is there twice", path, id))
		}
		flat[prefix] = "" // says that the chain is there
		delete(table, "id")
		flatten(flat, prefix, table)
	}
	return flat, join(faults)
}

func flatten(into map[string]string, prefix string, tree map[string]any) {
	for name, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			flatten(into, prefix+name+".", v)
		case []any:
			parts := make([]string, len(v))
			for i := range v {
				parts[i] = fmt.Sprint(v[i])
			}
			into[prefix+name] = strings.Join(parts, ",")
		default:
			into[prefix+name] = fmt.Sprint(v)
		}
	}
}

// chainsNamed returns the chains that the file and the flags name, ascending, and takes
// the file's marks away.
func chainsNamed(file, flags map[string]string) []chains.ChainID {
	seen := make(map[chains.ChainID]bool)
	for _, values := range []map[string]string{file, flags} {
		for key := range values {
			rest, ok := strings.CutPrefix(key, "chain.")
			if !ok {
				continue
			}
			text, name, _ := strings.Cut(rest, ".")
			if id, err := chains.ParseChainID(text); err == nil {
				seen[id] = true
			}
			if name == "" {
				delete(file, key)
			}
		}
	}
	ids := make([]chains.ChainID, 0, len(seen))
	for id := range seen {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// readEnv picks the settings out of the environment, and leaves CommandVariables alone.
func readEnv(environ []string, known map[string]bool) (map[string]string, []error) {
	keys := make(map[string]string, len(known))
	for key := range known {
		keys[EnvName(key)] = key
	}
	env := make(map[string]string)
	var faults []error
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if !strings.HasPrefix(name, EnvPrefix) || slices.Contains(CommandVariables(), name) {
			continue
		}
		key, ok := keys[name]
		if !ok {
			faults = append(faults, fmt.Errorf("%s: no setting has this environment variable", name))
			continue
		}
		env[key] = value
	}
	return env, faults
}

// CommandVariables returns the environment variables that other commands read and that
// are no settings of the service.
func CommandVariables() []string {
	return []string{EnvPrefix + "PRIVATE_KEY", EnvPrefix + "RPC_URL", EnvPrefix + "CONFIG", EnvPrefix + "KEYSTORE_DIR"}
}
