package main

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement"
)

// On a devnet that publishes in blobs, whoever has L1, the chains' nodes and a source of
// blobs rebuilds the order of a transfer from them.
func TestBlobsOnDevnet(t *testing.T) {
	t.Parallel()
	c := startCourtOf(t, devnet.Config{BatchSlots: 3, PublishAs: settlement.InBlobs})
	expect(t, c.service(t, "send --from-chain 901 --to-chain 902 --amount 1 --wait posted "+c.Accounts[1].Address.Hex()), codeOK)
	number := common.BigToHash(new(big.Int).SetUint64(c.latest()))
	topic := bindings.NewOrderedData().GetABI().Events[bindings.OrderedDataPublishedBlobsEventName].ID
	c.await("the order in blobs", func() bool {
		logs, err := c.l1.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int), Topics: [][]common.Hash{{topic}, {number}}})
		c.must(err)
		return len(logs) > 0
	})
	expect(t, c.audit(t, "verify --all --from-l1 --blobs "+c.L1.Beacon), codeOK, "order on L1: 2 transactions in 131072 bytes of blobs, as on the chains")
}
