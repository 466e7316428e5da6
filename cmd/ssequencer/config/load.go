package config

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrConfig: the settings are not usable. What is wrong with them follows, one line for
// each fault.
var ErrConfig = errors.New("configuration is not usable")

// EnvPrefix is what the environment variables of settings begin with.
const EnvPrefix = "SSEQUENCER_"

// Origin says where a value comes from.
type Origin string

// Where values come from, the strongest first.
const (
	FromFlag    Origin = "flag"
	FromEnv     Origin = "environment"
	FromFile    Origin = "file"
	FromDefault Origin = "default"
)

// Sources are the places settings come from.
type Sources struct {
	Flags map[string]string // by key; of a chain: chain.901.rpc-url
	Env   []string          // as os.Environ gives it
	File  string            // path of the TOML file, "" = none
}

// Value is one setting as it took effect.
type Value struct {
	Key    string
	Value  string
	Origin Origin
	Secret bool
}

// EnvName returns the environment variable of a key.
func EnvName(key string) string {
	return EnvPrefix + strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(key))
}

// Load merges the sources and checks every value. It returns the settings, and the values
// in the order of the documentation, with where each comes from. An error names every
// fault it found and wraps ErrConfig; the values are returned as far as they are known.
func Load(src Sources) (*Config, []Value, error) {
	layers, chainIDs, faults := gather(src)
	c := new(Config)
	var values []Value
	for _, s := range service() {
		v, err := layers.apply("", s.Setting, s.at(c))
		values, faults = append(values, v), appendFault(faults, err)
	}
	for _, id := range chainIDs {
		ch := Chain{ID: id}
		for _, s := range perChain() {
			v, err := layers.apply("chain."+id.String()+".", s.Setting, s.at(&ch))
			values, faults = append(values, v), appendFault(faults, err)
		}
		c.Chains = append(c.Chains, ch)
	}
	faults = append(faults, c.validate()...)
	if len(faults) > 0 {
		return nil, values, fmt.Errorf("%w:\n  %w", ErrConfig, join(faults))
	}
	return c, values, nil
}

type layer struct {
	origin Origin
	values map[string]string
}

type layers []layer

// gather reads all sources, and finds out which chains there are.
func gather(src Sources) (layers, []chains.ChainID, []error) {
	var faults []error
	file := map[string]string{}
	if src.File != "" {
		var err error
		file, err = readFile(src.File)
		faults = appendFault(faults, err)
	}
	ids := chainsNamed(file, src.Flags)
	known := make(map[string]bool)
	for _, s := range service() {
		known[s.Key] = true
	}
	for _, id := range ids {
		for _, s := range perChain() {
			known["chain."+id.String()+"."+s.Key] = true
		}
	}
	env, unknown := readEnv(src.Env, known)
	faults = append(faults, unknown...)
	for _, l := range []layer{{FromFile, file}, {FromFlag, src.Flags}} {
		for _, key := range sortedKeys(l.values) {
			if !known[key] {
				faults = append(faults, fmt.Errorf("%s: unknown key (in %s)", key, l.describe(src)))
			}
		}
	}
	return layers{{FromFlag, src.Flags}, {FromEnv, env}, {FromFile, file}}, ids, faults
}

func (l layer) describe(src Sources) string {
	if l.origin == FromFile {
		return src.File
	}
	return string(l.origin) + "s"
}

// apply finds the value of a setting and parses it into at.
func (ls layers) apply(prefix string, s Setting, at any) (Value, error) {
	v := Value{Key: prefix + s.Key, Value: s.Default, Origin: FromDefault, Secret: s.Secret}
	for _, l := range ls {
		if text, ok := l.values[v.Key]; ok {
			v.Value, v.Origin = text, l.origin
			break
		}
	}
	if v.Value == "" {
		if s.Required {
			return v, fmt.Errorf("%s: missing (%s)", v.Key, s.Usage)
		}
		return v, nil
	}
	if err := set(at, v.Value); err != nil {
		return v, fmt.Errorf("%s: %w (from %s)", v.Key, err, v.Origin)
	}
	return v, nil
}

func appendFault(faults []error, err error) []error {
	if err == nil {
		return faults
	}
	return append(faults, err)
}

// join is errors.Join with indented lines.
func join(faults []error) error {
	if len(faults) == 0 {
		return nil
	}
	return indented(faults)
}

type indented []error

// Error implements error.
func (e indented) Error() string {
	lines := make([]string, len(e))
	for i, err := range e {
		lines[i] = err.Error()
	}
	return strings.Join(lines, "\n  ")
}

// Unwrap gives errors.Is and errors.As the members.
func (e indented) Unwrap() []error { return e }

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
