package chains

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Contracts are the addresses of the project's contracts on one chain.
type Contracts struct {
	Messenger   common.Address
	RootStore   common.Address
	TokenBridge common.Address
	ETHBridge   common.Address
	TestToken   common.Address // zero where there is none
	Gateway     common.Address // zero where tokens of L1 cannot enter
	L1Token     common.Address // what a devnet's token of L1 is there, zero where there is none
}

// DeploymentID binds everything to one L1 and one Settlement contract:
// keccak256(abi.encode(uint256 l1ChainId, address settlement)).
func DeploymentID(l1 ChainID, settlement common.Address) common.Hash {
	return crypto.Keccak256Hash(word(uint64(l1)), common.LeftPadBytes(settlement[:], 32))
}
