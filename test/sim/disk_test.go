package sim

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ssequencer/ssequencer/journal"
)

// fate of what a disk had not synced when it crashed.
type unsynced int

const (
	lost unsynced = iota
	torn
	kept
)

func (u unsynced) String() string { return [...]string{"lost", "torn", "kept"}[u] }

// diskFault is how a disk fails.
type diskFault int

const (
	sound     diskFault = iota
	notSynced           // a sync fails and does nothing
	syncedBut           // a sync fails, though it is done
	full                // nothing can be written any more
)

func (f diskFault) String() string {
	return [...]string{"sound", "sync fails", "sync fails though done", "full"}[f]
}

var errIO = errors.New("input/output error")

// disk is a life's view of the crashable disk: a sync of the log takes time, and each is
// a place to crash at, and to fail at.
type disk struct {
	vfs.FS
	life *life
}

// Create implements vfs.FS.
func (d *disk) Create(name string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if d.life.diskFault() == full {
		return nil, syscall.ENOSPC
	}
	f, err := d.FS.Create(name, category)
	if err != nil || !strings.HasSuffix(name, ".log") {
		return f, err
	}
	return &logFile{File: f, life: d.life}, nil
}

// ReuseForWrite implements vfs.FS.
func (d *disk) ReuseForWrite(from, to string, category vfs.DiskWriteCategory) (vfs.File, error) {
	f, err := d.FS.ReuseForWrite(from, to, category)
	if err != nil || !strings.HasSuffix(to, ".log") {
		return f, err
	}
	return &logFile{File: f, life: d.life}, nil
}

// logFile is the write-ahead log. No other file is slow: Pebble syncs them with its locks
// held, and in a bubble time does not pass while anybody waits for a lock.
type logFile struct {
	vfs.File
	life  *life
	fresh atomic.Uint64 // bytes not synced
}

// trailer is the size of what ends a log. When Pebble turns to another one depends on
// random numbers of its own: syncing the trailer of the old one takes no time, so that a
// run does not depend on them.
const trailer = 11

// Write implements vfs.File.
func (f *logFile) Write(p []byte) (int, error) {
	if f.life.diskFault() == full {
		return 0, syscall.ENOSPC
	}
	f.fresh.Add(uint64(len(p)))
	return f.File.Write(p)
}

// Sync implements vfs.File.
func (f *logFile) Sync() error { return f.slowly(f.File.Sync) }

// SyncData implements vfs.File.
func (f *logFile) SyncData() error { return f.slowly(f.File.SyncData) }

func (f *logFile) slowly(flush func() error) error {
	l, fresh := f.life, f.fresh.Swap(0)
	if !l.running.Load() || l.dead.Load() || fresh <= trailer { // while opening, locks are held
		return flush()
	}
	durable := l.journal.Durable()
	r := l.sim.fate.of(fmt.Sprintf("life %d sync", l.number), uint64(durable))
	d := between(r, 100*time.Microsecond, 3*time.Millisecond)
	if percent(r, 3) {
		d *= 50
	}
	if err := l.sim.line.sleep(l.sim.forever, d); err != nil {
		return err
	}
	l.stepAtOnce("sync begins")
	how := l.fails()
	var err error
	if how != notSynced && how != full {
		err = flush()
	}
	if err == nil && how != sound {
		err = errIO
	}
	if !l.dead.Load() {
		l.sim.note("life %d synced from %d: %v", l.number, durable, err)
	}
	l.stepAtOnce("sync done")
	return err
}

// fails reports how the disk fails now, if it does. Once it has, it stays so.
func (l *life) fails() diskFault {
	n := l.syncs.Add(1) - 1
	if how := l.diskFault(); how != sound || l.dead.Load() || l.sim.plan.disk == nil {
		return how
	}
	how := l.sim.plan.disk(l, n)
	if how != sound {
		l.disked.Store(int32(how))
		l.sim.note("the disk of life %d: %v", l.number, how)
	}
	return how
}

func (l *life) diskFault() diskFault { return diskFault(l.disked.Load()) }

// closeJournal closes a life's journal. A failed one closes nothing, since its process is
// to end at once, which a life in a bubble cannot: what it leaves running is ended here.
func (l *life) closeJournal() error {
	err := l.journal.Close()
	if !errors.Is(err, journal.ErrFailed) {
		return err
	}
	store := reflect.ValueOf(l.journal).Elem().FieldByName("store").Elem()
	db := *(**pebble.DB)(unsafe.Pointer(store.FieldByName("db").UnsafeAddr()))
	_ = db.Close() // it says once more what it failed of
	return nil
}

// crashed returns the disk as a crash leaves it. What was synced is there; of the log's
// tail that was not, nothing, a prefix ending anywhere, or all.
func crashed(d *vfs.MemFS, how unsynced, r *rand.Rand) (*vfs.MemFS, error) {
	if how == kept {
		return d.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: r}), nil
	}
	after := d.CrashClone(vfs.CrashCloneCfg{})
	if how == lost {
		return after, nil
	}
	full := d.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 1))})
	names, err := full.List(journalDir)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	for _, name := range names {
		if !strings.HasSuffix(name, ".log") {
			continue
		}
		if err := tear(after, full, after.PathJoin(journalDir, name), r); err != nil {
			return nil, err
		}
	}
	return after, nil
}

// tear gives after's file some more bytes of what it was in full, and perhaps a last one
// that is wrong.
func tear(after, full *vfs.MemFS, path string, r *rand.Rand) error {
	synced, err := contents(after, path)
	if err != nil { // its directory entry was not synced: with a log's, nothing in it counts
		return nil
	}
	all, err := contents(full, path)
	if err != nil {
		return err
	}
	if len(all) <= len(synced) {
		return nil
	}
	end := len(synced) + int(r.Float64()*float64(len(all)-len(synced)+1))
	data := append([]byte(nil), all[:end]...)
	if end > len(synced) && percent(r, 50) {
		data[end-1] ^= 0xff
	}
	f, err := after.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func contents(fs vfs.FS, path string) ([]byte, error) {
	f, err := fs.Open(path)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	return data, f.Close()
}
