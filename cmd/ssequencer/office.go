package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/signer"
)

// roleFlags are those of all commands by which somebody with a role calls contracts.
func roleFlags(role string, l1 string, more ...cli.Flag) []cli.Flag {
	return append([]cli.Flag{
		rpcFlag(),
		&cli.StringFlag{Name: "l1", Usage: l1, Value: "http://127.0.0.1:8545"},
		&cli.StringFlag{Name: "key-file", Usage: fmt.Sprintf("FILE with the %s's private key: 64 hex digits (default: a devnet's %[1]s)", role)},
		&cli.StringFlag{Name: "keystore", Usage: "encrypted keystore file of the " + role},
		&cli.StringFlag{Name: "password-file", Usage: "file with the keystore's passphrase"},
		&cli.DurationFlag{Name: "timeout", Usage: "how long to wait for each transaction", Value: time.Minute},
	}, more...)
}

// roleKey loads the key that the flags name, or a devnet's.
func roleKey(c *cli.Context, role string, known func(devnet.Keys) *signer.Key) (*signer.Key, error) {
	file := config.Key{Keystore: c.String("keystore"), PasswordFile: c.String("password-file"), File: c.String("key-file")}
	if file.Keystore == "" && file.File == "" {
		keys, err := devnet.KnownKeys()
		return known(keys), err
	}
	if file.Keystore != "" && (file.File != "" || file.PasswordFile == "") {
		return nil, usageError("--keystore needs --password-file, and no --key-file")
	}
	key, err := file.Load()
	if err != nil {
		return nil, fmt.Errorf("%s's key: %w", role, err)
	}
	return key, nil
}

// officeFlags are those of the governor's and the registrar's commands.
func officeFlags(role string, more ...cli.Flag) []cli.Flag {
	return roleFlags(role, "URL of an L1 node", append(lookFlags(),
		append([]cli.Flag{
			&cli.BoolFlag{Name: "dry-run", Usage: "send nothing: print target, calldata and what would change; needs no key"},
			&cli.BoolFlag{Name: "calldata", Usage: "send nothing: print the calldata alone, for a multisig; needs no key"},
		}, more...)...)...)
}

// lookFlags say where the contracts are.
func lookFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "settlement", Usage: "Batches contract on L1; with it the service is not asked for anything"},
		&cli.StringFlag{Name: "messenger", Usage: "Messenger contract, the same everywhere; where the service is not asked"},
		&cli.StringSliceFlag{Name: "chain", Usage: "a chain's own node, as ID=URL, where the service has no such chain; repeated"},
	}
}

// office is where the governor and the registrar find their contracts.
type office struct {
	c       *cli.Context
	service *endpoint    // nil where it is not asked
	set     *wire.Chains // what it has; of one that is not asked, L1's part alone
	l1      *ethclient.Client
	nodes   map[chains.ChainID]string // by --chain
	opened  map[chains.ChainID]*ethclient.Client
}

// openOffice connects to L1, and to the service where that is asked.
func openOffice(c *cli.Context) (*office, error) {
	o := &office{c: c, set: &wire.Chains{}, nodes: map[chains.ChainID]string{}, opened: map[chains.ChainID]*ethclient.Client{}}
	for _, text := range c.StringSlice("chain") {
		id, url, err := splitPair("chain", text)
		if err != nil {
			return nil, err
		}
		o.nodes[id] = url
	}
	if err := o.connect(); err != nil {
		o.close()
		return nil, err
	}
	return o, nil
}

func (o *office) connect() error {
	ctx, url := o.c.Context, o.c.String("l1")
	if err := addressFlag(o.c, "settlement", &o.set.Settlement); err != nil {
		return err
	}
	if o.set.Settlement == (common.Address{}) {
		var err error
		if o.service, err = connect(ctx, o.c); err != nil {
			return err
		}
		if o.set, err = o.service.set(ctx); err != nil {
			return err
		}
	}
	var err error
	if o.l1, err = ethclient.DialContext(ctx, url); err != nil {
		return usageError("--l1 %s: %v", engine.Shown(url), err)
	}
	id, err := o.l1.ChainID(ctx)
	if err != nil {
		return withCode(codeUnreachable, fmt.Errorf("no answer from the L1 node %s: %w", engine.Shown(url), err))
	}
	if want := uint64(o.set.L1ChainID); want != 0 && id.Uint64() != want {
		return usageError("--l1 %s serves chain %v, the service's L1 is %d", engine.Shown(url), id, want)
	}
	o.set.L1ChainID = hexutil.Uint64(id.Uint64())
	return nil
}

