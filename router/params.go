package router

import (
	"encoding/json"
	"fmt"
)

// bind decodes positional parameters into targets. The first required must be there and
// not null; the rest may be missing. Errors have geth's wording.
func bind(params []json.RawMessage, required int, targets ...any) error {
	if len(params) > len(targets) {
		return invalidParams(fmt.Sprintf("too many arguments, want at most %d", len(targets)))
	}
	for i, target := range targets {
		if i >= len(params) || string(params[i]) == "null" {
			if i < required {
				return invalidParams(fmt.Sprintf("missing value for required argument %d", i))
			}
			continue
		}
		if err := json.Unmarshal(params[i], target); err != nil {
			return invalidParams(fmt.Sprintf("invalid argument %d: %v", i, err))
		}
	}
	return nil
}
