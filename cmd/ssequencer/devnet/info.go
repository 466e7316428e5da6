package devnet

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Info is what the --info file tells about a running devnet.
type Info struct {
	L1           L1Info        `json:"l1"`
	Chains       []ChainInfo   `json:"chains"`
	Accounts     []Account     `json:"accounts"`
	Sequencer    SequencerInfo `json:"sequencer"`
	DeploymentID common.Hash   `json:"deploymentId"`
}

// L1Info is the L1's part of Info.
type L1Info struct {
	ChainID    chains.ChainID `json:"chainId"`
	RPC        string         `json:"rpc"`
	WS         string         `json:"ws"`
	Beacon     string         `json:"beacon"`     // Beacon API, as far as blobs need it
	Settlement common.Address `json:"settlement"` // Batches, from which the rest of the suite is found
	Suite      SuiteInfo      `json:"suite"`
	Door                      // zero where tokens of L1 cannot enter
}

// SuiteInfo is L1's contracts.
type SuiteInfo struct {
	Batches     common.Address `json:"batches"`
	Prover      common.Address `json:"prover"`
	Challenges  common.Address `json:"challenges"`
	Bond        common.Address `json:"bond"`
	BlockHashes common.Address `json:"blockHashes"`
	OrderedData common.Address `json:"orderedData"`
}

// ChainInfo is one L2's part of Info. RPC and WS are the sequencer's endpoints for the
// chain, Node is the chain's own node, for checking behind the sequencer's back.
type ChainInfo struct {
	ChainID     chains.ChainID `json:"chainId"`
	RPC         string         `json:"rpc"`
	WS          string         `json:"ws"`
	Node        string         `json:"node"`
	Messenger   common.Address `json:"messenger"`
	TokenBridge common.Address `json:"tokenBridge"`
	ETHBridge   common.Address `json:"ethBridge"`
	RootStore   common.Address `json:"rootStore"`
	TestToken   common.Address `json:"testToken"`
	Gateway     common.Address `json:"gateway"` // zero where tokens of L1 cannot enter
	L1Token     common.Address `json:"l1Token"` // what L1's token is here
}

// SequencerInfo names the sequencer's accounts.
type SequencerInfo struct {
	Signer  common.Address `json:"signer"`
	Relayer common.Address `json:"relayer"`
}

// Info describes the chains. The sequencer's endpoints are the caller's to fill in: RPC
// and WS of each ChainInfo are empty.
func (c *Chains) Info() Info {
	info := Info{
		L1:           L1Info{ChainID: c.L1.ChainID(), RPC: c.L1.HTTP(), WS: c.L1.WS(), Beacon: c.L1.Beacon(), Settlement: c.Settlement, Suite: suiteInfo(&c.Suite), Door: c.Door},
		Accounts:     c.Accounts,
		Sequencer:    SequencerInfo{Signer: c.Keys.Signer.Address(), Relayer: c.Keys.Relayer.Address()},
		DeploymentID: c.DeploymentID,
	}
	for _, l2 := range c.L2s {
		info.Chains = append(info.Chains, ChainInfo{
			ChainID: l2.ID, Node: l2.Node.HTTP(),
			Messenger: l2.Contracts.Messenger, TokenBridge: l2.Contracts.TokenBridge, ETHBridge: l2.Contracts.ETHBridge,
			RootStore: l2.Contracts.RootStore, TestToken: l2.Contracts.TestToken,
			Gateway: l2.Contracts.Gateway, L1Token: l2.Contracts.L1Token,
		})
	}
	return info
}

func suiteInfo(s *bindings.Suite) SuiteInfo {
	return SuiteInfo{Batches: s.Batches, Prover: s.Prover, Challenges: s.Challenges, Bond: s.Bond, BlockHashes: s.BlockHashes, OrderedData: bindings.OrderedDataAddress()}
}

// Write writes the info as JSON; the file appears complete or not at all.
func (i *Info) Write(path string) error { return writeJSON(path, i) }
