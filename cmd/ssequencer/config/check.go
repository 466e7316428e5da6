package config

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// Result is one thing that Check looked at. Err is nil where it is as it should be.
type Result struct {
	What  string         // such as "chain 901: node"
	Chain chains.ChainID // whose node was asked, 0 where it was not one
	Err   error
}

// Unreachable reports whether the check could not be made because a server did not answer.
func (r Result) Unreachable() bool { return errors.Is(r.Err, engine.ErrUnreachable) }

// ErrNotAsConfigured: something is there, but not what the configuration says.
var ErrNotAsConfigured = errors.New("not as configured")

// AnswersWithin is how long Check waits for the answers of the L1, and of each chain's node.
const AnswersWithin = 30 * time.Second

// Check looks whether everything the settings name is there and fits together: key files,
// the data directory, the port, the nodes, the contracts. It changes nothing and tells
// report each result as it is known.
func (c *Config) Check(ctx context.Context, report func(Result)) {
	k := &checker{cfg: c, report: report}
	k.local()
	k.l1(ctx)
	for i := range c.Chains {
		k.chain(ctx, &c.Chains[i])
	}
}

type checker struct {
	cfg             *Config
	report          func(Result)
	asked           chains.ChainID // the chain whose node is being asked
	relayer, signer signer.Signer  // nil where unreadable
}

func (k *checker) say(what string, err error) bool {
	k.report(Result{What: what, Chain: k.asked, Err: err})
	return err == nil
}

// local checks what is on this machine.
func (k *checker) local() {
	used := make(map[common.Address]string)
	for _, e := range []struct {
		name string
		key  Key
		keep *signer.Signer
	}{{"relayer", k.cfg.Keys.Relayer, &k.relayer}, {"signer", k.cfg.Keys.Signer, &k.signer}, {"poster", k.cfg.Keys.Poster, new(signer.Signer)}} {
		key, err := e.key.Account()
		if err == nil {
			*e.keep = key
			if other, twice := used[key.Address()]; twice {
				err = fmt.Errorf("%w: %s is also the %s key; they must differ", ErrNotAsConfigured, key.Address(), other)
			}
			used[key.Address()] = e.name
		}
		k.say("key "+e.name, err)
	}
	k.say("data directory", checkDirectory(k.cfg.DataDir))
	k.say("rpc port", checkPort(k.cfg.RPC.Addr, k.cfg.RPC.Port))
}

// checkDirectory looks whether files can be made in a directory that may not exist yet.
func checkDirectory(dir string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil // made at the start
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s is not a directory", dir)
	}
	probe, err := os.CreateTemp(dir, ".check-*")
	if err != nil {
		return err
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

func checkPort(addr string, port uint64) error {
	return checkListen(net.JoinHostPort(addr, strconv.FormatUint(port, 10)))
}

func checkListen(at string) error {
	l, err := net.Listen("tcp", at)
	if err != nil {
		return err
	}
	return l.Close()
}

func (k *checker) l1(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, AnswersWithin)
	defer cancel()
	l1 := k.cfg.L1
	shown := Value{Value: l1.URL, Secret: true}.Shown()
	eth, err := dialEth(ctx, l1.URL, l1.ChainID)
	if !k.say("L1 "+shown, err) {
		return
	}
	defer eth.Close()
	s := bindings.NewBatches()
	k.say("L1 settlement: deployment", answers(ctx, eth, l1.Settlement, s.PackDeploymentId(), deploymentID(l1).Bytes()))
	if k.cfg.Settlement.Publish != PublishOff {
		k.say("L1 ordered data", hasCode(ctx, eth, bindings.OrderedDataAddress()))
		if k.cfg.Settlement.PublishAs == PublishBlobs {
			k.say("L1 blobs", hasBlobs(ctx, eth))
		}
	}
	if k.signer != nil {
		k.say("L1 settlement: registered signer is the signer key", isSigner(ctx, eth, l1.Settlement, k.signer.Address()))
	}
}

func (k *checker) chain(ctx context.Context, c *Chain) {
	ctx, cancel := context.WithTimeout(ctx, AnswersWithin)
	defer cancel()
	name := fmt.Sprintf("chain %d: ", c.ID)
	secret, err := c.JWTSecret()
	okSecret := k.say(name+"JWT secret", err)
	if c.OpNode.Listen != "" {
		_, err := c.OpNodeSecret()
		k.say(name+"op-node's JWT secret", err)
		k.say(name+"op-node's port", checkListen(c.OpNode.Listen))
	}
	id, err := c.Identity(k.cfg.L1.ChainID)
	want := c.GenesisHash
	if err == nil && id.Genesis != (common.Hash{}) {
		if want != (common.Hash{}) && want != id.Genesis {
			err = fmt.Errorf("%w: genesis-hash is %s, the file has %s", ErrNotAsConfigured, want, id.Genesis)
		}
		want = id.Genesis
	}
	var op *chains.OPStack
	if err == nil && id.OP != nil {
		if op = id.OP; c.OpNode.Listen == "" { // its blocks are made from L1
			_, err = k.cfg.L1.Rules()
		}
	}
	k.say(name+nameOfFile(c), err)
	k.asked = c.ID
	defer func() { k.asked = 0 }()
	if okSecret {
		node, err := engine.Dial(ctx, engine.Config{ChainID: c.ID, EngineURL: c.EngineURL, RPCURL: c.RPCURL, JWTSecret: secret, Genesis: want, OP: op})
		if !k.say(name+"node", err) {
			return
		}
		node.Close()
	}
	eth, err := dialEth(ctx, c.RPCURL, c.ID)
	if err != nil {
		k.say(name+"node", err)
		return
	}
	defer eth.Close()
	k.contracts(ctx, c, eth)
}

