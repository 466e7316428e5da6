package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/verifier"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: "independent check against L1 and the chains' own nodes; exit code 3 if it does not hold",
		Description: "Trusts nothing the service says. Without --batch and --proof all batches on L1 are verified. A proof file needs --l1 and --settlement only. " +
			"With --state an audit that was cut off goes on where it was.",
		Flags: append(auditFlags(),
			&cli.Uint64Flag{Name: "batch", Usage: "verify this batch only"},
			&cli.BoolFlag{Name: "all", Usage: "verify all batches (the default)"},
			&cli.StringFlag{Name: "proof", Usage: "verify a proof FILE written by `ssequencer proof`"},
			&cli.BoolFlag{Name: "from-l1", Usage: "rebuild the order of transactions from L1, too, and compare it with the chains"},
			&cli.StringFlag{Name: "blobs", Usage: "URL of a consensus client of L1, or an archive with its Beacon API, for orders in blobs (with --from-l1); it is not trusted"},
			&cli.StringSliceFlag{Name: "promises", Usage: "look for contradicting promises in FILE, as sequencer_getPreconfirmation gives them; repeated"},
			jsonFlag()),
		Action: verify,
	}
}

// auditFlags say whom to ask, for verify and watch.
func auditFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "info", Usage: "take L1, settlement, contracts and nodes from a devnet's info FILE"},
		&cli.StringFlag{Name: "l1", Usage: "URL of an L1 node"},
		&cli.StringFlag{Name: "settlement", Usage: "Settlement contract on the L1"},
		&cli.Uint64Flag{Name: "l1-start", Usage: "L1 block to start looking for batches at"},
		&cli.StringFlag{Name: "messenger", Usage: "Messenger contract, the same on every chain"},
		&cli.StringSliceFlag{Name: "bridge", Usage: "a bridge contract, whose messages may arrive late; repeated"},
		&cli.StringSliceFlag{Name: "chain", Usage: "a chain's own node, as ID=URL; repeated"},
		&cli.StringFlag{Name: "proofs", Usage: "URL of a service that has kept the proofs which nodes no longer make; it is not trusted"},
		&cli.DurationFlag{Name: "max-owed-age", Usage: "how long a message may be sent and not received", Value: time.Hour},
		&cli.StringFlag{Name: "state", Usage: "keep in FILE how far the audit has come, and go on from there"},
	}
}

// auditConfig merges the flags over the info file.
func auditConfig(c *cli.Context) (verifier.Config, error) {
	cfg := verifier.Config{Chains: make(map[uint64]string), FirstL1Block: c.Uint64("l1-start"), MaxOwedAge: c.Duration("max-owed-age")}
	if path := c.String("info"); path != "" {
		if err := fillFromInfo(&cfg, path); err != nil {
			return cfg, err
		}
	}
	if url := c.String("l1"); url != "" {
		cfg.L1 = url
	}
	if url := c.String("proofs"); url != "" {
		cfg.Proofs = &serviceProofs{url: url}
	}
	if url := c.String("blobs"); url != "" {
		cfg.Blobs = url
	}
	for flag, into := range map[string]*common.Address{"settlement": &cfg.Settlement, "messenger": &cfg.Messenger} {
		if err := addressFlag(c, flag, into); err != nil {
			return cfg, err
		}
	}
	for _, text := range c.StringSlice("bridge") {
		if !common.IsHexAddress(text) {
			return cfg, usageError("--bridge %q: not an address", text)
		}
		cfg.Bridges = append(cfg.Bridges, common.HexToAddress(text))
	}
	for _, pair := range c.StringSlice("chain") {
		id, url, err := splitPair("chain", pair)
		if err != nil {
			return cfg, err
		}
		cfg.Chains[uint64(id)] = url
	}
	if cfg.L1 == "" || cfg.Settlement == (common.Address{}) {
		return cfg, usageError("say what to verify with --l1 URL and --settlement ADDR, or with --info FILE of a devnet")
	}
	return cfg, nil
}

// fillFromInfo takes everything from the file that a devnet writes.
func fillFromInfo(cfg *verifier.Config, path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read the info file: %w; a devnet writes it with --info FILE", err)
	}
	var info devnet.Info
	if err := json.Unmarshal(text, &info); err != nil {
		return fmt.Errorf("%s: not an info file of a devnet: %w", path, err)
	}
	cfg.L1, cfg.Settlement, cfg.Blobs = info.L1.RPC, info.L1.Settlement, info.L1.Beacon
	for _, ch := range info.Chains {
		cfg.Chains[uint64(ch.ChainID)] = ch.Node
		cfg.Messenger = ch.Messenger
		cfg.Bridges = []common.Address{ch.TokenBridge, ch.ETHBridge}
	}
	return nil
}

func addressFlag(c *cli.Context, flag string, into *common.Address) error {
	text := c.String(flag)
	if text == "" {
		return nil
	}
	if !common.IsHexAddress(text) {
		return usageError("--%s %q: not an address", flag, text)
	}
	*into = common.HexToAddress(text)
	return nil
}

// openVerifier connects for an audit of batches.
func openVerifier(c *cli.Context, log *zap.Logger) (*verifier.Verifier, error) {
	cfg, err := auditConfig(c)
	if err != nil {
		return nil, err
	}
	if len(cfg.Chains) == 0 || cfg.Messenger == (common.Address{}) {
		return nil, usageError("batches are verified with the chains' own nodes: give --chain ID=URL for each and --messenger ADDR, or --info FILE of a devnet")
	}
	if isTerminal(c.App.ErrWriter) {
		cfg.OnProgress = func(p verifier.Progress) { showProgress(c.App.ErrWriter, p) }
	}
	if cfg.Resume, err = readState(c.String("state")); err != nil {
		return nil, err
	}
	return verifier.New(c.Context, cfg, log)
}

