package engine

import "regexp"

// Shown returns a text, mostly of an error, as anybody may read it: of each URL in it there is
// only the server, since user name, path and query often hold an access key.
func Shown(text string) string {
	url := regexp.MustCompile(`([a-z]+://)(?:[^\s"'/?#]*@)?([^\s"'/?#]+)(?:[/?#](?:[^\s"']*[^\s"':,;.)])?)?`)
	return url.ReplaceAllString(text, "$1$2")
}
