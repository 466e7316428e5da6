package signer_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/signer/signertest"
)

// TestRemote: what a remote signer answers is taken only if it is the account's signature
// over the transaction that it was asked to sign.
func TestRemote(t *testing.T) {
	key, err := signer.Generate()
	if err != nil {
		t.Fatal(err)
	}
	to := common.Address{1}
	plain := types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(900), Nonce: 7, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(9), Gas: 50_000, To: &to, Value: big.NewInt(3), Data: []byte{1, 2}})
	blobs := types.NewTx(&types.BlobTx{ChainID: uint256.NewInt(900), Nonce: 7, GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(9), Gas: 50_000, To: to, Value: new(uint256.Int),
		BlobFeeCap: uint256.NewInt(5), BlobHashes: []common.Hash{{1, 2}}})
	for _, c := range []struct {
		name  string
		vault signertest.Vault
		tx    *types.Transaction
		whose common.Address
		fails bool
	}{
		{"plain", signertest.Vault{Key: key, Chain: 900}, plain, key.Address(), false},
		{"an object", signertest.Vault{Key: key, Chain: 900, Object: true}, plain, key.Address(), false},
		{"blobs", signertest.Vault{Key: key, Chain: 900}, blobs, key.Address(), false},
		{"another transaction", signertest.Vault{Key: key, Chain: 900, Extra: 1}, plain, key.Address(), true},
		{"another account", signertest.Vault{Key: key, Chain: 900}, plain, to, true},
	} {
		r, err := signer.NewRemote(c.vault.Serve(t), c.whose)
		if err != nil {
			t.Fatal(err)
		}
		tx, err := signer.SignTx(t.Context(), r, c.tx, 900)
		if c.fails {
			if !errors.Is(err, signer.ErrRemote) {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if from, err := types.Sender(types.LatestSignerForChainID(big.NewInt(900)), tx); err != nil || from != key.Address() || tx.Nonce() != 7 {
			t.Errorf("%s: from %s: %v", c.name, from, err)
		}
	}
	r, err := signer.NewRemote("http://127.0.0.1:1", to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.SignDigest(t.Context(), common.Hash{}); !errors.Is(err, signer.ErrRemote) {
		t.Errorf("a digest: %v", err)
	}
}
