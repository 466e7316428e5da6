package router

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
)

// follower delivers the messages of one subscription to emit until ctx ends. It calls
// ready once when nothing that happens from then on will be missed.
type follower func(ctx context.Context, ready func(), emit func(result any) error) error

// subscription answers the subscribe and unsubscribe methods of both namespaces.
func (s *Server) subscription(ctx context.Context, c *call) (any, error) {
	if c.session == nil {
		return nil, &Error{Code: codeNoMethod, Message: "notifications not supported: subscriptions need a WebSocket"}
	}
	namespace, verb, _ := strings.Cut(c.method, "_")
	var name string
	var arg json.RawMessage
	if err := bind(c.params, 1, &name, &arg); err != nil {
		return nil, err
	}
	if verb == "unsubscribe" {
		return c.session.conn.unsubscribe(name)
	}
	var follow follower
	var err error
	if namespace == "eth" {
		follow, err = s.ethFollower(ctx, c.chain, name, arg)
	} else {
		follow, err = s.topicFollower(name, arg)
	}
	if err != nil {
		return nil, err
	}
	return c.session.subscribe(ctx, namespace+"_subscription", follow)
}

// subscribe starts a subscription and returns its id. Its messages follow the response.
func (ses *session) subscribe(ctx context.Context, method string, follow follower) (string, error) {
	c, id := ses.conn, string(rpc.NewID())
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.subs) >= c.edge.cfg.MaxSubscriptions {
		return "", &Error{Code: codeLimit, Message: "too many subscriptions on this connection"}
	}
	ready, failed := make(chan struct{}), make(chan error, 1)
	cancel := ses.spawn(func(ctx context.Context) {
		err := follow(ctx, func() { close(ready) }, func(result any) error {
			raw, err := json.Marshal(result)
			if err != nil {
				return err
			}
			select {
			case <-ses.answered:
			case <-ctx.Done():
				return ctx.Err()
			}
			return c.send(appendNotification(nil, method, id, raw))
		})
		failed <- err
		select {
		case <-ready:
			if ctx.Err() == nil { // it must not fall silent
				c.fail(fmt.Errorf("subscription ended: %w", err))
			}
		default:
		}
	})
	select {
	case <-ready:
		c.subs[id] = cancel
		return id, nil
	case err := <-failed:
		return "", err
	case <-ctx.Done():
		cancel()
		return "", ctx.Err()
	}
}

func (c *connection) unsubscribe(id string) (bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	cancel, ok := c.subs[id]
	if !ok {
		return false, &Error{Code: codeServer, Message: rpc.ErrSubscriptionNotFound.Error()}
	}
	delete(c.subs, id)
	cancel()
	return true, nil
}

// topicFollower follows a stream of sequencer_subscribe.
func (s *Server) topicFollower(name string, arg json.RawMessage) (follower, error) {
	topic := wire.Topic(name)
	if !slices.Contains(wire.Topics(), topic) {
		return nil, noSubscription(name, "sequencer")
	}
	var opts wire.SubscribeOptions
	if len(arg) > 0 {
		if err := json.Unmarshal(arg, &opts); err != nil {
			return nil, invalidParams(fmt.Sprintf("invalid argument 1: %v", err))
		}
	}
	return func(ctx context.Context, ready func(), emit func(any) error) error {
		sub := wire.Subscription{Topic: topic, From: (*uint64)(opts.FromGlobalIndex), Ready: ready}
		return s.deps.Streams.Follow(ctx, sub, func(ev wire.Event) error { return emit(ev) })
	}, nil
}

// ethFollower follows what eth_subscribe names on a chain.
func (s *Server) ethFollower(ctx context.Context, ch *chain, name string, arg json.RawMessage) (follower, error) {
	switch name {
	case "newHeads":
		return s.newHeads(ch), nil
	case "logs":
		return s.newLogs(ctx, ch, arg)
	case "newPendingTransactions":
		full := string(arg) == "true"
		return s.newTransactions(ch, full), nil
	}
	return nil, noSubscription(name, "eth")
}

func noSubscription(name, namespace string) error {
	return &Error{Code: codeNoMethod, Message: fmt.Sprintf("no %q subscription in %s namespace", name, namespace)}
}

// newHeads follows the headers of our head.
func (s *Server) newHeads(ch *chain) follower {
	return func(ctx context.Context, ready func(), emit func(any) error) error {
		return s.deps.Streams.FollowHeads(ctx, ch.ID, ready, func(head chains.BlockRef) error {
			header, err := s.ask(ctx, ch, "eth_getHeaderByHash", []json.RawMessage{hashParam(head.Hash)})
			if err != nil {
				return err
			}
			return emit(header)
		})
	}
}

// newLogs follows the logs of applied blocks that match a filter. The filter is tried on
// our head, so that the node refuses a bad one at once and in its own words.
func (s *Server) newLogs(ctx context.Context, ch *chain, arg json.RawMessage) (follower, error) {
	filter := make(map[string]json.RawMessage)
	if len(arg) > 0 && json.Unmarshal(arg, &filter) != nil {
		return nil, invalidParams("invalid argument 1: a log filter is an object")
	}
	delete(filter, "fromBlock")
	delete(filter, "toBlock")
	logsOf := func(ctx context.Context, block common.Hash) ([]json.RawMessage, error) {
		own := map[string]json.RawMessage{"blockHash": hashParam(block)}
		for _, name := range []string{"address", "topics"} {
			if filter[name] != nil {
				own[name] = filter[name]
			}
		}
		param, err := json.Marshal(own)
		if err != nil {
			return nil, err
		}
		result, err := s.ask(ctx, ch, "eth_getLogs", []json.RawMessage{param})
		if err != nil {
			return nil, err
		}
		var logs []json.RawMessage
		return logs, json.Unmarshal(result, &logs)
	}
	head, err := s.deps.Heads.Head(ch.ID)
	if err != nil {
		return nil, err
	}
	if _, err := logsOf(ctx, head.Hash); err != nil {
		return nil, err
	}
	return func(ctx context.Context, ready func(), emit func(any) error) error {
		return s.deps.Streams.FollowHeads(ctx, ch.ID, ready, func(head chains.BlockRef) error {
			logs, err := logsOf(ctx, head.Hash)
			for i := 0; err == nil && i < len(logs); i++ {
				err = emit(logs[i])
			}
			return err
		})
	}, nil
}

// newTransactions follows the transactions that will be in the next block: those that
// are preconfirmed. What only waits is not shown to anybody (PROTOCOL A9).
func (s *Server) newTransactions(ch *chain, full bool) follower {
	return func(ctx context.Context, ready func(), emit func(any) error) error {
		sub := wire.Subscription{Topic: wire.Preconfirmations, Ready: ready}
		return s.deps.Streams.Follow(ctx, sub, func(ev wire.Event) error {
			pre, ok := ev.Data.(*wire.Preconfirmation)
			if !ok {
				return fmt.Errorf("event of the stream %q holds %T", wire.Preconfirmations, ev.Data)
			}
			if chains.ChainID(pre.Message.ChainID) != ch.ID {
				return nil
			}
			if !full {
				return emit(pre.Message.TxHash)
			}
			in, err := s.deps.Decided.Included(ctx, pre.Message.TxHash)
			if errors.Is(err, chains.ErrUnknown) { // revoked since
				return nil
			}
			if err != nil {
				return err
			}
			fields, err := includedJSON(in)
			if err != nil {
				return err
			}
			return emit(fields)
		})
	}
}

func hashParam(h common.Hash) json.RawMessage {
	return json.RawMessage(`"` + h.Hex() + `"`)
}
