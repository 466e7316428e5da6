package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
)

func configCommand() *cli.Command {
	return &cli.Command{
		Name: "config", Usage: "the configuration of `ssequencer run`",
		Subcommands: []*cli.Command{
			{Name: "check", Usage: "check keys, nodes and contracts, and start nothing", Flags: append(configFlags(), jsonFlag()), Action: checkConfig},
			{Name: "show", Usage: "print every setting and where it comes from, secrets masked", Flags: append(configFlags(), jsonFlag()), Action: showConfig},
		},
	}
}

// configFlags returns --config and one flag for every setting. Their environment variables
// are read by config, which knows of chains too.
func configFlags() []cli.Flag {
	flags := []cli.Flag{&cli.StringFlag{Name: "config", Usage: "TOML file", EnvVars: []string{config.EnvName("config")}}}
	for _, s := range config.ServiceSettings() {
		flags = append(flags, &cli.StringFlag{Name: s.Key, Usage: s.Usage, DefaultText: s.Default})
	}
	for _, s := range config.ChainSettings() {
		flags = append(flags, &cli.StringSliceFlag{Name: "chain." + s.Key, Usage: s.Usage + ", as ID=VALUE; repeated", DefaultText: s.Default})
	}
	return flags
}

// loadConfig merges flags, environment, file and defaults.
func loadConfig(c *cli.Context) (*config.Config, []config.Value, error) {
	if err := noArguments(c); err != nil {
		return nil, nil, err
	}
	return settings(c)
}

// settings is loadConfig for a command that has arguments.
func settings(c *cli.Context) (*config.Config, []config.Value, error) {
	flags := make(map[string]string)
	for _, s := range config.ServiceSettings() {
		if c.IsSet(s.Key) {
			flags[s.Key] = c.String(s.Key)
		}
	}
	for _, s := range config.ChainSettings() {
		for _, pair := range c.StringSlice("chain." + s.Key) {
			id, value, err := splitPair("chain."+s.Key, pair)
			if err != nil {
				return nil, nil, err
			}
			flags["chain."+id.String()+"."+s.Key] = value
		}
	}
	return config.Load(config.Sources{Flags: flags, Env: os.Environ(), File: c.String("config")})
}

// splitPair reads the ID=VALUE form of a flag.
func splitPair(flag, pair string) (chains.ChainID, string, error) {
	text, value, found := strings.Cut(pair, "=")
	id, err := chains.ParseChainID(text)
	if !found || err != nil || value == "" {
		return 0, "", usageError("--%s %s: want CHAINID=VALUE", flag, pair)
	}
	return id, value, nil
}

// shownValue is the JSON form of a setting.
type shownValue struct {
	Key    string        `json:"key"`
	Value  string        `json:"value"`
	Origin config.Origin `json:"origin"`
}

// showConfig prints what is known also where it is not usable.
func showConfig(c *cli.Context) error {
	_, values, err := loadConfig(c)
	if exitCode(err) == codeUsage {
		return err
	}
	shown := make([]shownValue, len(values))
	rows := make([][]string, len(values))
	for i, v := range values {
		shown[i] = shownValue{Key: v.Key, Value: v.Shown(), Origin: v.Origin}
		rows[i] = []string{v.Key, "=", fmt.Sprintf("%q", v.Shown()), "# " + string(v.Origin)}
	}
	var printed error
	if c.Bool("json") {
		printed = printJSON(c, shown)
	} else {
		printed = table(c.App.Writer, rows)
	}
	if err != nil {
		return err
	}
	return printed
}

// shownCheck is the JSON form of one result of a check.
type shownCheck struct {
	What  string `json:"what"`
	OK    bool   `json:"ok"`
	Error string `json:"error,omitempty"`
}

func checkConfig(c *cli.Context) error {
	cfg, _, err := loadConfig(c)
	if err != nil {
		return err
	}
	asJSON := c.Bool("json")
	results := []shownCheck{}
	failed, unreachable := 0, 0
	cfg.Check(c.Context, func(r config.Result) {
		shown := shownCheck{What: r.What, OK: r.Err == nil}
		word := "ok"
		switch {
		case r.Unreachable():
			unreachable, word = unreachable+1, "UNREACHABLE"
		case r.Err != nil:
			failed, word = failed+1, "FAILED"
		}
		line := fmt.Sprintf("%-11s  %s", word, r.What)
		if r.Err != nil {
			shown.Error = r.Err.Error()
			line += ": " + shown.Error
		}
		results = append(results, shown)
		if !asJSON {
			fmt.Fprintln(c.App.Writer, line)
		}
	})
	if asJSON {
		if err := printJSON(c, results); err != nil {
			return err
		}
	}
	switch {
	case failed > 0:
		return silentError(codeFailure)
	case unreachable > 0:
		return silentError(codeUnreachable)
	}
	return nil
}
