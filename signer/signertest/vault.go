// Package signertest has a remote signer for tests.
package signertest

import (
	"context"
	"net/http/httptest"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/signer"
)

// Vault is a remote signer that holds a key, for one chain.
type Vault struct {
	Key    *signer.Key
	Chain  chains.ChainID
	Object bool   // it answers with an object
	Extra  uint64 // added to the nonce: it signs something else
}

// Asked are the arguments of eth_signTransaction.
type Asked struct {
	Type       hexutil.Uint64
	ChainID    *hexutil.Big
	To         *common.Address
	Gas        hexutil.Uint64
	FeeCap     *hexutil.Big `json:"maxFeePerGas"`
	Tip        *hexutil.Big `json:"maxPriorityFeePerGas"`
	Value      *hexutil.Big
	Nonce      hexutil.Uint64
	Data       hexutil.Bytes
	BlobFeeCap *hexutil.Big  `json:"maxFeePerBlobGas"`
	BlobHashes []common.Hash `json:"blobVersionedHashes"`
}

// SignTransaction is eth_signTransaction.
func (v *Vault) SignTransaction(ctx context.Context, a Asked) (any, error) {
	var unsigned types.TxData = &types.DynamicFeeTx{ChainID: a.ChainID.ToInt(), Nonce: uint64(a.Nonce) + v.Extra, GasTipCap: a.Tip.ToInt(), GasFeeCap: a.FeeCap.ToInt(),
		Gas: uint64(a.Gas), To: a.To, Value: a.Value.ToInt(), Data: a.Data}
	if a.Type == types.BlobTxType {
		n := func(b *hexutil.Big) *uint256.Int { return uint256.MustFromBig(b.ToInt()) }
		unsigned = &types.BlobTx{ChainID: n(a.ChainID), Nonce: uint64(a.Nonce), GasTipCap: n(a.Tip), GasFeeCap: n(a.FeeCap), Gas: uint64(a.Gas), To: *a.To,
			Value: n(a.Value), Data: a.Data, BlobFeeCap: n(a.BlobFeeCap), BlobHashes: a.BlobHashes}
	}
	tx, err := signer.SignTx(ctx, v.Key, types.NewTx(unsigned), v.Chain)
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	if v.Object {
		return map[string]any{"raw": hexutil.Bytes(raw), "tx": tx}, err
	}
	return hexutil.Bytes(raw), err
}

// Serve answers until the test ends, and returns the URL.
func (v *Vault) Serve(t testing.TB) string {
	t.Helper()
	server := rpc.NewServer()
	if err := server.RegisterName("eth", v); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	web := httptest.NewServer(server)
	t.Cleanup(web.Close)
	return web.URL
}
