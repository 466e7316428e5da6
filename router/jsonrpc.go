package router

import (
	"bytes"
	"encoding/json"
)

// request is one decoded JSON-RPC request. err is set where it is not a valid one.
type request struct {
	id     json.RawMessage // as it came; nil for a notification
	method string
	params []json.RawMessage
	err    *Error
}

var null = json.RawMessage("null")

// decodeMessage splits a message into its requests. The error is one about the message
// as a whole, to be answered with a single response.
func decodeMessage(body []byte, maxBatch int) (reqs []request, batch bool, err *Error) {
	if !json.Valid(body) {
		return nil, false, &Error{Code: codeParse, Message: "parse error"}
	}
	body = bytes.TrimSpace(body)
	if body[0] != '[' {
		return []request{decodeRequest(body)}, false, nil
	}
	elements(body, func(value []byte) bool {
		reqs = append(reqs, decodeRequest(value))
		return len(reqs) <= maxBatch
	})
	switch {
	case len(reqs) == 0:
		return nil, false, &Error{Code: codeInvalidRequest, Message: "empty batch"}
	case len(reqs) > maxBatch:
		return []request{{id: firstID(reqs), err: &Error{Code: codeInvalidRequest, Message: "batch too large"}}}, true, nil
	}
	return reqs, true, nil
}

// firstID returns the id of the first call of a batch: clients look for an error about a
// whole batch there.
func firstID(reqs []request) json.RawMessage {
	for i := range reqs {
		if reqs[i].err == nil && reqs[i].id != nil {
			return reqs[i].id
		}
	}
	return null
}

// decodeRequest decodes one request out of valid JSON. Of members that occur twice the
// last one counts; unknown ones are ignored.
func decodeRequest(b []byte) request {
	invalid := &Error{Code: codeInvalidRequest, Message: "invalid request"}
	if b[0] != '{' {
		return request{id: null, err: invalid}
	}
	var req request
	var version string
	var args json.RawMessage
	members(b, func(name string, value []byte) {
		switch name {
		case "jsonrpc":
			version = text(value)
		case "id":
			req.id = value
		case "method":
			req.method = text(value)
		case "params":
			args = value
		}
	})
	switch {
	case len(req.id) > 0 && (req.id[0] == '{' || req.id[0] == '['):
		return request{id: null, err: invalid}
	case version != "2.0" || req.method == "":
		if req.id == nil {
			req.id = null
		}
		req.err = invalid
	case len(args) == 0 || args[0] == 'n': // absent or null
	case args[0] != '[':
		req.err = invalidParams("non-array args")
	default:
		elements(args, func(value []byte) bool {
			req.params = append(req.params, value)
			return true
		})
	}
	return req
}

// appendResponse appends the response to a request. result must be valid JSON.
func appendResponse(dst []byte, id, result json.RawMessage, err *Error) []byte {
	if id == nil {
		id = null
	}
	dst = append(dst, `{"jsonrpc":"2.0","id":`...)
	dst = append(dst, id...)
	if err != nil {
		body, encErr := json.Marshal(err)
		if encErr != nil { // its data has no JSON form
			body, _ = json.Marshal(&Error{Code: err.Code, Message: err.Message})
		}
		dst = append(dst, `,"error":`...)
		return append(append(dst, body...), '}')
	}
	if len(result) == 0 {
		result = null
	}
	dst = append(dst, `,"result":`...)
	return append(append(dst, result...), '}')
}

// appendNotification appends a message of a subscription.
func appendNotification(dst []byte, method, id string, result json.RawMessage) []byte {
	dst = append(dst, `{"jsonrpc":"2.0","method":"`...)
	dst = append(dst, method...)
	dst = append(dst, `","params":{"subscription":"`...)
	dst = append(dst, id...)
	dst = append(dst, `","result":`...)
	return append(append(dst, result...), "}}"...)
}