func verify(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	modes := 0
	for _, flag := range []string{"batch", "all", "proof"} {
		if c.IsSet(flag) {
			modes++
		}
	}
	if modes > 1 {
		return usageError("--batch, --all and --proof exclude each other")
	}
	if c.IsSet("proof") {
		return verifyProof(c)
	}
	v, err := openVerifier(c, zap.NewNop()) // the reports say it all
	if err != nil {
		return err
	}
	defer v.Close()
	contradictions, err := readPromises(c, v)
	if err != nil {
		return err
	}
	reports, err := audit(c, v)
	return finishVerify(c, outcome{Reports: reports, Promises: contradictions}, err)
}

// audit verifies what the flags ask for and shows each report as it comes. What it
// returns together with an error was verified before it.
func audit(c *cli.Context, v *verifier.Verifier) ([]verifier.Report, error) {
	reports := []verifier.Report{}
	keep := stateKeeper{verifier: v, path: c.String("state")}
	add := func(r verifier.Report) error {
		said, err := published(c, v, &r)
		reports = append(reports, r)
		if !c.Bool("json") {
			printReport(c, &r)
			fmt.Fprint(c.App.Writer, said)
		}
		return errors.Join(err, keep.sometimes())
	}
	if !c.IsSet("batch") {
		err := v.VerifyAll(c.Context, add)
		return reports, errors.Join(err, keep.now())
	}
	n := c.Uint64("batch")
	r, err := v.VerifyBatch(c.Context, n)
	if errors.Is(err, verifier.ErrNoBatch) {
		return reports, fmt.Errorf("batch %d cannot be verified (yet): %w", n, err)
	}
	if err == nil || errors.Is(err, verifier.ErrUnreadable) {
		err = errors.Join(err, add(r))
	}
	return reports, err
}

// outcome is what verify found out.
type outcome struct {
	Reports  []verifier.Report
	Promises []verifier.Finding
}

// published compares the order on L1 with the chains, if that is asked for. What does not
// hold is added to the report.
func published(c *cli.Context, v *verifier.Verifier, r *verifier.Report) (string, error) {
	if !c.Bool("from-l1") {
		return "", nil
	}
	o, err := v.VerifyPublished(c.Context, r.Batch)
	if err != nil {
		return "", err
	}
	r.Findings = append(r.Findings, o.Findings...)
	if len(o.Findings) > 0 {
		return "", nil
	}
	if o.Pending {
		return "  order on L1: not there yet\n", nil
	}
	kind := "places"
	if o.Full {
		kind = "transactions"
	}
	where := "calldata"
	if o.Blobs > 0 {
		where = "blobs"
	}
	return fmt.Sprintf("  order on L1: %d %s in %d bytes of %s, as on the chains\n", o.Transactions, kind, o.Bytes, where), nil
}

func finishVerify(c *cli.Context, o outcome, err error) error {
	if c.Bool("json") {
		if printed := printOutcome(c, o); printed != nil {
			return printed
		}
	}
	if err != nil {
		return err
	}
	findings := len(o.Promises)
	for i := range o.Reports {
		findings += len(o.Reports[i].Findings)
	}
	if findings > 0 {
		return withCode(codeCheck, fmt.Errorf("%d checks did not hold in %d batches", findings, len(o.Reports)))
	}
	if !c.Bool("json") {
		fmt.Fprintf(c.App.Writer, "%d batches verified: everything holds\n", len(o.Reports))
	}
	return nil
}

// printOutcome prints the list of reports; with promises they are beside it.
func printOutcome(c *cli.Context, o outcome) error {
	if len(c.StringSlice("promises")) == 0 {
		return printJSON(c, o.Reports)
	}
	return printJSON(c, map[string]any{"batches": o.Reports, "promises": o.Promises})
}

func printReport(c *cli.Context, r *verifier.Report) {
	word := "ok"
	if !r.OK() {
		word = "DOES NOT HOLD"
	}
	fmt.Fprintf(c.App.Writer, "batch %d: %s, %d messages, burn root %s, mint root %s\n", r.Batch, word, r.Messages, r.BurnRoot, r.MintRoot)
	printFindings(c, r.Findings)
	if r.Omitted > 0 {
		fmt.Fprintf(c.App.Writer, "  and %d more like these\n", r.Omitted)
	}
}

func printFindings(c *cli.Context, findings []verifier.Finding) {
	for _, f := range findings {
		fmt.Fprintf(c.App.Writer, "  %s\n    what to do: %s\n", f, f.Do)
	}
}

func verifyProof(c *cli.Context) error {
	cfg, err := auditConfig(c)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(c.String("proof"))
	if err != nil {
		return fmt.Errorf("read the proof: %w", err)
	}
	file, err := verifier.DecodeProofFile(text)
	if err != nil {
		return withCode(codeCheck, err)
	}
	if err := verifier.VerifyProofFile(c.Context, cfg.L1, cfg.Settlement, file); err != nil {
		return err
	}
	if c.Bool("json") {
		return printJSON(c, map[string]any{"ok": true, "batch": file.Batch, "root": file.Root, "message": file.Message})
	}
	m := file.Message
	_, err = fmt.Fprintf(c.App.Writer, "proven: message %d from chain %d to chain %d (sender %s, target %s) is in batch %d on L1\n",
		m.Nonce, m.Source, m.Destination, m.Sender, m.Target, file.Batch)
	return err
}
