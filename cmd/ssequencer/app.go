package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

// stdio is where a command reads and writes.
type stdio struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// execute runs the command line and returns the exit code.
func execute(ctx context.Context, args []string, std stdio) int {
	app := newApp(std)
	if len(args) > 0 {
		args = append(args[:1:1], flagsFirst(app.Commands, args[1:])...)
	}
	err := app.RunContext(ctx, args)
	if err == nil {
		return codeOK
	}
	var silent silentError
	if !errors.As(err, &silent) {
		fmt.Fprintf(std.err, "ssequencer: %v\n", err)
	}
	return exitCode(err)
}

func newApp(std stdio) *cli.App {
	app := &cli.App{
		Name:                      "ssequencer",
		HelpName:                  "ssequencer",
		Usage:                     "shared sequencer: a burn on one chain and its mint on another in the same slot, both or neither",
		Description:               "Exit codes: 0 ok, 1 failure, 2 usage, 3 a check did not hold, 4 a server could not be reached.",
		CustomAppHelpTemplate:     appHelp,
		HideVersion:               true,
		EnableBashCompletion:      true,
		DisableSliceFlagSeparator: true,
		Reader:                    std.in,
		Writer:                    std.out,
		ErrWriter:                 std.err,
		ExitErrHandler:            func(*cli.Context, error) {}, // execute alone decides the exit code
		OnUsageError:              usageFromParser,
		Action:                    unknownCommand,
		Commands:                  commands(),
	}
	prepare(app.Commands)
	return app
}

// commands returns the commands in the order of the help text.
func commands() []*cli.Command {
	return []*cli.Command{
		devnetCommand(),
		runCommand(),
		modeCommand(),
		configCommand(),
		sendCommand(),
		exitCommand(),
		statusCommand(),
		bundleCommand(),
		proofCommand(),
		verifyCommand(),
		watchCommand(),
		guardianCommand(),
		governorCommand(),
		registrarCommand(),
		benchCommand(),
		keysCommand(),
		versionCommand(),
		completionCommand(),
	}
}

// prepare gives every command our help and our handling of wrong usage.
func prepare(list []*cli.Command) {
	for _, c := range list {
		c.OnUsageError = usageFromParser
		if len(c.Subcommands) > 0 {
			c.Action, c.CustomHelpTemplate = unknownCommand, groupHelp
			prepare(c.Subcommands)
			continue
		}
		c.CustomHelpTemplate = commandHelp
		c.HideHelpCommand = true // an argument named "help" is an argument
	}
}

func usageFromParser(c *cli.Context, err error, _ bool) error {
	return usageError("%v; see: %s --help", err, c.Command.HelpName)
}

// unknownCommand is what runs where a command is expected and none of ours is named.
func unknownCommand(c *cli.Context) error {
	if !c.Args().Present() {
		if c.Command.Name == "" || c.Command.Name == c.App.Name {
			return cli.ShowAppHelp(c)
		}
		return cli.ShowSubcommandHelp(c)
	}
	name := c.Args().First()
	return usageError("unknown command %q. %s See: %s --help", name, cli.SuggestCommand(c.Command.Subcommands, name), c.Command.HelpName)
}

// noArguments refuses arguments where a command takes none.
func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return usageError("unexpected argument %q; see: %s --help", c.Args().First(), c.Command.HelpName)
	}
	return nil
}

// oneArgument returns the command's single argument, called name in its usage.
func oneArgument(c *cli.Context, name string) (string, error) {
	if c.NArg() != 1 {
		return "", usageError("expected one %s, got %d arguments; see: %s --help", name, c.NArg(), c.Command.HelpName)
	}
	return c.Args().First(), nil
}

// flagsFirst moves the flags of the named command before its arguments, since the parser
// stops at the first argument.
func flagsFirst(list []*cli.Command, args []string) []string {
	for i, arg := range args {
		cmd := find(list, arg)
		switch {
		case cmd == nil:
			return args
		case len(cmd.Subcommands) > 0:
			list = cmd.Subcommands
		default:
			return append(args[:i+1:i+1], reorder(cmd.Flags, args[i+1:])...)
		}
	}
	return args
}

func find(list []*cli.Command, name string) *cli.Command {
	for _, c := range list {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func reorder(known []cli.Flag, args []string) []string {
	var flags, positional []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return append(append(append(flags, positional...), "--"), args[i+1:]...)
		case !strings.HasPrefix(arg, "-") || arg == "-":
			positional = append(positional, arg)
		case takesValue(known, arg) && i+1 < len(args):
			flags = append(flags, arg, args[i+1])
			i++
		default:
			flags = append(flags, arg)
		}
	}
	return append(flags, positional...)
}

// takesValue reports whether the argument after this flag is its value.
func takesValue(known []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	for _, f := range known {
		for _, n := range f.Names() {
			if n == name {
				_, isBool := f.(*cli.BoolFlag)
				return !isBool
			}
		}
	}
	return false
}
