package proxy

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/rpc"
)

// Remote is a JSON-RPC endpoint of op-node (its admin namespace) or of op-conductor. It is
// an OpNode and a Conductor, and safe for concurrent use.
type Remote struct{ client *rpc.Client }

// Dial makes a Remote of a URL. Over HTTP it connects with the first call only.
func Dial(ctx context.Context, url string) (*Remote, error) {
	client, err := rpc.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", url, err)
	}
	return &Remote{client}, nil
}

// Close closes the connection.
func (r *Remote) Close() { r.client.Close() }

// PostUnsafePayload implements OpNode.
func (r *Remote) PostUnsafePayload(ctx context.Context, envelope json.RawMessage) error {
	return r.client.CallContext(ctx, nil, "admin_postUnsafePayload", envelope)
}

// Leader implements Conductor.
func (r *Remote) Leader(ctx context.Context) (bool, error) {
	var leads bool
	err := r.client.CallContext(ctx, &leads, "conductor_leader")
	return leads, err
}
