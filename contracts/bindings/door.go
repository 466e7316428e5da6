package bindings

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// DoorConfig is what the contracts are made with by which tokens of L1 enter and leave.
type DoorConfig struct {
	L1        uint64 // chain id
	Batches   common.Address
	Prover    common.Address
	Messenger common.Address
	Credit    *big.Int // of tokens at the gateway, below 2^120
}

// Door is the lockbox on L1 and the gateway on the chains. Their addresses follow from the
// config.
type Door struct {
	Lockbox Step
	Gateway Step // the same on every chain
}

// PlanDoor computes the deployment. The lockbox knows a chain's gateway and a token once
// the governor has listed them.
func PlanDoor(cfg DoorConfig) Door {
	var d Door
	d.Lockbox = newStep("Lockbox", initCode(LockboxMetaData.Bin, NewLockbox().PackConstructor(cfg.Batches, cfg.Prover, cfg.Messenger)))
	d.Gateway = newStep("Gateway", initCode(GatewayMetaData.Bin,
		NewGateway().PackConstructor(cfg.Messenger, new(big.Int).SetUint64(cfg.L1), d.Lockbox.Address, cfg.Credit)))
	return d
}

// TokenOfL1 is a token of L1 on the chains: a BridgedToken.
type TokenOfL1 struct {
	Bridge   common.Address // that moves it between chains
	Gateway  common.Address
	Decimals uint8
	Name     string
	Symbol   string
}

// Step returns how the token is deployed.
func (t TokenOfL1) Step() Step {
	return newStep("BridgedToken", initCode(BridgedTokenMetaData.Bin, NewBridgedToken().PackConstructor(t.Bridge, t.Gateway, t.Decimals, t.Name, t.Symbol)))
}

func newStep(name string, code []byte) Step {
	return Step{Name: name, Address: CREATE2Address(code), InitCode: code}
}
