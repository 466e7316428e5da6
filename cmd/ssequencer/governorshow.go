package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// governorView is what `governor show` prints.
type governorView struct {
	L1       chains.ChainID `json:"l1"`
	Batches  common.Address `json:"batches"`
	Governor common.Address `json:"governor"`
	Guardian common.Address `json:"guardian"`

	LatestBatch uint64 `json:"latestBatch"`
	FinalBatch  uint64 `json:"finalBatch"`
	Paused      bool   `json:"paused"`
	// UnpauseTime is when the guardian may let batches go on, unix seconds; 0 while he has not
	// announced it.
	UnpauseTime uint64 `json:"unpauseTime"`
	// Withdrawal is what the operator has announced to take out of the bond.
	Withdrawal *withdrawalView `json:"withdrawal,omitempty"`

	Epoch  uint64 `json:"epoch"`
	Quorum uint64 `json:"quorum"`

	Version   uint64      `json:"version"`   // the last that was announced
	FromBatch uint64      `json:"fromBatch"` // its first batch
	Chains    []chainView `json:"chains"`
	Pairs     []pairView  `json:"pairs"`
}

type withdrawalView struct {
	Wei string `json:"wei"`
	Due uint64 `json:"due"` // unix seconds
}

type chainView struct {
	ChainID   chains.ChainID `json:"chainId"`
	RootStore common.Address `json:"rootStore"`
	CodeHash  common.Hash    `json:"codeHash"`
	NextBlock uint64         `json:"nextBlock"` // the first that is not settled
}

// pairView is a pair as L1's set has it, and its sides, as far as their chains answer.
type pairView struct {
	Source      chains.ChainID `json:"source"`
	Destination chains.ChainID `json:"destination"`
	Generation  uint64         `json:"generation"`
	Open        bool           `json:"open"`
	Sending     *side          `json:"sending,omitempty"`
	Receiving   *side          `json:"receiving,omitempty"` // L1 has none
}

func showGovernor(o *office) error {
	v := &governorView{L1: o.l1ID(), Batches: o.set.Settlement}
	for _, read := range []func(*governorView) error{o.viewRoles, o.viewBatches, o.viewBond, o.viewSet, o.viewPairs} {
		if err := read(v); err != nil {
			return err
		}
	}
	if o.c.Bool("json") {
		return printJSON(o.c, v)
	}
	return v.print(o)
}

func (o *office) viewRoles(v *governorView) (err error) {
	b := bindings.NewBatches()
	if v.Governor, err = ofBatches(o, b.PackGovernor(), b.UnpackGovernor); err != nil {
		return fmt.Errorf("no Batches at %s: %w", v.Batches, err)
	}
	if v.Guardian, err = ofBatches(o, b.PackGuardian(), b.UnpackGuardian); err != nil {
		return err
	}
	if v.Epoch, err = ofBatches(o, b.PackEpoch(), b.UnpackEpoch); err != nil {
		return err
	}
	quorum, err := ofBatches(o, b.PackQuorum(v.Epoch), b.UnpackQuorum)
	if err == nil {
		v.Quorum = quorum.Uint64()
	}
	return err
}

func (o *office) viewBatches(v *governorView) (err error) {
	b := bindings.NewBatches()
	if v.LatestBatch, err = ofBatches(o, b.PackLatestBatch(), b.UnpackLatestBatch); err != nil {
		return err
	}
	if v.FinalBatch, err = ofBatches(o, b.PackFinalBatch(), b.UnpackFinalBatch); err != nil {
		return err
	}
	if v.Paused, err = ofBatches(o, b.PackPaused(), b.UnpackPaused); err != nil {
		return err
	}
	v.UnpauseTime, err = ofBatches(o, b.PackUnpauseTime(), b.UnpackUnpauseTime)
	return err
}

func (o *office) viewBond(v *governorView) error {
	b, bond := bindings.NewBatches(), bindings.NewBond()
	at, err := ofBatches(o, b.PackBond(), b.UnpackBond)
	if err != nil || at == (common.Address{}) {
		return err
	}
	w, err := readContract(o.c.Context, o.l1, at, bond.PackWithdrawal(), bond.UnpackWithdrawal)
	if err == nil && w.Amount.Sign() > 0 {
		v.Withdrawal = &withdrawalView{w.Amount.String(), w.Due}
	}
	return err
}

