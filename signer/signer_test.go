package signer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// The first account of the devnets' well-known mnemonic.
const (
	devKey     = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"
	devAddress = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
)

func mustKey(t testing.TB) *Key {
	t.Helper()
	k, err := FromHex(devKey)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestKeyFromHex(t *testing.T) {
	for _, text := range []string{devKey, strings.TrimPrefix(devKey, "0x"), devKey + "\n"} {
		k, err := FromHex(text)
		if err != nil {
			t.Fatal(err)
		}
		if k.Address() != common.HexToAddress(devAddress) {
			t.Fatalf("address %v", k.Address())
		}
	}
	secret := "0xdeadbeef"
	for _, text := range []string{"", secret, devKey + "00", "0x" + strings.Repeat("00", 32)} {
		_, err := FromHex(text)
		if !errors.Is(err, ErrKey) {
			t.Errorf("%q: %v", text, err)
		}
		if err != nil && strings.Contains(err.Error(), "deadbeef") {
			t.Errorf("the error repeats the key: %v", err)
		}
	}
}

func TestPrintedKeyGivesNothingAway(t *testing.T) {
	k := mustKey(t)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if got := fmt.Sprintf(verb, k); got != devAddress {
			t.Errorf("%s prints %q", verb, got)
		}
	}
}

func TestKeystoreRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key.json")
	k := mustKey(t)
	if err := k.SaveKeystore(path, "secret", LightCost); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	got, err := LoadKeystore(path, "secret")
	if err != nil {
		t.Fatal(err)
	}
	if got.Address() != k.Address() {
		t.Errorf("address %v", got.Address())
	}
	if _, err := LoadKeystore(path, "Secret"); !errors.Is(err, ErrPassphrase) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if err := k.SaveKeystore(path, "other", LightCost); !errors.Is(err, fs.ErrExist) {
		t.Errorf("overwriting: %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("files left: %v, %v", left, err)
	}
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadKeystore(path, "secret"); !errors.Is(err, ErrKey) {
		t.Errorf("no keystore: %v", err)
	}
	if _, err := LoadKeystore(path+"x", "secret"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func TestSignTx(t *testing.T) {
	k, to := mustKey(t), common.Address{1}
	for _, data := range []types.TxData{
		&types.LegacyTx{To: &to, Gas: 21000, GasPrice: big.NewInt(1), Value: new(big.Int)},
		&types.AccessListTx{ChainID: big.NewInt(901), To: &to, Gas: 21000, GasPrice: big.NewInt(1), Value: new(big.Int)},
		&types.DynamicFeeTx{ChainID: big.NewInt(901), To: &to, Gas: 21000, GasFeeCap: big.NewInt(1), GasTipCap: big.NewInt(1), Value: new(big.Int)},
	} {
		signed, err := SignTx(context.Background(), k, types.NewTx(data), 901)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := signed.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		tx, err := chains.DecodeTx(raw)
		if err != nil {
			t.Fatal(err)
		}
		if tx.Sender() != k.Address() || tx.ChainID() != 901 {
			t.Errorf("type %d: sender %v, chain %d", signed.Type(), tx.Sender(), tx.ChainID())
		}
	}
}

func TestSigningStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := SignPromise(ctx, mustKey(t), chains.Domain{}, &chains.Promise{}); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

func TestRecoverAcceptsOneFormOnly(t *testing.T) {
	k, digest := mustKey(t), common.Hash{1}
	good, err := k.SignDigest(context.Background(), digest)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Recover(digest, good); err != nil || got != k.Address() {
		t.Fatalf("%v, %v", got, err)
	}
	low := bytes.Clone(good)
	low[64] -= 27
	high := bytes.Clone(good)
	s := new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(good[32:64]))
	s.FillBytes(high[32:64])
	high[64] = 27 + 28 - high[64]
	for name, sig := range map[string][]byte{
		"empty": nil, "short": good[:64], "long": append(bytes.Clone(good), 0), "v 0 or 1": low, "high s": high, "zero": make([]byte, 65),
	} {
		if got, err := Recover(digest, sig); !errors.Is(err, ErrSignature) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// FuzzPromise: a signed promise verifies, signing again gives the same bytes, and no
// other content or domain verifies with the signature.
func FuzzPromise(f *testing.F) {
	f.Add(uint64(1), uint64(901), uint64(7), uint64(3), []byte{1}, uint8(1))
	k := mustKey(f)
	domain := chains.Domain{L1ChainID: 900, Settlement: common.Address{1}}
	f.Fuzz(func(t *testing.T, epoch, chain, height, index uint64, hash []byte, grade uint8) {
		p := chains.Promise{Epoch: epoch, ChainID: chains.ChainID(chain), Height: height, Index: index, TxHash: common.BytesToHash(hash), Grade: grade}
		if err := SignPromise(context.Background(), k, domain, &p); err != nil {
			t.Fatal(err)
		}
		again := p
		if err := SignPromise(context.Background(), k, domain, &again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Signature, p.Signature) {
			t.Fatal("signing is not deterministic")
		}
		if got, err := VerifyPromise(domain, &p); err != nil || got != k.Address() {
			t.Fatalf("%v, %v", got, err)
		}
		other := p
		other.Index++
		if got, err := VerifyPromise(domain, &other); err == nil && got == k.Address() {
			t.Fatal("other content verifies")
		}
		if got, err := VerifyPromise(chains.Domain{L1ChainID: 900}, &p); err == nil && got == k.Address() {
			t.Fatal("another domain verifies")
		}
	})
}

func BenchmarkSignPromise(b *testing.B) {
	k, p := mustKey(b), chains.Promise{ChainID: 901}
	for b.Loop() {
		if err := SignPromise(context.Background(), k, chains.Domain{}, &p); err != nil {
			b.Fatal(err)
		}
	}
}
