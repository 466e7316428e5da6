package crosschain

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// relaySucceeded is rule A1 on a relay's trace. It returns nil where the relay of m
// succeeded, else the refusal of the bundle.
func (a *attempt) relaySucceeded(m *chains.Message, trace *chains.Trace) *chains.Refusal {
	if !trace.Succeeded() {
		r := a.reverted(trace, "the messenger did not accept the message; the relay is the sequencer's, so tell its operator")
		r.Code = chains.RefusedRelayFailed
		return r
	}
	relayed, failed, err := relayOutcome(trace.Logs, a.core.contracts[trace.ChainID].Messenger, m)
	if err != nil {
		return a.refuse(trace.ChainID, chains.RefusedRelayFailed, err.Error())
	}
	if relayed {
		return nil
	}
	r := a.refuse(trace.ChainID, chains.RefusedRelayFailed, bindings.DecodeRevert(failed))
	r.Data = failed
	if r.Reason == "" {
		r.Reason = "the message's target reverted without a reason"
		r.Hint = fmt.Sprintf("is there a contract on chain %d at what it calls? (target %s)", m.Destination, m.Target)
	} else {
		r.Hint = fmt.Sprintf("the message's target %s on chain %d reverted; nothing was included on any chain", m.Target, m.Destination)
	}
	return r
}

// RelaySucceeded is rule A1 on the receipt of a relay: status 1, exactly one
// RelayedMessage of the messenger with the message's hash, no FailedRelayedMessage.
func (c *Core) RelaySucceeded(chain chains.ChainID, status uint64, logs []*types.Log, message common.Hash) bool {
	if status != types.ReceiptStatusSuccessful {
		return false
	}
	count := 0
	for _, log := range logs {
		if log.Address != c.contracts[chain].Messenger || len(log.Topics) == 0 {
			continue
		}
		switch log.Topics[0] {
		case bindings.FailedRelayedMessageTopic:
			return false
		case bindings.RelayedMessageTopic:
			if _, _, hash, err := bindings.DecodeRelayed(log); err != nil || hash != message {
				return false
			}
			count++
		}
	}
	return count == 1
}

// relayOutcome finds what the messenger said about m. Where the target failed it returns
// false and the (capped) revert data.
func relayOutcome(logs []*types.Log, messenger common.Address, m *chains.Message) (relayed bool, failed []byte, err error) {
	found := 0
	for _, log := range logs {
		if log.Address != messenger || len(log.Topics) == 0 {
			continue
		}
		var source, nonce uint64
		var hash common.Hash
		switch log.Topics[0] {
		case bindings.RelayedMessageTopic:
			source, nonce, hash, err = bindings.DecodeRelayed(log)
			relayed = true
		case bindings.FailedRelayedMessageTopic:
			source, nonce, hash, failed, err = bindings.DecodeFailedRelayed(log)
			relayed = false
		default:
			continue
		}
		if err != nil {
			return false, nil, err
		}
		if hash != m.Hash || source != uint64(m.Source) || nonce != m.Nonce {
			return false, nil, fmt.Errorf("the messenger relayed message %s instead of %s", hash, m.Hash)
		}
		found++
	}
	if found != 1 {
		return false, nil, fmt.Errorf("the relay has %d outcome logs of the messenger, not one", found)
	}
	return relayed, failed, nil
}

// checkTip is the gas policy "tip": what the users' transactions pay as tips must cover
// what the relays cost the relayer. Gas is priced at each relay's fee cap.
func (a *attempt) checkTip() *chains.Refusal {
	if a.core.policy != Tip {
		return nil
	}
	cost, paid := new(big.Int), new(big.Int)
	var userGas uint64
	for i := range a.legs {
		leg := &a.legs[i]
		gas := new(big.Int).SetUint64(leg.Trace.GasUsed)
		if leg.Tx.Kind() == chains.RelayTx {
			cost.Add(cost, gas.Mul(gas, leg.Tx.Inner().GasFeeCap()))
			continue
		}
		userGas += leg.Trace.GasUsed
		paid.Add(paid, gas.Mul(gas, new(big.Int).SetUint64(leg.Trace.EffectiveTip)))
	}
	if paid.Cmp(cost) >= 0 {
		return nil
	}
	need := new(big.Int).Add(cost, new(big.Int).SetUint64(userGas-1)) // rounded up
	need.Div(need, new(big.Int).SetUint64(userGas))
	first := a.legs[0].Tx
	return &chains.Refusal{
		Code:    chains.RefusedTipTooLow,
		ChainID: first.ChainID(),
		Reason:  fmt.Sprintf("the tip pays %s wei, the relays on the destination cost %s wei", paid, cost),
		Hint:    fmt.Sprintf("a priority fee of %s wei per gas would do now", need),
	}
}
