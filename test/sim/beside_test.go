package sim

import (
	"os"
	"testing"
	"time"
)

func TestX(t *testing.T) {
	w := newWorld(t, 2)
	v := map[string]opVices{"changes": {changes: 40}, "early": {early: 40}, "silent": {silent: 30}, "slow": {slow: 30}, "dies": {dies: 30}, "impatient": {impatient: 40}, "elsewhere": {elsewhere: 100},
		"all": {changes: 10, early: 10, silent: 10, slow: 10, dies: 10, impatient: 10, elsewhere: 10}}[os.Getenv("V")]
	bad := 0
	for seed := uint64(1); seed < 30 && bad < 12; seed++ {
		p := plan{beside: &v, clients: 3, length: 20 * time.Second, think: time.Second, crash: noCrash}
		if os.Getenv("C") != "" {
			p.crash = crashes(fate{seed}, 0.3, 4)
		}
		res := run(t, w, seed, p)
		t.Logf("seed %d: %d lives, %d included, %d relayed, %d refused, %d revoked", seed, res.lives, res.included, res.relayed, res.refused, res.revoked)
		for _, v := range res.violations {
			bad++
			t.Errorf("seed %d: %s", seed, v)
		}
	}
}
