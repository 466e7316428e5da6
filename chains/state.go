package chains

import "github.com/ethereum/go-ethereum/common"

// StorageKey names one storage slot of one account.
type StorageKey struct {
	Address common.Address
	Slot    common.Hash
}
