package router

import (
	"bytes"
	"encoding/json"
	"testing"
)

// FuzzDecodeMessage compares the decoder with encoding/json: it must never panic, accept
// the same bodies, and find the same members.
func FuzzDecodeMessage(f *testing.F) {
	for _, seed := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[{"a":"}]\""},[1,[2]],"x",null,-1.5e3]}`,
		`[{"jsonrpc":"2.0","id":"a\"b","method":"m\u0065"},[],{},5,"x"]`, ` [ 1 , { "id" : null } ] `, `{"params":[],"params":[1 ,2 ]}`,
		`[]`, `{}`, `""`, "{\"a\":\"\\\\\"}", `{"jsonrpc":"2.0","id":1,"method":"x","params":{"a":1}}`, "[\t\n]", `{"":{"":[]}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		reqs, batch, bad := decodeMessage(body, 100)
		if (bad != nil && bad.Code == codeParse) == json.Valid(body) {
			t.Fatalf("validity differs: %q: %v", body, bad)
		}
		if bad != nil {
			return
		}
		var raws []json.RawMessage
		if !batch {
			raws = []json.RawMessage{bytes.TrimSpace(body)}
		} else if err := json.Unmarshal(body, &raws); err != nil {
			t.Fatal(err)
		}
		if len(raws) > 100 && len(reqs) == 1 && reqs[0].err != nil {
			return
		}
		if len(raws) != len(reqs) {
			t.Fatalf("%q: %d requests, want %d", body, len(reqs), len(raws))
		}
		for i, raw := range raws {
			compareRequest(t, &reqs[i], raw)
			checkResponse(t, &reqs[i])
		}
	})
}

// compareRequest compares a request with what encoding/json finds in it.
func compareRequest(t *testing.T, got *request, raw json.RawMessage) {
	t.Helper()
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil || fields == nil {
		if got.err == nil {
			t.Fatalf("%q is no object and was accepted", raw)
		}
		return
	}
	if got.err != nil {
		return
	}
	var params []json.RawMessage
	var method string
	if json.Unmarshal(fields["method"], &method) != nil || method != got.method || !bytes.Equal(fields["id"], got.id) {
		t.Fatalf("%q: method %q id %q", raw, got.method, got.id)
	}
	if len(fields["params"]) > 0 && json.Unmarshal(fields["params"], &params) != nil {
		t.Fatalf("%q: bad params were accepted", raw)
	}
	if len(params) != len(got.params) {
		t.Fatalf("%q: %d params, want %d", raw, len(got.params), len(params))
	}
	for i := range params {
		if !bytes.Equal(params[i], got.params[i]) {
			t.Fatalf("%q: param %d is %q, want %q", raw, i, got.params[i], params[i])
		}
	}
}

// checkResponse: every response is valid JSON, whatever the id was.
func checkResponse(t *testing.T, req *request) {
	t.Helper()
	if out := appendResponse(nil, req.id, nil, req.err); !json.Valid(out) {
		t.Fatalf("response %q", out)
	}
}
