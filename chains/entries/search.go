package entries

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// ErrNotShown: the node counts a message whose log it does not show.
var ErrNotShown = errors.New("the L1 node does not show the log of a message it counts")

const (
	// blocksAtOnce is how many blocks one request for logs covers, which every node allows.
	blocksAtOnce = 2000
	// noncesAtOnce is how many messages are looked for in one request.
	noncesAtOnce = 256
)

// Source gives logs.
type Source interface {
	FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error)
}

// Query names messages of a pair from L1.
type Query struct {
	Messenger   common.Address
	Pair        chains.Pair
	From, To    uint64 // nonces, To not included
	First, Last uint64 // L1 blocks, both included
}

// Search finds messages by their logs, from the last block back: what is looked for was
// mostly sent not long ago. All of them are there, in order, or it is an error.
func Search(ctx context.Context, l1 Source, q Query) ([]Message, error) {
	var all []Message
	for q.From < q.To {
		part := q
		part.To = min(q.To, q.From+noncesAtOnce)
		found, err := part.search(ctx, l1)
		if err != nil {
			return nil, err
		}
		all, q.From = append(all, found...), part.To
	}
	return all, nil
}

func (q Query) search(ctx context.Context, l1 Source) ([]Message, error) {
	byNonce := make(map[uint64]Message)
	for last := q.Last; uint64(len(byNonce)) < q.To-q.From; {
		first := q.First
		if last >= blocksAtOnce && last-blocksAtOnce+1 > first {
			first = last - blocksAtOnce + 1
		}
		logs, err := l1.FilterLogs(ctx, q.filter(first, last))
		if err != nil {
			return nil, fmt.Errorf("logs of L1 blocks %d to %d: %w", first, last, err)
		}
		for i := range logs {
			if err := q.take(&logs[i], byNonce); err != nil {
				return nil, err
			}
		}
		if first <= q.First {
			break
		}
		last = first - 1
	}
	var found []Message
	for nonce := q.From; nonce < q.To; nonce++ {
		m, ok := byNonce[nonce]
		if !ok {
			return nil, fmt.Errorf("%w: message %d to chain %d", ErrNotShown, nonce, q.Pair.Destination)
		}
		found = append(found, m)
	}
	return found, nil
}

func (q Query) filter(first, last uint64) ethereum.FilterQuery {
	var nonces []common.Hash
	for n := q.From; n < q.To; n++ {
		nonces = append(nonces, common.BigToHash(new(big.Int).SetUint64(n)))
	}
	return ethereum.FilterQuery{
		Addresses: []common.Address{q.Messenger}, FromBlock: new(big.Int).SetUint64(first), ToBlock: new(big.Int).SetUint64(last),
		Topics: [][]common.Hash{{bindings.SentMessageTopic}, {common.BigToHash(q.Pair.Destination.Big())}, nil, nonces},
	}
}

// take decodes a log. Of an earlier generation with the same nonce, the later one counts:
// blocks come from the last one back, logs of one request from the first one on.
func (q Query) take(log *types.Log, byNonce map[uint64]Message) error {
	m, err := bindings.DecodeSentMessage(log)
	if err != nil {
		return fmt.Errorf("log %d of L1 block %d: %w", log.Index, log.BlockNumber, err)
	}
	if log.Address != q.Messenger || chains.ChainID(m.Destination) != q.Pair.Destination || m.Nonce < q.From || m.Nonce >= q.To {
		return fmt.Errorf("log %d of L1 block %d was not asked for", log.Index, log.BlockNumber)
	}
	if before, known := byNonce[m.Nonce]; known && before.Height > log.BlockNumber {
		return nil
	}
	byNonce[m.Nonce] = Message{Height: log.BlockNumber, Timestamp: log.BlockTimestamp, LogIndex: uint64(log.Index), Message: chains.Message{
		Source: q.Pair.Source, Destination: q.Pair.Destination, Nonce: m.Nonce, Sender: m.Sender, Target: m.Target, Data: m.Data, Hash: m.Hash(uint64(q.Pair.Source)),
	}}
	return nil
}
