package cheat_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// with has another challenger of the same world, which tells the same acts.
func (w *world) with(account verifier.Account, cfg verifier.ChallengerConfig) {
	w.t.Helper()
	cfg.OnAct = func(a verifier.Act) {
		w.t.Logf("%s: %s", a.Kind, a.Text)
		w.acts = append(w.acts, a)
	}
	var err error
	w.challenger, err = w.verifier.NewChallenger(w.t.Context(), account, cfg)
	w.must(err)
}

// A challenger spends no more than it may or has, says so once, and acts when it can.
func TestChallengerStaysWithinItsMeans(t *testing.T) {
	w := cheated(t)
	poor, err := signer.Generate()
	w.must(err)
	w.with(poor, verifier.ChallengerConfig{File: w.file})
	w.watch()
	for _, limits := range []struct {
		cfg  verifier.ChallengerConfig
		says string
	}{
		{verifier.ChallengerConfig{MaxFee: big.NewInt(1)}, "base fee"},
		{verifier.ChallengerConfig{MaxDemand: big.NewInt(1)}, "more than is allowed"},
		{verifier.ChallengerConfig{}, "too little"},
	} {
		limits.cfg.File, w.acts = w.file, nil
		w.with(poor, limits.cfg)
		w.challenge()
		if len(w.acts) == 0 || w.acts[0].Kind != verifier.ActUnable || !strings.Contains(w.acts[0].Text, limits.says) {
			t.Fatalf("%s: acts %+v", limits.says, w.acts)
		}
	}
	w.PayL1(w.User, poor.Address(), nil, big.NewInt(params.Ether))
	terms, err := w.challenger.Terms(t.Context())
	if err != nil || terms.Balance.Cmp(big.NewInt(params.Ether)) != 0 || terms.Period != settlementtest.ProvePeriod*time.Second ||
		terms.Reward.Cmp(terms.Penalty) >= 0 || terms.Price.Sign() <= 0 {
		t.Errorf("terms %+v, %v", terms, err)
	}
	w.challenge()
	w.later(settlementtest.ProvePeriod*time.Second + time.Minute)
	w.challenge()
	if w.staked() != 95 || w.balance(poor.Address()).Cmp(big.NewInt(3e18)) < 0 {
		t.Errorf("%d ETH at stake, the challenger has %v", w.staked(), w.balance(poor.Address()))
	}
	if _, err := w.verifier.NewChallenger(t.Context(), w.User, verifier.ChallengerConfig{File: w.file}); !errors.Is(err, verifier.ErrConfig) {
		t.Errorf("the file of another account: %v", err)
	}
}

// Where somebody else has demanded already nothing is demanded twice, and whoever watches
// has the batch voided all the same.
func TestDemandOfSomebodyElse(t *testing.T) {
	w := cheated(t)
	w.watch()
	w.with(w.Operator, verifier.ChallengerConfig{File: w.file + ".other"})
	for _, r := range w.reports {
		w.must(w.challenger.Report(r))
	}
	w.challenge()
	w.with(w.User, verifier.ChallengerConfig{File: w.file})
	w.challenge()
	if got := w.events(w.Suite.Challenges, topic("Demanded")); got != 1 {
		t.Fatalf("%d demands", got)
	}
	w.later(settlementtest.ProvePeriod*time.Second + time.Minute)
	w.challenge()
	if w.staked() != 95 || w.count(verifier.ActExpire) != 1 {
		t.Errorf("%d ETH at stake, acts %+v", w.staked(), w.acts)
	}
}
