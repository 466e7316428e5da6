package main

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func governorCommand() *cli.Command {
	from := &cli.Uint64Flag{Name: "from-batch", Usage: "first batch it is for (default: the one after the next)"}
	code := &cli.StringFlag{Name: "code-hash", Usage: "Keccak-256 of its code (default: asked of the chain)"}
	lockbox := &cli.StringFlag{Name: "lockbox", Usage: "Lockbox contract on L1 (default: asked of the chain's gateway)"}
	step := func(name, usage, args string, do func(*office) error, flags ...cli.Flag) *cli.Command {
		return officeCommand(&cli.Command{Name: name, Usage: usage, ArgsUsage: args, Flags: officeFlags("governor", flags...)}, do)
	}
	return &cli.Command{
		Name: "governor", Usage: "say on L1 which chains, pairs and signers settle together",
		Description: "Each command is one transaction of the governor on L1. What the contract would refuse is not sent.",
		Subcommands: []*cli.Command{
			officeCommand(&cli.Command{Name: "show", Usage: "what is registered, open, closed and announced",
				Flags: append([]cli.Flag{rpcFlag(), l1Flag(), jsonFlag()}, lookFlags()...)}, showGovernor),
			step("register", "name a chain and its RootStore, once", "CHAIN", registerChain, code, &cli.StringFlag{Name: "root-store", Usage: "RootStore contract there (default: as on the other chains)"}),
			step("name-contract", "name a contract of a chain with its code, once", "CHAIN ADDRESS", nameContract, code),
			step("open-pair", "settle pairs from a later batch on, in their next generation", "SOURCE:DESTINATION...", openPairs, from,
				&cli.BoolFlag{Name: "at-once", Usage: "also where the pair is open: its sides never agree again, and no batch could settle it"}),
			step("close-pair", "keep pairs as they are from a later batch on", "SOURCE:DESTINATION...", closePairs, from),
			step("join", "take chains into the set from a later batch on, with open pairs to and from all others", "CHAIN:STARTBLOCK...", joinChains, from,
				&cli.BoolFlag{Name: "without-l1", Usage: "no pairs with L1"}),
			step("leave", "have chains leave the set, whose pairs are closed", "CHAIN...", leaveChains, from),
			step("set-signers", "name the signers of a new epoch", "ADDRESS...", setSigners, &cli.Uint64Flag{Name: "quorum", Usage: "how many of them it takes", Value: 1}),
			step("list-gateway", "name a chain's gateway to the lockbox, once", "CHAIN GATEWAY", listGateway, lockbox),
			step("list-token", "name a token's place on a chain to the lockbox, or change its cap", "CHAIN TOKEN L2TOKEN", listToken, lockbox,
				&cli.StringFlag{Name: "cap", Usage: "how much more may leave than came in, in whole tokens", Value: "0"}),
		},
	}
}

// officeCommand is a command that opens the office first.
func officeCommand(c *cli.Command, do func(*office) error) *cli.Command {
	c.Action = func(c *cli.Context) error {
		if c.Args().Present() != (c.Command.ArgsUsage != "") {
			return usageError("want the arguments %q, got %q; see: %s --help", c.Command.ArgsUsage, strings.Join(c.Args().Slice(), " "), c.Command.HelpName)
		}
		if c.Bool("calldata") && c.Bool("dry-run") {
			return usageError("--calldata and --dry-run exclude each other")
		}
		o, err := openOffice(c)
		if err != nil {
			return err
		}
		defer o.close()
		return do(o)
	}
	return c
}

// ofBatches reads from Batches on L1.
func ofBatches[T any](o *office, data []byte, unpack func([]byte) (T, error)) (T, error) {
	return readContract(o.c.Context, o.l1, o.set.Settlement, data, unpack)
}

// govern makes a call of the governor.
func (o *office) govern(contract common.Address, what string, data []byte, changes ...string) error {
	b := bindings.NewBatches()
	by, err := ofBatches(o, b.PackGovernor(), b.UnpackGovernor)
	if err != nil {
		return fmt.Errorf("no Batches at %s: %w", o.set.Settlement, err)
	}
	return o.issue(roleCall{chain: o.l1ID(), contract: contract, by: by, role: "governor", what: what, changes: changes, data: data})
}

