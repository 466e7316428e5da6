package l1

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// published is what is known of an upgrade deposit: its source hash and, if it deploys a
// contract, where and with which code hash.
type published struct{ source, address, code string }

// publishedUpgrades are from specs.optimism.io (Ecotone, Fjord, Isthmus and, for the hash of L1Block,
// Jovian) and from op-node v1.19.6; Jovian's contracts have these hashes on Base.
func publishedUpgrades() map[chains.OPFork][]published {
	return map[chains.OPFork][]published{
		chains.Ecotone: {
			{"0x877a6077205782ea15a6dc8699fa5ebcec5e0f4389f09cb8eda09488231346f8", "0x07dbe8500fc591d1852B76feE44d5a05e13097Ff", "0xc88a313aa75dc4fbf0b6850d9f9ae41e04243b7008cf3eadb29256d4a71c1dfd"},
			{"0xa312b4510adf943510f05fcc8f15f86995a5066bd83ce11384688ae20e6ecf42", "0xb528D11cC114E026F138fE568744c6D45ce6Da7A", "0x8b71360ea773b4cfaf1ae6d2bd15464a4e1e2e360f786e475f63aeaed8da0ae5"},
			{source: "0x18acb38c5ff1c238a7460ebc1b421fa49ec4874bdf1e0a530d234104e5e67dbc"},
			{source: "0xee4f9385eceef498af0be7ec5862229f426dec41c8d42397c7257a5117d9230a"},
			{source: "0x0c1cb38e99dbc9cbfab3bb80863380b0905290b37eb3d6ab18dc01c1f3e75f93"},
			{"0x69b763c48478b9dc2f65ada09b3d92133ec592ea715ec65ad6e7f3dc519dc00c", "0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02", "0xf57acd40259872606d76197ef052f3d35588dadf919ee1f0e3cb9b62d3f4b02c"},
		},
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

// Karst's bundle is the one that the OP Stack's lock file names, and all of its transactions
// are there.
func TestKarstBundle(t *testing.T) {
	text, err := code.ReadFile("upgrades/karst.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(text)); got != "08f5df36f7ff29a9421ab84beebe96684a7455df9a5d234a2468613a4008ad91" {
		t.Errorf("the bundle has SHA-256 %s", got)
	}
	deposits, err := upgradesBetween(chains.Jovian, chains.Karst)
	if err != nil || len(deposits) != 31 {
		t.Fatalf("%d deposits, %v", len(deposits), err)
	}
	if want := chains.UpgradeSource("Karst 0: ConditionalDeployer Deployment"); deposits[0].SourceHash != want {
		t.Errorf("the first one has source hash %s, not %s", deposits[0].SourceHash, want)
	}
	if gas, err := upgradeGas(chains.Jovian, chains.Karst); gas != 55_370_657 || err != nil {
		t.Errorf("room for %d gas, %v", gas, err)
	}
}

// A block that begins several forks has the upgrades of all of them; one that cannot be
// made as every other node makes it is not made.
func TestUpgradesBetween(t *testing.T) {
	for _, c := range []struct {
		before, fork chains.OPFork
		want         int
	}{{chains.Jovian, chains.Jovian, 0}, {chains.Ecotone, chains.Jovian, 3 + 8 + 5}, {chains.Fjord, chains.Holocene, 0}, {chains.Holocene, chains.Isthmus, 8},
		{chains.TooOld, chains.Ecotone, 6}, {chains.TooOld, chains.Jovian, 6 + 3 + 8 + 5}, {chains.Isthmus, chains.Karst, 5 + 31}} {
		if d, err := upgradesBetween(c.before, c.fork); err != nil || len(d) != c.want {
			t.Errorf("%v to %v: %d deposits, %v", c.before, c.fork, len(d), err)
		}
	}
	if _, err := upgradesBetween(chains.Karst, chains.Karst+1); !errors.Is(err, ErrUpgrade) {
		t.Errorf("beyond Karst: %v", err)
	}
}
