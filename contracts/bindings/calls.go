package bindings

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// Selectors of calls that users and operators make. Never assign to them.
var (
	sendMessageSelector  = selector("sendMessage(uint256,address,bytes)")
	sendERC20Selector    = selector("sendERC20(address,address,uint256,uint256)")
	sendETHSelector      = selector("sendETH(address,uint256)")
	transferSelector     = selector("transfer(address,uint256)")
	balanceOfSelector    = selector("balanceOf(address)")
	openInboundSelector  = selector("openInbound(uint256,uint256)")
	openOutboundSelector = selector("openOutbound(uint256,uint256)")
	setRelayerSelector   = selector("setRelayer(address,bool)")
	depositSelector      = selector("deposit()")
	totalSupplySelector  = selector("totalSupply()")
	messageStateSelector = selector("messageState(bytes32)")
	outboundTreeSelector = selector("outboundTree(uint256,uint256)")
	inboundTreeSelector  = selector("inboundTree(uint256,uint256)")
	retryMessageSelector = selector("retryMessage(uint256,uint256,address,address,bytes)")
)

// EncodeSendMessage returns calldata of Messenger.sendMessage.
func EncodeSendMessage(destination uint64, target common.Address, data []byte) []byte {
	const head = 3 * wordLen
	c := newCall(sendMessageSelector, 3).uint64(destination).address(target).uint64(head)
	tail := make([]byte, wordLen+padded(len(data)))
	putBytes(tail, data)
	return append(c, tail...)
}

// EncodeRetry returns calldata of Messenger.retryMessage for a message from source.
func EncodeRetry(source uint64, m SentMessage) []byte {
	const head = 5 * wordLen
	c := newCall(retryMessageSelector, 5).uint64(source).uint64(m.Nonce).address(m.Sender).address(m.Target).uint64(head)
	tail := make([]byte, wordLen+padded(len(m.Data)))
	putBytes(tail, m.Data)
	return append(c, tail...)
}

// EncodeSendERC20 returns calldata of TokenBridge.sendERC20. The amount is in the token's
// smallest unit and must fit 256 bits.
func EncodeSendERC20(token, to common.Address, amount *big.Int, destination uint64) []byte {
	return newCall(sendERC20Selector, 4).address(token).address(to).uint256(amount).uint64(destination)
}

// EncodeSendETH returns calldata of ETHBridge.sendETH; the amount is the transaction's
// value.
func EncodeSendETH(to common.Address, destination uint64) []byte {
	return newCall(sendETHSelector, 2).address(to).uint64(destination)
}

// EncodeDeposit returns calldata of ETHBridge.deposit, a donation of liquidity.
func EncodeDeposit() []byte { return newCall(depositSelector, 0) }

// EncodeTransfer returns calldata of an ERC-20 transfer. The amount must fit 256 bits.
func EncodeTransfer(to common.Address, amount *big.Int) []byte {
	return newCall(transferSelector, 2).address(to).uint256(amount)
}

// EncodeBalanceOf returns calldata of an ERC-20 balanceOf; it answers one word.
func EncodeBalanceOf(account common.Address) []byte {
	return newCall(balanceOfSelector, 1).address(account)
}

// EncodeTotalSupply returns calldata of an ERC-20 totalSupply; it answers one word.
func EncodeTotalSupply() []byte { return newCall(totalSupplySelector, 0) }

// EncodeMessageState returns calldata of Messenger.messageState; it answers one word, one
// of the State constants.
func EncodeMessageState(messageHash common.Hash) []byte {
	return append(newCall(messageStateSelector, 1), messageHash[:]...)
}

// EncodeTree returns calldata of RootStore.inboundTree or outboundTree; it answers two
// words, count and root.
func EncodeTree(inbound bool, peer, generation uint64) []byte {
	selector := outboundTreeSelector
	if inbound {
		selector = inboundTreeSelector
	}
	return newCall(selector, 2).uint64(peer).uint64(generation)
}

// EncodeOpenInbound returns the registrar's calldata that accepts messages of peer.
func EncodeOpenInbound(peer, generation uint64) []byte {
	return newCall(openInboundSelector, 2).uint64(peer).uint64(generation)
}

// EncodeOpenOutbound returns the registrar's calldata that lets messages to peer be sent.
func EncodeOpenOutbound(peer, generation uint64) []byte {
	return newCall(openOutboundSelector, 2).uint64(peer).uint64(generation)
}

// EncodeSetRelayer returns the registrar's calldata that registers or removes a relayer.
func EncodeSetRelayer(relayer common.Address, registered bool) []byte {
	var flag uint64
	if registered {
		flag = 1
	}
	return newCall(setRelayerSelector, 2).address(relayer).uint64(flag)
}
