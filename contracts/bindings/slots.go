package bindings

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// TreeSlots is the number of consecutive storage slots of one message tree in RootStore:
// count, root, 32 of the frontier.
const TreeSlots = 34

// TreeSlot returns the first storage slot of a message tree in RootStore: of what was
// received from peer, or of what was sent to peer. The slot holds the count of leaves;
// see TreeRootSlot and TreeFrontierSlot for what follows it.
func TreeSlot(inbound bool, peer, generation uint64) common.Hash {
	var mapping uint64
	if inbound {
		mapping = 1
	}
	byPeer := mappingSlot(peer, slotOf(mapping))
	return mappingSlot(generation, byPeer)
}

// TreeRootSlot returns the slot of the root of the tree whose first slot is base.
func TreeRootSlot(base common.Hash) common.Hash { return addSlot(base, 1) }

// TreeFrontierSlot returns the slot of the frontier's node at level, 0 to 31, of the tree
// whose first slot is base.
func TreeFrontierSlot(base common.Hash, level int) common.Hash { return addSlot(base, 2+uint64(level)) }

// outcomesSlot is the messenger's mapping from message hash to what became of it.
const outcomesSlot = 4

// OutcomeSlot returns the storage slot of the messenger that holds what became of a
// message sent to its chain. It is zero until the message is received.
func OutcomeSlot(messageHash common.Hash) common.Hash {
	var buf [2 * wordLen]byte
	copy(buf[:], messageHash[:])
	putUint64(buf[wordLen:], outcomesSlot)
	return crypto.Keccak256Hash(buf[:])
}

func slotOf(n uint64) (slot common.Hash) {
	putUint64(slot[:], n)
	return slot
}

// mappingSlot returns keccak256(abi.encode(key, slot)).
func mappingSlot(key uint64, slot common.Hash) common.Hash {
	var buf [2 * wordLen]byte
	putUint64(buf[:], key)
	copy(buf[wordLen:], slot[:])
	return crypto.Keccak256Hash(buf[:])
}

// addSlot returns slot + n modulo 2^256.
func addSlot(slot common.Hash, n uint64) common.Hash {
	for end := len(slot); end > 0 && n > 0; end -= 8 {
		limb := slot[end-8 : end]
		before := binary.BigEndian.Uint64(limb)
		sum := before + n
		binary.BigEndian.PutUint64(limb, sum)
		n = 0
		if sum < before {
			n = 1
		}
	}
	return slot
}
