package chains

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common/hexutil"
)

// RefusalCode names why a transaction or bundle was not included. The values are part
// of the RPC interface and of the journal: they do not change.
type RefusalCode string

const (
	RefusedReverted         RefusalCode = "reverted"          // a leg reverted
	RefusedRelayFailed      RefusalCode = "relay failed"      // a relay's target failed (A1)
	RefusedInvalid          RefusalCode = "invalid"           // not executable: nonce, funds, gas
	RefusedLimits           RefusalCode = "limits"            // depth, legs, gas or bytes of a bundle (A4)
	RefusedUnknownChain     RefusalCode = "unknown chain"     // a message to a chain outside the set
	RefusedUnexplainedWrite RefusalCode = "unexplained write" // RootStore changed without a log (A2)
	RefusedRelayerFunds     RefusalCode = "relayer funds"     // relayer balance below its mark
	RefusedTipTooLow        RefusalCode = "tip too low"       // destination gas policy "tip"
	RefusedChainUnavailable RefusalCode = "chain unavailable" // a chain it touches is halted or behind
	RefusedReplaced         RefusalCode = "replaced"          // another transaction took its nonce
	RefusedExpired          RefusalCode = "expired"           // waited longer than allowed (status dropped)
	RefusedPairFrozen       RefusalCode = "pair frozen"       // the pair's sides differ, since blocks of a chain were replaced (A8)
	RefusedDiverged         RefusalCode = "diverged"          // the chain's node executes it otherwise (P6)
)

// Refusal is the recorded answer to a transaction that was not included, and why.
type Refusal struct {
	Code    RefusalCode
	Leg     uint64  // index of the failing leg in execution order, 0 = the user's own transaction
	ChainID ChainID // chain of the failing leg
	Reason  string  // for a person: what did not hold
	Data    []byte  // revert data of the failing leg, may be empty
	Hint    string  // for a person: what to do about it, may be empty
}

// Error implements error.
func (r *Refusal) Error() string {
	return fmt.Sprintf("refused (%s): leg %d on chain %d: %s", r.Code, r.Leg, r.ChainID, r.Reason)
}

// RefusalData is the JSON form of a Refusal, as the data member of a JSON-RPC error.
type RefusalData struct {
	Data    hexutil.Bytes  `json:"data"`
	Leg     hexutil.Uint64 `json:"leg"`
	ChainID hexutil.Uint64 `json:"chainId"`
	Code    RefusalCode    `json:"code"`
	Reason  string         `json:"reason"`
	Hint    string         `json:"hint,omitempty"`
}

// JSON returns the refusal's JSON form.
func (r *Refusal) JSON() RefusalData {
	data := r.Data
	if data == nil {
		data = []byte{}
	}
	return RefusalData{Data: data, Leg: hexutil.Uint64(r.Leg), ChainID: hexutil.Uint64(r.ChainID), Code: r.Code, Reason: r.Reason, Hint: r.Hint}
}
