package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
)

// attributes are the payload attributes of the OP Stack.
type attributes struct {
	Timestamp             hexutil.Uint64      `json:"timestamp"`
	PrevRandao            common.Hash         `json:"prevRandao"`
	SuggestedFeeRecipient common.Address      `json:"suggestedFeeRecipient"`
	Withdrawals           []*types.Withdrawal `json:"withdrawals"`
	BeaconRoot            common.Hash         `json:"parentBeaconBlockRoot"`
	Transactions          []hexutil.Bytes     `json:"transactions"`
	NoTxPool              bool                `json:"noTxPool"`
	GasLimit              hexutil.Uint64      `json:"gasLimit"`
	EIP1559Params         hexutil.Bytes       `json:"eip1559Params,omitempty"`
	MinBaseFee            *uint64             `json:"minBaseFee,omitempty"` // a JSON number, unlike the rest
}

// newAttributes asks for a block of exactly these transactions.
func newAttributes(fork chains.OPFork, open *chains.Open, txs [][]byte) (*attributes, error) {
	a := &attributes{
		Timestamp: hexutil.Uint64(open.Timestamp), PrevRandao: open.PrevRandao, SuggestedFeeRecipient: open.FeeRecipient,
		Withdrawals: []*types.Withdrawal{}, BeaconRoot: open.BeaconRoot, Transactions: hexList(txs), NoTxPool: true,
		GasLimit: hexutil.Uint64(open.GasLimit),
	}
	if fork < chains.Holocene {
		return a, nil
	}
	market, err := chains.ParseExtraData(fork, open.ExtraData)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", open.Number, err)
	}
	a.EIP1559Params = open.ExtraData[1:9]
	if fork >= chains.Jovian {
		a.MinBaseFee = &market.MinBaseFee
	}
	return a, nil
}

// buildOP has a node of the OP Stack build the block. The node builds on whatever parent
// it is told, and makes that its head; so its head is looked at first.
func (c *Client) buildOP(ctx context.Context, open *chains.Open, txs [][]byte) (*envelope, error) {
	head, err := c.Head(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the head: %w", err)
	}
	if head.Hash() != open.ParentHash {
		return nil, fmt.Errorf("%w: %s, it is %s", ErrParentNotHead, open.ParentHash, head.Hash())
	}
	return c.buildOn(ctx, open, txs)
}

// BuildOn is Build on any block that the node has, on a chain of the OP Stack. That block
// becomes the node's head: so a node is brought back behind its own blocks, which stay known
// to it. Told the same without attributes, op-geth does nothing.
func (c *Client) BuildOn(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	if c.op == nil {
		return nil, fmt.Errorf("%w: blocks on others than its head", ErrUnsupported)
	}
	return c.buildBy(ctx, c.buildOn, open, txs)
}

// buildOn makes the parent the node's head and has the block built on it.
func (c *Client) buildOn(ctx context.Context, open *chains.Open, txs [][]byte) (*envelope, error) {
	fork := c.op.Fork(open.Timestamp)
	if err := c.Supports(ctx, open.Timestamp); err != nil {
		return nil, err
	}
	attrs, err := newAttributes(fork, open, txs)
	if err != nil {
		return nil, err
	}
	state := beacon.ForkchoiceStateV1{HeadBlockHash: open.ParentHash}
	var response beacon.ForkChoiceResponse
	if err := c.engine.CallContext(ctx, &response, methodsOf(fork).forkchoice, state, attrs); err != nil {
		return nil, err
	}
	if err := verdict(open.ParentHash, &response.PayloadStatus); err != nil {
		return nil, err
	}
	if response.PayloadID == nil {
		return nil, fmt.Errorf("%w: no payload id for block %d", ErrAnswer, open.Number)
	}
	var env envelope
	if err := c.engine.CallContext(ctx, &env, methodsOf(fork).getPayload, response.PayloadID); err != nil {
		return nil, err
	}
	return &env, nil
}

// namedTx finds the transaction of the list that a failed build's error names: op-geth
// says so in the error's data. Other nodes may not.
func namedTx(txs [][]byte, err error) *InvalidTxError {
	text := err.Error()
	var data rpc.DataError
	if errors.As(err, &data) {
		if more, jsonErr := json.Marshal(data.ErrorData()); jsonErr == nil {
			text += " " + string(more)
		}
	}
	for _, name := range regexp.MustCompile(`0x[0-9a-fA-F]{64}`).FindAllString(text, -1) {
		hash := common.HexToHash(name)
		i := slices.IndexFunc(txs, func(raw []byte) bool { return crypto.Keccak256Hash(raw) == hash })
		if i >= 0 {
			return &InvalidTxError{TxHash: hash, Index: i, Reason: strings.TrimSpace(text)}
		}
	}
	return nil
}
