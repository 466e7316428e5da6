package scenario

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// checkRecords compares every answer with the chains: what was included is there once and
// as it was told, what was refused is nowhere.
func (s *scenario) checkRecords(w *world) {
	s.t.Helper()
	kinds := map[string]int{}
	for i := range s.records {
		r := &s.records[i]
		kinds[r.kind]++
		for _, tx := range r.txs {
			p := w.at(tx)
			switch {
			case r.refused != "" && p != nil:
				s.t.Errorf("%s: %s was refused and is in block %v of chain %d", r.kind, tx, p.receipt.BlockNumber, p.chain)
			case r.refused != "":
			case p == nil || len(w.places[tx]) != 1:
				s.t.Errorf("%s: %s was acknowledged and is on the chains %d times", r.kind, tx, len(w.places[tx]))
			case p.receipt.Status != r.status:
				s.t.Errorf("%s: %s has status %d", r.kind, tx, p.receipt.Status)
			case r.promise != (common.Hash{}) && receiptHash(p.receipt) != r.promise:
				s.t.Errorf("%s: the node's receipt of %s is not the one told at once", r.kind, tx)
			}
		}
	}
	for name, n := range kinds {
		s.t.Logf("%5d %s", n, name)
	}
}

func receiptHash(r *types.Receipt) common.Hash {
	return chains.ReceiptHash(r.Status, r.GasUsed, r.Logs)
}

// checkBundles compares what sequencer_getBundle and sequencer_getPreconfirmation say
// about every record with the chains.
func (s *scenario) checkBundles(w *world) {
	s.t.Helper()
	var g errgroup.Group
	g.SetLimit(8)
	for i := range s.records {
		r := &s.records[i]
		g.Go(func() error {
			if err := s.checkBundle(w, r); err != nil {
				return fmt.Errorf("%s %s: %w", r.kind, r.id, err)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		s.t.Error(err)
	}
}

func (s *scenario) checkBundle(w *world, r *record) error {
	c := s.http[r.chain]
	b, err := c.Bundle(s.t.Context(), r.id)
	if err != nil {
		return err
	}
	if r.refused != "" {
		if b.Status != wire.Refused || b.Refusal == nil || b.Refusal.Code != r.refused || len(b.Legs) != 0 {
			return fmt.Errorf("refused for %q, on record is %+v", r.refused, b)
		}
		return nil
	}
	if b.ID != r.id || b.Refusal != nil || len(b.Legs) != r.legs || b.Status != wire.Verified {
		return fmt.Errorf("%d legs expected, on record is %+v", r.legs, b)
	}
	slot := w.at(b.Legs[0].TxHash)
	for i := range b.Legs {
		leg := &b.Legs[i]
		p := w.at(leg.TxHash)
		if p == nil || len(w.places[leg.TxHash]) != 1 {
			return fmt.Errorf("leg %d is on the chains %d times", i, len(w.places[leg.TxHash]))
		}
		if err := sameLeg(leg, p); err != nil {
			return fmt.Errorf("leg %d: %w", i, err)
		}
		if p.timestamp != slot.timestamp || uint64(leg.GlobalIndex) != uint64(b.Legs[0].GlobalIndex)+uint64(i) {
			return fmt.Errorf("leg %d is in slot %d with global index %d, the first in %d with %d", i, p.timestamp, leg.GlobalIndex, slot.timestamp, b.Legs[0].GlobalIndex)
		}
		if err := s.checkPromise(c, b, leg, p); err != nil {
			return fmt.Errorf("leg %d: %w", i, err)
		}
	}
	return nil
}

func sameLeg(leg *wire.Leg, p *place) error {
	r := p.receipt
	if uint64(leg.ChainID) != uint64(p.chain) || uint64(leg.BlockNumber) != r.BlockNumber.Uint64() || leg.BlockHash != r.BlockHash ||
		uint64(leg.TransactionIndex) != uint64(r.TransactionIndex) || leg.Success != (r.Status == types.ReceiptStatusSuccessful) {
		return fmt.Errorf("%+v; the node has it in block %v of chain %d at %d with status %d", leg, r.BlockNumber, p.chain, r.TransactionIndex, r.Status)
	}
	return nil
}

// checkPromise checks a leg's promise: who signed it, and whether it was kept.
func (s *scenario) checkPromise(c *client.Client, b *wire.Bundle, leg *wire.Leg, p *place) error {
	pre, err := c.Preconfirmation(s.t.Context(), leg.TxHash)
	if err != nil {
		return err
	}
	said := pre.Promise()
	who, err := signer.VerifyPromise(chains.Domain{L1ChainID: s.info.L1.ChainID, Settlement: s.info.L1.Settlement}, said)
	if err != nil || who != s.info.Sequencer.Signer {
		return fmt.Errorf("promise signed by %s (%v)", who, err)
	}
	legs := chains.Bundle{}
	for _, l := range b.Legs {
		legs.Legs = append(legs.Legs, chains.Leg{ChainID: chains.ChainID(l.ChainID), Height: uint64(l.BlockNumber), Index: uint64(l.TransactionIndex), TxHash: l.TxHash})
	}
	kept := said.ChainID == p.chain && said.Height == p.receipt.BlockNumber.Uint64() && said.Index == uint64(p.receipt.TransactionIndex) &&
		said.TxHash == p.receipt.TxHash && said.Timestamp == p.timestamp && said.ReceiptHash == receiptHash(p.receipt) && said.BundleHash == legs.LegsHash()
	if !kept || pre.Revocation != nil {
		return fmt.Errorf("promise %+v was not kept (revocation %+v)", said, pre.Revocation)
	}
	return nil
}

// checkStrangers checks that everything the relayer did belongs to a bundle of a record,
// and that users' transactions on the chains are those that were sent.
func (s *scenario) checkStrangers(w *world) {
	s.t.Helper()
	relays, legs := 0, 0
	for _, id := range s.ids {
		nonce, err := s.nodes[id].NonceAt(s.t.Context(), s.info.Sequencer.Relayer, w.heads[id])
		if err != nil {
			s.t.Fatal(err)
		}
		relays += int(nonce)
	}
	for i := range s.records {
		if r := &s.records[i]; r.refused == "" {
			legs += r.legs - len(r.txs)
		}
	}
	if funding := len(s.info.Accounts) * (len(s.ids) - 1); relays != legs+funding {
		s.t.Errorf("the relayer sent %d transactions, the bundles have %d relays", relays, legs+funding)
	}
}

// checkBatches has the independent verifier audit everything on L1.
func (s *scenario) checkBatches() {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), 3*time.Minute)
	defer cancel()
	ch := s.contracts()
	cfg := verifier.Config{L1: s.info.L1.RPC, Settlement: s.info.L1.Settlement, Messenger: ch.Messenger,
		Bridges: []common.Address{ch.TokenBridge, ch.ETHBridge}, Chains: map[uint64]string{}}
	for _, c := range s.info.Chains {
		cfg.Chains[uint64(c.ChainID)] = c.Node
	}
	v, err := verifier.New(ctx, cfg, zap.NewNop())
	if err != nil {
		s.t.Fatal(err)
	}
	defer v.Close()
	batches, messages := 0, uint64(0)
	err = v.VerifyAll(ctx, func(r verifier.Report) error {
		batches, messages = batches+1, messages+r.Messages
		if !r.OK() {
			return errors.New(r.Findings[0].String())
		}
		return nil
	})
	if err != nil || batches == 0 {
		s.t.Errorf("after %d batches: %v", batches, err)
	}
	s.t.Logf("%d batches with %d messages verified", batches, messages)
}