func registerChain(o *office) error {
	id, _, err := o.chainAndAddresses()
	if err != nil {
		return err
	}
	var store common.Address
	if err := addressFlag(o.c, "root-store", &store); err != nil {
		return err
	}
	b := bindings.NewBatches()
	if store == (common.Address{}) {
		if store, err = o.usualStore(); err != nil {
			return err
		}
	}
	code, err := o.codeHash(id, store)
	if err != nil {
		return err
	}
	return o.govern(o.set.Settlement, "Batches.registerChain", b.PackRegisterChain(uint64(id), store, code),
		fmt.Sprintf("chain %d is named, for ever: its RootStore is %s", id, store), o.describeCode(store, code))
}

// usualStore returns the RootStore of a chain that is in the set: deployed by one plan, it
// is the same on all of them.
func (o *office) usualStore() (common.Address, error) {
	set, err := o.lastVersion()
	if err != nil {
		return common.Address{}, fmt.Errorf("%w; say where its RootStore is with --root-store ADDR", err)
	}
	b := bindings.NewBatches()
	return ofBatches(o, b.PackRootStoreOf(new(big.Int).SetUint64(set.members[0].ChainId)), b.UnpackRootStoreOf)
}

// describeCode compares code with that of the set's chains at the same address.
func (o *office) describeCode(contract common.Address, code common.Hash) string {
	text := fmt.Sprintf("its code has the hash %s", code)
	set, err := o.lastVersion()
	if err != nil {
		return text
	}
	b := bindings.NewBatches()
	for _, m := range set.members {
		has, err := ofBatches(o, b.PackCodeHashOf(new(big.Int).SetUint64(m.ChainId), contract), b.UnpackCodeHashOf)
		if err != nil || has == [32]byte{} {
			continue
		}
		if has == code {
			return text + fmt.Sprintf(", as on chain %d", m.ChainId)
		}
		return text + fmt.Sprintf(": NOT that of chain %d", m.ChainId)
	}
	return text
}

func nameContract(o *office) error {
	id, addresses, err := o.chainAndAddresses()
	if err != nil {
		return err
	}
	code, err := o.codeHash(id, addresses[0])
	if err != nil {
		return err
	}
	return o.govern(o.set.Settlement, "Batches.nameContract", bindings.NewBatches().PackNameContract(uint64(id), addresses[0], code),
		fmt.Sprintf("%s of chain %d is named, for ever", addresses[0], id), o.describeCode(addresses[0], code))
}

// codeHash returns the hash of a contract's code: by --code-hash, or as the chain has it.
func (o *office) codeHash(id chains.ChainID, contract common.Address) (common.Hash, error) {
	if text := o.c.String("code-hash"); text != "" {
		return parseHash(text)
	}
	eth, err := o.chain(id)
	if err != nil {
		return common.Hash{}, fmt.Errorf("%w, or give --code-hash", err)
	}
	served, err := eth.ChainID(o.c.Context)
	if err != nil {
		return common.Hash{}, fmt.Errorf("chain %d: %w", id, err)
	}
	if served.Cmp(id.Big()) != 0 {
		return common.Hash{}, usageError("the node named for chain %d serves chain %v", id, served)
	}
	code, err := eth.CodeAt(o.c.Context, contract, nil)
	if err != nil {
		return common.Hash{}, fmt.Errorf("code of %s on chain %d: %w", contract, id, err)
	}
	if len(code) == 0 {
		return common.Hash{}, fmt.Errorf("chain %d has no contract at %s", id, contract)
	}
	return crypto.Keccak256Hash(code), nil
}

