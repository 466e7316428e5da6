package settlementtest

import (
	"context"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/signer"
)

// Slot is one block per chain under construction, all with the same timestamp.
type Slot struct {
	w    *World
	Time uint64
	txs  map[chains.ChainID][]*types.Transaction
	sent map[chains.Pair]uint64 // messages of this slot per pair
	from map[chains.ChainID]map[common.Address]uint64
}

// Message is a message between two chains.
type Message struct {
	Source chains.ChainID
	bindings.SentMessage
}

// Hash returns the message's hash.
func (m Message) Hash() common.Hash { return m.SentMessage.Hash(uint64(m.Source)) }

// NewSlot starts the next slot.
func (w *World) NewSlot() *Slot {
	w.time++
	return &Slot{w: w, Time: w.time, txs: make(map[chains.ChainID][]*types.Transaction), sent: make(map[chains.Pair]uint64),
		from: make(map[chains.ChainID]map[common.Address]uint64)}
}

// Add adds a transaction to a chain's block.
func (s *Slot) Add(id chains.ChainID, from *signer.Key, to common.Address, data []byte) {
	s.w.t.Helper()
	ctx := context.Background()
	if s.from[id] == nil {
		s.from[id] = make(map[common.Address]uint64)
	}
	var base uint64
	accounts, err := s.w.Chain(id).Engine.Accounts(ctx, s.w.Chain(id).Head.Hash(), []common.Address{from.Address()})
	s.w.must(err)
	if accounts[0] != nil {
		base = accounts[0].Nonce
	}
	tx, err := signer.SignTx(ctx, from, newTx(id, base+s.from[id][from.Address()], to, data), id)
	s.w.must(err)
	s.from[id][from.Address()]++
	s.txs[id] = append(s.txs[id], tx)
}

// Send adds a message to a target that accepts everything.
func (s *Slot) Send(from, to chains.ChainID) Message {
	s.w.t.Helper()
	return s.SendTo(from, to, s.w.User.Address())
}

// SendTo adds a message to a target.
func (s *Slot) SendTo(from, to chains.ChainID, target common.Address) Message {
	s.w.t.Helper()
	pair := chains.Pair{Source: from, Destination: to}
	data := []byte("hello")
	m := Message{Source: from, SentMessage: bindings.SentMessage{Destination: uint64(to), Nonce: s.w.sentBefore(pair) + s.sent[pair],
		Sender: s.w.User.Address(), Target: target, Data: data}}
	s.sent[pair]++
	s.Add(from, s.w.User, s.w.Plan.Messenger, bindings.EncodeSendMessage(uint64(to), target, data))
	return m
}

// Relay adds the relay of a message, which need not have been sent.
func (s *Slot) Relay(m Message) {
	s.w.t.Helper()
	s.Add(chains.ChainID(m.Destination), s.w.Relayer, s.w.Plan.Messenger, bindings.EncodeRelay(s.identifier(m), m.SentMessage, 1))
}

// RelayOwed adds the relay of an owed message, without delivery.
func (s *Slot) RelayOwed(m Message) {
	s.w.t.Helper()
	s.Add(chains.ChainID(m.Destination), s.w.Relayer, s.w.Plan.Messenger, bindings.EncodeRelayOwed(s.identifier(m), m.SentMessage))
}

func (s *Slot) identifier(m Message) bindings.Identifier {
	return bindings.Identifier{Origin: s.w.Plan.Messenger, BlockNumber: 1, Timestamp: s.Time, ChainID: uint64(m.Source)}
}

// Transfer adds a message and its relay.
func (s *Slot) Transfer(from, to chains.ChainID) Message {
	s.w.t.Helper()
	m := s.Send(from, to)
	s.Relay(m)
	return m
}

// sentBefore reads the pair's count of sent messages at the source's head.
func (w *World) sentBefore(pair chains.Pair) uint64 {
	w.t.Helper()
	c := w.Chain(pair.Source)
	slot := bindings.TreeSlot(false, uint64(pair.Destination), max(w.Generations[pair], 1))
	values, err := c.Engine.Storage(context.Background(), c.Head.Hash(), []chains.StorageKey{{Address: w.Plan.RootStore, Slot: slot}})
	w.must(err)
	return values[0].Big().Uint64()
}

// Block is one chain's block of a slot.
type Block struct {
	Chain    *Chain
	Header   *types.Header
	Txs      []*types.Transaction
	Receipts []*types.Receipt
}

