package bindings

import (
	"fmt"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// customErrors indexes the errors of all our contracts, with those they inherit, by
// selector. Made once, then only read.
var customErrors = sync.OnceValue(func() map[[4]byte]abi.Error {
	known := make(map[[4]byte]abi.Error)
	for _, meta := range []*bind.MetaData{
		&RootStoreMetaData, &MessengerMetaData, &TokenBridgeMetaData,
		&ETHBridgeMetaData, &TestTokenMetaData,
		&BatchesMetaData, &ProverMetaData, &ChallengesMetaData, &BondMetaData,
		&GameBlockHashesMetaData, &GatewayMetaData, &BridgedTokenMetaData, &LockboxMetaData, &OrderedDataMetaData,
	} {
		parsed, err := meta.ParseABI()
		if err != nil { // generated together with the ABI
			panic("bindings: " + err.Error())
		}
		for _, e := range parsed.Errors {
			known[[4]byte(e.ID[:4])] = e
		}
	}
	return known
})

// DecodeRevert tells for a person what revert data says: the text of Error(string), the
// meaning of Panic(uint256), or the name and arguments of an error of our contracts, of
// ERC-20 or of ERC-7802. Of anything else it gives the selector in hex.
func DecodeRevert(data []byte) string {
	if len(data) == 0 {
		return "no reason given"
	}
	if len(data) < 4 {
		return hexutil.Encode(data)
	}
	if reason, err := abi.UnpackRevert(data); err == nil {
		return reason
	}
	known, ok := customErrors()[[4]byte(data[:4])]
	if !ok {
		return "error " + hexutil.Encode(data[:4])
	}
	values, err := known.Inputs.Unpack(data[4:])
	if err != nil {
		return known.Name
	}
	args := make([]string, len(values))
	for i, v := range values {
		args[i] = known.Inputs[i].Name + " " + formatArgument(v)
	}
	return fmt.Sprintf("%s(%s)", known.Name, strings.Join(args, ", "))
}

func formatArgument(v any) string {
	switch v := v.(type) {
	case [32]byte:
		return common.Hash(v).Hex()
	case []byte:
		return hexutil.Encode(v)
	default:
		return fmt.Sprint(v)
	}
}
