package shard

// What a transaction takes of the data that a chain of the OP Stack publishes on L1 is
// estimated from the length that the FastLZ algorithm (level 1) would bring it to. Only
// the length is computed. It is part of the protocol, oddities included.

const (
	lzTableBits  = 13
	lzWindow     = 1<<lzTableBits - 1 // farthest distance of a match
	lzTail       = 13                 // no match begins in the last bytes
	lzMargin     = 9                  // how far beyond that place a match reaches
	lzLiteralRun = 32
	lzLongMatch  = 262
	lzShortMatch = 6
)

// Parameters of the estimate that Fjord introduced, in millionths of a byte.
const (
	daIntercept = -42_585_600
	daSlope     = 836_500
	daMinimum   = 100_000_000
	daScale     = 1_000_000
)

// daSizeScaled returns the estimated size of an encoded transaction in millionths of a
// byte, once it is compressed together with others.
func daSizeScaled(raw []byte) uint64 {
	return uint64(max(daMinimum, daIntercept+daSlope*int64(fastLZ(raw))))
}

// fastLZ returns the length of data after compression.
func fastLZ(data []byte) uint64 {
	c := lzCounter{data: data}
	if limit := len(data) - lzTail; limit > 0 {
		c.matches(limit)
	}
	c.literals(len(data) - c.anchor)
	return c.size
}

type lzCounter struct {
	data   []byte
	table  [1 << lzTableBits]int32 // where three bytes of a hash were seen last
	anchor int                     // everything before it is counted
	size   uint64
}

// matches counts the matches that begin before limit, and what lies between them.
func (c *lzCounter) matches(limit int) {
	for at := 2; at < limit; {
		start, earlier, found := c.find(at, limit)
		if !found {
			return
		}
		c.literals(start - c.anchor)
		length := c.common(earlier+3, start+3, limit+lzMargin)
		c.match(length)
		at = start + length
		c.swap(at)
		c.swap(at + 1)
		at += 2
		c.anchor = at
	}
}

// find returns the first place from at on where three bytes are repeated.
func (c *lzCounter) find(at, limit int) (start, earlier int, found bool) {
	for ; at+1 < limit; at++ {
		earlier = c.swap(at)
		if at-earlier <= lzWindow && c.three(at) == c.three(earlier) {
			return at, earlier, true
		}
	}
	return 0, 0, false
}

// swap notes the place for the three bytes there, and returns what was noted for them.
func (c *lzCounter) swap(at int) int {
	slot := &c.table[c.three(at)*2654435769>>19&lzWindow]
	earlier := *slot
	*slot = int32(at)
	return int(earlier)
}

func (c *lzCounter) three(at int) uint32 {
	return uint32(c.data[at]) | uint32(c.data[at+1])<<8 | uint32(c.data[at+2])<<16
}

// common returns how many bytes are the same at both places before end. Where one differs,
// it is counted as well.
func (c *lzCounter) common(earlier, at, end int) int {
	for n := range end - at {
		if c.data[earlier+n] != c.data[at+n] {
			return n + 1
		}
	}
	return end - at
}

func (c *lzCounter) literals(n int) {
	c.size += uint64(n / lzLiteralRun * (lzLiteralRun + 1))
	if rest := n % lzLiteralRun; rest > 0 {
		c.size += uint64(rest + 1)
	}
}

func (c *lzCounter) match(length int) {
	length--
	c.size += uint64(3 * (length / lzLongMatch))
	if length%lzLongMatch >= lzShortMatch {
		c.size += 3
	} else {
		c.size += 2
	}
}
