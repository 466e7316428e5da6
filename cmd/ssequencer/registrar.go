package main

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func registrarCommand() *cli.Command {
	step := func(name, usage, args string, do func(*office) error, flags ...cli.Flag) *cli.Command {
		return officeCommand(&cli.Command{Name: name, Usage: usage, ArgsUsage: args, Flags: officeFlags("registrar", flags...)}, do)
	}
	const pairs = "SOURCE:DESTINATION..."
	return &cli.Command{
		Name: "registrar", Usage: "open and close pairs on the chains, name relayers, set bridges' credit",
		Description: "Transactions of the registrar, one for each pair. What the contracts would refuse is not sent.",
		Subcommands: []*cli.Command{
			step("open-receiving", "accept messages of pairs, in their next generation: before open-sending", pairs, sides(openReceiving)),
			step("open-sending", "let messages of pairs be sent, where their receiving sides are open", pairs, sides(openSending)),
			step("close-sending", "stop sends of pairs: before close-receiving", pairs, sides(closeSending)),
			step("close-receiving", "stop accepting messages of pairs, where nothing is owed", pairs, sides(closeReceiving),
				&cli.BoolFlag{Name: "abandon", Usage: "also where messages are owed: they are never received"}),
			step("add-relayer", "let an account relay on a chain", "CHAIN ADDRESS", func(o *office) error { return setRelayer(o, true) }),
			step("remove-relayer", "let an account relay no longer on a chain", "CHAIN ADDRESS", func(o *office) error { return setRelayer(o, false) }),
			step("set-credit", "say what a bridge may mint of a token ahead of L1, in the token's smallest unit", "CHAIN BRIDGE TOKEN AMOUNT", setCredit),
		},
	}
}

// side is one side of a pair, as the messenger and RootStore there have it.
type side struct {
	Chain      chains.ChainID `json:"chain"`
	Generation uint64         `json:"generation"` // zero: never opened
	Open       bool           `json:"open"`
	Count      uint64         `json:"count"` // messages in this generation's tree
}

// readSide reads the receiving or the sending side of a pair.
func (o *office) readSide(p chains.Pair, receiving bool) (*side, error) {
	at, peer := p.Source, p.Destination
	if receiving {
		at, peer = p.Destination, p.Source
	}
	messenger, err := o.messenger()
	if err != nil {
		return nil, err
	}
	eth, err := o.chain(at)
	if err != nil {
		return nil, err
	}
	m := bindings.NewMessenger()
	generation, err := readContract(o.c.Context, eth, messenger, m.PackGeneration(receiving, peer.Big()), m.UnpackGeneration)
	if err != nil {
		return nil, fmt.Errorf("chain %d: %w", at, err)
	}
	out := &side{Chain: at, Generation: generation.Uint64()}
	if out.Generation == 0 {
		return out, nil
	}
	if out.Open, err = readContract(o.c.Context, eth, messenger, m.PackIsOpen(receiving, peer.Big()), m.UnpackIsOpen); err != nil {
		return nil, fmt.Errorf("chain %d: %w", at, err)
	}
	out.Count, err = o.treeCount(eth, messenger, bindings.EncodeTree(receiving, uint64(peer), out.Generation))
	return out, err
}

func (o *office) treeCount(eth *ethclient.Client, messenger common.Address, call []byte) (uint64, error) {
	m := bindings.NewMessenger()
	store, err := readContract(o.c.Context, eth, messenger, m.PackRootStore(), m.UnpackRootStore)
	if err != nil {
		return 0, err
	}
	s := bindings.NewRootStore()
	tree, err := readContract(o.c.Context, eth, store, call, s.UnpackInboundTree) // both sides' trees answer alike
	if err != nil {
		return 0, err
	}
	return tree.Count.Uint64(), nil
}

// sides is a command that makes one call for each pair.
func sides(callFor func(*office, chains.Pair) (roleCall, error)) func(*office) error {
	return func(o *office) error {
		pairs, err := pairArguments(o.c.Args().Slice())
		if err != nil {
			return err
		}
		var calls []roleCall
		for _, p := range pairs {
			call, err := callFor(o, p)
			if err != nil {
				return fmt.Errorf("pair %d to %d: %w", p.Source, p.Destination, err)
			}
			calls = append(calls, call)
		}
		return o.issue(calls...)
	}
}

