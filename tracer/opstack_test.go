package tracer_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// opForks are the forks that op-geth knows.
func opForks() []chains.OPFork {
	return []chains.OPFork{chains.Ecotone, chains.Fjord, chains.Granite, chains.Holocene, chains.Isthmus, chains.Jovian}
}

// TestOPStackConformance is TestConformance against op-geth, on a chain of each fork: with
// deposits of every kind at the head of each block, fees for L1 and the operator, and
// prices that change with every block.
func TestOPStackConformance(t *testing.T) {
	seed := seedOf(t)
	blocks, perBlock := 15, 120
	if testing.Short() {
		blocks, perBlock = 4, 60
	}
	for _, fork := range opForks() {
		t.Run(fork.String(), func(t *testing.T) {
			t.Logf("CONFORMANCE_SEED=%d", seed)
			r := newOPRun(t, seed+uint64(fork), opgeth.Config{Fork: fork})
			for range blocks {
				r.slot(perBlock)
			}
			r.finish()
			if r.included < blocks*perBlock/2 {
				t.Errorf("only %d transactions were included", r.included)
			}
			r.report()
		})
	}
}

// TestOPStackUpgrades goes from Ecotone to Jovian on one chain. In the first block of a
// fork the L1 attributes still have the form before it; that of Jovian takes deposits only.
func TestOPStackUpgrades(t *testing.T) {
	later := map[chains.OPFork]uint64{}
	for i, fork := range opForks()[1:] {
		later[fork] = genesisTime + 20*uint64(i+1)
	}
	r := newOPRun(t, 7, opgeth.Config{Fork: chains.Ecotone, Later: later})
	for range 70 {
		r.slot(10)
	}
	r.finish()
	if fork := r.op.rules.Fork(r.open.Timestamp); fork != chains.Jovian {
		t.Errorf("the last block is of %v", fork)
	}
	r.report()
}

// TestOPStackFirstEcotone begins before Ecotone. In the first block the L1 attributes have the
// old form, and transactions pay by the old formula.
func TestOPStackFirstEcotone(t *testing.T) {
	r := newOPRun(t, 8, opgeth.Config{Fork: chains.TooOld, Later: map[chains.OPFork]uint64{chains.Ecotone: genesisTime + 1}})
	for range 5 {
		r.slot(20)
	}
	r.finish()
	r.report()
}

// TestOPStackLimits calls each precompile with the longest input a fork allows and with
// one element more.
func TestOPStackLimits(t *testing.T) {
	for _, fork := range opForks() {
		t.Run(fork.String(), func(t *testing.T) {
			r := newOPRun(t, 1, opgeth.Config{Fork: fork})
			r.op.gasLimit = 150_000_000
			for _, p := range boundedPrecompiles() {
				r.begin()
				for i, limit := range p.limits {
					r.longInput(p.input(limit, 0), i == 1 || !p.bounds(fork, 1))
					r.longInput(p.input(limit, 1), !p.bounds(fork, i))
				}
				r.seal()
				r.build()
			}
		})
	}
}

// bounds reports whether the fork has the limit, or a lower one.
func (p *bounded) bounds(fork chains.OPFork, limit int) bool {
	since := []chains.OPFork{chains.Isthmus, chains.Jovian}
	if p.number == 8 {
		since[0] = chains.Granite
	}
	return fork >= since[limit]
}

// longInput keeps a transaction and checks whether it succeeds.
func (r *run) longInput(c *content, succeeds bool) {
	r.t.Helper()
	n, err := r.shard.View().Nonce(r.addrs[0])
	if err != nil {
		r.t.Fatal(err)
	}
	tx := r.sign(0, &types.DynamicFeeTx{ChainID: testChain.Big(), Nonce: n, GasFeeCap: r.open.BaseFee, Gas: c.gas, To: c.to, Data: c.data})
	before := len(r.traces)
	if r.keepOne(tx); len(r.traces) == before {
		r.t.Fatalf("%s with %d bytes is refused", c.to, len(c.data))
	}
	if trace := r.traces[before]; trace.Succeeded() != succeeds {
		r.t.Errorf("%s with %d bytes: status %d %s", c.to, len(c.data), trace.Status, trace.VMError)
	}
}

