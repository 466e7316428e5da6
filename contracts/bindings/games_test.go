package bindings

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// artifact is a contract of the OP Stack, as contracts/games/build.sh compiles it.
type artifact struct {
	ABI      abi.ABI
	Bytecode hexutil.Bytes
}

// Times of the games, and of what is after them, in seconds.
const (
	gameClock    = 302_400
	gameFinality = 302_400
)

// arcade is an L1 with the OP Stack's dispute games for chain 901, and with our view of them.
type arcade struct {
	*chain
	artifacts                map[string]artifact
	admin, factory, registry common.Address
	system                   common.Address // answers
	blocks                   common.Address // GameBlockHashes
	deployed                 uint64
}

// newArcade deploys everything but what pauses, and the machine that no game here gets to:
// of these only the answers count.
func newArcade(t *testing.T) *arcade {
	t.Helper()
	dir := os.Getenv("SSEQ_GAMES")
	if dir == "" {
		t.Skip("with SSEQ_GAMES only: contracts/games/build.sh (make games)")
	}
	a := &arcade{chain: newEmptyChain(t, 900), artifacts: make(map[string]artifact)}
	a.time, a.number = 1_700_000_000, 1000
	for _, name := range []string{"AnchorStateRegistry", "DelayedWETH", "DisputeGameFactory", "FaultDisputeGame", "Proxy", "ProxyAdmin"} {
		text, err := os.ReadFile(filepath.Join(dir, name+".json"))
		var of artifact
		if err == nil {
			err = json.Unmarshal(text, &of)
		}
		if err != nil {
			t.Fatal(err)
		}
		a.artifacts[name] = of
	}
	a.system = a.answers(common.HexToAddress("0x5001"), map[string]common.Hash{"guardian()": common.BytesToHash(guardian.Bytes())})
	a.admin = a.deploy("ProxyAdmin", alice)
	a.factory, a.registry = a.deploy("Proxy", a.admin), a.deploy("Proxy", a.admin)
	a.initialize(a.factory, a.deploy("DisputeGameFactory"), a.pack("DisputeGameFactory", "initialize", alice))
	a.initialize(a.registry, a.deploy("AnchorStateRegistry", n(gameFinality)), a.pack("AnchorStateRegistry", "initialize", a.system, a.factory,
		struct {
			Root             [32]byte
			L2SequenceNumber *big.Int
		}{crypto.Keccak256Hash([]byte("anchor")), n(1)}, uint32(0)))
	a.addGames(a.factory)
	a.blocks = a.put(initCode(GameBlockHashesMetaData.Bin, NewGameBlockHashes().PackConstructor([]*big.Int{n(901)}, []common.Address{a.registry})))
	a.time++ // games of the block in which the registry began do not count
	return a
}

// answers puts a contract to an address that answers calls by their selectors alone.
func (a *arcade) answers(at common.Address, words map[string]common.Hash) common.Address {
	a.state.SetCode(at, common.FromHex("5f3560e01c545f5260205ff3"), tracing.CodeChangeUnspecified) // returns the slot of the selector
	for signature, word := range words {
		a.state.SetState(at, common.BytesToHash(crypto.Keccak256([]byte(signature))[:4]), word)
	}
	return at
}

// put deploys init code at an address of its own.
func (a *arcade) put(code []byte) common.Address {
	a.t.Helper()
	a.deployed++
	call := CREATE2Call(code)
	copy(call, common.BigToHash(n(a.deployed)).Bytes())
	return common.BytesToAddress(a.must(alice, Create2Proxy, call))
}

func (a *arcade) deploy(name string, arguments ...any) common.Address {
	a.t.Helper()
	return a.put(append([]byte(a.artifacts[name].Bytecode), a.pack(name, "", arguments...)...))
}

func (a *arcade) pack(name, method string, arguments ...any) []byte {
	a.t.Helper()
	data, err := a.artifacts[name].ABI.Pack(method, arguments...)
	if err != nil {
		a.t.Fatalf("%s.%s: %v", name, method, err)
	}
	return data
}

