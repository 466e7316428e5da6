package service

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/signer"
)

// Listing is a token of L1 that the service has the lockbox list for every chain with a
// gateway. It is the devnet's way: elsewhere the governor does that by hand.
type Listing struct {
	Governor signer.Signer // nil for nothing to list
	Lockbox  common.Address
	Token    common.Address // on L1; Contracts.L1Token stands for it on the chains
	Cap      *big.Int       // how much more of it may leave through a chain than came in
}

// listingGas bounds each of the lister's transactions.
const listingGas = 1_500_000

// lister shows L1 the code of gateways and tokens, and lists them.
type lister struct {
	*Service
	Listing
	nonce uint64
}

// run lists as soon as a batch is final, and ends when everything is listed or ctx ends.
func (l *lister) run(ctx context.Context) error {
	for {
		changed := l.settlement.Changed()
		if number := l.settlement.Final(); number > 0 {
			done, err := l.list(ctx, number)
			if done || ctx.Err() != nil {
				return nil
			}
			l.log.Warn("the lockbox does not list a token yet", zap.Error(err))
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil
		}
	}
}

// list lists what is missing on any chain, with the code that a final batch shows.
func (l *lister) list(ctx context.Context, number uint64) (done bool, err error) {
	b, err := l.settlement.Batch(number)
	if err != nil {
		return false, err
	}
	if l.nonce, err = l.l1Client.PendingNonceAt(ctx, l.Governor.Address()); err != nil {
		return false, err
	}
	var sent []common.Hash
	for i, c := range l.cfg.Chains {
		listed, err := l.listed(ctx, c)
		if err != nil {
			return false, err
		}
		if listed {
			continue
		}
		if sent, err = l.listOn(ctx, b, i, sent); err != nil {
			return false, fmt.Errorf("chain %d: %w", c.ID, err)
		}
	}
	if len(sent) == 0 {
		return true, nil
	}
	for _, tx := range sent { // which of them were done before does not matter
		if err := l.mined(ctx, tx); err != nil {
			return false, err
		}
	}
	return l.allListed(ctx)
}

func (l *lister) allListed(ctx context.Context) (bool, error) {
	for _, c := range l.cfg.Chains {
		if listed, err := l.listed(ctx, c); err != nil || !listed {
			return false, errors.Join(err, fmt.Errorf("chain %d: the lockbox refuses the token", c.ID))
		}
	}
	return true, nil
}

func (l *lister) listed(ctx context.Context, c Chain) (bool, error) {
	abi := bindings.NewLockbox()
	out, err := l.l1Client.CallContract(ctx, ethereum.CallMsg{To: &l.Lockbox, Data: abi.PackLines(c.ID.Big(), l.Token)}, nil)
	if err != nil {
		return false, fmt.Errorf("lockbox: %w", err)
	}
	line, err := abi.UnpackLines(out)
	return line.L2Token != (common.Address{}), err
}

// listOn sends what lists the i-th chain's gateway and token.
func (l *lister) listOn(ctx context.Context, b *settlement.Batch, i int, sent []common.Hash) ([]common.Hash, error) {
	c, lockbox := &l.cfg.Chains[i], bindings.NewLockbox()
	type step struct {
		to   common.Address
		data []byte
	}
	var steps []step
	prover, err := l.prover(ctx)
	if err != nil {
		return sent, err
	}
	for _, account := range []common.Address{c.Contracts.Gateway, c.Contracts.L1Token} {
		code, err := c.Client.Code(ctx, b.Claim.Chains[i].LastBlockHash, account)
		if err != nil {
			return sent, err
		}
		proof, err := l.account(ctx, b, i, account)
		if err != nil {
			return sent, err
		}
		steps = append(steps,
			step{l.cfg.L1.Settlement, bindings.NewBatches().PackNameContract(uint64(c.ID), account, crypto.Keccak256Hash(code))},
			step{prover, bindings.NewProver().PackProveCode(b.OnL1(), proof, account)})
	}
	steps = append(steps, step{l.Lockbox, lockbox.PackListGateway(c.ID.Big(), c.Contracts.Gateway)},
		step{l.Lockbox, lockbox.PackListToken(c.ID.Big(), l.Token, c.Contracts.L1Token, l.Cap)})
	for _, s := range steps {
		tx, err := l.send(ctx, s.to, s.data)
		if err != nil {
			return sent, err
		}
		sent = append(sent, tx)
	}
	return sent, nil
}

func (l *lister) prover(ctx context.Context) (common.Address, error) {
	abi := bindings.NewBatches()
	out, err := l.l1Client.CallContract(ctx, ethereum.CallMsg{To: &l.cfg.L1.Settlement, Data: abi.PackProver()}, nil)
	if err != nil {
		return common.Address{}, err
	}
	return abi.UnpackProver(out)
}

// account shows an account at the end of a batch.
func (l *lister) account(ctx context.Context, b *settlement.Batch, i int, account common.Address) (bindings.ChainProofsChainProof, error) {
	client, block := l.cfg.Chains[i].Client, b.Claim.Chains[i].LastBlockHash
	out := bindings.ChainProofsChainProof{Index: big.NewInt(int64(i))}
	var proof struct {
		AccountProof []hexutil.Bytes `json:"accountProof"`
	}
	if err := client.Call(ctx, &proof, "eth_getProof", account, []common.Hash{}, map[string]any{"blockHash": block}); err != nil {
		return out, err
	}
	nodes := make([][]byte, len(proof.AccountProof))
	for i, n := range proof.AccountProof {
		nodes[i] = n
	}
	var pool bindings.NodePool
	var err error
	if out.Path, err = pool.Add(nodes); err != nil {
		return out, err
	}
	out.Nodes = pool.Nodes()
	header, err := client.HeaderByHash(ctx, block)
	if err != nil {
		return out, err
	}
	out.Header, err = rlp.EncodeToBytes(header)
	return out, err
}

func (l *lister) send(ctx context.Context, to common.Address, data []byte) (common.Hash, error) {
	head, err := l.l1Client.HeaderByNumber(ctx, nil)
	if err != nil {
		return common.Hash{}, err
	}
	tip := big.NewInt(params.GWei)
	tx, err := signer.SignTx(ctx, l.Governor, types.NewTx(&types.DynamicFeeTx{
		ChainID: l.cfg.L1.ID.Big(), Nonce: l.nonce, To: &to, Data: data, Gas: listingGas, GasTipCap: tip,
		GasFeeCap: new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1)),
	}), l.cfg.L1.ID)
	if err != nil {
		return common.Hash{}, err
	}
	if err := l.l1Client.SendTransaction(ctx, tx); err != nil {
		return common.Hash{}, err
	}
	l.nonce++
	return tx.Hash(), nil
}

// mined waits until L1 has a transaction, whatever became of it.
func (l *lister) mined(ctx context.Context, tx common.Hash) error {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		if _, err := l.l1Client.TransactionReceipt(ctx, tx); err == nil {
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