func (r *run) report() {
	r.t.Helper()
	r.t.Logf("%d included, %d succeeded, %d logs; %d deposits, %d failed; %d dropped, %d truncated, %d refused, %d waited for the parent; %d accounts and %d slots compared",
		r.included, r.succeeded, r.logs, r.op.made, r.op.failed, r.dropped, r.truncated, r.refused, r.waited, r.accounts, r.slots)
}

// opRun is what a generated chain of the OP Stack has beside the rest.
type opRun struct {
	rules        *chains.OPStack
	last         chains.OPFork // of the parent
	fork         chains.OPFork // of the open block
	gasLimit     uint64        // of every block, 0 = a random one
	sequence     uint64
	deposits     int // in the open block
	made, failed int
}

func newOPRun(t *testing.T, seed uint64, cfg opgeth.Config) *run {
	t.Helper()
	g := newGenerator(t, seed)
	g.targets = append(g.targets, opAccounts()...)
	cfg.ChainID, cfg.GasLimit, cfg.GenesisTime, cfg.Alloc = testChain, blockGasLimit, genesisTime, g.alloc
	n := opgeth.Start(t, cfg)
	node, err := engine.Dial(t.Context(), n.EngineConfig())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(node.Close)
	genesis, err := node.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s, err := shard.New(shard.Config{ChainID: testChain, OP: n.Rules, Watch: watched, CacheEntries: 200, ReadTimeout: patience}, node, shard.HeadOf(genesis))
	if err != nil {
		t.Fatal(err)
	}
	r := &run{generator: g, ctx: t.Context(), node: node, shard: s, watch: watched, parent: genesis.Hash(), touched: touched{}}
	r.op = &opRun{rules: n.Rules, fork: cfg.Fork}
	g.more = r.opContent
	return r
}

// opAccounts are those that the protocol itself writes to.
func opAccounts() []common.Address {
	return []common.Address{
		chains.L1BlockAddress, chains.BaseFeeVault, chains.L1FeeVault, chains.OperatorFeeVault, chains.SequencerFeeVault, chains.L1AttributesSender,
		common.HexToAddress("0x4200000000000000000000000000000000000016"), // message passer
		common.HexToAddress("0x420000000000000000000000000000000000000F"), // gas price oracle
	}
}

func (o *opRun) touch(set touched) {
	for _, addr := range opAccounts() {
		set.add(addr)
	}
	for slot := range byte(9) {
		set.add(chains.L1BlockAddress, common.Hash{31: slot})
	}
}

// adjust gives the block what only the OP Stack's blocks have: EIP-1559 parameters, and a
// gas limit of any size.
func (o *opRun) adjust(rand *rand.Rand, open *chains.Open) {
	o.last, o.fork = o.fork, o.rules.Fork(open.Timestamp)
	market := chains.FeeMarket{Denominator: 1 + rand.Uint64N(300), Elasticity: 1 + rand.Uint64N(9), MinBaseFee: rand.Uint64N(2) * rand.Uint64N(params.GWei)}
	open.ExtraData = market.ExtraData(o.fork)
	if open.GasLimit = o.gasLimit; o.gasLimit == 0 {
		open.GasLimit = blockGasLimit - 20_000_000 + rand.Uint64N(40_000_000)
	}
	if rand.IntN(3) > 0 {
		open.FeeRecipient = chains.SequencerFeeVault
	}
}

// depositAll executes and keeps the block's deposits.
func (r *run) depositAll() {
	r.t.Helper()
	r.noSetCode = r.op.fork < chains.Isthmus
	txs := []*chains.Tx{r.attributes()}
	if r.rand.IntN(4) == 0 {
		txs = append(txs, r.oldAttributes())
	}
	for range r.rand.IntN(8) {
		txs = append(txs, r.deposit())
	}
	r.op.deposits = len(txs)
	r.op.made += len(txs)
	for i, tx := range txs {
		trace, err := r.shard.Execute(tx)
		if errors.Is(err, shard.ErrParentUnknown) { // all that follows has to wait
			r.build()
			trace, err = r.shard.Execute(tx)
		}
		if err != nil {
			r.t.Fatalf("deposit %d: %v", i, err)
		}
		if tx.Sender() == chains.L1AttributesSender && tx.To() != nil && *tx.To() == chains.L1BlockAddress && len(tx.Deposit().Data) > 100 && !trace.Succeeded() {
			r.t.Fatalf("L1 attributes: %s", trace.VMError)
		}
		if !trace.Succeeded() {
			r.op.failed++
		}
		r.keep([]*chains.Tx{tx}, []*chains.Trace{trace})
	}
}

