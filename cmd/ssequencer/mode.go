package main

import (
	"fmt"
	"net"

	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
)

func modeCommand() *cli.Command {
	return &cli.Command{
		Name: "mode", Usage: "show or move the kill switch of a running service's op-nodes", ArgsUsage: "[enabled | dry-run | disabled]",
		Description: "enabled: the sequencer fills the blocks that op-node asks for. dry-run: op-node gets its node's own\nblocks, which the service executes as well and compares. disabled: everything passes through.\nA block that is committed already stays. The settings are those of `ssequencer run`.",
		Flags:       append(configFlags(), &cli.StringSliceFlag{Name: "only", Usage: "chain id; repeated (default all chains with an op-node)"}, jsonFlag()),
		Action:      showMode,
	}
}

// chainMode is the JSON form of one chain's switch.
type chainMode struct {
	ChainID chains.ChainID `json:"chainId"`
	Mode    proxy.Mode     `json:"mode"`
}

func showMode(c *cli.Context) error {
	var to proxy.Mode
	if c.Args().Present() {
		text, err := oneArgument(c, "mode")
		if err != nil {
			return err
		}
		if to = proxy.Mode(text); to != proxy.Enabled && to != proxy.DryRun && to != proxy.Disabled {
			return usageError("%v: %q", proxy.ErrMode, text)
		}
	}
	cfg, _, err := settings(c)
	if err != nil {
		return err
	}
	picked, err := withOpNode(cfg, c.StringSlice("only"))
	if err != nil {
		return err
	}
	modes := make([]chainMode, 0, len(picked))
	for _, chain := range picked {
		secret, err := chain.OpNodeSecret()
		if err != nil {
			return fmt.Errorf("chain %d: %w", chain.ID, err)
		}
		m, err := proxy.AskMode(c.Context, "http://"+reachable(chain.OpNode.Listen), secret, to)
		if err != nil {
			return fmt.Errorf("chain %d: %w", chain.ID, err)
		}
		modes = append(modes, chainMode{chain.ID, m})
	}
	if c.Bool("json") {
		return printJSON(c, modes)
	}
	for _, m := range modes {
		fmt.Fprintf(c.App.Writer, "chain %d  %s\n", m.ChainID, m.Mode)
	}
	return nil
}

// withOpNode returns the chains that have an op-node, or those of them that are named.
func withOpNode(cfg *config.Config, only []string) ([]*config.Chain, error) {
	wanted := map[chains.ChainID]bool{}
	for _, text := range only {
		id, err := chains.ParseChainID(text)
		if err != nil {
			return nil, usageError("--only: %v", err)
		}
		wanted[id] = true
	}
	var picked []*config.Chain
	for i := range cfg.Chains {
		if ch := &cfg.Chains[i]; ch.OpNode.Listen != "" && (len(only) == 0 || wanted[ch.ID]) {
			picked = append(picked, ch)
			delete(wanted, ch.ID)
		}
	}
	if len(picked) == 0 || len(wanted) > 0 {
		return nil, usageError("there is no such chain with op-node-listen in the settings")
	}
	return picked, nil
}

// reachable turns an address to listen on into one to connect to.
func reachable(listen string) string {
	host, port, err := net.SplitHostPort(listen)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return listen
}