// register is a call of the registrar to the messenger of a chain.
func (o *office) register(at chains.ChainID, what string, data []byte, changes ...string) (roleCall, error) {
	messenger, err := o.messenger()
	if err != nil {
		return roleCall{}, err
	}
	eth, err := o.chain(at)
	if err != nil {
		return roleCall{}, err
	}
	m := bindings.NewMessenger()
	by, err := readContract(o.c.Context, eth, messenger, m.PackRegistrar(), m.UnpackRegistrar)
	if err != nil {
		return roleCall{}, fmt.Errorf("no Messenger at %s of chain %d: %w", messenger, at, err)
	}
	return roleCall{chain: at, contract: messenger, by: by, role: "registrar", what: what, changes: changes, data: data}, nil
}

func openReceiving(o *office, p chains.Pair) (roleCall, error) {
	if p.Destination == o.l1ID() {
		return roleCall{}, errors.New("L1 has no receiving side: what is sent to it is released against batches")
	}
	was, err := o.readSide(p, true)
	if err != nil {
		return roleCall{}, err
	}
	generation := was.Generation + 1
	return o.register(p.Destination, "Messenger.openInbound", bindings.EncodeOpenInbound(uint64(p.Source), generation),
		fmt.Sprintf("messages of chain %d are accepted, in generation %d", p.Source, generation))
}

func openSending(o *office, p chains.Pair) (roleCall, error) {
	was, err := o.readSide(p, false)
	if err != nil {
		return roleCall{}, err
	}
	generation := was.Generation + 1
	if p.Destination != o.l1ID() {
		other, err := o.readSide(p, true)
		if err != nil {
			return roleCall{}, err
		}
		if !other.Open || other.Generation != generation {
			return roleCall{}, fmt.Errorf("the receiving side is not open in generation %d: open it first (open-receiving)", generation)
		}
	}
	return o.register(p.Source, "Messenger.openOutbound", bindings.EncodeOpenOutbound(uint64(p.Destination), generation),
		fmt.Sprintf("messages to chain %d may be sent, in generation %d", p.Destination, generation))
}

func closeSending(o *office, p chains.Pair) (roleCall, error) {
	return o.register(p.Source, "Messenger.closeOutbound", bindings.NewMessenger().PackCloseOutbound(p.Destination.Big()),
		fmt.Sprintf("no more messages to chain %d are sent", p.Destination))
}

func closeReceiving(o *office, p chains.Pair) (roleCall, error) {
	if !o.c.Bool("abandon") {
		if err := o.nothingOwed(p); err != nil {
			return roleCall{}, err
		}
	}
	return o.register(p.Destination, "Messenger.closeInbound", bindings.NewMessenger().PackCloseInbound(p.Source.Big()),
		fmt.Sprintf("no more messages of chain %d are accepted", p.Source))
}

// nothingOwed refuses to close a receiving side to which something may still come.
func (o *office) nothingOwed(p chains.Pair) error {
	from, err := o.readSide(p, false)
	if err != nil {
		return err
	}
	to, err := o.readSide(p, true)
	if err != nil {
		return err
	}
	if from.Generation != to.Generation {
		return fmt.Errorf("the sending side is in generation %d, the receiving one in %d; --abandon closes it all the same", from.Generation, to.Generation)
	}
	if from.Open {
		return errors.New("the sending side is open: close it first (close-sending)")
	}
	if from.Count != to.Count {
		return fmt.Errorf("%d messages were sent, %d are received: wait for the others, or give them up with --abandon", from.Count, to.Count)
	}
	return nil
}

func setRelayer(o *office, registered bool) error {
	id, relayer, err := o.chainAndAddresses()
	if err != nil {
		return err
	}
	change := "%s may relay"
	if !registered {
		change = "%s may relay no longer"
	}
	call, err := o.register(id, "Messenger.setRelayer", bindings.EncodeSetRelayer(relayer[0], registered), fmt.Sprintf(change, relayer[0]))
	if err != nil {
		return err
	}
	return o.issue(call)
}

func setCredit(o *office) error {
	args, err := o.arguments()
	if err != nil {
		return err
	}
	id, err := chainArgument(args[0])
	if err != nil {
		return err
	}
	addresses, err := addressArguments(args[1:3])
	if err != nil {
		return err
	}
	amount, isNumber := new(big.Int).SetString(args[3], 10)
	if !isNumber || amount.Sign() < 0 || amount.BitLen() > 120 {
		return usageError("AMOUNT %q is not a whole number below 2^120", args[3])
	}
	bridge, token := addresses[0], addresses[1]
	call, err := o.register(id, "setCredit", bindings.NewTokenBridge().PackSetCredit(token, amount),
		fmt.Sprintf("%s may mint %s of %s ahead of L1", bridge, amount, token))
	if err != nil {
		return err
	}
	call.contract = bridge
	return o.issue(call)
}
