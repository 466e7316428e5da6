package bindings

import (
	"bytes"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// MaxDepth is the most hops a message can cause, the first one included; the messenger
// enforces it.
const MaxDepth = 8

// Identifier says where the log of a message is.
type Identifier struct {
	Origin      common.Address // the messenger that emitted it
	BlockNumber uint64
	LogIndex    uint64 // in the block
	Timestamp   uint64 // of the block, unix seconds
	ChainID     uint64
}

// Selectors of the messenger's receiving functions. Never assign to them.
var (
	relayMessageSelector = selector("relayMessage((address,uint256,uint256,uint256,uint256),bytes)")
	relayNestedSelector  = selector("relayNested((address,uint256,uint256,uint256,uint256),bytes,uint256)")
	relayOwedSelector    = selector("relayOwed((address,uint256,uint256,uint256,uint256),bytes)")
)

func selector(signature string) [4]byte {
	return [4]byte(crypto.Keccak256([]byte(signature))[:4])
}

const (
	identifierWords = 5
	topicWords      = 4
	// sentHead is the part of a relayed message before its data: topics, sender, offset, length.
	sentHead = (topicWords + 3) * wordLen
)

// EncodeRelay returns the calldata that delivers m as hop number depth, 1 to MaxDepth:
// relayMessage for depth 1, else relayNested.
func EncodeRelay(id Identifier, m SentMessage, depth int) []byte {
	if depth == 1 {
		return encodeReceive(relayMessageSelector, id, m, nil)
	}
	var word [wordLen]byte
	putUint64(word[:], uint64(depth))
	return encodeReceive(relayNestedSelector, id, m, word[:])
}

// EncodeRelayOwed returns the calldata that receives m without calling its target.
func EncodeRelayOwed(id Identifier, m SentMessage) []byte {
	return encodeReceive(relayOwedSelector, id, m, nil)
}

// encodeReceive lays out selector, identifier, offset of the message, last, message.
func encodeReceive(selector [4]byte, id Identifier, m SentMessage, last []byte) []byte {
	head := (identifierWords+1)*wordLen + len(last)
	sent := sentHead + padded(len(m.Data))
	calldata := make([]byte, len(selector)+head+wordLen+sent)
	copy(calldata, selector[:])

	args := calldata[len(selector):]
	putAddress(args, id.Origin)
	putUint64(args[1*wordLen:], id.BlockNumber)
	putUint64(args[2*wordLen:], id.LogIndex)
	putUint64(args[3*wordLen:], id.Timestamp)
	putUint64(args[4*wordLen:], id.ChainID)
	putUint64(args[5*wordLen:], uint64(head))
	copy(args[6*wordLen:], last)

	putUint64(args[head:], uint64(sent))
	putSentMessage(args[head+wordLen:], m)
	return calldata
}

// putSentMessage writes topics and data of m's log to dst, which must be zero.
func putSentMessage(dst []byte, m SentMessage) {
	copy(dst, SentMessageTopic[:])
	putUint64(dst[1*wordLen:], m.Destination)
	putAddress(dst[2*wordLen:], m.Target)
	putUint64(dst[3*wordLen:], m.Nonce)
	putAddress(dst[4*wordLen:], m.Sender)
	putUint64(dst[5*wordLen:], 2*wordLen)
	putBytes(dst[6*wordLen:], m.Data)
}

// DecodeRelay decodes calldata of EncodeRelay, and of EncodeRelayOwed with depth 0. Any
// other calldata, also a merely different encoding, is an error. The message shares no
// memory with calldata.
func DecodeRelay(calldata []byte) (Identifier, SentMessage, int, error) {
	id, m, depth, ok := decodeReceive(calldata)
	if !ok || !bytes.Equal(calldata, reencode(id, m, depth)) {
		return Identifier{}, SentMessage{}, 0, fmt.Errorf("%w: not calldata of a relay", ErrMalformed)
	}
	return id, m, depth, nil
}

func reencode(id Identifier, m SentMessage, depth int) []byte {
	if depth == 0 {
		return EncodeRelayOwed(id, m)
	}
	return EncodeRelay(id, m, depth)
}

// decodeReceive reads the fields from where they are in the canonical encoding; the
// caller compares everything else.
func decodeReceive(calldata []byte) (id Identifier, m SentMessage, depth int, ok bool) {
	head := (identifierWords + 1) * wordLen
	if len(calldata) < 4+head+wordLen+sentHead {
		return id, m, 0, false
	}
	args := calldata[4:]
	switch [4]byte(calldata[:4]) {
	case relayOwedSelector:
	case relayMessageSelector:
		depth = 1
	case relayNestedSelector:
		d, fits := getUint64(args[head:])
		if !fits || d < 2 || d > MaxDepth {
			return id, m, 0, false
		}
		depth = int(d)
		head += wordLen
	default:
		return id, m, 0, false
	}
	id, ok = getIdentifier(args)
	if !ok || len(args) < head+wordLen+sentHead {
		return id, m, 0, false
	}
	m, ok = getSentMessage(args[head+wordLen:])
	return id, m, depth, ok
}

func getIdentifier(args []byte) (id Identifier, ok bool) {
	var fits [5]bool
	id.Origin, fits[0] = getAddress(args)
	id.BlockNumber, fits[1] = getUint64(args[1*wordLen:])
	id.LogIndex, fits[2] = getUint64(args[2*wordLen:])
	id.Timestamp, fits[3] = getUint64(args[3*wordLen:])
	id.ChainID, fits[4] = getUint64(args[4*wordLen:])
	return id, fits == [5]bool{true, true, true, true, true}
}

func getSentMessage(sent []byte) (m SentMessage, ok bool) {
	var fits [4]bool
	m.Destination, fits[0] = getUint64(sent[1*wordLen:])
	m.Target, fits[1] = getAddress(sent[2*wordLen:])
	m.Nonce, fits[2] = getUint64(sent[3*wordLen:])
	var data []byte
	m.Sender, data, fits[3] = getSenderAndData(sent[4*wordLen:])
	m.Data = append([]byte(nil), data...)
	return m, fits == [4]bool{true, true, true, true}
}
