package sequencer

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal"
)

// BenchmarkRestart is what a start costs before the first node is asked: opening the
// journal and reading what has happened, with checkpoints and a journal that forgets, and
// without either. SSEQ_RECORDS=N writes N records (default 20,000).
func BenchmarkRestart(b *testing.B) {
	records := 20_000
	if n, err := strconv.Atoi(os.Getenv("SSEQ_RECORDS")); err == nil {
		records = n
	}
	for _, forgets := range []bool{true, false} {
		b.Run(map[bool]string{true: "from the checkpoint", false: "from the first record"}[forgets], func(b *testing.B) {
			cfg := journal.Config{Dir: b.TempDir(), NoSync: true}
			if forgets {
				cfg.Readers = []string{Reader}
			}
			writeJournal(b, cfg, records, forgets)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			b.ResetTimer()
			for range b.N {
				j, err := journal.Open(cfg, zap.NewNop())
				if err != nil {
					b.Fatal(err)
				}
				p, err := readPast(b.Context(), j, newPayloads(4096))
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				runtime.GC()
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(j.Durable()-j.First()), "records-kept")
				if err := j.Close(); err != nil {
					b.Fatal(err)
				}
				runtime.KeepAlive(p)
				b.StartTimer()
			}
			b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/(1<<20), "heap-MB")
			b.ReportMetric(float64(diskUse(b, cfg.Dir))/(1<<20), "disk-MB")
		})
	}
}

// writeJournal writes records as the sequencer does, with transactions of usual size.
func writeJournal(b *testing.B, cfg journal.Config, records int, checkpoints bool) {
	b.Helper()
	j, err := journal.Open(cfg, zap.NewNop())
	if err != nil {
		b.Fatal(err)
	}
	k := keeperOf(j, 4096, 10_000)
	w := newScript(1)
	told := journal.Seq(0)
	for last := journal.Seq(0); int(last) < records; {
		var recs []journal.Record
		for len(recs) < 2000 {
			recs = append(recs, w.next()...)
		}
		w.enlarge(recs)
		if last, err = j.Append(recs...); err == nil {
			err = j.WaitDurable(b.Context(), last)
		}
		if err == nil && checkpoints {
			err = j.Read(b.Context(), told+1, func(seq journal.Seq, rec journal.Record) error {
				told = seq
				return k.take(seq, rec)
			})
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := j.Close(); err != nil {
		b.Fatal(err)
	}
}

// enlarge gives transactions and blocks a usual size.
func (w *script) enlarge(recs []journal.Record) {
	raw := func() []byte {
		b := make([]byte, 300)
		for i := range b {
			b[i] = byte(w.rng.Uint32())
		}
		return b
	}
	for _, rec := range recs {
		switch r := rec.(type) {
		case *journal.Admitted:
			r.Raw[0] = raw()
		case *journal.Decided:
			for i := range r.Bundle.Legs {
				r.Bundle.Legs[i].Raw = raw()
			}
		case *journal.Prepared:
			for i := range r.Payloads {
				r.Payloads[i].Transactions = [][]byte{raw(), raw(), raw()}
			}
		}
	}
}

func diskUse(b *testing.B, dir string) (bytes int64) {
	b.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return bytes
}
