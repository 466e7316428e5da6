package bindings

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// First topics of the messenger's logs about messages. They are constants in all but
// syntax: never assign to them.
var (
	// SentMessageTopic marks a sent message.
	SentMessageTopic = crypto.Keccak256Hash([]byte("SentMessage(uint256,address,uint256,address,bytes)"))
	// RelayedMessageTopic marks a message that was received and delivered.
	RelayedMessageTopic = crypto.Keccak256Hash([]byte("RelayedMessage(uint256,uint256,bytes32,bytes32)"))
	// FailedRelayedMessageTopic marks a message that was received and not delivered.
	FailedRelayedMessageTopic = crypto.Keccak256Hash([]byte("FailedRelayedMessage(uint256,uint256,bytes32,bytes)"))
	// PeerOpenedTopic marks that a side of a pair begins a generation.
	PeerOpenedTopic = crypto.Keccak256Hash([]byte("PeerOpened(bool,uint256,uint256)"))
	// RetriedMessageTopic marks the later delivery of a message that had failed.
	RetriedMessageTopic = crypto.Keccak256Hash([]byte("RetriedMessage(uint256,uint256,bytes32)"))
	// RefundedMessageTopic marks a failed message that its target took back.
	RefundedMessageTopic = crypto.Keccak256Hash([]byte("RefundedMessage(uint256,uint256,bytes32)"))
)

// Values of the messenger's messageState.
const (
	StateNone     uint8 = iota // not received
	StateFailed                // received; can be retried, or refunded by its target
	StateDone                  // delivered
	StateRefunded              // taken back by its target
)

// SentMessage is the content of a SentMessage log.
type SentMessage struct {
	Destination uint64
	Nonce       uint64 // index of the leaf in the tree of the pair
	Sender      common.Address
	Target      common.Address
	Data        []byte
}

// Hash returns the name that the message has on both chains; source is the chain that
// emitted the log.
func (m SentMessage) Hash(source uint64) common.Hash {
	return MessageHash(m.Destination, source, m.Nonce, m.Sender, m.Target, m.Data)
}

// MessageHash returns keccak256(abi.encode(destination, source, nonce, sender, target,
// data)).
func MessageHash(destination, source, nonce uint64, sender, target common.Address, data []byte) common.Hash {
	const head = 6 * wordLen
	buf := make([]byte, head+wordLen+padded(len(data)))
	putUint64(buf, destination)
	putUint64(buf[1*wordLen:], source)
	putUint64(buf[2*wordLen:], nonce)
	putAddress(buf[3*wordLen:], sender)
	putAddress(buf[4*wordLen:], target)
	putUint64(buf[5*wordLen:], head)
	putBytes(buf[head:], data)
	return crypto.Keccak256Hash(buf)
}

// DecodeSentMessage decodes a SentMessage log. It does not look at the emitter: that is
// the caller's part. The result shares no memory with the log.
func DecodeSentMessage(log *types.Log) (SentMessage, error) {
	if len(log.Topics) != 4 || log.Topics[0] != SentMessageTopic {
		return SentMessage{}, fmt.Errorf("%w: not a SentMessage log", ErrMalformed)
	}
	destination, ok1 := getUint64(log.Topics[1][:])
	target, ok2 := getAddress(log.Topics[2][:])
	nonce, ok3 := getUint64(log.Topics[3][:])
	sender, data, ok4 := getSenderAndData(log.Data)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return SentMessage{}, fmt.Errorf("%w: SentMessage log", ErrMalformed)
	}
	return SentMessage{
		Destination: destination, Nonce: nonce, Sender: sender, Target: target,
		Data: append([]byte(nil), data...),
	}, nil
}

// getSenderAndData reads abi.encode(address sender, bytes data) that fills src exactly.
func getSenderAndData(src []byte) (common.Address, []byte, bool) {
	const head = 2 * wordLen
	if len(src) < head {
		return common.Address{}, nil, false
	}
	sender, ok1 := getAddress(src)
	offset, ok2 := getUint64(src[wordLen:])
	data, ok3 := getBytes(src[head:])
	return sender, data, ok1 && ok2 && ok3 && offset == head
}

// DecodeRelayed decodes a RelayedMessage log: source chain, nonce and message hash. The
// hash of the return data is in log.Data and has no use off chain.
func DecodeRelayed(log *types.Log) (source, nonce uint64, hash common.Hash, err error) {
	source, nonce, hash, err = decodeOutcome(log, RelayedMessageTopic)
	if err == nil && len(log.Data) != wordLen {
		err = fmt.Errorf("%w: RelayedMessage log", ErrMalformed)
	}
	return source, nonce, hash, err
}

// DecodeFailedRelayed decodes a FailedRelayedMessage log: source chain, nonce, message
// hash, and at most 256 bytes of what the target reverted with. The return data aliases
// the log.
func DecodeFailedRelayed(log *types.Log) (source, nonce uint64, hash common.Hash, returnData []byte, err error) {
	source, nonce, hash, err = decodeOutcome(log, FailedRelayedMessageTopic)
	if err != nil {
		return 0, 0, common.Hash{}, nil, err
	}
	malformed := fmt.Errorf("%w: FailedRelayedMessage log", ErrMalformed)
	if len(log.Data) < wordLen {
		return 0, 0, common.Hash{}, nil, malformed
	}
	offset, ok := getUint64(log.Data)
	data, okData := getBytes(log.Data[wordLen:])
	if !ok || !okData || offset != wordLen {
		return 0, 0, common.Hash{}, nil, malformed
	}
	return source, nonce, hash, data, nil
}

// DecodePeerOpened decodes a PeerOpened log: which side of the pair with the peer begins which
// generation.
func DecodePeerOpened(log *types.Log) (inbound bool, peer, generation uint64, err error) {
	if len(log.Topics) != 4 || log.Topics[0] != PeerOpenedTopic {
		return false, 0, 0, fmt.Errorf("%w: other log than expected", ErrMalformed)
	}
	peer, ok1 := getUint64(log.Topics[2][:])
	generation, ok2 := getUint64(log.Topics[3][:])
	if !ok1 || !ok2 {
		return false, 0, 0, fmt.Errorf("%w: number above 64 bits in log", ErrMalformed)
	}
	return log.Topics[1] != common.Hash{}, peer, generation, nil
}

// decodeOutcome reads the topics that both outcomes of a relay share.
func decodeOutcome(log *types.Log, topic common.Hash) (source, nonce uint64, hash common.Hash, err error) {
	if len(log.Topics) != 4 || log.Topics[0] != topic {
		return 0, 0, common.Hash{}, fmt.Errorf("%w: other log than expected", ErrMalformed)
	}
	source, ok1 := getUint64(log.Topics[1][:])
	nonce, ok2 := getUint64(log.Topics[2][:])
	if !ok1 || !ok2 {
		return 0, 0, common.Hash{}, fmt.Errorf("%w: number above 64 bits in log", ErrMalformed)
	}
	return source, nonce, log.Topics[3], nil
}
