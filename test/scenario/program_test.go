package scenario

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
)

// program is the built command and a data directory it runs a devnet on.
type program struct {
	t      *testing.T
	path   string
	dir    string
	info   string
	cmd    *exec.Cmd
	output *bytes.Buffer
}

// buildProgram builds the command as its users do.
func buildProgram(t *testing.T) *program {
	t.Helper()
	dir := t.TempDir()
	p := &program{t: t, path: filepath.Join(dir, "ssequencer"), dir: filepath.Join(dir, "data"), info: filepath.Join(dir, "info.json")}
	out, err := exec.CommandContext(t.Context(), "go", "build", "-o", p.path, "../../cmd/ssequencer").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Cleanup(func() {
		if p.cmd != nil {
			p.kill()
		}
	})
	return p
}

func (p *program) command() {
	p.cmd = exec.Command(p.path, "devnet", "--data-dir", p.dir, "--rpc.port", "0", "--l1.port", "0", "--info", p.info, "--batch-slots", "2", "--l2.count", "3", "--json")
	p.output = new(bytes.Buffer)
	p.cmd.Stderr = p.output
}

// start starts the devnet and waits until it says that everything answers.
func (p *program) start() devnet.Info {
	p.t.Helper()
	p.command()
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	began := time.Now()
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	hung := time.AfterFunc(2*time.Minute, func() { _ = p.cmd.Process.Signal(syscall.SIGQUIT) }) // tells where it hangs
	defer hung.Stop()
	var info devnet.Info
	if err := json.NewDecoder(stdout).Decode(&info); err != nil {
		_ = p.cmd.Wait()
		cmd := p.cmd
		p.cmd = nil
		p.t.Fatalf("the devnet did not start: %v, %v\n%s", err, cmd.ProcessState, p.output)
	}
	p.t.Logf("started in %v", time.Since(began))
	return info
}

// stop ends the devnet by Ctrl-C; it has to end well.
func (p *program) stop() {
	p.t.Helper()
	began := time.Now()
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		p.t.Error(err)
	}
	hung := time.AfterFunc(time.Minute, func() { _ = p.cmd.Process.Signal(syscall.SIGQUIT) })
	defer hung.Stop()
	err := p.cmd.Wait()
	p.cmd = nil
	if err != nil {
		p.t.Errorf("after Ctrl-C: %v\n%s", err, p.output)
	}
	p.t.Logf("stopped in %v", time.Since(began))
	p.quiet()
}

// kill ends the devnet as kill -9 does.
func (p *program) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait() // "killed"
	p.cmd = nil
	p.quiet()
}

// killStarting starts the devnet and kills it some time later, started or not.
func (p *program) killStarting(after time.Duration) {
	p.t.Helper()
	p.command()
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	<-time.After(after)
	p.kill()
}

// quiet fails the test where the devnet logged an error, and shows what it warned of.
func (p *program) quiet() {
	for line := range strings.Lines(p.output.String()) {
		if strings.Contains(line, "ERROR") || strings.Contains(line, "panic") {
			p.t.Errorf("logged: %s", line)
		} else {
			p.t.Logf("logged: %s", strings.TrimSpace(line))
		}
	}
}

// verify runs the independent check.
func (p *program) verify() {
	p.t.Helper()
	out, err := exec.CommandContext(p.t.Context(), p.path, "verify", "--all", "--info", p.info).CombinedOutput()
	if err != nil {
		p.t.Errorf("verify --all: %v\n%s", err, out)
	}
}
