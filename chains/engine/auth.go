package engine

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

// Bounds of the clock's correction. A node takes tokens up to a minute old or early.
const (
	skewWorthCorrecting = 5 * time.Second
	maxSkew             = 15 * time.Minute
)

// auth signs requests with the Engine API's JWT, a fresh one each. Where a node refuses
// one and its answer's date shows that its clock goes differently, the difference is
// taken into account from then on. It is safe for concurrent use.
type auth struct {
	secret [32]byte
	next   http.RoundTripper
	clock  func() time.Time
	skew   atomic.Int64 // what to add to our clock, nanoseconds
}

// sign sets the Authorization header. It is an rpc.HTTPAuth.
func (a *auth) sign(h http.Header) error {
	issued := a.clock().Add(time.Duration(a.skew.Load())).Unix()
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." +
		base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, `{"iat":%d}`, issued))
	mac := hmac.New(sha256.New, a.secret[:])
	mac.Write([]byte(text))
	h.Set("Authorization", "Bearer "+text+"."+base64.RawURLEncoding.EncodeToString(mac.Sum(nil)))
	return nil
}

// RoundTrip implements http.RoundTripper: it sends the request once more if a corrected
// clock may help.
func (a *auth) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := a.next.RoundTrip(r)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || r.GetBody == nil || !a.correct(resp) {
		return resp, err
	}
	body, err := r.GetBody()
	if err != nil {
		return resp, nil
	}
	io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10)) // so that the connection is used again
	resp.Body.Close()
	again := r.Clone(r.Context())
	again.Body = body
	if err := a.sign(again.Header); err != nil {
		return nil, err
	}
	return a.next.RoundTrip(again)
}

// correct reports whether the node's clock was found to differ from what was assumed.
func (a *auth) correct(resp *http.Response) bool {
	date, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		return false
	}
	found, known := date.Sub(a.clock()), time.Duration(a.skew.Load())
	if found.Abs() > maxSkew || cmp.Compare((found-known).Abs(), skewWorthCorrecting) < 0 {
		return false
	}
	a.skew.Store(int64(found))
	return true
}
