package proxy

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// maxTokenAge is how old a token may be, or how far ahead of our clock.
const maxTokenAge = time.Minute

// errToken: a request does not carry a token of the secret.
var errToken = errors.New("not authorized")

// authorize signs a request with the Engine API's JWT.
func authorize(h http.Header, secret [32]byte, now time.Time) {
	text := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." +
		base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, `{"iat":%d}`, now.Unix()))
	h.Set("Authorization", "Bearer "+text+"."+base64.RawURLEncoding.EncodeToString(tokenMAC(secret, text)))
}

func tokenMAC(secret [32]byte, text string) []byte {
	mac := hmac.New(sha256.New, secret[:])
	mac.Write([]byte(text))
	return mac.Sum(nil)
}

// authorized checks a request's token: HS256 of the secret, made within the last minute.
func authorized(h http.Header, secret [32]byte, now time.Time) error {
	token, found := strings.CutPrefix(h.Get("Authorization"), "Bearer ")
	text, signature := token, ""
	if at := strings.LastIndexByte(token, '.'); at >= 0 {
		text, signature = token[:at], token[at+1:]
	}
	head, claims, split := strings.Cut(text, ".")
	if !found || !split {
		return fmt.Errorf("%w: no JWT", errToken)
	}
	var header struct {
		Algorithm string `json:"alg"`
	}
	var claim struct {
		Issued  json.Number `json:"iat"`
		Expires json.Number `json:"exp"`
	}
	mac, err := base64.RawURLEncoding.DecodeString(signature)
	if err != nil || decodePart(head, &header) != nil || header.Algorithm != "HS256" || !hmac.Equal(mac, tokenMAC(secret, text)) {
		return fmt.Errorf("%w: the JWT is not of this secret", errToken)
	}
	if decodePart(claims, &claim) != nil {
		return fmt.Errorf("%w: the JWT's claims cannot be read", errToken)
	}
	issued, err := claim.Issued.Float64()
	if err != nil || now.Sub(time.Unix(int64(issued), 0)).Abs() > maxTokenAge {
		return fmt.Errorf("%w: the JWT is more than %v old or early", errToken, maxTokenAge)
	}
	if expires, err := claim.Expires.Float64(); err == nil && now.Unix() >= int64(expires) {
		return fmt.Errorf("%w: the JWT has expired", errToken)
	}
	return nil
}

func decodePart(part string, into any) error {
	text, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}
