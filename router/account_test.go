package router_test

import (
	"bytes"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/router"
)

// account makes transactions of one deterministic account.
type account struct {
	t    *testing.T
	addr common.Address
	sign func(types.TxData, chains.ChainID) *types.Transaction
}

func newAccount(t *testing.T, seed string) account {
	t.Helper()
	key := testKey(t, seed)
	return account{t: t, addr: crypto.PubkeyToAddress(key.PublicKey), sign: func(data types.TxData, id chains.ChainID) *types.Transaction {
		tx, err := types.SignNewTx(key, types.LatestSignerForChainID(id.Big()), data)
		if err != nil {
			t.Fatal(err)
		}
		return tx
	}}
}

// transfer is a transfer of 1 wei.
func (a account) transfer(id chains.ChainID, nonce uint64, change ...func(*types.DynamicFeeTx)) *chains.Tx {
	a.t.Helper()
	to := common.HexToAddress("0xb0b")
	data := &types.DynamicFeeTx{ChainID: id.Big(), Nonce: nonce, To: &to, Value: big.NewInt(1), Gas: 21_000, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(2e9)}
	for _, fn := range change {
		fn(data)
	}
	return a.tx(data, id)
}

func (a account) tx(data types.TxData, id chains.ChainID) *chains.Tx {
	a.t.Helper()
	raw, err := a.sign(data, id).MarshalBinary()
	if err != nil {
		a.t.Fatal(err)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		a.t.Fatal(err)
	}
	return tx
}

// emit is a call that makes the emitter log a word.
func (a account) emit(id chains.ChainID, nonce uint64, word byte) *chains.Tx {
	return a.transfer(id, nonce, func(d *types.DynamicFeeTx) {
		d.To, d.Value, d.Gas, d.Data = &emitter, nil, 100_000, bytes.Repeat([]byte{word}, 32)
	})
}

func shortWait(cfg *router.Config) { cfg.DecisionWait = 20 * time.Millisecond }

// overlayTxs are transactions of every allowed type, with logs, a revert and a creation.
func overlayTxs(a account) []*chains.Tx {
	to := common.HexToAddress("0xb0b")
	list := types.AccessList{{Address: emitter, StorageKeys: []common.Hash{{1}}}}
	gasPrice := big.NewInt(3e9)
	other := newAccount(a.t, "delegate")
	auth := signedAuthorization(a.t, "delegate", chainA)
	return []*chains.Tx{
		a.emit(chainA, 0, 1),
		a.tx(&types.LegacyTx{Nonce: 1, To: &to, Value: big.NewInt(5), Gas: 21_000, GasPrice: gasPrice}, chainA),
		a.tx(&types.AccessListTx{ChainID: chainA.Big(), Nonce: 2, To: &emitter, Gas: 100_000, GasPrice: gasPrice, AccessList: list, Data: make([]byte, 32)}, chainA),
		a.transfer(chainA, 3, func(d *types.DynamicFeeTx) { d.To, d.Value, d.Gas = &emitter, nil, 100_000 }), // reverts
		a.transfer(chainA, 4, func(d *types.DynamicFeeTx) { d.To, d.Gas, d.Data = nil, 200_000, []byte{0x00} }),
		a.tx(&types.SetCodeTx{
			ChainID: u256(uint64(chainA)), Nonce: 5, To: other.addr, Gas: 100_000, GasTipCap: u256(1), GasFeeCap: u256(2e9), AuthList: []types.SetCodeAuthorization{auth},
		}, chainA),
		a.emit(chainA, 6, 2),
	}
}
