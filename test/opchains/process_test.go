package opchains

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// process is a program that may be started again and again. What it prints is kept in a
// file, of which a test that fails shows the end.
type process struct {
	t    *testing.T
	name string
	path string
	args []string
	log  string

	cmd  *exec.Cmd
	done chan struct{} // closed when the process has ended
	err  error         // how it ended; to be read after done
}

// newProcess starts nothing yet. What runs is killed at the end of the test.
func (w *world) newProcess(name, path string, args ...string) *process {
	p := &process{t: w.t, name: name, path: path, args: args, log: filepath.Join(w.dir, name+".log")}
	w.t.Cleanup(func() {
		p.kill()
		if w.t.Failed() {
			w.t.Logf("the end of the log of %s:\n%s", name, tail(p.log))
		}
	})
	return p
}

// launch starts the program.
func (p *process) launch() {
	p.t.Helper()
	log, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		p.t.Fatal(err)
	}
	defer log.Close() // the child has its own
	cmd, done := exec.Command(p.path, p.args...), make(chan struct{})
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.cmd, p.done = cmd, done
	go func() { p.err = cmd.Wait(); close(done) }()
}

// mustRun fails the test if the process has ended by itself.
func (p *process) mustRun() {
	p.t.Helper()
	select {
	case <-p.done:
		p.t.Fatalf("%s ended: %v\n%s", p.name, p.err, tail(p.log))
	default:
	}
}

// kill ends the process as `kill -9` does.
func (p *process) kill() {
	if p.cmd == nil {
		return
	}
	_ = p.cmd.Process.Kill()
	<-p.done
	p.cmd = nil
}

// stop ends the process as an operator does; it has to end well.
func (p *process) stop() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	select {
	case <-p.done:
	case <-time.After(hanging):
		p.kill()
		p.t.Fatalf("%s does not end", p.name)
	}
	if p.err != nil {
		p.t.Errorf("%s ended with %v", p.name, p.err)
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
