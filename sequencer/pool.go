package sequencer

import (
	"container/heap"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// account is one sender on one chain.
type account struct {
	chain  chains.ChainID
	sender common.Address
}

// item is one undecided submission: a transaction, or a user-signed bundle of several.
type item struct {
	id           common.Hash
	txs          []*chains.Tx
	arrival      uint64 // global order of arrival
	received     time.Time
	maxTimestamp uint64 // last slot it may be included in, 0 = any
	ticket       *Ticket
	gone         bool   // decided or replaced: skip it wherever it still waits
	returned     bool   // it was in a block that is lost (A8), and goes before all others
	why          string // it waits, where that is not its own doing
}

// arrivals is a heap of items by arrival, with those in front that were included before.
type arrivals []*item

func (a arrivals) Len() int { return len(a) }
func (a arrivals) Less(i, j int) bool {
	if a[i].returned != a[j].returned {
		return a[i].returned
	}
	return a[i].arrival < a[j].arrival
}
func (a arrivals) Swap(i, j int) { a[i], a[j] = a[j], a[i] }
func (a *arrivals) Push(x any)   { *a = append(*a, x.(*item)) }
func (a *arrivals) Pop() any {
	old := *a
	last := old[len(old)-1]
	old[len(old)-1] = nil
	*a = old[:len(old)-1]
	return last
}

// pool holds what was acknowledged and is not decided. The items in ready are tried in
// order of arrival; the others wait for something: the next slot, a parent hash, an
// earlier nonce. It belongs to the slot loop.
type pool struct {
	ready     arrivals
	nextSlot  []*item
	forParent map[chains.ChainID][]*item
	forChain  map[chains.ChainID][]*item   // wait for a chain that stands aside
	gaps      map[account]map[uint64]*item // by the nonce that was too high
	parked    int                          // items in gaps
	returned  map[*item]bool               // undecided ones

	byTx      map[common.Hash]*item
	onChain   map[chains.ChainID]int       // transactions in byTx
	bundles   map[common.Hash]*item        // items of several transactions, by id
	byAccount map[account]map[uint64]*item // every undecided nonce
}

func newPool() *pool {
	return &pool{
		forParent: map[chains.ChainID][]*item{},
		forChain:  map[chains.ChainID][]*item{},
		gaps:      map[account]map[uint64]*item{},
		returned:  map[*item]bool{},
		byTx:      map[common.Hash]*item{},
		onChain:   map[chains.ChainID]int{},
		bundles:   map[common.Hash]*item{},
		byAccount: map[account]map[uint64]*item{},
	}
}

// size is the number of undecided transactions.
func (p *pool) size() int { return len(p.byTx) }

func accountOf(tx *chains.Tx) account { return account{chain: tx.ChainID(), sender: tx.Sender()} }

// add registers an item and makes it ready.
func (p *pool) add(it *item) {
	p.register(it)
	heap.Push(&p.ready, it)
}

// register makes an item known; the caller says what it waits for.
func (p *pool) register(it *item) {
	it.gone = false
	if it.returned {
		p.returned[it] = true
	}
	if len(it.txs) > 1 {
		p.bundles[it.id] = it
	}
	for _, tx := range it.txs {
		if p.byTx[tx.Hash()] == nil {
			p.onChain[tx.ChainID()]++
		}
		p.byTx[tx.Hash()] = it
		nonces := p.byAccount[accountOf(tx)]
		if nonces == nil {
			nonces = map[uint64]*item{}
			p.byAccount[accountOf(tx)] = nonces
		}
		nonces[tx.Nonce()] = it
	}
}

// remove forgets an item. It may still stand in a waiting list, where gone skips it.
func (p *pool) remove(it *item) {
	it.gone = true
	delete(p.returned, it)
	delete(p.bundles, it.id)
	for _, tx := range it.txs {
		if p.byTx[tx.Hash()] == it {
			delete(p.byTx, tx.Hash())
			p.onChain[tx.ChainID()]--
		}
		at := accountOf(tx)
		if p.byAccount[at][tx.Nonce()] == it {
			delete(p.byAccount[at], tx.Nonce())
		}
		if len(p.byAccount[at]) == 0 {
			delete(p.byAccount, at)
		}
		if p.gaps[at][tx.Nonce()] == it {
			p.unpark(at, tx.Nonce())
		}
	}
}

// next takes the earliest ready item, nil when there is none.
func (p *pool) next() *item {
	for len(p.ready) > 0 {
		if it := heap.Pop(&p.ready).(*item); !it.gone {
			return it
		}
	}
	return nil
}

func (p *pool) makeReady(items []*item) {
	for _, it := range items {
		if !it.gone {
			heap.Push(&p.ready, it)
		}
	}
}

func (p *pool) waitSlot(it *item) { p.nextSlot = append(p.nextSlot, it) }

func (p *pool) waitParent(chain chains.ChainID, it *item) {
	p.forParent[chain] = append(p.forParent[chain], it)
}

// waitNonce parks an item until the sender's transaction before tx is included.
func (p *pool) waitNonce(tx *chains.Tx, it *item) {
	at := accountOf(tx)
	if p.gaps[at] == nil {
		p.gaps[at] = map[uint64]*item{}
	}
	if p.gaps[at][tx.Nonce()] == nil {
		p.parked++
	}
	p.gaps[at][tx.Nonce()] = it
}

// unpark takes the item that waits for a nonce out of the gaps.
func (p *pool) unpark(at account, nonce uint64) *item {
	it := p.gaps[at][nonce]
	if it == nil {
		return nil
	}
	p.parked--
	delete(p.gaps[at], nonce)
	if len(p.gaps[at]) == 0 {
		delete(p.gaps, at)
	}
	return it
}

// reached makes ready what waits at an account for nonces up to the given one.
func (p *pool) reached(at account, nonce uint64) {
	for waits := range p.gaps[at] { // the heap puts them in order
		if waits <= nonce {
			p.makeReady([]*item{p.unpark(at, waits)})
		}
	}
}

// slotOpened makes ready what waited for another slot.
func (p *pool) slotOpened() {
	waiting := p.nextSlot
	p.nextSlot = nil
	p.makeReady(waiting)
}

func (p *pool) waitChain(chain chains.ChainID, it *item) {
	p.forChain[chain] = append(p.forChain[chain], it)
}

// chainBack makes ready what waited for a chain that stood aside.
func (p *pool) chainBack(chain chains.ChainID) {
	waiting := p.forChain[chain]
	delete(p.forChain, chain)
	p.makeReady(waiting)
}

// parentKnown makes ready what waited for the hash of a chain's parent block.
func (p *pool) parentKnown(chain chains.ChainID) {
	waiting := p.forParent[chain]
	delete(p.forParent, chain)
	p.makeReady(waiting)
}

// included makes ready what waited for the nonce after tx's.
func (p *pool) included(tx *chains.Tx) {
	at := accountOf(tx)
	if it := p.unpark(at, tx.Nonce()+1); it != nil {
		p.makeReady([]*item{it})
	}
}

// nextNonce extends a nonce over the consecutive undecided transactions of an account.
func (p *pool) nextNonce(at account, nonce uint64) uint64 {
	for p.byAccount[at][nonce] != nil {
		nonce++
	}
	return nonce
}

// sweep lets go of items that are gone and still stand where they waited.
func (p *pool) sweep() {
	gone := func(it *item) bool { return it.gone }
	for _, lists := range []map[chains.ChainID][]*item{p.forChain, p.forParent} {
		for id := range lists {
			lists[id] = slices.DeleteFunc(lists[id], gone)
		}
	}
	p.nextSlot = slices.DeleteFunc(p.nextSlot, gone)
	p.ready = slices.DeleteFunc(p.ready, gone)
	heap.Init(&p.ready)
}

// late reports whether the item may not be included in a slot any more.
func (it *item) late(slot uint64) bool { return it.maxTimestamp != 0 && slot > it.maxTimestamp }

// expired returns every item received before the deadline, or too late for the slot.
func (p *pool) expired(deadline time.Time, slot uint64) []*item {
	var old arrivals
	seen := map[*item]bool{}
	for _, it := range p.byTx {
		if (it.received.Before(deadline) || it.late(slot)) && !seen[it] {
			seen[it] = true
			heap.Push(&old, it)
		}
	}
	inOrder := make([]*item, 0, len(old))
	for len(old) > 0 {
		inOrder = append(inOrder, heap.Pop(&old).(*item))
	}
	return inOrder
}

// priceBumped reports whether next pays at least 10 % more than old, in both fee cap and
// tip: the rule of go-ethereum's pool for replacing a transaction.
func priceBumped(old, next *chains.Tx) bool {
	return bumped(old.Inner().GasFeeCap(), next.Inner().GasFeeCap()) && bumped(old.Inner().GasTipCap(), next.Inner().GasTipCap())
}

func bumped(old, next *big.Int) bool {
	if next.Cmp(old) <= 0 {
		return false
	}
	need := new(big.Int).Mul(old, big.NewInt(110))
	return new(big.Int).Mul(next, big.NewInt(100)).Cmp(need) >= 0
}