func (a *arcade) initialize(proxy, code common.Address, data []byte) {
	a.t.Helper()
	a.must(alice, a.admin, a.pack("ProxyAdmin", "upgradeAndCall", proxy, code, data))
}

// addGames has a factory make games of type 0, the one that the registry respects, and 1.
func (a *arcade) addGames(factory common.Address) {
	a.t.Helper()
	machine := common.HexToAddress("0x5002")
	a.answers(machine, map[string]common.Hash{"oracle()": common.BytesToHash(machine.Bytes()), "challengePeriod()": common.BigToHash(n(86_400))})
	game := a.deploy("FaultDisputeGame", struct {
		MaxGameDepth     *big.Int
		SplitDepth       *big.Int
		ClockExtension   uint64
		MaxClockDuration uint64
	}{n(73), n(30), 10_800, gameClock})
	prestate, chain := crypto.Keccak256([]byte("prestate")), common.BigToHash(n(901))
	var of []byte
	for _, part := range [][]byte{prestate, machine.Bytes(), a.registry.Bytes(), a.deploy("DelayedWETH", n(1)).Bytes(), chain.Bytes()} {
		of = append(of, part...)
	}
	set := a.artifacts["DisputeGameFactory"].ABI
	for name := range set.Methods { // one of two of that name has the game's arguments
		if m := set.Methods[name]; m.RawName == "setImplementation" && len(m.Inputs) == 3 {
			for kind := range uint32(2) {
				a.must(alice, factory, a.pack("DisputeGameFactory", name, kind, game, of))
			}
		}
	}
}

// claimedBlock is a block of chain 901 with the output that a game is about.
type claimedBlock struct {
	number uint64
	hash   common.Hash
	header []byte
	output GameBlockHashesOutput
	root   common.Hash
}

func newClaimedBlock(t *testing.T, number uint64) claimedBlock {
	t.Helper()
	h := &types.Header{Number: n(number), Difficulty: new(big.Int), Root: crypto.Keccak256Hash([]byte{byte(number)}), BaseFee: n(1)}
	enc, err := rlp.EncodeToBytes(h)
	if err != nil {
		t.Fatal(err)
	}
	b := claimedBlock{number: number, hash: h.Hash(), header: enc}
	b.output = GameBlockHashesOutput{StateRoot: h.Root, MessagePasserRoot: crypto.Keccak256Hash([]byte("passer")), BlockHash: b.hash}
	b.root = crypto.Keccak256Hash(make([]byte, 32), b.output.StateRoot[:], b.output.MessagePasserRoot[:], b.output.BlockHash[:])
	return b
}

// play makes a game about a block.
func (a *arcade) play(factory common.Address, kind uint32, b claimedBlock) common.Address {
	a.t.Helper()
	out := a.must(alice, factory, a.pack("DisputeGameFactory", "create", kind, b.root, common.BigToHash(n(b.number)).Bytes()))
	return common.BytesToAddress(out)
}

// record names a game to GameBlockHashes and returns why it is refused, "" if it is not.
func (a *arcade) record(game common.Address, b claimedBlock) string {
	a.t.Helper()
	out, err := a.call(bob, a.blocks, 0, NewGameBlockHashes().PackRecordGame(n(901), game, b.output, b.header))
	if err == nil {
		return ""
	}
	return DecodeRevert(out)
}

// resolve ends a game whose clocks have run out: claims behind the first one first.
func (a *arcade) resolve(game common.Address, claims uint64) {
	a.t.Helper()
	for ; claims > 0; claims-- {
		a.must(bob, game, a.pack("FaultDisputeGame", "resolveClaim", n(claims-1), new(big.Int)))
	}
	a.must(bob, game, a.pack("FaultDisputeGame", "resolve"))
}

func (a *arcade) later(seconds uint64) {
	a.time += seconds + 1
	a.number += seconds / 12
}

