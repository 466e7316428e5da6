package devnet_test

import (
	"context"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// sendTokens has the first account send whole tokens from 901 to 902, and returns why it
// was refused.
func sendTokens(ctx context.Context, t *testing.T, info *devnet.Info, amount int64) error {
	t.Helper()
	client, err := rpc.DialContext(ctx, info.Chains[0].RPC)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	key, err := crypto.ToECDSA(info.Accounts[0].PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	nonce, err := ethclient.NewClient(client).PendingNonceAt(ctx, info.Accounts[0].Address)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(901)), &types.DynamicFeeTx{
		ChainID: big.NewInt(901), Nonce: nonce, GasFeeCap: big.NewInt(10 * params.GWei), GasTipCap: big.NewInt(params.GWei), Gas: 400_000,
		To: &info.Chains[0].TokenBridge, Data: bindings.EncodeSendERC20(info.Chains[0].TestToken, common.Address{0xbb}, ether(amount), 902),
	}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var receipt *types.Receipt
	return client.CallContext(ctx, &receipt, "eth_sendRawTransactionSync", hexutil.Bytes(raw), hexutil.Uint64(30_000))
}

// More than the credit is not minted ahead of L1; when what was minted is final there, the
// credit is there again.
func TestCreditComesBack(t *testing.T) {
	d, err := devnet.Start(t.Context(), devnet.Config{BatchSlots: 2, ChainsConfig: devnet.ChainsConfig{L2Count: 2, GasLimit: 300_000_000,
		Credit: 15, Window: time.Second}}, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	info := d.Info()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if err := sendTokens(ctx, t, &info, 16); err == nil || !strings.Contains(err.Error(), "CreditExhausted") {
		t.Fatalf("16 tokens with a credit of 15: %v", err)
	}
	if err := sendTokens(ctx, t, &info, 10); err != nil {
		t.Fatal(err)
	}
	node, err := ethclient.DialContext(ctx, info.Chains[1].Node)
	if err != nil {
		t.Fatal(err)
	}
	defer node.Close()
	bridge := bindings.NewTokenBridge()
	for {
		out, err := node.CallContract(ctx, ethereum.CallMsg{To: &info.Chains[1].TokenBridge, Data: bridge.PackCreditOf(info.Chains[1].TestToken)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		credit, err := bridge.UnpackCreditOf(out)
		if err != nil {
			t.Fatal(err)
		}
		if credit.Minted.Cmp(ether(10)) == 0 && credit.Left.Cmp(ether(15)) == 0 {
			break
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			t.Fatalf("credit is %+v", credit)
		}
	}
	if err := sendTokens(ctx, t, &info, 15); err != nil {
		t.Fatal(err)
	}
}
