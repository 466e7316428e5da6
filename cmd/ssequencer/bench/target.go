package bench

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// ErrUnfit: the service or the accounts are not as a load needs them.
var ErrUnfit = errors.New("not fit for a load")

// Gas limits and fees of every transaction: enough, whatever the base fee becomes.
const (
	burnGas     = 400_000
	transferGas = 21_000
)

func feeCap() *big.Int { return big.NewInt(500 * params.GWei) }

// Target is a service to put load on. Close it after use.
type Target struct {
	base    *url.URL
	over    Transport
	keys    []*ecdsa.PrivateKey
	chains  []chainOf
	clients []*client.Client // those to close
}

// Transport is how requests travel.
type Transport string

// The transports.
const (
	HTTP      Transport = "http"
	WebSocket Transport = "ws"
)

// chainOf is one chain of the target.
type chainOf struct {
	id     chains.ChainID
	client *client.Client
	bridge common.Address
	token  common.Address
}

// Connect connects to a service by any of its URLs. keys are the accounts that pay.
func Connect(ctx context.Context, rawURL string, over Transport, keys []*ecdsa.PrivateKey) (*Target, error) {
	base, err := url.Parse(rawURL)
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("%w: no accounts", ErrUnfit)
	}
	t := &Target{base: base, over: over, keys: keys}
	if err := t.connect(ctx); err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

func (t *Target) connect(ctx context.Context) error {
	first, err := t.dial(ctx, t.over, "")
	if err != nil {
		return err
	}
	set, err := first.Chains(ctx)
	if err != nil {
		return fmt.Errorf("bench: ask %s for its chains: %w", t.base.Redacted(), err)
	}
	if len(set.Chains) < 2 {
		return fmt.Errorf("%w: a bundle needs two chains, the service has %d", ErrUnfit, len(set.Chains))
	}
	for _, ch := range set.Chains {
		id := chains.ChainID(ch.ChainID)
		c, err := t.dial(ctx, t.over, id.String())
		if err != nil {
			return err
		}
		if ch.Contracts.TestToken == (common.Address{}) {
			return fmt.Errorf("%w: chain %d has no test token", ErrUnfit, id)
		}
		t.chains = append(t.chains, chainOf{id: id, client: c, bridge: ch.Contracts.TokenBridge, token: ch.Contracts.TestToken})
	}
	return nil
}

// dial opens one connection, to a path of the service.
func (t *Target) dial(ctx context.Context, over Transport, path string) (*client.Client, error) {
	u := *t.base
	secure := u.Scheme == "https" || u.Scheme == "wss"
	if u.Scheme = string(over); secure {
		u.Scheme += "s"
	}
	if path != "" {
		u.Path = "/" + path
	}
	c, err := client.Dial(ctx, u.String())
	if err != nil {
		return nil, fmt.Errorf("bench: %w", err)
	}
	t.clients = append(t.clients, c)
	return c, nil
}

// Close closes every connection.
func (t *Target) Close() {
	for _, c := range t.clients {
		c.Close()
	}
}

// sender is one account on one chain.
type sender struct {
	chain *chainOf
	key   *ecdsa.PrivateKey
	next  uint64 // nonce
}

func (t *Target) newSender(ctx context.Context, key *ecdsa.PrivateKey, ch *chainOf) (*sender, error) {
	nonce, err := ethclient.NewClient(ch.client.RPC()).PendingNonceAt(ctx, crypto.PubkeyToAddress(key.PublicKey))
	if err != nil {
		return nil, fmt.Errorf("bench: nonce on chain %d: %w", ch.id, err)
	}
	return &sender{chain: ch, key: key, next: nonce}, nil
}

func (s *sender) address() common.Address { return crypto.PubkeyToAddress(s.key.PublicKey) }

// signed is a transaction ready to be sent.
type signed struct {
	hash common.Hash
	raw  hexutil.Bytes
}

// burn signs a transfer of tokens to another chain.
func (s *sender) burn(to common.Address, amount *big.Int, destination chains.ChainID) (signed, error) {
	return s.sign(&types.DynamicFeeTx{Gas: burnGas, To: &s.chain.bridge, Data: bindings.EncodeSendERC20(s.chain.token, to, amount, uint64(destination))})
}

// transfer signs a plain transfer of ETH.
func (s *sender) transfer(to common.Address, amount *big.Int) (signed, error) {
	return s.sign(&types.DynamicFeeTx{Gas: transferGas, To: &to, Value: amount})
}

// give signs a transfer of tokens on the sender's own chain.
func (s *sender) give(to common.Address, amount *big.Int) (signed, error) {
	return s.sign(&types.DynamicFeeTx{Gas: burnGas, To: &s.chain.token, Data: bindings.EncodeTransfer(to, amount)})
}

// sign fills in the rest and takes the next nonce.
func (s *sender) sign(data *types.DynamicFeeTx) (signed, error) {
	data.ChainID, data.Nonce, data.GasFeeCap, data.GasTipCap = s.chain.id.Big(), s.next, feeCap(), big.NewInt(1)
	tx, err := types.SignNewTx(s.key, types.LatestSignerForChainID(data.ChainID), data)
	if err != nil {
		return signed{}, fmt.Errorf("bench: sign: %w", err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return signed{}, fmt.Errorf("bench: encode: %w", err)
	}
	s.next++
	return signed{hash: tx.Hash(), raw: raw}, nil
}

// syncTimeout is how long one transaction may take to its promise.
const syncTimeout = 30 * time.Second

// settle sends a transaction and waits for its receipt, which has to be a success.
func (s *sender) settle(ctx context.Context, tx signed) error {
	r, err := s.chain.client.SendRawSync(ctx, tx.raw, syncTimeout)
	if err != nil {
		return fmt.Errorf("bench: transaction %s on chain %d: %w", tx.hash, s.chain.id, err)
	}
	if r.Status != types.ReceiptStatusSuccessful {
		return fmt.Errorf("bench: transaction %s on chain %d reverted", tx.hash, s.chain.id)
	}
	return nil
}
