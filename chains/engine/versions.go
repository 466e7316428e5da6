package engine

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/ssequencer/ssequencer/chains"
)

const (
	methodBuild        = "testing_buildBlockV1"
	methodForkchoice   = "engine_forkchoiceUpdatedV3"
	methodGetPayloadV3 = "engine_getPayloadV3"
	methodGetPayloadV4 = "engine_getPayloadV4"
	methodGetPayloadV5 = "engine_getPayloadV5"
	methodNewPayloadV3 = "engine_newPayloadV3"
	methodNewPayloadV4 = "engine_newPayloadV4"
)

// methods are the versions of the Engine API's methods that a fork wants. getPayload is
// empty where blocks are not built by the Engine API.
type methods struct {
	forkchoice, getPayload, newPayload string
}

// methodsOf returns the methods for a block of the fork.
func methodsOf(fork chains.OPFork) methods {
	m := methods{forkchoice: methodForkchoice, newPayload: methodNewPayloadV4}
	switch {
	case fork == chains.Ethereum:
	case fork >= chains.Karst:
		m.getPayload = methodGetPayloadV5
	case fork >= chains.Isthmus:
		m.getPayload = methodGetPayloadV4
	default:
		m.getPayload, m.newPayload = methodGetPayloadV3, methodNewPayloadV3
	}
	return m
}

func (m methods) list() []string {
	return slices.DeleteFunc([]string{m.forkchoice, m.getPayload, m.newPayload}, func(s string) bool { return s == "" })
}

// capabilities are the methods a node has said to offer. They are asked for again when
// one is missing, since the node may have been replaced by a newer one.
type capabilities struct {
	mu      sync.Mutex
	offered []string
}

func (c *capabilities) has(method string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Contains(c.offered, method)
}

func (c *capabilities) set(offered []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.offered = offered
}

// Supports returns an error that wraps ErrUnsupported and names the fork and the method
// if the node lacks one for blocks with this timestamp.
func (c *Client) Supports(ctx context.Context, timestamp uint64) error {
	fork := c.op.Fork(timestamp)
	if fork == chains.TooOld {
		return fmt.Errorf("%w: blocks before %v", ErrUnsupported, chains.Ecotone)
	}
	for _, method := range methodsOf(fork).list() {
		if err := c.need(ctx, fork, method); err != nil {
			return err
		}
	}
	return nil
}

// need checks that the node offers the method.
func (c *Client) need(ctx context.Context, fork chains.OPFork, method string) error {
	if c.offers.has(method) {
		return nil
	}
	if err := c.exchange(ctx); err != nil {
		return err
	}
	if c.offers.has(method) {
		return nil
	}
	if fork == chains.Ethereum {
		return fmt.Errorf("%w: %s has no %s", ErrUnsupported, c.engineURL, method)
	}
	return fmt.Errorf("%w: %s has no %s, which blocks of %v need: it must be upgraded", ErrUnsupported, c.engineURL, method, fork)
}

// exchange asks the node what it offers.
func (c *Client) exchange(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Read)
	defer cancel()
	ours := []string{methodForkchoice, methodGetPayloadV3, methodGetPayloadV4, methodGetPayloadV5, methodNewPayloadV3, methodNewPayloadV4}
	var offered []string
	if err := c.engine.CallContext(ctx, &offered, "engine_exchangeCapabilities", ours); err != nil {
		return reachError(c.engineURL, err)
	}
	c.offers.set(offered)
	return nil
}
