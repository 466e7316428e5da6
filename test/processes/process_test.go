package processes

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// hanging is after how long something that should come counts as not coming. The machine may
// have much else to do, and a run of a thousand kills has much to verify.
const hanging = 15 * time.Minute

// programs are the paths of what is under test.
type programs struct{ sequencer, node string }

// built is set by TestMain alone.
var built programs

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "ssequencer-processes-")
	if err == nil {
		built = programs{sequencer: filepath.Join(dir, "ssequencer"), node: filepath.Join(dir, "devnode")}
		err = goBuild(dir, "../../cmd/ssequencer", "../devnode")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// goBuild puts programs into a directory, under the names of their packages.
func goBuild(dir string, pkgs ...string) error {
	args := append([]string{"build", "-o", dir + string(filepath.Separator)}, pkgs...)
	if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("build %s: %w\n%s", pkgs, err, out)
	}
	return nil
}

// process is a program that may be started again and again with the same arguments.
type process struct {
	t    *testing.T
	name string
	path string
	args []string
	log  string // file of its standard error, all lives of it

	cmd  *exec.Cmd
	done chan struct{} // closed when it has ended
	err  error
}

// newProcess describes a program. What is still running is killed at the end of the test.
func newProcess(t *testing.T, dir, name, path string, args ...string) *process {
	p := &process{t: t, name: name, path: path, args: args, log: filepath.Join(dir, name+".log")}
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			t.Logf("the end of %s's log:\n%s", name, tail(p.log))
		}
	})
	return p
}

// start starts the program and decodes what it prints first into ready, unless that is nil.
func (p *process) start(ready any) {
	p.t.Helper()
	log, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		p.t.Fatal(err)
	}
	defer log.Close() // the child has its own
	p.cmd, p.done = exec.Command(p.path, p.args...), make(chan struct{})
	p.cmd.Stderr = log
	var out io.ReadCloser
	if ready != nil {
		if out, err = p.cmd.StdoutPipe(); err != nil {
			p.t.Fatal(err)
		}
	}
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	if ready != nil {
		if err := json.NewDecoder(out).Decode(ready); err != nil {
			p.t.Fatalf("%s does not start: %v\n%s", p.name, err, tail(p.log))
		}
	}
	cmd, done := p.cmd, p.done
	go func() { p.err = cmd.Wait(); close(done) }()
}

// running reports whether the process lives.
func (p *process) running() bool {
	if p.cmd == nil {
		return false
	}
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// kill ends the process as `kill -9` does.
func (p *process) kill() {
	if p.running() {
		_ = p.cmd.Process.Kill()
		<-p.done
	}
	p.cmd = nil
}

// pause stops the process from running, until resume or kill: it hangs, and its
// connections stay open.
func (p *process) pause() { p.signal(syscall.SIGSTOP) }

// resume lets a paused process run again.
func (p *process) resume() { p.signal(syscall.SIGCONT) }

func (p *process) signal(s syscall.Signal) {
	p.t.Helper()
	if !p.running() {
		p.t.Fatalf("%s has ended by itself: %v", p.name, p.err)
	}
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

// stop ends the process by SIGTERM; it has to end well.
func (p *process) stop() {
	p.t.Helper()
	p.signal(syscall.SIGTERM)
	select {
	case <-p.done:
	case <-time.After(hanging):
		_ = p.cmd.Process.Signal(syscall.SIGQUIT) // tells where it hangs
		<-p.done
	}
	if p.err != nil {
		p.t.Fatalf("%s after SIGTERM: %v\n%s", p.name, p.err, tail(p.log))
	}
	p.cmd = nil
}

func tail(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	return string(text[max(len(text), 8000)-8000:])
}

// ran is what a command did that ended.
type ran struct {
	code     int
	out, err string
}

// says reports whether the command wrote all these texts.
func (r ran) says(texts ...string) bool {
	for _, s := range texts {
		if !strings.Contains(r.out+r.err, s) {
			return false
		}
	}
	return true
}

// sequencerCommand runs the program to its end.
func sequencerCommand(t *testing.T, args ...string) ran {
	t.Helper()
	var out, errs bytes.Buffer
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	cmd := exec.CommandContext(ctx, built.sequencer, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{code: cmd.ProcessState.ExitCode(), out: out.String(), err: errs.String()}
}