// attributes makes the block's first transaction, with other prices each time.
func (r *run) attributes() *chains.Tx {
	r.t.Helper()
	a := &chains.L1Attributes{
		Origin: chains.BlockRef{Number: r.open.Number / 3, Hash: common.Hash{1, byte(r.open.Number / 3)}}, Time: r.open.Timestamp - 1,
		BaseFee: big.NewInt(r.rand.Int64N(100 * params.GWei)), BlobBaseFee: big.NewInt(1 + r.rand.Int64N(10*params.GWei)), Sequence: r.op.sequence,
		BatcherHash: common.Hash{31: 5}, BaseFeeScalar: r.rand.Uint32N(3_000_000), BlobBaseFeeScalar: r.rand.Uint32N(2_000_000),
		OperatorFeeScalar: r.rand.Uint32N(2) * r.rand.Uint32N(5_000_000), OperatorFeeConstant: r.rand.Uint64N(2) * r.rand.Uint64N(1e12),
		DAFootprintScalar: uint16(r.rand.Uint32N(1200)), Overhead: common.BigToHash(big.NewInt(r.rand.Int64N(5000))), Scalar: common.BigToHash(big.NewInt(r.rand.Int64N(2_000_000))),
	}
	r.op.sequence++
	if r.rand.IntN(5) == 0 { // free
		a.BaseFeeScalar, a.BlobBaseFeeScalar, a.BlobBaseFee = 0, 0, big.NewInt(r.rand.Int64N(2))
	}
	tx, err := a.Deposit(testChain, min(r.op.last, r.op.fork))
	if err != nil {
		r.t.Fatal(err)
	}
	return tx
}

