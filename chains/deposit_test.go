package chains_test

import (
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/chains"
)

// basePublished is the first transaction of a block of Base, with the hash that its nodes
// give it.
const (
	basePublished     = "7ef8f8a0417d134467f4737fcdf2475f0ecdd2a0ed6d87ecffc888ba9f60ee7e3b8ac26a94deaddeaddeaddeaddeaddeaddeaddeaddead00019442000000000000000000000000000000000000158080830f424080b8a4440a5e20000008dd00101c1200000000000000040000000066c352bb000000000139c4f500000000000000000000000000000000000000000000000000000000c0cff1460000000000000000000000000000000000000000000000000000000000000001d4c88f4065ac9671e8b1329b90773e89b5ddff9cf8675b2b5e9c1b28320609930000000000000000000000005050f69a9786f081509234f1a7f4684b5e5b76c9"
	basePublishedHash = "0xc468b38a20375922828c8126912740105125143b9856936085474b2590bbca91"
)

// What is on a public chain decodes, has its hash, says what L1 said, and is made again
// from that, source hash included.
func TestPublishedAttributes(t *testing.T) {
	raw := common.FromHex(basePublished)
	tx, err := chains.DecodeDeposit(8453, raw)
	if err != nil {
		t.Fatal(err)
	}
	if tx.Hash() != common.HexToHash(basePublishedHash) || tx.Kind() != chains.DepositTx || tx.Type() != chains.DepositTxType ||
		tx.ChainID() != 8453 || tx.Sender() != chains.L1AttributesSender || tx.Gas() != 1_000_000 || tx.Inner() != nil || *tx.To() != chains.L1BlockAddress {
		t.Fatalf("decoded %+v", tx.Deposit())
	}
	a, form, err := chains.ParseL1Attributes(tx)
	if err != nil {
		t.Fatal(err)
	}
	if form != chains.Ecotone || a.Sequence != 4 || a.Origin.Number != 20_563_189 || a.BaseFeeScalar != 2269 || a.BlobBaseFeeScalar != 1_055_762 || a.BlobBaseFee.Uint64() != 1 {
		t.Fatalf("%v: %+v", form, a)
	}
	again, err := a.Deposit(8453, form)
	if err != nil || again.Hash() != tx.Hash() {
		t.Fatalf("made again it is %x, %v", again.Raw(), err)
	}
}

// The attributes of every form come back as they were.
func TestAttributesForms(t *testing.T) {
	for form, scalar := range map[chains.OPFork]uint16{chains.Ecotone: 0, chains.Granite: 0, chains.Isthmus: 0, chains.Jovian: 400, chains.Karst: 400} {
		a := chains.L1Attributes{
			Origin: chains.BlockRef{Number: 1, Hash: common.Hash{2}}, Time: 3, BaseFee: big.NewInt(4), BlobBaseFee: big.NewInt(5), Sequence: 6,
			BatcherHash: common.Hash{7}, BaseFeeScalar: 8, BlobBaseFeeScalar: 9,
		}
		if form >= chains.Isthmus {
			a.OperatorFeeScalar, a.OperatorFeeConstant = 10, 11
		}
		tx, err := a.Deposit(901, form)
		if err != nil {
			t.Fatal(err)
		}
		got, gotForm, err := chains.ParseL1Attributes(tx)
		if err != nil {
			t.Fatal(err)
		}
		a.DAFootprintScalar = scalar // zero stands for the default
		if gotForm > form || got.DAFootprintScalar != scalar || got.OperatorFeeConstant != a.OperatorFeeConstant || got.OperatorFeeScalar != a.OperatorFeeScalar ||
			got.Origin != a.Origin || got.Time != 3 || got.BaseFee.Uint64() != 4 || got.BlobBaseFee.Uint64() != 5 || got.BatcherHash != a.BatcherHash {
			t.Errorf("%v: %+v became %+v of %v", form, a, got, gotForm)
		}
	}
}

// So do those of before Ecotone, by the call and by what it leaves in storage, with the
// scalars that Ecotone makes of theirs.
func TestOldAttributes(t *testing.T) {
	a := chains.L1Attributes{
		Origin: chains.BlockRef{Number: 1, Hash: common.Hash{2}}, Time: 3, BaseFee: big.NewInt(4), BlobBaseFee: new(big.Int), Sequence: 6,
		BatcherHash: common.Hash{31: 7}, Overhead: common.Hash{31: 188}, Scalar: common.Hash{29: 10, 31: 5}, BaseFeeScalar: 10<<16 + 5,
	}
	tx, err := a.Deposit(901, chains.TooOld)
	if err != nil {
		t.Fatal(err)
	}
	got, form, err := chains.ParseL1Attributes(tx)
	if err != nil || form != chains.TooOld {
		t.Fatalf("%v, %v", form, err)
	}
	if fmt.Sprint(*got) != fmt.Sprint(a) {
		t.Errorf("%+v became %+v", a, *got)
	}
	slots := map[common.Hash]common.Hash{
		{}: {23: 3, 31: 1}, {31: 1}: {31: 4}, {31: 2}: a.Origin.Hash, {31: 3}: {31: 6}, {31: 4}: a.BatcherHash, {31: 5}: a.Overhead, {31: 6}: a.Scalar,
	}
	stored, err := chains.ReadL1Attributes(func(slot common.Hash) (common.Hash, error) { return slots[slot], nil })
	if err != nil || fmt.Sprint(stored) != fmt.Sprint(a) {
		t.Errorf("%+v is read as %+v, %v", a, stored, err)
	}
	a.Scalar = common.Hash{2}
	if tx, err = a.Deposit(901, chains.TooOld); err == nil {
		_, _, err = chains.ParseL1Attributes(tx)
	}
	if !errors.Is(err, chains.ErrL1Attributes) {
		t.Errorf("scalars of no form: %v", err)
	}
}

