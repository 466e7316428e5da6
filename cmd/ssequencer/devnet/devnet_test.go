package devnet_test

import (
	"context"
	"math/big"
	"reflect"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// startTwo starts a devnet with two L2s, which ends with the test.
func startTwo(t *testing.T) *devnet.Devnet {
	t.Helper()
	d, err := devnet.Start(t.Context(), devnet.Config{ChainsConfig: devnet.ChainsConfig{L2Count: 2, GasLimit: 300_000_000}, BatchSlots: 2, AppliedPromises: true}, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// The whole way of a transfer: a wallet's signed transaction in, both legs in one slot on
// the chains' own nodes, the batch on L1, the verifier's word.
func TestTransferToVerified(t *testing.T) {
	started := time.Now()
	d := startTwo(t)
	t.Logf("up after %v", time.Since(started))
	info := d.Info()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	client, err := rpc.DialContext(ctx, info.Chains[0].RPC)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	eth := ethclient.NewClient(client)
	key, err := crypto.ToECDSA(info.Accounts[0].PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	to := common.HexToAddress("0xbb00000000000000000000000000000000000001")
	amount := new(big.Int).Mul(big.NewInt(10), big.NewInt(params.Ether))
	bridge := info.Chains[0].TokenBridge
	nonce, err := eth.PendingNonceAt(ctx, info.Accounts[0].Address)
	if err != nil {
		t.Fatal(err)
	}
	tx := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(901)), &types.DynamicFeeTx{
		ChainID: big.NewInt(901), Nonce: nonce, GasFeeCap: big.NewInt(10 * params.GWei), GasTipCap: big.NewInt(params.GWei), Gas: 400_000, To: &bridge,
		Data: bindings.EncodeSendERC20(info.Chains[0].TestToken, to, amount, 902),
	})
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var receipt *types.Receipt
	sent := time.Now()
	if err := client.CallContext(ctx, &receipt, "eth_sendRawTransactionSync", common.Bytes2Hex(raw)); err == nil {
		t.Fatal("raw without 0x was taken")
	}
	if err := client.CallContext(ctx, &receipt, "eth_sendRawTransactionSync", "0x"+common.Bytes2Hex(raw), hexutil.Uint64(30_000)); err != nil {
		t.Fatal(err)
	}
	t.Logf("receipt after %v", time.Since(sent))
	if receipt.Status != 1 {
		t.Fatalf("receipt %+v", receipt)
	}
	var bundle struct {
		Status string
		Legs   []struct{ ChainID, TxHash string }
	}
	for bundle.Status != "verified" {
		if err := client.CallContext(ctx, &bundle, "sequencer_getBundle", tx.Hash()); err != nil {
			t.Fatal(err)
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			t.Fatalf("bundle is %q", bundle.Status)
		}
	}
	t.Logf("verified after %v", time.Since(sent))
	awaitGrade2(t, d, tx.Hash())
	if len(bundle.Legs) != 2 {
		t.Fatalf("bundle %+v", bundle)
	}
	behind, err := ethclient.DialContext(ctx, info.Chains[1].Node)
	if err != nil {
		t.Fatal(err)
	}
	defer behind.Close()
	if r, err := behind.TransactionReceipt(ctx, common.HexToHash(bundle.Legs[1].TxHash)); err != nil || r.Status != 1 {
		t.Fatalf("the mint at the chain's own node: %v", err)
	}
}

// awaitGrade2 waits for the promise of grade 2 that there is when L1 calls the origin final.
func awaitGrade2(t *testing.T, d *devnet.Devnet, tx common.Hash) {
	t.Helper()
	c, err := client.Dial(t.Context(), d.Info().Chains[0].RPC)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	first, err := c.Preconfirmation(t.Context(), tx)
	if err != nil {
		t.Fatal(err)
	}
	for range 64 { // every 32nd block is final
		if _, err := d.Chains.L1.Mine(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	then, err := c.Preconfirmation(t.Context(), tx)
	if err != nil {
		t.Fatal(err)
	}
	p := then.Promise()
	domain := chains.Domain{L1ChainID: d.Chains.L1.ChainID(), Settlement: d.Chains.Settlement}
	if by, err := signer.VerifyPromise(domain, p); err != nil || by != d.Chains.Keys.Signer.Address() || p.Grade != chains.GradeApplied {
		t.Fatalf("grade %d, signed by %s: %v", p.Grade, by, err)
	}
	if p.Grade, p.Signature = first.Promise().Grade, first.Promise().Signature; !reflect.DeepEqual(p, first.Promise()) {
		t.Fatalf("first it was %+v, then %+v", first, then)
	}
}

// What a burn costs depends on its place in the pair's tree. An estimate made before other
// burns got in between still does.
func TestEstimateLastsForLaterPlaces(t *testing.T) {
	d := startTwo(t)
	info := d.Info()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	client, err := rpc.DialContext(ctx, info.Chains[0].RPC)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	key, err := crypto.ToECDSA(info.Accounts[0].PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	from, bridge := info.Accounts[0].Address, info.Chains[0].TokenBridge
	data := bindings.EncodeSendERC20(info.Chains[0].TestToken, from, big.NewInt(1), 902)
	var before hexutil.Uint64
	for i := range 34 {
		var estimate hexutil.Uint64
		call := map[string]any{"from": from, "to": bridge, "data": hexutil.Bytes(data)}
		if err := client.CallContext(ctx, &estimate, "eth_estimateGas", call); err != nil {
			t.Fatal(err)
		}
		gas := estimate
		if i > 1 {
			gas = before // made before the burn before this one
		}
		before = estimate
		raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(901)), &types.DynamicFeeTx{
			ChainID: big.NewInt(901), Nonce: uint64(i), GasFeeCap: big.NewInt(10 * params.GWei), GasTipCap: big.NewInt(1), Gas: uint64(gas), To: &bridge, Data: data,
		}).MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var receipt *types.Receipt
		if err := client.CallContext(ctx, &receipt, "eth_sendRawTransactionSync", hexutil.Bytes(raw), hexutil.Uint64(30_000)); err != nil {
			t.Fatal(err)
		}
		if receipt.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("burn %d with %d gas used %d and reverted", i, gas, receipt.GasUsed)
		}
	}
}
