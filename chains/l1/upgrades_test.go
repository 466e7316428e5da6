package l1

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// published is what is known of an upgrade deposit: its source hash and, if it deploys a
// contract, where and with which code hash.
type published struct{ source, address, code string }

// publishedUpgrades are from specs.optimism.io (Fjord, Isthmus and, for the hash of L1Block,
// Jovian) and from op-node v1.19.6; Jovian's contracts have these hashes on Base.
func publishedUpgrades() map[chains.OPFork][]published {
	return map[chains.OPFork][]published{
		chains.Fjord: {
			{"0x86122c533fdcb89b16d8713174625e44578a89751d96c098ec19ab40a51a8ea3", "0xa919894851548179A0750865e7974DA599C0Fac7", "0xa88fa50a2745b15e6794247614b5298483070661adacb8d32d716434ed24c6b2"},
			{source: "0x1e6bb0c28bfab3dc9b36ffb0f721f00d6937f33577606325692db0965a7d58c6"},
			{source: "0xbac7bb0d5961cad209a345408b0280a0d4686b1b20665e1b0f9cdafd73b19b6b"},
		},
		chains.Granite:  {},
		chains.Holocene: {},
		chains.Isthmus: {
			{"0x3b2d0821ca2411ad5cd3595804d1213d15737188ae4cbd58aa19c821a6c211bf", "0xFf256497D61dcd71a9e9Ff43967C13fdE1F72D12", "0x8e3fe7a416d3e5f3b7be74ddd4e7e58e516fa3f80b67c6d930e3cd7297da4a4b"},
			{"0xfc70b48424763fa3fab9844253b4f8d508f91eb1f7cb11a247c9baec0afb8035", "0x93e57A196454CB919193fa9946f14943cf733845", "0x4d195a9d7caf9fb6d4beaf80de252c626c853afd5868c4f4f8d19c9d301c2679"},
			{"0x107a570d3db75e6110817eb024f09f3172657e920634111ce9875d08a16daa96", "0x4fa2Be8cd41504037F1838BcE3bCC93bC68Ff537", "0x57dc55c9c09ca456fa728f253fe7b895d3e6aae0706104935fe87c7721001971"},
			{source: "0xebe8b5cb10ca47e0d8bda8f5355f2d66711a54ddeb0ef1d30e29418c9bf17a0e"},
			{source: "0xecf2d9161d26c54eda6b7bfdd9142719b1e1199a6e5641468d1bf705bc531ab0"},
			{source: "0xad74e1adb877ccbe176b8fa1cc559388a16e090ddbe8b512f5b37d07d887a927"},
			{source: "0x3ddf4b1302548dd92939826e970f260ba36167f4c25f18390a5e8b194b295319"},
			{"0xbfb734dae514c5974ddf803e54c1bc43d5cdb4a48ae27e1d9b875a5a150b553a", "0x0000F90827F1C53a10cb7A02335B175320002935", "0x6e49e66782037c0555897870e29fa5e552daf4719552131a0abce779daec0a5d"},
		},
		chains.Jovian: {
			{"0xbb1a656f65401240fac3db12e7a79ebb954b11e62f7626eb11691539b798d3bf", "0x3Ba4007f5C922FBb33C454B41ea7a1f11E83df2C", "0x5f885ca815d2cf27a203123e50b8ae204fdca910b6995d90b2d7700cbb9240d1"},
			{source: chains.UpgradeSource("Jovian: L1 Block Proxy Update").Hex()},
			{"0x239b7021a6c2cf3a918481242bbb5a9499057f24501539467536c691bb133962", "0x4f1db3c6AbD250ba86E0928471A8F7DB3AFd88F1", "0xe9fc7c96c4db0d6078e3d359d7e8c982c350a513cb2c31121adf5e1e8a446614"},
			{source: chains.UpgradeSource("Jovian: Gas Price Oracle Proxy Update").Hex()},
			{source: "0xe836db6a959371756f8941be3e962d000f7e12a32e49e2c9ca42ba177a92716c"},
		},
	}
}

// A fork's upgrades are those that are published, in their order, and the contracts they
// deploy have the published addresses and code.
func TestUpgrades(t *testing.T) {
	for fork, want := range publishedUpgrades() {
		deposits, err := upgradesBetween(fork-1, fork)
		if err != nil {
			t.Fatal(err)
		}
		if len(deposits) != len(want) {
			t.Fatalf("%v has %d upgrades, not %d", fork, len(deposits), len(want))
		}
		for i, d := range deposits {
			if d.SourceHash != common.HexToHash(want[i].source) {
				t.Errorf("%v, deposit %d has source hash %s", fork, i, d.SourceHash)
			}
			if (d.To == nil) != (want[i].code != "") {
				t.Errorf("%v, deposit %d goes to %v", fork, i, d.To)
			}
			if d.To != nil {
				continue
			}
			deployed, address, _, err := runtime.Create(d.Data, &runtime.Config{Origin: d.From})
			if err != nil || crypto.Keccak256Hash(deployed) != common.HexToHash(want[i].code) || address != common.HexToAddress(want[i].address) {
				t.Errorf("%v, deposit %d deploys %s at %s, %v", fork, i, crypto.Keccak256Hash(deployed), address, err)
			}
		}
	}
}

// A block that begins several forks has the upgrades of all of them; one that cannot be
// made as every other node makes it is not made.
func TestUpgradesBetween(t *testing.T) {
	for _, c := range []struct {
		before, fork chains.OPFork
		want         int
	}{{chains.Jovian, chains.Jovian, 0}, {chains.Ecotone, chains.Jovian, 3 + 8 + 5}, {chains.Fjord, chains.Holocene, 0}, {chains.Holocene, chains.Isthmus, 8}} {
		if d, err := upgradesBetween(c.before, c.fork); err != nil || len(d) != c.want {
			t.Errorf("%v to %v: %d deposits, %v", c.before, c.fork, len(d), err)
		}
	}
	for _, c := range [][2]chains.OPFork{{chains.TooOld, chains.Ecotone}, {chains.Jovian, chains.Karst}, {chains.TooOld, chains.Jovian}} {
		if _, err := upgradesBetween(c[0], c[1]); !errors.Is(err, ErrUpgrade) {
			t.Errorf("%v to %v: %v", c[0], c[1], err)
		}
	}
}
