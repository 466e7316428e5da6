package devnet

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha512"
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/signer"
)

// Mnemonic is where the funded accounts come from, as in other local networks. Its keys
// are known to everybody: never put anything of value on them.
const Mnemonic = "test test test test test test test test test test test junk"

// AccountCount is the number of funded accounts.
const AccountCount = 10

// Account is a funded account of the devnet.
type Account struct {
	Address    common.Address `json:"address"`
	PrivateKey hexutil.Bytes  `json:"privateKey"` // 32 bytes
}

// Accounts derives the funded accounts m/44'/60'/0'/0/i of Mnemonic.
func Accounts() ([]Account, error) {
	seed, err := pbkdf2.Key(sha512.New, Mnemonic, []byte("mnemonic"), 2048, 64) // BIP-39, no passphrase
	if err != nil {
		return nil, fmt.Errorf("devnet accounts: %w", err)
	}
	root := hmac512([]byte("Bitcoin seed"), seed)
	all := make([]Account, AccountCount)
	for i := range all {
		node := root
		for _, step := range append(accounts.DefaultRootDerivationPath, uint32(i)) {
			if node, err = child(node, step); err != nil {
				return nil, fmt.Errorf("devnet account %d: %w", i, err)
			}
		}
		key, err := crypto.ToECDSA(node[:32])
		if err != nil {
			return nil, fmt.Errorf("devnet account %d: %w", i, err)
		}
		all[i] = Account{Address: crypto.PubkeyToAddress(key.PublicKey), PrivateKey: node[:32]}
	}
	return all, nil
}

func hmac512(key, data []byte) []byte {
	mac := hmac.New(sha512.New, key)
	mac.Write(data)
	return mac.Sum(nil)
}

// child is the private derivation of BIP-32: node is key and chain code, 32 bytes each.
func child(node []byte, index uint32) ([]byte, error) {
	key, err := crypto.ToECDSA(node[:32])
	if err != nil {
		return nil, err
	}
	data := crypto.CompressPubkey(&key.PublicKey)
	if index >= 1<<31 { // hardened
		data = append([]byte{0}, node[:32]...)
	}
	sum := hmac512(node[32:], binary.BigEndian.AppendUint32(data, index))
	secret := new(big.Int).SetBytes(sum[:32])
	secret.Add(secret, new(big.Int).SetBytes(crypto.FromECDSA(key))).Mod(secret, crypto.S256().Params().N)
	return append(math.PaddedBigBytes(secret, 32), sum[32:]...), nil
}

// Keys are the devnet's own accounts, one for each duty (PROTOCOL C2): each is
// keccak256("ssequencer devnet " + duty), so known to everybody too.
type Keys struct {
	Deployer *signer.Key // "deployer": deploys, governs L1's contracts, registers peers and relayers, holds the bond, confirms mints
	Guardian *signer.Key // "guardian": pauses the messengers
	Relayer  *signer.Key // "relayer": sends the relay transactions
	Signer   *signer.Key // "signer": signs promises and batches
	Poster   *signer.Key // "poster": posts batches to L1
}

// KnownKeys returns the devnet's own accounts, the same for every devnet.
func KnownKeys() (Keys, error) { return newKeys() }

func newKeys() (Keys, error) {
	var k Keys
	for duty, key := range map[string]**signer.Key{
		"deployer": &k.Deployer, "guardian": &k.Guardian, "relayer": &k.Relayer, "signer": &k.Signer, "poster": &k.Poster,
	} {
		made, err := signer.FromHex(crypto.Keccak256Hash([]byte("ssequencer devnet " + duty)).Hex())
		if err != nil {
			return Keys{}, fmt.Errorf("devnet key %q: %w", duty, err)
		}
		*key = made
	}
	return k, nil
}
