package l1

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// updateLog is what a SystemConfig emits.
func updateLog(kind byte, words ...common.Hash) *types.Log {
	data := append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(32*len(words)))).Bytes()...)
	for _, w := range words {
		data = append(data, w[:]...)
	}
	return &types.Log{Topics: []common.Hash{configUpdateTopic, {}, {31: kind}}, Data: data}
}

func TestConfigUpdates(t *testing.T) {
	if want := crypto.Keccak256Hash([]byte("ConfigUpdate(uint256,uint8,bytes)")); configUpdateTopic != want {
		t.Errorf("topic %s, want %s", configUpdateTopic, want)
	}
	for name, c := range map[string]struct {
		log  *types.Log
		want configuration
	}{
		"batcher":         {updateLog(batcherUpdate, common.Hash{12: 1, 31: 2}), configuration{L1Attributes: chains.L1Attributes{BatcherHash: common.Hash{12: 1, 31: 2}}}},
		"scalars":         {updateLog(feeScalarsUpdate, common.Hash{5}, common.Hash{0: 1, 27: 7, 31: 9}), configuration{L1Attributes: chains.L1Attributes{BlobBaseFeeScalar: 7, BaseFeeScalar: 9, Scalar: common.Hash{0: 1, 27: 7, 31: 9}}}},
		"old scalar":      {updateLog(feeScalarsUpdate, common.Hash{5}, common.Hash{31: 9}), configuration{L1Attributes: chains.L1Attributes{BaseFeeScalar: 9, Scalar: common.Hash{31: 9}}}},
		"gas limit":       {updateLog(gasLimitUpdate, common.Hash{29: 1}), configuration{gasLimit: 1 << 16}},
		"block signer":    {updateLog(blockSignerUpdate, common.Hash{31: 1}), configuration{}},
		"fee market":      {updateLog(feeMarketUpdate, common.Hash{27: 50, 31: 6}), configuration{market: chains.FeeMarket{Denominator: 50, Elasticity: 6}}},
		"operator fee":    {updateLog(operatorFeeUpdate, common.Hash{23: 3, 31: 4}), configuration{L1Attributes: chains.L1Attributes{OperatorFeeScalar: 3, OperatorFeeConstant: 4}}},
		"min base fee":    {updateLog(minBaseFeeUpdate, common.Hash{30: 1}), configuration{market: chains.FeeMarket{MinBaseFee: 256}}},
		"footprint":       {updateLog(daScalarUpdate, common.Hash{30: 1, 31: 144}), configuration{L1Attributes: chains.L1Attributes{DAFootprintScalar: 400}}},
		"another's event": {&types.Log{Topics: []common.Hash{{1}}}, configuration{}},
		"no topics":       {&types.Log{}, configuration{}},
	} {
		var got configuration
		if err := got.update(c.log, chains.Ecotone); err != nil || got != c.want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// What has no known form changes nothing and is told.
func TestConfigUpdatesRefused(t *testing.T) {
	spoilt := func(change func(*types.Log)) *types.Log {
		l := updateLog(gasLimitUpdate, common.Hash{31: 1})
		change(l)
		return l
	}
	for name, l := range map[string]*types.Log{
		"a topic short":     spoilt(func(l *types.Log) { l.Topics = l.Topics[:2] }),
		"version":           spoilt(func(l *types.Log) { l.Topics[1] = common.Hash{31: 1} }),
		"kind":              updateLog(daScalarUpdate+1, common.Hash{31: 1}),
		"huge kind":         spoilt(func(l *types.Log) { l.Topics[2] = common.Hash{1} }),
		"cut off":           spoilt(func(l *types.Log) { l.Data = l.Data[:95] }),
		"too long":          spoilt(func(l *types.Log) { l.Data = append(l.Data, 0) }),
		"offset":            spoilt(func(l *types.Log) { l.Data[31] = 64 }),
		"length":            spoilt(func(l *types.Log) { l.Data[63] = 31 }),
		"no data":           spoilt(func(l *types.Log) { l.Data = nil }),
		"two words":         updateLog(gasLimitUpdate, common.Hash{}, common.Hash{31: 1}),
		"one word":          updateLog(feeScalarsUpdate, common.Hash{31: 1}),
		"scalar's version":  updateLog(feeScalarsUpdate, common.Hash{}, common.Hash{0: 2}),
		"scalar's padding":  updateLog(feeScalarsUpdate, common.Hash{}, common.Hash{0: 1, 23: 1}),
		"old scalar's size": updateLog(feeScalarsUpdate, common.Hash{}, common.Hash{27: 1}),
		"batcher":           updateLog(batcherUpdate, common.Hash{11: 1}),
		"gas limit":         updateLog(gasLimitUpdate, common.Hash{23: 1}),
		"zero denominator":  updateLog(feeMarketUpdate, common.Hash{31: 6}),
		"zero elasticity":   updateLog(feeMarketUpdate, common.Hash{27: 6}),
		"min base fee":      updateLog(minBaseFeeUpdate, common.Hash{23: 1}),
		"footprint":         updateLog(daScalarUpdate, common.Hash{29: 1}),
	} {
		var got configuration
		if err := got.update(l, chains.Ecotone); !errors.Is(err, ErrConfigUpdate) || got != (configuration{}) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// Before Ecotone scalars are taken over as they are. What Ecotone makes of them is a rule.
func TestConfigUpdatesBeforeEcotone(t *testing.T) {
	for name, c := range map[string]struct {
		scalar            common.Hash
		baseFee, blobBase uint32
	}{
		"old":             {common.Hash{31: 9}, 9, 0},
		"old and too big": {common.Hash{27: 1, 31: 9}, 1<<32 - 1, 0},
		"new":             {common.Hash{0: 1, 27: 7, 31: 9}, 9, 7},
		"of no form":      {common.Hash{0: 2, 31: 9}, 3, 4}, // what they were
	} {
		got := configuration{L1Attributes: chains.L1Attributes{BaseFeeScalar: 3, BlobBaseFeeScalar: 4}}
		if err := got.update(updateLog(feeScalarsUpdate, common.Hash{31: 5}, c.scalar), chains.TooOld); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		want := configuration{L1Attributes: chains.L1Attributes{Overhead: common.Hash{31: 5}, Scalar: c.scalar, BaseFeeScalar: c.baseFee, BlobBaseFeeScalar: c.blobBase}}
		if got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
