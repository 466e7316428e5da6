package router

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// Chain is what the router must know of one chain of the set.
type Chain struct {
	ID    chains.ChainID
	Rules *params.ChainConfig // forks, for the checks at admission
}

// Config are the router's settings. DefaultConfig fills everything but Chains.
type Config struct {
	Chains  []Chain
	Version string   // named by web3_clientVersion
	Origins []string // browser origins that may call us; "*" is all, none is no browser

	DecisionWait   time.Duration // how long eth_sendRawTransaction waits for the decision, 0 = not at all
	SyncTimeout    time.Duration // default wait of eth_sendRawTransactionSync
	MaxSyncTimeout time.Duration // longest wait a caller may ask for
	RequestTimeout time.Duration // of one message: a request or a whole batch
	SlowTimeout    time.Duration // how long a subscriber may take no message before it is disconnected
	ShutdownGrace  time.Duration // how long Serve waits for running requests at its end

	MaxMessage       int64 // bytes of an HTTP body or WebSocket message
	MaxBatch         int   // members of a batch
	MaxBatchResponse int   // bytes of all results of a batch together
	BatchWorkers     int   // members of one batch worked on at a time
	MaxRequests      int   // messages worked on at a time, over all connections
	MaxConnections   int   // WebSocket connections
	MaxInFlight      int   // messages worked on at a time on one WebSocket connection
	MaxSubscriptions int   // on one WebSocket connection
	StreamBuffer     int   // messages buffered towards one WebSocket connection
	MaxTxSize        int   // bytes of one transaction
	MaxBundleTxs     int   // transactions of a user-signed bundle
}

// DefaultConfig returns the settings used where nothing else is said.
func DefaultConfig() Config {
	return Config{
		Version:          "ssequencer",
		DecisionWait:     100 * time.Millisecond,
		SyncTimeout:      2 * time.Second,
		MaxSyncTimeout:   30 * time.Second,
		RequestTimeout:   time.Minute,
		SlowTimeout:      10 * time.Second,
		ShutdownGrace:    5 * time.Second,
		MaxMessage:       5 << 20,
		MaxBatch:         1000,
		MaxBatchResponse: 25 << 20,
		BatchWorkers:     16,
		MaxRequests:      4096,
		MaxConnections:   1024,
		MaxInFlight:      64,
		MaxSubscriptions: 100,
		StreamBuffer:     256,
		MaxTxSize:        128 << 10,
		MaxBundleTxs:     16,
	}
}

func (c *Config) check() error {
	if len(c.Chains) == 0 {
		return errors.New("router: no chains")
	}
	seen := make(map[chains.ChainID]bool)
	for _, ch := range c.Chains {
		if ch.ID == 0 || ch.Rules == nil || seen[ch.ID] {
			return fmt.Errorf("router: chain %d is named twice or has no rules", ch.ID)
		}
		seen[ch.ID] = true
	}
	for name, n := range map[string]int64{
		"SyncTimeout": int64(c.SyncTimeout), "MaxSyncTimeout": int64(c.MaxSyncTimeout), "RequestTimeout": int64(c.RequestTimeout),
		"SlowTimeout": int64(c.SlowTimeout), "ShutdownGrace": int64(c.ShutdownGrace), "MaxMessage": c.MaxMessage,
		"MaxBatch": int64(c.MaxBatch), "MaxBatchResponse": int64(c.MaxBatchResponse), "BatchWorkers": int64(c.BatchWorkers),
		"MaxRequests": int64(c.MaxRequests), "MaxConnections": int64(c.MaxConnections), "MaxInFlight": int64(c.MaxInFlight),
		"MaxSubscriptions": int64(c.MaxSubscriptions), "StreamBuffer": int64(c.StreamBuffer), "MaxTxSize": int64(c.MaxTxSize),
		"MaxBundleTxs": int64(c.MaxBundleTxs),
	} {
		if n <= 0 {
			return fmt.Errorf("router: %s must be positive", name)
		}
	}
	if c.DecisionWait < 0 || c.MaxSyncTimeout > c.RequestTimeout || c.SyncTimeout > c.MaxSyncTimeout || c.DecisionWait > c.RequestTimeout {
		return errors.New("router: waits must fit into RequestTimeout")
	}
	return nil
}
