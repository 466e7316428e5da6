package devnet

import (
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// door is what a devnet has so that a token of L1 can enter and leave. It is empty where
// L1's dependency set has no place for pairs with L1.
type door struct {
	bindings.Door
	coin  bindings.Step // the token on L1
	token bindings.Step // the same on every L2
}

// maxPairs is how many pairs L1's dependency set holds.
const maxPairs = 256

// exitCap is how much more of the token, in whole ones, may leave through an L2 than came in
// by it: that much the operator of one L2 could take from the lockbox.
const exitCap = 1_000_000

func (p *plan) newDoor(supply *big.Int) door {
	if n := p.cfg.L2Count; n*(n-1)+2*n > maxPairs {
		return door{}
	}
	d := door{Door: bindings.PlanDoor(bindings.DoorConfig{L1: uint64(L1ChainID), Batches: p.suite.Batches, Prover: p.suite.Prover,
		Messenger: p.deployment.Messenger, Credit: ether(int64(p.cfg.Credit))})}
	init := bindings.TestTokenInit(p.deployment.TokenBridge, uint64(L1ChainID), p.keys.Deployer.Address(), supply)
	d.coin = bindings.Step{Name: "TestToken", Address: bindings.CREATE2Address(init), InitCode: init}
	d.token = bindings.TokenOfL1{Bridge: p.deployment.TokenBridge, Gateway: d.Gateway.Address, Decimals: 18, Name: "Test Token of L1", Symbol: "L1T"}.Step()
	return d
}

func (d *door) open() bool { return len(d.Gateway.InitCode) > 0 }

// pairs returns all pairs of L1's dependency set.
func (p *plan) pairs(l2s []uint64) []bindings.DependencySetPair {
	if !p.door.open() {
		return bindings.AllPairs(l2s)
	}
	return bindings.AllPairs(slices.Concat([]uint64{uint64(L1ChainID)}, l2s))
}

func deployment(step bindings.Step) call {
	return call{what: "deploy " + step.Name, to: bindings.Create2Proxy, data: bindings.CREATE2Call(step.InitCode), gas: deployGas}
}

// doorOn returns what the deployer does on every L2 for the door: in the block that opens
// receiving sides, and in the one that opens sending sides.
func (p *plan) doorOn() (receiving, sending []call) {
	if !p.door.open() {
		return nil, nil
	}
	messenger := p.deployment.Messenger
	return []call{deployment(p.door.Gateway), deployment(p.door.token),
			{what: "open inbound L1", to: messenger, data: bindings.EncodeOpenInbound(uint64(L1ChainID), generation), gas: callGas}},
		[]call{{what: "open outbound L1", to: messenger, data: bindings.EncodeOpenOutbound(uint64(L1ChainID), generation), gas: callGas}}
}

// doorOnL1 returns what the deployer does on L1 for the door. The lockbox takes nothing
// before it knows the code of the contracts on the L2s.
func (p *plan) doorOnL1() []call {
	if !p.door.open() {
		return nil
	}
	calls := []call{deployment(p.deployment.Steps[0]), deployment(p.door.Lockbox), deployment(p.door.coin)}
	for _, id := range p.l2s() {
		calls = append(calls, call{what: "open outbound " + id.String(), to: p.deployment.Messenger,
			data: bindings.EncodeOpenOutbound(uint64(id), generation), gas: callGas})
	}
	for _, a := range p.accounts {
		calls = append(calls, call{what: "give tokens of L1 to " + a.Address.Hex(), to: p.door.coin.Address,
			data: bindings.EncodeTransfer(a.Address, p.tokensEach()), gas: callGas})
	}
	return calls
}

// Door tells where tokens of L1 enter and leave.
type Door struct {
	Lockbox common.Address `json:"lockbox"`
	Token   common.Address `json:"token"` // of L1, of which every account has some
}

func (p *plan) doorInfo() Door {
	return Door{Lockbox: p.door.Lockbox.Address, Token: p.door.coin.Address}
}
