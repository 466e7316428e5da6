package chains

import "github.com/ethereum/go-ethereum/common"

// Message is what a SentMessage log of the registered messenger requests: that Target
// on Destination be called with Data in the name of Sender on Source.
type Message struct {
	Source      ChainID
	Destination ChainID
	Nonce       uint64 // index of the leaf in the pair's tree, from 0
	Sender      common.Address
	Target      common.Address
	Data        []byte
	Hash        common.Hash // keccak256(abi.encode(destination, source, nonce, sender, target, data))
}

// Pair is an ordered pair of chains: messages from Source to Destination.
type Pair struct {
	Source      ChainID
	Destination ChainID
}

// Less orders pairs by source, then destination: the order of the batch tree.
func (p Pair) Less(q Pair) bool {
	if p.Source != q.Source {
		return p.Source < q.Source
	}
	return p.Destination < q.Destination
}
