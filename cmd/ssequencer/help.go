package main

// Help texts. They are set on every command, since go-ethereum's packages replace the
// command line library's own.
const (
	flagsHelp = `{{if .VisibleFlags}}
Flags:{{range .VisibleFlags}}
  {{range $i, $n := .Names}}{{if $i}}, {{end}}{{if gt (len $n) 1}}--{{else}}-{{end}}{{$n}}{{end}}	{{.GetUsage}}{{if and .TakesValue .GetDefaultText}} (default {{.GetDefaultText}}){{end}}{{range .GetEnvVars}} [${{.}}]{{end}}{{end}}
{{end}}`

	commandsHelp = `
Commands:{{range .VisibleCommands}}
  {{.Name}}	{{.Usage}}{{end}}
`

	appHelp = `{{.Name}}: {{.Usage}}

Usage: {{.Name}} COMMAND [flags] [arguments]
` + commandsHelp + `
{{.Description}}
`

	groupHelp = `{{.HelpName}}: {{.Usage}}

Usage: {{.HelpName}} COMMAND [flags] [arguments]
` + commandsHelp

	commandHelp = `{{.HelpName}}: {{.Usage}}

Usage: {{.HelpName}}{{if .VisibleFlags}} [flags]{{end}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}
{{if .Description}}
{{.Description}}
{{end}}` + flagsHelp
)
