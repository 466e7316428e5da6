package dashboard_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/ssequencer/ssequencer/router/dashboard"
)

func serve(t *testing.T) http.Handler {
	t.Helper()
	h, err := dashboard.Handler()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func ask(h http.Handler, method, path string, header ...string) *http.Response {
	req := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec.Result()
}

func body(t *testing.T, resp *http.Response) string {
	t.Helper()
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Everything the page loads is served, with its type and every protection, and nothing is
// loaded from elsewhere.
func TestPage(t *testing.T) {
	h := serve(t)
	todo, seen := []string{"/dashboard"}, map[string]bool{}
	link := regexp.MustCompile(`(?:href|src|from)[ =]"(?:\./)?([^"#]+)"`)
	for len(todo) > 0 {
		path := todo[0]
		todo = todo[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		resp := ask(h, "GET", path)
		text := body(t, resp)
		if resp.StatusCode != 200 || resp.Header.Get("ETag") == "" {
			t.Errorf("%s: %d, headers %v", path, resp.StatusCode, resp.Header)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-cache"} {
			if got := resp.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
		policy := resp.Header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "require-trusted-types-for 'script'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy %q has no %s", path, policy, want)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: the policy %q allows too much", path, policy)
		}
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			todo = append(todo, "/dashboard/"+strings.TrimPrefix(m[1], "dashboard/"))
		}
	}
	for _, path := range []string{"/dashboard/app.js", "/dashboard/view.js", "/dashboard/rpc.js", "/dashboard/style.css", "/dashboard/icon.svg"} {
		if !seen[path] {
			t.Errorf("the page does not load %s", path)
		}
	}
}

func TestTypes(t *testing.T) {
	h := serve(t)
	for path, want := range map[string]string{"/dashboard": "text/html", "/dashboard/app.js": "text/javascript",
		"/dashboard/style.css": "text/css", "/dashboard/icon.svg": "image/svg+xml"} {
		if got := ask(h, "GET", path).Header.Get("Content-Type"); got != want+"; charset=utf-8" {
			t.Errorf("%s is %q", path, got)
		}
	}
}

func TestStatus(t *testing.T) {
	h := serve(t)
	tag := ask(h, "GET", "/dashboard").Header.Get("ETag")
	for _, c := range []struct {
		method, path string
		header       []string
		want         int
	}{
		{"HEAD", "/dashboard", nil, 200},
		{"POST", "/dashboard", nil, 405},
		{"GET", "/dashboard", []string{"If-None-Match", tag}, 304},
		{"GET", "/dashboard", []string{"If-None-Match", `"other"`}, 200},
		{"GET", "/dashboard/", nil, 301},
		{"GET", "/dashboard/index.html", nil, 404},
		{"GET", "/dashboard/../dashboard.go", nil, 404},
		{"GET", "/dashboard/nothing.js", nil, 404},
	} {
		resp := ask(h, c.method, c.path, c.header...)
		if resp.StatusCode != c.want {
			t.Errorf("%s %s %v: %d, want %d", c.method, c.path, c.header, resp.StatusCode, c.want)
		}
		if c.want != 200 && c.want != 301 && c.want != 304 && strings.Contains(resp.Header.Get("Content-Type"), "html") {
			t.Errorf("%s %s: an error as markup", c.method, c.path)
		}
	}
}

// What a chain's users write (revert reasons) is shown on the page: no script may use a
// way by which text becomes markup, code or an address.
func TestNoMarkupFromText(t *testing.T) {
	h := serve(t)
	sinks := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML|\beval\b|new Function|srcdoc|javascript:|\.href\s*=[^=]`)
	for _, name := range []string{"app", "dom", "feed", "lanes", "rpc", "view"} {
		text := body(t, ask(h, "GET", "/dashboard/"+name+".js"))
		if found := sinks.FindString(text); found != "" {
			t.Errorf("%s.js uses %s", name, found)
		}
	}
	page := body(t, ask(h, "GET", "/dashboard"))
	if found := regexp.MustCompile(`<style|<script>|\son\w+=|\sstyle=`).FindString(page); found != "" {
		t.Errorf("the page has inline code or style (%q), which its policy forbids", found)
	}
}