// The words that a chain's configuration on L1 has for the scalars, in both forms.
func TestFeeScalars(t *testing.T) {
	for word, want := range map[common.Hash][2]uint32{
		{31: 9}: {9, 0}, {27: 1, 31: 9}: {1<<32 - 1, 0}, {1: 1}: {1<<32 - 1, 0}, {0: 1, 27: 7, 31: 9}: {9, 7}, {0: 1}: {0, 0},
	} {
		baseFee, blob, err := chains.FeeScalars(word)
		if err != nil || baseFee != want[0] || blob != want[1] {
			t.Errorf("%x: %d, %d, %v", word, baseFee, blob, err)
		}
	}
	for _, word := range []common.Hash{{0: 2}, {0: 1, 23: 1}} {
		if _, _, err := chains.FeeScalars(word); !errors.Is(err, chains.ErrL1Attributes) {
			t.Errorf("%x: %v", word, err)
		}
	}
}

func TestSourceHashes(t *testing.T) {
	l1 := common.HexToHash("0xc00e5d67c2755389aded7d8b151cbd5bcdf7ed275ad5e028b664880fc7581c77")
	for want, got := range map[string]common.Hash{
		"0x18acb38c5ff1c238a7460ebc1b421fa49ec4874bdf1e0a530d234104e5e67dbc": chains.UpgradeSource("Ecotone: L1 Block Proxy Update"),
		"0x0586c503340591999b8b38bc9834bb16aec7d5bc00eb5587ab139c9ddab81977": chains.AttributesSource(l1, 4),
	} {
		if got.Hex() != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if chains.UserDepositSource(l1, 4) == chains.AttributesSource(l1, 4) {
		t.Error("two sources have one hash")
	}
}

// A deposit is taken only where deposits are expected, and only in its canonical form.
func TestDepositRefused(t *testing.T) {
	to := common.Address{1}
	good := &chains.Deposit{From: common.Address{2}, To: &to, Mint: big.NewInt(1), Value: new(big.Int), Gas: 21_000, Data: []byte{1}}
	tx, err := chains.NewDepositTx(901, good)
	if err != nil {
		t.Fatal(err)
	}
	encode := func(change func(*chains.Deposit)) []byte {
		d := *good
		change(&d)
		body, err := rlp.EncodeToBytes(&d)
		if err != nil {
			t.Fatal(err)
		}
		return append([]byte{chains.DepositTxType}, body...)
	}
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"trailing byte":  {append(append([]byte(nil), tx.Raw()...), 0), chains.ErrTxUndecodable},
		"cut off":        {tx.Raw()[:len(tx.Raw())-1], chains.ErrTxUndecodable},
		"empty":          {nil, chains.ErrTxType},
		"another type":   {append([]byte{2}, tx.Raw()[1:]...), chains.ErrTxType},
		"system":         {encode(func(d *chains.Deposit) { d.IsSystemTx = true }), chains.ErrTxType},
		"value too long": {encode(func(d *chains.Deposit) { d.Value = new(big.Int).Lsh(common.Big1, 256) }), chains.ErrTxUndecodable},
		"mint too long":  {encode(func(d *chains.Deposit) { d.Mint = new(big.Int).Lsh(common.Big1, 256) }), chains.ErrTxUndecodable},
	} {
		if _, err := chains.DecodeDeposit(901, c.raw); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, take := range map[string]func([]byte) (*chains.Tx, error){
		"DecodeTx": chains.DecodeTx,
		"Restore":  func(raw []byte) (*chains.Tx, error) { return chains.Restore(chains.UserTx, raw) },
	} {
		if _, err := take(tx.Raw()); !errors.Is(err, chains.ErrTxType) {
			t.Errorf("%s took a deposit: %v", name, err)
		}
	}
	if chains.AllowedTxType(chains.DepositTxType) || chains.AllowedTxType(types.BlobTxType) {
		t.Error("users may send deposits or blobs")
	}
}

// A deposit may create a contract and mint nothing.
func TestDepositOptional(t *testing.T) {
	tx, err := chains.NewDepositTx(901, &chains.Deposit{Value: big.NewInt(3), Gas: 1})
	if err != nil {
		t.Fatal(err)
	}
	got, err := chains.DecodeDeposit(901, tx.Raw())
	if err != nil || got.To() != nil || got.Deposit().Mint.Sign() != 0 || got.Deposit().Value.Uint64() != 3 || got.Hash() != tx.Hash() {
		t.Fatalf("%+v, %v", got.Deposit(), err)
	}
}