// Build has every chain's node, but for those that are away, build and adopt its block. It
// fails the test if a transaction reverts.
func (s *Slot) Build(away ...chains.ChainID) []Block {
	s.w.t.Helper()
	ctx := context.Background()
	var blocks []Block
	for _, c := range s.w.Chains {
		if slices.Contains(away, c.ID) {
			continue
		}
		open := &chains.Open{ChainID: c.ID, Number: c.Head.Number.Uint64() + 1, ParentHash: c.Head.Hash(), Timestamp: s.Time,
			GasLimit: gasLimit, BaseFee: eip1559.CalcBaseFee(c.Node.ChainConfig(), c.Head), ExtraData: []byte{}}
		var raw [][]byte
		for _, tx := range s.txs[c.ID] {
			enc, err := tx.MarshalBinary()
			s.w.must(err)
			raw = append(raw, enc)
		}
		payload, err := c.Engine.Build(ctx, open, raw)
		s.w.must(err)
		s.w.must(c.Engine.NewPayload(ctx, payload))
		s.w.must(c.Engine.Adopt(ctx, payload.Hash, c.Head.Hash(), common.Hash{}))
		receipts, err := c.Engine.Receipts(ctx, payload.Hash)
		s.w.must(err)
		for i, r := range receipts {
			if r.Status != 1 {
				s.w.t.Fatalf("chain %d: transaction %d of slot %d reverted", c.ID, i, s.Time)
			}
		}
		c.Head, err = c.Engine.Head(ctx)
		s.w.must(err)
		blocks = append(blocks, Block{Chain: c, Header: c.Head, Txs: s.txs[c.ID], Receipts: receipts})
	}
	return blocks
}

// Lose has a chain's node lose its last blocks, and returns what the journal holds about it.
// The next slot builds others in their place.
func (w *World) Lose(id chains.ChainID, blocks uint64) *journal.Replaced {
	w.t.Helper()
	ctx, c := context.Background(), w.Chain(id)
	kept := c.Head.Number.Uint64() - blocks
	r := &journal.Replaced{ChainID: id, Cause: "test"}
	for n := kept; n <= kept+blocks; n++ {
		header, err := c.Engine.HeaderByNumber(ctx, n)
		w.must(err)
		r.Lost = append(r.Lost, chains.BlockRef{Number: n, Hash: header.Hash()})
	}
	r.Kept, r.Lost = r.Lost[0], r.Lost[1:]
	client := c.Node.Attach()
	defer client.Close()
	w.must(client.CallContext(ctx, nil, "debug_setHead", hexutil.Uint64(kept)))
	var err error
	c.Head, err = c.Engine.Head(ctx)
	w.must(err)
	if c.Head.Hash() != r.Kept.Hash {
		w.t.Fatalf("chain %d: head is block %d, not %d", id, c.Head.Number, kept)
	}
	return r
}

// Records returns what the journal holds about the blocks of one slot.
func Records(blocks []Block) []journal.Record {
	applied := &journal.Applied{Slot: blocks[0].Header.Time}
	var records []journal.Record
	for n, b := range blocks {
		applied.Group = append(applied.Group, b.Chain.ID)
		applied.Blocks = append(applied.Blocks, journal.CommittedBlock{ChainID: b.Chain.ID,
			Ref: chains.BlockRef{Number: b.Header.Number.Uint64(), Hash: b.Header.Hash()}})
		for i, r := range b.Receipts {
			raw, err := b.Txs[i].MarshalBinary()
			if err != nil {
				panic(err) // it was decoded once
			}
			records = append(records, &journal.Decided{Slot: applied.Slot, Bundle: chains.Bundle{ID: b.Txs[i].Hash(), Legs: []chains.Leg{{
				ChainID: b.Chain.ID, TxHash: b.Txs[i].Hash(), Height: b.Header.Number.Uint64(), Timestamp: b.Header.Time,
				Index: uint64(i), GlobalIndex: applied.Slot*1000 + uint64(i)*uint64(len(blocks)) + uint64(n), Raw: raw, Status: r.Status, Logs: r.Logs}}}})
		}
	}
	return append(records, applied)
}

// SubmitL1 puts a batch on L1 as its signer would.
func (w *World) SubmitL1(b *merkle.Batch) {
	w.t.Helper()
	w.SendL1(w.Poster, w.Settlement, w.Submission(b))
}

// Big returns n as a big integer.
func Big(n uint64) *big.Int { return new(big.Int).SetUint64(n) }
