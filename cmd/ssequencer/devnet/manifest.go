package devnet

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// manifest is what a data directory remembers about its network: the inputs of the
// genesis blocks, which must not change.
type manifest struct {
	Version     int    `json:"version"`
	GenesisTime uint64 `json:"genesisTime"` // unix seconds
	L2Count     int    `json:"l2Count"`
	GasLimit    uint64 `json:"gasLimit"`
	Liquidity   uint64 `json:"bridgeLiquidity"` // whole ETH
	Window      uint64 `json:"window"`          // seconds
	Credit      uint64 `json:"credit"`          // whole tokens
	CreditETH   uint64 `json:"creditEth"`       // whole ETH
}

const manifestVersion = 3

// String tells the settings for a person.
func (m manifest) String() string {
	return fmt.Sprintf("%d L2s with gas limit %d, %d ETH of bridge liquidity and a window of %d s (layout %d)", m.L2Count, m.GasLimit, m.Liquidity, m.Window, m.Version)
}

// ErrOtherNetwork: the data directory belongs to a network with other settings.
var ErrOtherNetwork = errors.New("data directory belongs to another network")

// genesisTime returns the network's genesis time: that of the data directory, or, for a
// new network, a minute ago, so that its first blocks are not ahead of the clock.
func genesisTime(cfg ChainsConfig, now time.Time) (uint64, error) {
	fresh := manifest{Version: manifestVersion, GenesisTime: uint64(now.Add(-time.Minute).Unix()), L2Count: cfg.L2Count, GasLimit: cfg.GasLimit, Liquidity: cfg.BridgeLiquidity, Window: uint64(cfg.Window / time.Second), Credit: cfg.Credit, CreditETH: cfg.CreditETH}
	if cfg.DataDir == "" {
		return fresh.GenesisTime, nil
	}
	path := filepath.Join(cfg.DataDir, "devnet.json")
	enc, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(cfg.DataDir, 0o700); err != nil {
			return 0, fmt.Errorf("devnet: data directory: %w", err)
		}
		return fresh.GenesisTime, writeJSON(path, fresh)
	}
	if err != nil {
		return 0, fmt.Errorf("devnet: %w", err)
	}
	var kept manifest
	if err := json.Unmarshal(enc, &kept); err != nil {
		return 0, fmt.Errorf("devnet: %s: %w", path, err)
	}
	fresh.GenesisTime = kept.GenesisTime
	if kept != fresh {
		return 0, fmt.Errorf("devnet: %w: %s has %s, asked for %s: use its settings or another directory", ErrOtherNetwork, cfg.DataDir, kept, fresh)
	}
	return kept.GenesisTime, nil
}

// writeJSON replaces a file by v: a reader sees the old content or all of the new one,
// over crashes too.
func writeJSON(path string, v any) error {
	enc, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("encode %s: %w", path, err)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer os.Remove(temp.Name()) // fails once renamed
	_, err = temp.Write(append(enc, '\n'))
	if err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