func setSigners(o *office) error {
	signers, err := addressArguments(o.c.Args().Slice())
	if err != nil {
		return err
	}
	slices.SortFunc(signers, func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) })
	names := make([]string, len(signers))
	for i, s := range signers {
		names[i] = s.Hex()
	}
	b, quorum := bindings.NewBatches(), o.c.Uint64("quorum")
	epoch, err := ofBatches(o, b.PackEpoch(), b.UnpackEpoch)
	if err != nil {
		return err
	}
	return o.govern(o.set.Settlement, "Batches.setSigners", b.PackSetSigners(signers, new(big.Int).SetUint64(quorum)),
		fmt.Sprintf("epoch %d begins: %d of %s", epoch+1, quorum, strings.Join(names, ", ")),
		fmt.Sprintf("what was signed in epoch %d and is not on L1 is void; promises of it stay binding", epoch))
}

func listGateway(o *office) error {
	id, gateway, err := o.chainAndAddresses()
	if err != nil {
		return err
	}
	lockbox, err := o.lockbox(id, gateway[0])
	if err != nil {
		return err
	}
	return o.govern(lockbox, "Lockbox.listGateway", bindings.NewLockbox().PackListGateway(id.Big(), gateway[0]),
		fmt.Sprintf("tokens of L1 enter and leave chain %d by %s, for ever", id, gateway[0]))
}

func listToken(o *office) error {
	id, tokens, err := o.chainAndAddresses()
	if err != nil {
		return err
	}
	known, _ := findChain(o.set, id)
	lockbox, err := o.lockbox(id, known.Contracts.Gateway)
	if err != nil {
		return err
	}
	d := &door{l1: o.l1, lockbox: lockbox}
	token, err := d.describe(o.c.Context, tokens[0])
	if err != nil {
		return err
	}
	most := new(big.Int)
	if text := o.c.String("cap"); text != "0" {
		if most, err = parseUnits(text, token.decimals); err != nil {
			return usageError("--cap: %v", err)
		}
		if most.BitLen() > 128 {
			return usageError("--cap %s does not fit 128 bits", text)
		}
	}
	return o.govern(lockbox, "Lockbox.listToken", bindings.NewLockbox().PackListToken(id.Big(), tokens[0], tokens[1], most),
		fmt.Sprintf("token %s of L1 is %s on chain %d", tokens[0], tokens[1], id),
		fmt.Sprintf("%s more may leave by that chain than came in by it", token.format(most)))
}

// lockbox returns the lockbox: by --lockbox, or the one that the gateway is for.
func (o *office) lockbox(id chains.ChainID, gateway common.Address) (address common.Address, err error) {
	if err := addressFlag(o.c, "lockbox", &address); err != nil || address != (common.Address{}) {
		return address, err
	}
	if gateway == (common.Address{}) {
		return address, usageError("say where the Lockbox is with --lockbox ADDR")
	}
	eth, err := o.chain(id)
	if err != nil {
		return address, err
	}
	g := bindings.NewGateway()
	return readContract(o.c.Context, eth, gateway, g.PackLockbox(), g.UnpackLockbox)
}

// arguments returns the command's arguments, of which there must be as many as its usage names.
func (o *office) arguments() ([]string, error) {
	if names := o.c.Command.ArgsUsage; o.c.NArg() != len(strings.Fields(names)) {
		return nil, usageError("expected %s, got %d arguments; see: %s --help", names, o.c.NArg(), o.c.Command.HelpName)
	}
	return o.c.Args().Slice(), nil
}

// chainAndAddresses are the arguments of a command that takes a chain, and then addresses alone.
func (o *office) chainAndAddresses() (chains.ChainID, []common.Address, error) {
	args, err := o.arguments()
	if err != nil {
		return 0, nil, err
	}
	id, err := chainArgument(args[0])
	if err != nil {
		return 0, nil, err
	}
	addresses, err := addressArguments(args[1:])
	return id, addresses, err
}

func chainArgument(text string) (chains.ChainID, error) {
	id, err := chains.ParseChainID(text)
	if err != nil {
		return 0, usageError("%q is not a chain id", text)
	}
	return id, nil
}

func addressArguments(texts []string) ([]common.Address, error) {
	out := make([]common.Address, len(texts))
	for i, text := range texts {
		if !common.IsHexAddress(text) {
			return nil, usageError("%q is not an address", text)
		}
		out[i] = common.HexToAddress(text)
	}
	return out, nil
}
