package verifier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// difference tells for a person in what a received message differs from the sent one in
// its place.
func (v *Verifier) difference(ctx context.Context, m receivedMessage, sent OwedMessage) (string, error) {
	s, ok := v.chains[m.pair.Destination]
	if !ok || sent.content == nil {
		return "the content is not known any more", nil
	}
	tx, err := ask(ctx, s, "transaction "+m.tx.Hex(), func(ctx context.Context) (*types.Transaction, error) {
		tx, _, err := s.eth.TransactionByHash(ctx, m.tx)
		return tx, err
	})
	if errors.Is(err, ethereum.NotFound) {
		return "its transaction cannot be found", nil
	}
	if err != nil {
		return "", err
	}
	_, got, _, err := bindings.DecodeRelay(tx.Data())
	if err != nil {
		return "it was received inside another call", nil
	}
	return compareMessages(sent.content, &got), nil
}

func compareMessages(sent, got *bindings.SentMessage) string {
	var parts []string
	differ := func(what string, a, b any) {
		if a != b {
			parts = append(parts, fmt.Sprintf("%s %v became %v", what, a, b))
		}
	}
	differ("sender", sent.Sender, got.Sender)
	differ("target", sent.Target, got.Target)
	if !bytes.Equal(sent.Data, got.Data) {
		was, ok := transferOf(sent.Data)
		is, okToo := transferOf(got.Data)
		if !ok || !okToo || was.method != is.method {
			parts = append(parts, "its data")
		} else {
			for i, name := range was.names {
				differ(name, was.values[i], is.values[i])
			}
		}
	}
	if len(parts) == 0 {
		return "in what its transaction does not show"
	}
	return strings.Join(parts, ", ")
}

// transfer is a call that a bridge's message makes.
type transfer struct {
	method        string
	names, values []string
}

// transferOf reads the data of a bridge's message.
func transferOf(data []byte) (transfer, bool) {
	if len(data) < 4 {
		return transfer{}, false
	}
	for _, contract := range []abi.ABI{bindings.NewTokenBridge().GetABI(), bindings.NewETHBridge().GetABI(), bindings.NewGateway().GetABI()} {
		method, err := contract.MethodById(data[:4])
		if err != nil {
			continue
		}
		values, err := method.Inputs.Unpack(data[4:])
		if err != nil {
			continue
		}
		t := transfer{method: method.Name}
		for i, v := range values {
			t.names, t.values = append(t.names, method.Inputs[i].Name), append(t.values, fmt.Sprint(v))
		}
		return t, true
	}
	return transfer{}, false
}