func (o *office) viewSet(v *governorView) error {
	set, err := o.lastVersion()
	if err != nil {
		return err
	}
	v.Version = set.number
	if v.FromBatch, err = o.begins(set.number); err != nil {
		return err
	}
	b := bindings.NewBatches()
	for _, m := range set.members {
		id := chains.ChainID(m.ChainId)
		c := chainView{ChainID: id}
		if c.RootStore, err = ofBatches(o, b.PackRootStoreOf(id.Big()), b.UnpackRootStoreOf); err != nil {
			return err
		}
		code, err := ofBatches(o, b.PackCodeHashOf(id.Big(), c.RootStore), b.UnpackCodeHashOf)
		if err != nil {
			return err
		}
		settled, err := ofBatches(o, b.PackChainHead(id.Big()), b.UnpackChainHead)
		if err != nil {
			return err
		}
		c.CodeHash, c.NextBlock = code, max(settled+1, m.StartBlock)
		v.Chains = append(v.Chains, c)
	}
	for _, p := range set.pairs {
		v.Pairs = append(v.Pairs, pairView{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination), Generation: p.Generation, Open: p.Open})
	}
	return nil
}

// viewPairs reads the pairs' sides. A chain that does not answer leaves a gap, and that is
// said.
func (o *office) viewPairs(v *governorView) error {
	for i := range v.Pairs {
		p := &v.Pairs[i]
		pair := chains.Pair{Source: p.Source, Destination: p.Destination}
		var err error
		if p.Sending, err = o.readSide(pair, false); err != nil {
			fmt.Fprintf(o.c.App.ErrWriter, "pair %d to %d: %v\n", p.Source, p.Destination, err)
		}
		if p.Destination == v.L1 {
			continue
		}
		if p.Receiving, err = o.readSide(pair, true); err != nil {
			fmt.Fprintf(o.c.App.ErrWriter, "pair %d to %d: %v\n", p.Source, p.Destination, err)
		}
	}
	return nil
}

func (v *governorView) print(o *office) error {
	w := o.c.App.Writer
	rows := [][]string{
		{"Batches", v.Batches.Hex() + fmt.Sprintf(" on chain %d", v.L1)},
		{"governor", v.Governor.Hex()},
		{"guardian", v.Guardian.Hex()},
		{"batches", fmt.Sprintf("%d claimed, %d final, %s", v.LatestBatch, v.FinalBatch, v.acceptance())},
		{"signers", fmt.Sprintf("epoch %d, quorum %d", v.Epoch, v.Quorum)},
	}
	if v.Withdrawal != nil {
		rows = append(rows, []string{"bond", fmt.Sprintf("%s wei may be taken out from %s on", v.Withdrawal.Wei, unixTime(v.Withdrawal.Due))})
	}
	since := fmt.Sprintf("%d, in force from batch %d on", v.Version, v.FromBatch)
	if v.FromBatch > v.LatestBatch+1 {
		since = fmt.Sprintf("%d, announced, from batch %d on", v.Version, v.FromBatch)
	}
	rows = append(rows, []string{"version", since})
	for _, c := range v.Chains {
		rows = append(rows, []string{fmt.Sprintf("chain %d", c.ChainID), fmt.Sprintf("RootStore %s, next block to settle %d", c.RootStore, c.NextBlock)})
	}
	if err := table(w, rows); err != nil {
		return err
	}
	fmt.Fprintln(w)
	rows = [][]string{{"PAIR", "ON L1", "SENDING", "RECEIVING", "OWED"}}
	for _, p := range v.Pairs {
		rows = append(rows, p.row(v.L1))
	}
	return table(w, rows)
}

func (v *governorView) acceptance() string {
	switch {
	case !v.Paused:
		return "others are accepted"
	case v.UnpauseTime == 0:
		return "PAUSED by the guardian"
	}
	return "PAUSED by the guardian, not beyond " + unixTime(v.UnpauseTime) + " if he goes on"
}

func unixTime(seconds uint64) string {
	return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339)
}

func (p *pairView) row(l1 chains.ChainID) []string {
	l1Says := describePair(bindings.DependencySetPair{Generation: p.Generation, Open: p.Open})
	row := []string{fmt.Sprintf("%d to %d", p.Source, p.Destination), l1Says, p.Sending.describe(), p.Receiving.describe(), "?"}
	if p.Destination == l1 {
		row[3], row[4] = "-", "-"
	} else if p.Sending != nil && p.Receiving != nil && p.Sending.Generation == p.Receiving.Generation {
		row[4] = strconv.FormatInt(int64(p.Sending.Count)-int64(p.Receiving.Count), 10)
	}
	return row
}

func (s *side) describe() string {
	switch {
	case s == nil:
		return "?"
	case s.Generation == 0:
		return "never opened"
	}
	return describePair(bindings.DependencySetPair{Generation: s.Generation, Open: s.Open})
}
