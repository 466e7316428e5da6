package scenario

import (
	"math/big"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/test/programs"
)

// kind is one way to use the service, and what has to come of it.
type kind struct {
	name    string
	weight  int
	refused chains.RefusalCode // "" = it is included
	status  uint64             // of the user's transaction, when included
	legs    int                // of the bundle, when included
	make    func(l *lane) order
}

// lane is a sender on one chain, who waits for each decision before the next transaction.
type lane struct {
	*wallet
	rng  *rand.Rand
	next uint64 // nonce
}

// other returns the i-th chain after the lane's own, around the set.
func (l *lane) other(i int) chains.ChainID {
	for at, id := range l.n.ids {
		if id == l.chain {
			return l.n.ids[(at+i)%len(l.n.ids)]
		}
	}
	panic("a lane on no chain")
}

// recipient is one of a few accounts that only receive.
func (l *lane) recipient() common.Address { return recipients()[l.rng.IntN(len(recipients()))] }

func recipients() []common.Address {
	list := make([]common.Address, 16)
	for i := range list {
		list[i] = common.BigToAddress(big.NewInt(int64(0xaa0001 + i)))
	}
	return list
}

// via is calldata of sendMessage that goes along the path, through the forwarder on every
// chain but the last, and calls target with payload there.
func (n *network) via(path []chains.ChainID, target common.Address, payload []byte) []byte {
	to, data := target, payload
	for i := len(path) - 1; i >= 1; i-- {
		data = programs.Forward(n.contracts().Messenger, bindings.EncodeSendMessage(uint64(path[i]), to, data))
		to = n.forwarder
	}
	return bindings.EncodeSendMessage(uint64(path[0]), to, data)
}

func (n *network) message(path []chains.ChainID, target common.Address, payload []byte) order {
	messenger := n.contracts().Messenger
	return order{to: &messenger, data: n.via(path, target, payload)}
}

func (n *network) burn(token, to common.Address, amount *big.Int, destination chains.ChainID) order {
	bridge := n.contracts().TokenBridge
	return order{to: &bridge, data: bindings.EncodeSendERC20(token, to, amount, uint64(destination))}
}

func (n *network) sendETH(to common.Address, amount *big.Int, destination chains.ChainID) order {
	bridge := n.contracts().ETHBridge
	return order{to: &bridge, value: amount, data: bindings.EncodeSendETH(to, uint64(destination))}
}

// kinds are all kinds of bundles from one transaction. Of 100 by weight, 80 succeed.
func kinds() []kind { return append(goodKinds(), badKinds()...) }

func goodKinds() []kind {
	const ok = types.ReceiptStatusSuccessful
	small := func(l *lane) *big.Int { return big.NewInt(1 + l.rng.Int64N(1e15)) }
	return []kind{
		{name: "token", weight: 26, status: ok, legs: 2, make: func(l *lane) order {
			return l.n.burn(l.n.contracts().TestToken, l.recipient(), small(l), l.other(1+l.rng.IntN(2)))
		}},
		{name: "ETH", weight: 14, status: ok, legs: 2, make: func(l *lane) order {
			return l.n.sendETH(l.recipient(), small(l), l.other(1+l.rng.IntN(2)))
		}},
		{name: "message", weight: 10, status: ok, legs: 2, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1)}, l.recipient(), []byte("hello"))
		}},
		{name: "A to B to C", weight: 8, status: ok, legs: 3, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1), l.other(2)}, l.recipient(), []byte{1})
		}},
		{name: "A to B to A", weight: 8, status: ok, legs: 3, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1), l.chain}, l.recipient(), nil)
		}},
		{name: "three hops", weight: 8, status: ok, legs: 4, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1), l.other(2), l.chain}, l.recipient(), []byte{3})
		}},
		{name: "two messages at once", weight: 6, status: ok, legs: 3, make: func(l *lane) order {
			return order{data: programs.Batch(
				programs.Call{To: l.n.contracts().Messenger, Data: l.n.via([]chains.ChainID{l.other(1)}, l.recipient(), nil)},
				programs.Call{To: l.n.contracts().Messenger, Data: l.n.via([]chains.ChainID{l.other(2)}, l.recipient(), nil)},
			)}
		}},
	}
}

func badKinds() []kind {
	too := ether(3 * bridgeLiquidity)
	return append(revertingKinds(), []kind{
		{name: "no liquidity", weight: 3, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			return l.n.sendETH(l.recipient(), too, l.other(1))
		}},
		{name: "target reverts", weight: 2, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1)}, l.n.contracts().TestToken, bindings.EncodeTransfer(l.recipient(), ether(1)))
		}},
		{name: "the last hop fails", weight: 3, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1), l.other(2)}, l.n.contracts().TestToken, []byte("nothing it knows"))
		}},
		{name: "a hop to an unknown chain", weight: 1, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1), 77}, l.recipient(), nil)
		}},
		{name: "a hop to RootStore", weight: 1, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1), l.other(2)}, l.n.contracts().RootStore, nil)
		}},
		{name: "a forged bridge message", weight: 1, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			forged := bindings.NewETHBridge().PackRelayETH(l.from, l.from, big.NewInt(1))
			return l.n.message([]chains.ChainID{l.other(1)}, l.n.contracts().ETHBridge, forged)
		}},
		{name: "a loop", weight: 1, refused: chains.RefusedRelayFailed, make: func(l *lane) order {
			var path []chains.ChainID
			for range bindings.MaxDepth/2 + 1 {
				path = append(path, l.other(1), l.chain)
			}
			return l.n.message(path, l.recipient(), nil)
		}},
	}...)
}

// revertingKinds revert on their own chain: they are included like any other reverted
// transaction, and cause nothing elsewhere.
func revertingKinds() []kind {
	return []kind{
		{name: "burn above the balance", weight: 3, legs: 1, make: func(l *lane) order {
			return l.n.burn(l.n.contracts().TestToken, l.recipient(), ether(1e9), l.other(1))
		}},
		{name: "burn to an unknown chain", weight: 1, legs: 1, make: func(l *lane) order {
			return l.n.burn(l.n.contracts().TestToken, l.recipient(), big.NewInt(1), 77)
		}},
		{name: "burn to its own chain", weight: 1, legs: 1, make: func(l *lane) order {
			return l.n.burn(l.n.contracts().TestToken, l.recipient(), big.NewInt(1), l.chain)
		}},
		{name: "message to the messenger", weight: 1, legs: 1, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1)}, l.n.contracts().Messenger, nil)
		}},
		{name: "message to RootStore", weight: 1, legs: 1, make: func(l *lane) order {
			return l.n.message([]chains.ChainID{l.other(1)}, l.n.contracts().RootStore, nil)
		}},
		{name: "sent, then reverted", weight: 1, legs: 1, make: func(l *lane) order {
			return order{data: programs.CallsThenRevert(
				programs.Call{To: l.n.contracts().Messenger, Data: l.n.via([]chains.ChainID{l.other(1)}, l.recipient(), nil)})}
		}},
	}
}

// pick chooses a kind by weight.
func (l *lane) pick(from []kind) *kind {
	sum := 0
	for i := range from {
		sum += from[i].weight
	}
	at := l.rng.IntN(sum)
	for i := range from {
		if at -= from[i].weight; at < 0 {
			return &from[i]
		}
	}
	return &from[len(from)-1]
}

func callMsg(to common.Address, data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &to, Data: data}
}