// nameOfFile says which file says what the chain is.
func nameOfFile(c *Chain) string {
	if c.RollupFile != "" {
		return "rollup file"
	}
	return "genesis file"
}

// contracts checks one chain's contracts with its node.
func (k *checker) contracts(ctx context.Context, c *Chain, eth *ethclient.Client) {
	name := fmt.Sprintf("chain %d: ", c.ID)
	m, t := c.Contracts, bindings.NewMessenger()
	k.say(name+"messenger: deployment", answers(ctx, eth, m.Messenger, t.PackDeploymentId(), deploymentID(k.cfg.L1).Bytes()))
	k.say(name+"messenger: root store", answers(ctx, eth, m.Messenger, t.PackRootStore(), common.LeftPadBytes(m.RootStore[:], 32)))
	if k.relayer != nil {
		registered := common.LeftPadBytes([]byte{1}, 32)
		k.say(name+"messenger: relayer key is registered", answers(ctx, eth, m.Messenger, t.PackRelayers(k.relayer.Address()), registered))
	}
	k.say(name+"root store", hasCode(ctx, eth, m.RootStore))
	k.say(name+"token bridge", hasCode(ctx, eth, m.TokenBridge))
	k.say(name+"ETH bridge", hasCode(ctx, eth, m.ETHBridge))
	if m.Gateway != (common.Address{}) {
		k.say(name+"gateway: messenger", answers(ctx, eth, m.Gateway, bindings.NewGateway().PackMessenger(), common.LeftPadBytes(m.Messenger[:], 32)))
	}
	if m.TestToken != (common.Address{}) {
		k.say(name+"test token", hasCode(ctx, eth, m.TestToken))
	}
}

// hasBlobs checks that a chain's blocks account for blobs.
func hasBlobs(ctx context.Context, eth *ethclient.Client) error {
	head, err := eth.HeaderByNumber(ctx, nil)
	if err == nil && head.ExcessBlobGas == nil {
		err = fmt.Errorf("%w: it has no blobs", ErrNotAsConfigured)
	}
	return err
}

func deploymentID(l1 L1) common.Hash { return chains.DeploymentID(l1.ChainID, l1.Settlement) }

// isSigner checks that an account is a signer of the present epoch.
func isSigner(ctx context.Context, eth *ethclient.Client, batches, who common.Address) error {
	s := bindings.NewBatches()
	raw, err := eth.CallContract(ctx, ethereum.CallMsg{To: &batches, Data: s.PackEpoch()}, nil)
	if err != nil {
		return err
	}
	epoch, err := s.UnpackEpoch(raw)
	if err != nil {
		return fmt.Errorf("%w: %s is not Batches: %v", ErrNotAsConfigured, batches, err)
	}
	return answers(ctx, eth, batches, s.PackIsSigner(epoch, who), common.LeftPadBytes([]byte{1}, 32))
}

// dialEth connects to a node and checks its chain id.
func dialEth(ctx context.Context, url string, want chains.ChainID) (*ethclient.Client, error) {
	eth, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", engine.ErrUnreachable, engine.Shown(err.Error()))
	}
	var got *big.Int
	if got, err = eth.ChainID(ctx); err != nil {
		err = fmt.Errorf("%w: %s", engine.ErrUnreachable, engine.Shown(err.Error()))
	} else if got.Cmp(want.Big()) != 0 {
		err = fmt.Errorf("%w: serves chain %v, not %d", ErrNotAsConfigured, got, want)
	}
	if err != nil {
		eth.Close()
		return nil, err
	}
	return eth, nil
}

func hasCode(ctx context.Context, eth *ethclient.Client, address common.Address) error {
	code, err := eth.CodeAt(ctx, address, nil)
	if err != nil {
		return err
	}
	if len(code) == 0 {
		return fmt.Errorf("%w: no contract at %s", ErrNotAsConfigured, address)
	}
	return nil
}

// answers checks that a contract answers a call with exactly one value.
func answers(ctx context.Context, eth *ethclient.Client, contract common.Address, call, want []byte) error {
	if err := hasCode(ctx, eth, contract); err != nil {
		return err
	}
	got, err := eth.CallContract(ctx, ethereum.CallMsg{To: &contract, Data: call}, nil)
	if err != nil {
		return err
	}
	if !bytes.Equal(got, want) {
		return fmt.Errorf("%w: %s answers 0x%x, want 0x%x", ErrNotAsConfigured, contract, got, want)
	}
	return nil
}