func (o *office) close() {
	if o.service != nil {
		o.service.close()
	}
	if o.l1 != nil {
		o.l1.Close()
	}
	for _, eth := range o.opened {
		eth.Close()
	}
}

func (o *office) l1ID() chains.ChainID { return chains.ChainID(o.set.L1ChainID) }

// chain connects to L1 or a chain: by --chain where that names it, else by the service.
func (o *office) chain(id chains.ChainID) (*ethclient.Client, error) {
	if id == o.l1ID() {
		return o.l1, nil
	}
	if eth := o.opened[id]; eth != nil {
		return eth, nil
	}
	eth, err := o.dial(o.c.Context, id)
	if err != nil {
		return nil, err
	}
	o.opened[id] = eth
	return eth, nil
}

// dial is chain with a connection of its own.
func (o *office) dial(ctx context.Context, id chains.ChainID) (*ethclient.Client, error) {
	switch url, named := o.nodes[id]; {
	case id == o.l1ID():
		return ethclient.DialContext(ctx, o.c.String("l1"))
	case named:
		return ethclient.DialContext(ctx, url)
	case o.service == nil:
		return nil, usageError("say where chain %d is with --chain %[1]d=URL", id)
	}
	if _, err := findChain(o.set, id); err != nil {
		return nil, fmt.Errorf("%w; --chain %d=URL names its node", err, id)
	}
	return o.service.chain(ctx, id)
}

// messenger returns the messenger's address, which is the same on L1 and all chains.
func (o *office) messenger() (common.Address, error) {
	var address common.Address
	if err := addressFlag(o.c, "messenger", &address); err != nil {
		return address, err
	}
	if address == (common.Address{}) && len(o.set.Chains) > 0 {
		address = o.set.Chains[0].Contracts.Messenger
	}
	if address == (common.Address{}) {
		return address, usageError("say where the Messenger is with --messenger ADDR")
	}
	return address, nil
}

// roleCall is one call that somebody with a role makes of a contract.
type roleCall struct {
	chain    chains.ChainID
	contract common.Address
	by       common.Address // whom the contract lets do it
	role     string
	what     string   // contract and method
	changes  []string // what is otherwise after it, for people
	data     []byte
}

// issue makes the calls, one after the other, or shows them. Each contract is asked first
// whether it would refuse.
func (o *office) issue(calls ...roleCall) error {
	if o.c.Bool("calldata") && len(calls) != 1 {
		return usageError("--calldata prints one call, these are %d", len(calls))
	}
	for _, call := range calls {
		if err := o.issueOne(call); err != nil {
			return fmt.Errorf("chain %d: %s: %w", call.chain, call.what, err)
		}
	}
	return nil
}

func (o *office) issueOne(call roleCall) error {
	eth, err := o.chain(call.chain)
	if err != nil {
		return err
	}
	_, err = eth.CallContract(o.c.Context, ethereum.CallMsg{From: call.by, To: &call.contract, Data: call.data}, nil)
	if err != nil {
		return refusal(err)
	}
	switch out := o.c.App.Writer; {
	case o.c.Bool("calldata"):
		_, err := fmt.Fprintln(out, hexutil.Encode(call.data))
		return err
	case o.c.Bool("dry-run"):
		return call.show(out)
	default:
		if err := o.tell(call); err != nil {
			return err
		}
		_, err := fmt.Fprintf(out, "chain %d: %s: done at %s\n", call.chain, call.what, call.contract)
		return errors.Join(err, call.showChanges(out))
	}
}

// tell sends a call as a transaction of who has the role.
func (o *office) tell(call roleCall) error {
	key, err := roleKey(o.c, call.role, func(k devnet.Keys) *signer.Key { return k.Deployer })
	if err != nil {
		return err
	}
	if key.Address() != call.by {
		return fmt.Errorf("the %s is %s, the key is of %s; --calldata and --dry-run need no key", call.role, call.by, key.Address())
	}
	t := guardianTarget{call.chain, call.contract, call.data, func(ctx context.Context) (*ethclient.Client, error) { return o.dial(ctx, call.chain) }}
	return t.tell(o.c, key)
}

func (call *roleCall) show(w io.Writer) error {
	_, err := fmt.Fprintf(w, "chain %d: %s\n  from      %s (the %s)\n  to        %s\n  calldata  %s\n", call.chain, call.what, call.by, call.role, call.contract, hexutil.Encode(call.data))
	return errors.Join(err, call.showChanges(w))
}

func (call *roleCall) showChanges(w io.Writer) error {
	for _, change := range call.changes {
		if _, err := fmt.Fprintln(w, " ", change); err != nil {
			return err
		}
	}
	return nil
}
