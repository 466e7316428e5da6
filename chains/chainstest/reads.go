package chainstest

import (
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// storing is creation code: it emits an empty LOG0, stores 0x2a in slot 1 and leaves the
// one-byte code 0x00.
var storing = common.FromHex("60006000a0602a6001556001601ff3")

func beforeAdoption(r *run) {
	create := r.tx(nil, 0, storing)
	created := crypto.CreateAddress(r.address(), 0)
	parent := r.head()
	p := r.build(r.open(parent), create, r.tx(&recipient, 5, nil))
	r.must(r.client.NewPayload(r.ctx, p))
	receipts, err := r.client.Receipts(r.ctx, p.Hash)
	r.must(err)
	receipts = receipts[len(r.first):]
	if len(receipts) != 2 || len(receipts[0].Logs) != 1 || receipts[0].ContractAddress != created || receipts[1].CumulativeGasUsed != p.GasUsed {
		r.Fatalf("receipts %+v", receipts)
	}
	if got := types.CreateBloom(receipts[0]); got != p.LogsBloom {
		r.Fatal("the receipts' logs are not those of the block")
	}
	header, err := r.client.HeaderByHash(r.ctx, p.Hash)
	r.must(err)
	if header.Root != p.StateRoot {
		r.Fatalf("state root %s, built with %s", header.Root, p.StateRoot)
	}
	for block, exists := range map[common.Hash]bool{parent.Hash(): false, p.Hash: true} {
		r.checkCreated(block, created, exists)
	}
	if r.head().Hash() != parent.Hash() {
		r.Fatal("the head moved")
	}
}

// checkCreated reads what storing leaves behind, at a block where it does or does not.
func (r *run) checkCreated(block common.Hash, created common.Address, exists bool) {
	r.Helper()
	accounts, err := r.client.Accounts(r.ctx, block, []common.Address{created, recipient, r.address()})
	r.must(err)
	values, err := r.client.Storage(r.ctx, block, []chains.StorageKey{{Address: created, Slot: common.Hash{31: 1}}})
	r.must(err)
	code, err := r.client.Code(r.ctx, block, created)
	r.must(err)
	if accounts[2] == nil || (accounts[0] != nil) != exists || (accounts[1] != nil) != exists {
		r.Fatalf("accounts %v", accounts)
	}
	if !exists {
		if values[0] != (common.Hash{}) || len(code) != 0 || accounts[2].Nonce != 0 {
			r.Fatalf("value %s, code %x, nonce %d before the block", values[0], code, accounts[2].Nonce)
		}
		return
	}
	a := accounts[0]
	if a.Nonce != 1 || common.BytesToHash(a.CodeHash) != crypto.Keccak256Hash(code) || a.Root == types.EmptyRootHash || len(code) != 1 {
		r.Fatalf("account %+v, code %x", a, code)
	}
	if values[0] != (common.Hash{31: 0x2a}) || accounts[1].Balance.Uint64() != 5 || accounts[2].Nonce != 2 {
		r.Fatalf("value %s, balance %s, nonce %d", values[0], accounts[1].Balance, accounts[2].Nonce)
	}
}

// stateReads asks for more than one request may carry, across accounts, with repetitions.
func stateReads(r *run) {
	created := crypto.CreateAddress(r.address(), 0)
	p := r.extend(r.tx(nil, 0, storing))
	const count = 2500
	var addrs []common.Address
	var keys []chains.StorageKey
	for i := range count {
		addr := common.BigToAddress(big.NewInt(int64(0xabc0000 + i)))
		if i%2 == 0 {
			addr = created
		}
		if i < 600 {
			addrs = append(addrs, addr)
		}
		keys = append(keys, chains.StorageKey{Address: addr, Slot: common.BigToHash(big.NewInt(int64(i % 4)))})
	}
	keys[2].Slot = common.Hash{31: 1}
	accounts, err := r.client.Accounts(r.ctx, p.Hash, addrs)
	r.must(err)
	for i, a := range accounts {
		if (a != nil) != (i%2 == 0) {
			r.Fatalf("account %d (%s): %v", i, addrs[i], a)
		}
	}
	values, err := r.client.Storage(r.ctx, p.Hash, keys)
	r.must(err)
	for i, v := range values {
		want := common.Hash{}
		if keys[i].Address == created && keys[i].Slot == (common.Hash{31: 1}) {
			want = common.Hash{31: 0x2a}
		}
		if v != want {
			r.Fatalf("key %d: %s, want %s", i, v, want)
		}
	}
	r.unknownReads()
}

func (r *run) unknownReads() {
	nowhere := common.HexToHash("0x99")
	if _, err := r.client.Accounts(r.ctx, nowhere, []common.Address{recipient}); err == nil {
		r.Fatal("accounts of an unknown block")
	}
	if _, err := r.client.Storage(r.ctx, nowhere, []chains.StorageKey{{}}); err == nil {
		r.Fatal("storage of an unknown block")
	}
	if _, err := r.client.Code(r.ctx, nowhere, recipient); err == nil {
		r.Fatal("code of an unknown block")
	}
	_, receiptsErr := r.client.Receipts(r.ctx, nowhere)
	_, numberErr := r.client.HeaderByNumber(r.ctx, 1_000_000)
	_, hashErr := r.client.HeaderByHash(r.ctx, nowhere)
	for _, err := range []error{receiptsErr, numberErr, hashErr} {
		if !errors.Is(err, chains.ErrUnknown) {
			r.Fatalf("unknown block: %v", err)
		}
	}
}
