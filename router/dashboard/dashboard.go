// Package dashboard is a page for people who look after the service, or are new to it: chains,
// slots, bundles, settlement batches and the life of one bundle, as they happen. It is
// plain HTML, CSS and JavaScript inside the binary. It loads nothing from elsewhere and
// has no interface of its own: it asks the JSON-RPC of the origin it came from.
package dashboard

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed static
var static embed.FS

// policy lets the page run its own scripts and styles and talk to its own origin, and
// nothing else. Text shown there is attacker-controlled (revert reasons), so browsers that
// know Trusted Types are told to refuse every way from text to markup or code.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// file is one embedded file, ready to be served.
type file struct {
	body []byte
	kind string // Content-Type
	tag  string // ETag
}

// Handler serves the page at /dashboard and its parts below that. It is safe for
// concurrent use.
func Handler() (http.Handler, error) {
	files, err := load()
	if err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/dashboard")
		if name == "/" { // the page's links are relative to /dashboard
			http.Redirect(w, r, "../dashboard", http.StatusMovedPermanently)
			return
		}
		f, known := files[name]
		if !known {
			http.NotFound(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD, OPTIONS")
			http.Error(w, "the dashboard is read with GET", http.StatusMethodNotAllowed)
			return
		}
		h := w.Header()
		h.Set("Content-Type", f.kind)
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-cache") // ask each time: another version may run
		h.Set("ETag", f.tag)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.body))
	}), nil
}

// load reads the embedded files, by what follows /dashboard in their path.
func load() (map[string]file, error) {
	const root = "static"
	entries, err := static.ReadDir(root)
	if err != nil {
		return nil, fmt.Errorf("dashboard: %w", err)
	}
	// Not from the machine's MIME table: that differs between machines.
	kinds := map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
	files := make(map[string]file)
	for _, entry := range entries {
		body, err := static.ReadFile(path.Join(root, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("dashboard: %w", err)
		}
		kind, known := kinds[path.Ext(entry.Name())]
		if !known {
			return nil, fmt.Errorf("dashboard: %s: no content type for this kind of file", entry.Name())
		}
		sum := sha256.Sum256(body)
		f := file{body: body, kind: kind + "; charset=utf-8", tag: `"` + hex.EncodeToString(sum[:16]) + `"`}
		if entry.Name() == "index.html" {
			files[""] = f
			continue
		}
		files["/"+entry.Name()] = f
	}
	return files, nil
}
