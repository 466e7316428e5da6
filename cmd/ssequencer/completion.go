package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

// The scripts ask the program itself: every command line that ends with
// --generate-bash-completion prints what can follow.
const (
	bashCompletion = `# bash completion for ssequencer; use it with: source <(ssequencer completion bash)
_ssequencer() {
  local current="${COMP_WORDS[COMP_CWORD]}"
  local before=("${COMP_WORDS[@]:0:COMP_CWORD}")
  [[ "$current" == -* ]] && before+=("$current")
  local words
  words=$("${before[@]}" --generate-bash-completion 2>/dev/null)
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _ssequencer ssequencer
`
	zshCompletion = `#compdef ssequencer
# zsh completion for ssequencer; use it with: source <(ssequencer completion zsh)
_ssequencer() {
  local current="${words[CURRENT]}"
  local -a before found
  before=("${(@)words[1,CURRENT-1]}")
  [[ "$current" == -* ]] && before+=("$current")
  found=("${(@f)$("${(@)before}" --generate-bash-completion 2>/dev/null)}")
  if [[ -n "${found[1]}" ]]; then
    compadd -- "${(@)found%%:*}"
  else
    _files
  fi
}
compdef _ssequencer ssequencer
`
)

func completionCommand() *cli.Command {
	script := func(shell, text string) *cli.Command {
		return &cli.Command{
			Name: shell, Usage: "print the completion script for " + shell,
			Action: func(c *cli.Context) error {
				if err := noArguments(c); err != nil {
					return err
				}
				_, err := fmt.Fprint(c.App.Writer, text)
				return err
			},
		}
	}
	return &cli.Command{
		Name: "completion", Usage: "shell completion",
		Subcommands: []*cli.Command{script("bash", bashCompletion), script("zsh", zshCompletion)},
	}
}
