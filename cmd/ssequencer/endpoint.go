package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
)

// devnetURL is chain 901 of a devnet with its defaults.
const devnetURL = "http://127.0.0.1:9545"

func rpcFlag() cli.Flag {
	return &cli.StringFlag{Name: "rpc-url", Usage: "any endpoint of the service", Value: devnetURL, EnvVars: []string{config.EnvName("rpc-url")}}
}

// endpoint is a service by one of its URLs.
type endpoint struct {
	url    *url.URL
	client *client.Client
	stream bool // subscriptions are possible
}

// connect dials the service, over WebSocket where that works, since it gives streams.
func connect(ctx context.Context, c *cli.Context) (*endpoint, error) {
	u, err := url.Parse(c.String("rpc-url"))
	if err != nil || u.Host == "" {
		return nil, usageError("--rpc-url %q: want a URL such as %s", c.String("rpc-url"), devnetURL)
	}
	if cl, err := client.Dial(ctx, withScheme(u, "ws").String()); err == nil {
		return &endpoint{url: u, client: cl, stream: true}, nil
	}
	cl, err := client.Dial(ctx, withScheme(u, "http").String())
	if err != nil {
		return nil, usageError("--rpc-url %s: %v", u.Redacted(), err)
	}
	return &endpoint{url: u, client: cl}, nil
}

func (e *endpoint) close() { e.client.Close() }

// set asks for the set of chains, the first request to every service.
func (e *endpoint) set(ctx context.Context) (*wire.Chains, error) {
	set, err := e.client.Chains(ctx)
	return set, e.failed(err)
}

// failed says of an error that means no answer which server it was, and what to do. Other
// errors, and those it has seen already, it returns as they are.
func (e *endpoint) failed(err error) error {
	var seen *exitError
	if err == nil || !isUnreachable(err) || errors.As(err, &seen) {
		return err
	}
	return withCode(codeUnreachable, fmt.Errorf("no answer from %s (%w); is the service running? `ssequencer devnet` starts one, --rpc-url names another", e.url.Redacted(), err))
}

// chain connects to the eth_* methods of one chain.
func (e *endpoint) chain(ctx context.Context, id chains.ChainID) (*ethclient.Client, error) {
	eth, err := ethclient.DialContext(ctx, chainURL(withScheme(e.url, "http"), id).String())
	if err != nil {
		return nil, fmt.Errorf("chain %d: %w", id, err)
	}
	return eth, nil
}

// chainURL returns the URL under which every listener of the service serves the chain.
func chainURL(base *url.URL, id chains.ChainID) *url.URL {
	u := *base
	u.RawPath = ""
	dir := strings.TrimRight(u.Path, "/")
	if _, err := chains.ParseChainID(path.Base(dir)); err == nil { // the URL names a chain already
		dir = strings.TrimRight(path.Dir(dir), "/")
	}
	u.Path = dir + "/" + id.String()
	return &u
}

// withScheme returns the URL as http or ws, encrypted where it was.
func withScheme(base *url.URL, scheme string) *url.URL {
	u := *base
	if u.Scheme == "https" || u.Scheme == "wss" {
		scheme += "s"
	}
	u.Scheme = scheme
	return &u
}

// findChain returns a chain of the set.
func findChain(set *wire.Chains, id chains.ChainID) (wire.Chain, error) {
	known := make([]string, len(set.Chains))
	for i, ch := range set.Chains {
		if chains.ChainID(ch.ChainID) == id {
			return ch, nil
		}
		known[i] = chains.ChainID(ch.ChainID).String()
	}
	return wire.Chain{}, usageError("chain %d is not in the set; it has %s", id, strings.Join(known, ", "))
}
