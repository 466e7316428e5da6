package signer

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/keystore"
)

// Cost is the work that opening a keystore file takes, and so trying passphrases.
type Cost int

const (
	// StandardCost takes about a second and 256 MB.
	StandardCost Cost = iota
	// LightCost takes about 100 ms and 4 MB: for tests and throw-away keys.
	LightCost
)

// LoadKeystore reads a key from an encrypted keystore file, as geth, cast and others
// write it.
func LoadKeystore(path, passphrase string) (*Key, error) {
	enc, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	key, err := keystore.DecryptKey(enc, passphrase)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, fmt.Errorf("keystore %s: %w", path, ErrPassphrase)
	}
	if err != nil {
		return nil, fmt.Errorf("keystore %s: %w: %v", path, ErrKey, err)
	}
	return newKey(key.PrivateKey), nil
}

// SaveKeystore writes the key to a new encrypted keystore file, readable by its owner
// only. It never overwrites a file, and leaves none behind when it fails.
func (k *Key) SaveKeystore(path, passphrase string, cost Cost) error {
	n, p := keystore.StandardScryptN, keystore.StandardScryptP
	if cost == LightCost {
		n, p = keystore.LightScryptN, keystore.LightScryptP
	}
	stored := keystore.Key{Address: k.address, PrivateKey: k.private}
	if _, err := rand.Read(stored.Id[:]); err != nil {
		return fmt.Errorf("keystore id: %w", err)
	}
	stored.Id[6], stored.Id[8] = stored.Id[6]&0x0f|0x40, stored.Id[8]&0x3f|0x80 // a random UUID, version 4
	enc, err := keystore.EncryptKey(&stored, passphrase, n, p)
	if err != nil {
		return fmt.Errorf("encrypt key: %w", err)
	}
	if err := writeNew(path, enc); err != nil {
		return fmt.Errorf("write keystore: %w", err)
	}
	return nil
}

// writeNew creates a file that is complete and on the disk as soon as it has its name.
func writeNew(path string, content []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".key-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(content)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Link(temp.Name(), path) // unlike rename, fails when path exists
}