// require checks what is known of a block.
func (a *arcade) require(when string, b claimedBlock, known, final bool) {
	a.t.Helper()
	source := NewGameBlockHashes()
	is := func(data []byte) bool { return new(big.Int).SetBytes(a.must(bob, a.blocks, data)).Sign() != 0 }
	if is(source.PackIsKnown(n(901), b.number, b.hash)) != known || is(source.PackIsFinal(n(901), b.number, b.hash)) != final {
		a.t.Errorf("%s: block %d is to be known: %v, final: %v", when, b.number, known, final)
	}
}

// With the OP Stack's own dispute games, factory and registry: a block is known once a game
// about it is there, and final when the game is resolved for who claimed it and the delay
// behind that has passed; and neither with a game that is lost, of another type or factory,
// about another output, blacklisted or made while the registry is paused.
func TestDisputeGames(t *testing.T) {
	a := newArcade(t)
	good, wrong, struck := newClaimedBlock(t, 100), newClaimedBlock(t, 101), newClaimedBlock(t, 102)
	game, lost, listed := a.play(a.factory, 0, good), a.play(a.factory, 0, wrong), a.play(a.factory, 0, struck)
	a.require("before it is recorded", good, false, false)
	for what, refused := range map[string][2]string{
		"another output":  {a.record(game, wrong), "WrongOutput"},
		"of another type": {a.record(a.play(a.factory, 1, good), good), "GameRefused"},
		"not a game":      {a.record(a.system, good), ""},
	} {
		if refused[0] == "" || !strings.HasPrefix(refused[0], refused[1]) {
			t.Errorf("%s: %q", what, refused[0])
		}
	}
	a.require("after refusals", good, false, false)
	own := a.deploy("Proxy", a.admin)
	a.initialize(own, a.deploy("DisputeGameFactory"), a.pack("DisputeGameFactory", "initialize", alice))
	a.addGames(own)
	if got := a.record(a.play(own, 0, good), good); !strings.HasPrefix(got, "GameRefused") {
		t.Errorf("of a factory of his own: %q", got)
	}
	a.answers(a.system, map[string]common.Hash{"paused()": common.BigToHash(common.Big1)})
	if got := a.record(game, good); !strings.HasPrefix(got, "GameRefused") {
		t.Errorf("while paused: %q", got)
	}
	a.answers(a.system, map[string]common.Hash{"paused()": {}})
	for g, b := range map[common.Address]claimedBlock{game: good, lost: wrong, listed: struck} {
		if got := a.record(g, b); got != "" {
			t.Fatalf("game about block %d: %s", b.number, got)
		}
	}
	a.attack(lost, wrong)
	a.must(guardian, a.registry, a.pack("AnchorStateRegistry", "blacklistDisputeGame", listed))
	a.require("in play", good, true, false)
	a.later(2 * gameClock)
	a.resolve(game, 1)
	a.resolve(lost, 2)
	a.resolve(listed, 1)
	for g, want := range map[common.Address]uint64{game: 2, lost: 1, listed: 2} { // 2: for who claimed it
		if got := new(big.Int).SetBytes(a.must(bob, g, a.pack("FaultDisputeGame", "status"))); got.Uint64() != want {
			t.Errorf("a game ended with %v, not %d", got, want)
		}
	}
	a.require("resolved", good, true, false)
	a.later(gameFinality)
	a.require("resolved and after its delay", good, true, true)
	a.require("lost", wrong, true, false)
	a.require("blacklisted", struck, true, false)
}

// attack has bob challenge a game's claim, with the bond that it asks for. Nobody answers.
func (a *arcade) attack(game common.Address, b claimedBlock) {
	a.t.Helper()
	bond := new(big.Int).SetBytes(a.must(bob, game, a.pack("FaultDisputeGame", "getRequiredBond", n(2))))
	data := a.pack("FaultDisputeGame", "attack", b.root, new(big.Int), crypto.Keccak256Hash([]byte("another")))
	if out, err := a.call(bob, game, bond.Uint64(), data); err != nil {
		a.t.Fatalf("attack: %v: %s", err, hexutil.Encode(out))
	}
}
