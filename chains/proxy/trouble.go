package proxy

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// signs are what op-node's calls tell of how it is. Guarded by Proxy.mu.
type signs struct {
	called, moved, asked time.Time // its last call, its last new head, its last wish for a block; the first two begin with the proxy
	ever                 bool      // it has called
	lags                 []time.Duration
	lost                 common.Hash // the head that it has given the node, where the node does not have it any more
}

// lagsKept is of how many of the last blocks it is remembered how long after their parents were due
// op-node has asked for them.
const lagsKept = 8

// trouble is something that is wrong with op-node.
type trouble struct{ kind, says string }

// Trouble says what is wrong with op-node at a time, and what to do, as far as its calls tell: it is
// silent, stuck, or has another clock than we. It is empty where nothing is, and while the kill switch is
// at disabled, since op-node need not be there then. It answers from memory.
func (p *Proxy) Trouble(now time.Time) string { return p.troubleAt(now).says }

func (p *Proxy) troubleAt(now time.Time) trouble {
	if p.Mode() == Disabled {
		return trouble{}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	s := &p.signs
	if now.Sub(s.called) > p.cfg.Quiet {
		return s.silent(now)
	}
	asks := now.Sub(s.asked) <= p.cfg.Quiet
	if asks && len(s.lags) == lagsKept {
		if t := s.clock(p.cfg.BlockTime); t.kind != "" {
			return t
		}
	}
	if now.Sub(s.moved) <= p.cfg.Quiet {
		return trouble{}
	}
	ago := since(s.moved, now)
	switch {
	case s.lost != (common.Hash{}) && s.lost == p.said.head:
		return trouble{"lost", fmt.Sprintf("op-node builds on block %s, which its node has lost: restart op-node; no new block %s", s.lost, ago)}
	case asks:
		return trouble{"refused", fmt.Sprintf("op-node asks for blocks and has adopted none %s: the logs of op-node and of the service say why", ago)}
	}
	return trouble{"idle", fmt.Sprintf("op-node calls but asks for no block, and has had no new one %s: it cannot read L1, or its sequencer is stopped (admin_startSequencer)", ago)}
}

func (s *signs) silent(now time.Time) trouble {
	if !s.ever {
		return trouble{"silent", fmt.Sprintf("op-node has not called %s, when the service was started: its --l2 has to be the chain's op-node-listen", since(s.called, now))}
	}
	return trouble{"silent", fmt.Sprintf("op-node has not called %s: does it run, and is its --l2 the chain's op-node-listen?", since(s.called, now))}
}

// clock compares op-node's clock with ours by when it asks for blocks: when their parents are due, or
// at once if it has to catch up.
func (s *signs) clock(blockTime time.Duration) trouble {
	least, most := slices.Min(s.lags), slices.Max(s.lags)
	last := s.lags[len(s.lags)-1]
	switch {
	case least > blockTime/2 && s.lags[0]-last > blockTime/2:
		return trouble{"behind", fmt.Sprintf("op-node is %v behind the clock and catches up: until it has, blocks are mostly its node's own", last.Round(time.Millisecond))}
	case least > blockTime/2:
		return trouble{"late", fmt.Sprintf("op-node asks for each block at least %v late: is the clock of its machine behind (NTP), or the machine too slow? Its blocks are made without the others'", least.Round(time.Millisecond))}
	case most < -blockTime/4:
		return trouble{"early", fmt.Sprintf("op-node asks for each block at least %v early: the clock of its machine is ahead, or ours behind (NTP)", -most.Round(time.Millisecond))}
	}
	return trouble{}
}

// since tells a time and how long ago it was.
func since(at, now time.Time) string {
	return fmt.Sprintf("since %s, %v ago", at.UTC().Format("15:04:05 UTC"), now.Sub(at).Round(time.Second))
}

// calls notes that op-node calls.
func (p *Proxy) calls() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.signs.called, p.signs.ever = time.Now(), true
}

// asks notes that op-node asks for a block with this timestamp.
func (p *Proxy) asks(timestamp uint64) {
	now := time.Now()
	lag := now.Sub(time.Unix(int64(timestamp), 0)) + p.cfg.BlockTime
	p.mu.Lock()
	defer p.mu.Unlock()
	s := &p.signs
	s.asked = now
	if s.lags = append(s.lags, lag); len(s.lags) > lagsKept {
		s.lags = s.lags[1:]
	}
}

// observe logs when op-node gets into trouble, and when it is out of it, until ctx ends.
func (p *Proxy) observe(ctx context.Context) {
	tick := time.NewTicker(p.cfg.BlockTime)
	defer tick.Stop()
	gauge := p.deps.Metrics.trouble.WithLabelValues(p.cfg.ChainID.String())
	for was := (trouble{}); ; {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		is := p.troubleAt(time.Now())
		if is.kind != "" {
			p.lookForHead(ctx)
			is = p.troubleAt(time.Now())
		}
		switch {
		case is.kind == was.kind:
		case is.kind == "":
			gauge.Set(0)
			p.log.Info("op-node is well again")
		default:
			gauge.Set(1)
			p.log.Warn("op-node is in trouble", zap.String("reason", is.says))
		}
		was = is
	}
}

// lookForHead notes whether the node still has the head that op-node has given it.
func (p *Proxy) lookForHead(ctx context.Context) {
	p.mu.Lock()
	head := p.said.head
	p.mu.Unlock()
	if head == (common.Hash{}) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, p.cfg.Timeout)
	defer cancel()
	_, err := p.deps.Node.HeaderByHash(ctx, head)
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case errors.Is(err, chains.ErrUnknown):
		p.signs.lost = head
	case err == nil:
		p.signs.lost = common.Hash{}
	}
}
