package proxy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"
)

// Mode says how much a proxy does.
type Mode string

// The positions of the kill switch.
const (
	Enabled  Mode = "enabled"  // the sequencer fills op-node's blocks
	DryRun   Mode = "dry-run"  // op-node gets the node's own blocks, which are executed here as well and compared
	Disabled Mode = "disabled" // everything passes through
)

// ErrMode: there is no such position of the kill switch.
var ErrMode = errors.New("not enabled, dry-run or disabled")

func (m Mode) check() error {
	switch m {
	case Enabled, DryRun, Disabled:
		return nil
	}
	return fmt.Errorf("%w: %q", ErrMode, string(m))
}

// Mode returns the position of the kill switch.
func (p *Proxy) Mode() Mode { return p.mode.Load().(Mode) }

// SetMode moves the kill switch. What op-node is waiting for already, and has not got, it
// gets from the node. What is committed stays: op-node still gets it.
func (p *Proxy) SetMode(m Mode) error {
	if err := m.check(); err != nil {
		return err
	}
	if was := p.mode.Swap(m); was != m {
		p.log.Warn("the kill switch was moved", zap.String("from", string(was.(Mode))), zap.String("to", string(m)))
		p.wake()
	}
	return nil
}

func (p *Proxy) wake() {
	if p.sequencer != nil {
		p.sequencer.Wake()
	}
}

// switched answers the proxy's own methods.
func (p *Proxy) switched(c *call) (*reply, error) {
	if c.Method == setModeMethod {
		var m Mode
		if len(c.Params) != 1 || json.Unmarshal(c.Params[0], &m) != nil {
			return c.refuse(&rpcError{Code: codeParams, Message: "one parameter is wanted: enabled, dry-run or disabled"})
		}
		if err := p.SetMode(m); err != nil {
			return c.refuse(&rpcError{Code: codeParams, Message: err.Error()})
		}
	}
	raw, err := json.Marshal(p.Mode())
	if err != nil {
		return nil, err
	}
	return c.answer(raw), nil
}

// AskMode asks a running proxy for the position of its kill switch, or moves it there where
// to is not empty. It returns the position.
func AskMode(ctx context.Context, url string, secret [32]byte, to Mode) (m Mode, err error) {
	client, err := rpc.DialOptions(ctx, url, rpc.WithHTTPAuth(func(h http.Header) error { authorize(h, secret, time.Now()); return nil }))
	if err != nil {
		return "", err
	}
	defer client.Close()
	method, args := modeMethod, []any{}
	if to != "" {
		method, args = setModeMethod, append(args, to)
	}
	err = client.CallContext(ctx, &m, method, args...)
	return m, err
}
