package main

import (
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
)

// printBanner writes everything that a person pastes into a wallet or a shell.
func printBanner(w io.Writer, info *devnet.Info, took time.Duration) {
	fmt.Fprintf(w, "ssequencer devnet, ready after %.1f s\n\n", took.Seconds())
	rows := [][]string{
		{"", "CHAIN ID", "HTTP", "WEBSOCKET", "OWN NODE"},
		{"L1", info.L1.ChainID.String(), info.L1.RPC, info.L1.WS},
	}
	for _, ch := range info.Chains {
		rows = append(rows, []string{"L2", ch.ChainID.String(), ch.RPC, ch.WS, ch.Node})
	}
	printRows(w, "Networks (currency ETH; /dashboard and /healthz are on each L2's HTTP URL)", rows)

	rows = nil
	for i, a := range info.Accounts {
		rows = append(rows, []string{fmt.Sprintf("(%d)", i), a.Address.Hex(), a.PrivateKey.String()})
	}
	printRows(w, "Accounts and private keys: 10,000 ETH on every chain, 1,000,000 test tokens on 901. Everybody knows these keys.", rows)

	rows = [][]string{{"L1", "Settlement", info.L1.Settlement.Hex()}}
	if info.L1.Lockbox != (common.Address{}) {
		rows = append(rows, []string{"L1", "Lockbox", info.L1.Lockbox.Hex()}, []string{"L1", "Test token STT", info.L1.Token.Hex()})
	}
	if len(info.Chains) > 0 {
		ch := info.Chains[0]
		rows = append(rows,
			[]string{"every L2", "Messenger", ch.Messenger.Hex()},
			[]string{"every L2", "RootStore", ch.RootStore.Hex()},
			[]string{"every L2", "TokenBridge", ch.TokenBridge.Hex()},
			[]string{"every L2", "ETHBridge", ch.ETHBridge.Hex()},
			[]string{"every L2", "Test token STT", ch.TestToken.Hex()})
		if ch.Gateway != (common.Address{}) {
			rows = append(rows, []string{"every L2", "Gateway", ch.Gateway.Hex()}, []string{"every L2", "L1's token L1T", ch.L1Token.Hex()})
		}
	}
	rows = append(rows, []string{"account", "signer", info.Sequencer.Signer.Hex()}, []string{"account", "relayer", info.Sequencer.Relayer.Hex()})
	printRows(w, "Contracts, and the service's accounts", rows)
	printExamples(w, info)
	fmt.Fprintln(w, "Ctrl-C stops it.")
}

func printRows(w io.Writer, title string, rows [][]string) {
	fmt.Fprintln(w, title)
	for _, row := range rows {
		row[0] = "  " + row[0]
	}
	if err := table(w, rows); err != nil {
		return // nobody reads any more
	}
	fmt.Fprintln(w)
}

// printExamples writes commands to try next. They need two chains.
func printExamples(w io.Writer, info *devnet.Info) {
	if len(info.Chains) < 2 || len(info.Accounts) < 2 {
		return
	}
	from, to := info.Chains[0], info.Chains[1]
	url := ""
	if from.RPC != devnetURL {
		url = " --rpc-url " + from.RPC
	}
	fmt.Fprintf(w, "Try\n")
	fmt.Fprintf(w, "  ssequencer send --from-chain %d --to-chain %d --amount 10 --wait verified%s\n", from.ChainID, to.ChainID, url)
	fmt.Fprintf(w, "  ssequencer status%s\n", url)
	fmt.Fprintf(w, "  cast send --rpc-url %s --private-key %s \\\n    %s 'sendERC20(address,address,uint256,uint256)' %s %s %s %d\n",
		from.RPC, info.Accounts[0].PrivateKey, from.TokenBridge, from.TestToken, info.Accounts[1].Address, "10000000000000000000", to.ChainID)
	fmt.Fprintf(w, "  cast call --rpc-url %s %s 'balanceOf(address)(uint256)' %s\n\n", to.RPC, to.TestToken, info.Accounts[1].Address)
}
