package proxy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// Error codes of JSON-RPC and of the Engine API. To op-node an unknown payload is a job
// that has ended; a server error is one to try again after.
const (
	codeParams         = -32602
	codeServer         = -32000
	codeUnknownPayload = -38001
)

// The methods that the proxy looks at, without their version, and its own.
const (
	forkchoiceUpdated = "engine_forkchoiceUpdatedV"
	getPayload        = "engine_getPayloadV"
	ownMethods        = "ssequencer_"
	modeMethod        = ownMethods + "mode"
	setModeMethod     = ownMethods + "setMode"
)

// concerns reports whether the proxy has more to do with a method than to pass it on.
func concerns(method string) bool {
	return strings.HasPrefix(method, forkchoiceUpdated) || strings.HasPrefix(method, getPayload) || method == modeMethod || method == setModeMethod
}

// call is one JSON-RPC request.
type call struct {
	Version json.RawMessage   `json:"jsonrpc,omitempty"`
	ID      json.RawMessage   `json:"id,omitempty"`
	Method  string            `json:"method"`
	Params  []json.RawMessage `json:"params,omitempty"`
}

// response is one JSON-RPC response of the node.
type response struct {
	Result json.RawMessage `json:"result"`
	Error  *rpcError       `json:"error"`
}

// rpcError is the error of a response.
type rpcError struct {
	Code    int             `json:"code"`
	Message string          `json:"message"`
	Data    json.RawMessage `json:"data,omitempty"`
}

// Error implements error.
func (e *rpcError) Error() string { return fmt.Sprintf("%s (code %d)", e.Message, e.Code) }

// mayConcern is a quick look whether a message can hold a request of concern, one with an
// escaped name included.
func mayConcern(message []byte) bool {
	for _, hint := range []string{"engine_", ownMethods, `\u`} {
		if bytes.Contains(message, []byte(hint)) {
			return true
		}
	}
	return false
}

// methodOf returns the method of a request, empty where it is none, and whether it is a
// batch. Clients put the method before the parameters, so that a block in them is not read.
func methodOf(message []byte) (method string, batch bool) {
	d := json.NewDecoder(bytes.NewReader(message))
	start, err := d.Token()
	if err != nil || start != json.Delim('{') {
		return "", err == nil && start == json.Delim('[')
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return "", false
		}
		name, _ := key.(string)
		if strings.EqualFold(name, "method") {
			if d.Decode(&method) != nil {
				return "", false
			}
			return method, false
		}
		var skipped json.RawMessage
		if d.Decode(&skipped) != nil {
			return "", false
		}
	}
	return "", false
}

// reply is an answer on its way to op-node.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// answer makes the reply with a result to a call. The result must be valid JSON: a block in
// it is not looked at again.
func (c *call) answer(result json.RawMessage) *reply { return c.reply("result", result) }

// refuse makes the reply with an error to a call.
func (c *call) refuse(e *rpcError) (*reply, error) {
	raw, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode the error of %s: %w", c.Method, err)
	}
	return c.reply("error", raw), nil
}

func (c *call) reply(member string, value json.RawMessage) *reply {
	id := c.ID
	if len(id) == 0 {
		id = json.RawMessage("null")
	}
	body := slices.Concat([]byte(`{"jsonrpc":"2.0","id":`), id, []byte(`,"`+member+`":`), value, []byte("}"))
	return &reply{status: http.StatusOK, header: http.Header{"Content-Type": {"application/json"}}, body: body}
}

// result returns what a reply of the node carries; its error is a *rpcError where the node
// has answered with one.
func (r *reply) result() (json.RawMessage, error) {
	var answered response
	if r.status != http.StatusOK {
		return nil, fmt.Errorf("the node answers with HTTP status %d", r.status)
	}
	if err := json.Unmarshal(r.body, &answered); err != nil {
		return nil, fmt.Errorf("the node's answer: %w", err)
	}
	if answered.Error != nil {
		return nil, answered.Error
	}
	return answered.Result, nil
}
