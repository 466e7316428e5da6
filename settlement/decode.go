package settlement

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/journal"
)

// DecodeClosed reads the body of a BatchClosed event. Status and L1 transaction of the
// result are those of a batch that was just closed.
func DecodeClosed(body []byte) (*Batch, error) {
	var closed closedBody
	if err := decodeBody(&journal.BatchEvent{Event: journal.BatchClosed, Body: body}, &closed); err != nil {
		return nil, err
	}
	return closed.batch(), nil
}

// DecodePosted reads the body of a BatchPosted event: the hash of the L1 transaction.
func DecodePosted(body []byte) (common.Hash, error) {
	var posted postedBody
	err := decodeBody(&journal.BatchEvent{Event: journal.BatchPosted, Body: body}, &posted)
	return posted.TxHash, err
}