// oldAttributes writes what L1Block held before Ecotone. Where the prices of today are
// zero, the ones it writes are used.
func (r *run) oldAttributes() *chains.Tx {
	r.t.Helper()
	r.op.sequence++
	data := []byte{0x01, 0x5d, 0x8e, 0xb9} // setL1BlockValues, of eight words
	for _, n := range []int64{1, 2, r.rand.Int64N(params.GWei), 4, 5, 6, r.rand.Int64N(5000), r.rand.Int64N(2_000_000)} {
		data = append(data, common.BigToHash(big.NewInt(n)).Bytes()...)
	}
	to := chains.L1BlockAddress
	tx, err := chains.NewDepositTx(testChain, &chains.Deposit{
		SourceHash: chains.UserDepositSource(r.open.PrevRandao, r.op.sequence), From: chains.L1AttributesSender, To: &to, Value: new(big.Int), Gas: 1_000_000, Data: data,
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return tx
}

// deposit makes a user's deposit: with and without a mint, from accounts and from
// contracts, of more than there is, with too little gas, and creations.
func (r *run) deposit() *chains.Tx {
	r.t.Helper()
	r.op.sequence++
	c := r.content()
	d := &chains.Deposit{
		SourceHash: chains.UserDepositSource(r.open.PrevRandao, r.op.sequence), From: r.pick(), To: c.to, Value: c.value, Gas: min(c.gas, 3_000_000), Data: c.data,
	}
	// Nobody can deposit in the name of the protocol's own caller: it would write hashes
	// of blocks that do not exist.
	if r.rand.IntN(2) == 0 || d.From == params.SystemAddress {
		d.From = r.addrs[r.rand.IntN(senders)]
	}
	switch r.rand.IntN(8) {
	case 0:
		d.Mint = big.NewInt(r.rand.Int64N(1000))
	case 1:
		d.Mint = new(big.Int).Mul(big.NewInt(params.Ether), big.NewInt(r.rand.Int64N(10)))
		d.Value = big.NewInt(r.rand.Int64N(params.Ether))
	case 2:
		d.Value = new(big.Int).Lsh(common.Big1, uint(60+r.rand.IntN(190)))
	case 3:
		d.Gas = uint64(r.rand.IntN(60_000))
	}
	tx, err := chains.NewDepositTx(testChain, d)
	if err != nil {
		r.t.Fatal(err)
	}
	again, err := chains.DecodeDeposit(testChain, tx.Raw())
	if err != nil || again.Hash() != tx.Hash() {
		r.t.Fatalf("the deposit comes back as %s, %v", again.Hash(), err)
	}
	return again
}

// opContent calls the P-256 verifier, or a precompile with an input around the limits of
// the forks, or sends data that compresses more or less well.
func (r *run) opContent() *content {
	to := common.BytesToAddress([]byte{1, 0})
	switch r.rand.IntN(12) {
	case 0:
		p := boundedPrecompiles()[r.rand.IntN(4)]
		return p.input(p.limits[r.rand.IntN(2)], r.rand.IntN(2))
	case 1, 2, 3, 4, 5:
		return &content{to: &to, value: new(big.Int), gas: 40_000 + uint64(r.rand.IntN(3))*2_000, data: r.p256Input()}
	}
	to = r.addrs[r.rand.IntN(senders)]
	data := make([]byte, 0, 6000)
	for size := r.rand.IntN(6000); len(data) < size; {
		part := make([]byte, 1+r.rand.IntN(80))
		if r.rand.IntN(3) == 0 && len(data) > 0 {
			copy(part, data[r.rand.IntN(len(data)):])
		} else if mask := byte(r.rand.IntN(256)); mask&3 > 0 {
			for i := range part {
				part[i] = byte(r.rand.IntN(256)) & mask
			}
		}
		data = append(data, part...)
	}
	return &content{to: &to, value: new(big.Int), gas: 400_000, data: data}
}

// bounded is a precompile with the bounds that the forks have put on its input. Elements
// of zeros are the point at infinity, which is valid.
type bounded struct {
	number  byte
	element int // bytes
	limits  []int
}

func boundedPrecompiles() []bounded {
	return []bounded{
		{8, 192, []int{112_687, 81_984}},
		{0x0c, 160, []int{513_760, 288_960}},
		{0x0e, 288, []int{488_448, 278_784}},
		{0x0f, 384, []int{235_008, 156_672}},
	}
}

// input has as many elements as the limit allows, and some more.
func (p *bounded) input(limit, more int) *content {
	to := common.BytesToAddress([]byte{p.number})
	return &content{to: &to, value: new(big.Int), gas: 28_000_000, data: make([]byte, (limit/p.element+more)*p.element)}
}

// p256Input is a signature's test vector, spoilt at times.
func (r *run) p256Input() []byte {
	vector := common.FromHex("4cee90eb86eaa050036147a12d49004b6b9c72bd725d39d4785011fe190f0b4da73bd4903f0ce3b639bbbf6e8e80d16931ff4bcf5993d58468e8fb19086e8cac36dbcd03009df8c59286b162af3bd7fcc0450c9aa81be5d10d312af6c66b1d604aebd3099c618202fcfe16ae7770b0c49ab5eadf74b754204a3bb6060e44eff37618b065f9832de4ca6ca971a7a1adc826d0f7c00181a5fb2ddf79ae00b4e10e")
	if r.rand.IntN(2) == 0 {
		vector[r.rand.IntN(len(vector))]++
	}
	return vector
}

// compareDeposits: the nonces the shard gave to deposits are those in the node's receipts,
// and its data availability footprint is the node's.
func (r *run) compareDeposits(s *chains.Sealed, p *chains.Payload) {
	r.t.Helper()
	var receipts []struct {
		Nonce   *hexutil.Uint64 `json:"depositNonce"`
		Version *hexutil.Uint64 `json:"depositReceiptVersion"`
	}
	if err := r.node.Call(r.ctx, &receipts, "eth_getBlockReceipts", p.Hash); err != nil {
		r.t.Fatal(err)
	}
	for i, nonce := range s.DepositNonces {
		n := receipts[i]
		if n.Nonce == nil || uint64(*n.Nonce) != nonce || n.Version == nil || *n.Version != chains.DepositReceiptVersion {
			r.t.Fatalf("block %d, deposit %d: nonce %d, the node has %v, version %v", p.Number, i, nonce, n.Nonce, n.Version)
		}
	}
	header, err := r.node.HeaderByHash(r.ctx, p.Hash)
	if err != nil {
		r.t.Fatal(err)
	}
	if got := *header.BlobGasUsed; got != s.BlobGasUsed {
		r.t.Fatalf("block %d: footprint %d, the node has %d", p.Number, s.BlobGasUsed, got)
	}
}
