package chains

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// UserDepositTopic is the first topic of the logs by which a chain's portal on L1 asks for
// deposits: keccak256("TransactionDeposited(address,address,uint256,bytes)").
var UserDepositTopic = common.HexToHash("0xb3813568d9991fc951961fcb4c784893574240a28925604d09fc577c55bb7c32")

// ErrDepositLog: a log is not a request for a deposit of a known form.
var ErrDepositLog = errors.New("not a deposit log")

// Places in the data of a deposit log: its one argument, of dynamic length, and what is
// packed into that.
const (
	depositLogHead = 2 * 32                // offset and length of the argument
	depositPacked  = 32 + 32 + 8 + 1       // mint, value, gas limit, whether a contract is created
	depositLogLen  = depositLogHead + 3*32 // at least, since it is padded
)

// UserDeposit returns the deposit that a log of the portal asks for. The log must have its
// block's hash and its index in the block. That the portal emitted it is not checked here.
func UserDeposit(log *types.Log) (*Deposit, error) {
	if len(log.Topics) != 4 || log.Topics[0] != UserDepositTopic {
		return nil, fmt.Errorf("%w: topics %v", ErrDepositLog, log.Topics)
	}
	if log.Topics[3] != (common.Hash{}) {
		return nil, fmt.Errorf("%w: version %s", ErrDepositLog, log.Topics[3].Big())
	}
	packed, err := depositArgument(log.Data)
	if err != nil {
		return nil, err
	}
	d := &Deposit{
		SourceHash: UserDepositSource(log.BlockHash, uint64(log.Index)), From: common.BytesToAddress(log.Topics[1][12:]),
		Value: new(big.Int).SetBytes(packed[32:64]), Gas: binary.BigEndian.Uint64(packed[64:]), Data: common.CopyBytes(packed[depositPacked:]),
	}
	if mint := new(big.Int).SetBytes(packed[:32]); mint.Sign() > 0 {
		d.Mint = mint
	}
	if creation := packed[72]; creation == 0 {
		to := common.BytesToAddress(log.Topics[2][12:])
		d.To = &to
	}
	return d, nil
}

// depositArgument returns the packed argument. It must be encoded as Solidity does, with
// the least padding.
func depositArgument(data []byte) ([]byte, error) {
	if len(data) < depositLogLen || len(data)%32 != 0 || common.BytesToHash(data[:32]).Big().Cmp(big.NewInt(32)) != 0 {
		return nil, fmt.Errorf("%w: %d bytes", ErrDepositLog, len(data))
	}
	length, rest := new(big.Int).SetBytes(data[32:64]), data[depositLogHead:]
	if !length.IsUint64() || length.Uint64() > uint64(len(rest)) || length.Uint64()+32 <= uint64(len(rest)) || length.Uint64() < depositPacked {
		return nil, fmt.Errorf("%w: argument of %v bytes in %d", ErrDepositLog, length, len(rest))
	}
	return rest[:length.Uint64()], nil
}
