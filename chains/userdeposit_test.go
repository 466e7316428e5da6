package chains_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// depositLog is what the portal emits.
func depositLog(mint, value int64, creation byte, data []byte) *types.Log {
	packed := append(common.BigToHash(big.NewInt(mint)).Bytes(), common.BigToHash(big.NewInt(value)).Bytes()...)
	packed = append(append(binary.BigEndian.AppendUint64(packed, 70_000), creation), data...)
	arg := append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(len(packed)))).Bytes()...)
	arg = append(arg, packed...)
	for len(arg)%32 != 0 {
		arg = append(arg, 0)
	}
	return &types.Log{
		Topics:    []common.Hash{chains.UserDepositTopic, {31: 1}, {31: 2}, {}},
		Data:      arg,
		BlockHash: common.Hash{9}, Index: 3,
	}
}

func TestUserDeposit(t *testing.T) {
	if want := crypto.Keccak256Hash([]byte("TransactionDeposited(address,address,uint256,bytes)")); chains.UserDepositTopic != want {
		t.Errorf("topic %s, want %s", chains.UserDepositTopic, want)
	}
	for size := range 70 { // every padding
		data := bytes.Repeat([]byte{7}, size)
		d, err := chains.UserDeposit(depositLog(5, 6, 0, data))
		if err != nil {
			t.Fatal(err)
		}
		if d.Mint.Int64() != 5 || d.Value.Int64() != 6 || d.Gas != 70_000 || !bytes.Equal(d.Data, data) || *d.To != (common.Address{19: 2}) ||
			d.From != (common.Address{19: 1}) || d.SourceHash != chains.UserDepositSource(common.Hash{9}, 3) {
			t.Fatalf("%d bytes: %+v", size, d)
		}
	}
	if d, err := chains.UserDeposit(depositLog(0, 0, 1, nil)); err != nil || d.To != nil || d.Mint != nil {
		t.Errorf("a creation: %+v, %v", d, err)
	}
	for name, spoil := range map[string]func(*types.Log){
		"another event":   func(l *types.Log) { l.Topics[0] = common.Hash{1} },
		"another version": func(l *types.Log) { l.Topics[3] = common.Hash{31: 1} },
		"a topic short":   func(l *types.Log) { l.Topics = l.Topics[:3] },
		"cut off":         func(l *types.Log) { l.Data = l.Data[:len(l.Data)-32] },
		"too long":        func(l *types.Log) { l.Data = append(l.Data, make([]byte, 32)...) },
		"not padded":      func(l *types.Log) { l.Data = l.Data[:len(l.Data)-1] },
		"another offset":  func(l *types.Log) { l.Data[31] = 64 },
		"huge length":     func(l *types.Log) { l.Data[32] = 1 },
		"tiny length":     func(l *types.Log) { l.Data[63] = 72 },
		"nothing":         func(l *types.Log) { l.Data = nil },
	} {
		l := depositLog(1, 2, 0, []byte{3})
		spoil(l)
		if _, err := chains.UserDeposit(l); !errors.Is(err, chains.ErrDepositLog) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
