package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains/engine"
)

// running is a service that was started.
type running interface {
	// Wait blocks until the service ends by itself, and says why; after Close it returns
	// nil.
	Wait() error
	// Close stops the service and waits for it.
	Close() error
}

// shownError is an error that ends in the log: it shows no access keys.
type shownError struct{ error }

// Error implements error.
func (e shownError) Error() string { return engine.Shown(e.error.Error()) }

// Unwrap returns the error as it is.
func (e shownError) Unwrap() error { return e.error }

func runCommand() *cli.Command {
	return &cli.Command{
		Name: "run", Usage: "run the service against the chains' own nodes",
		Description: "Each setting comes from its flag, else its environment variable (rpc.port: SSEQUENCER_RPC_PORT;\nof a chain: SSEQUENCER_CHAIN_901_RPC_URL), else the file, else the default.",
		Flags:       configFlags(),
		Action:      runService,
	}
}

func runService(c *cli.Context) error {
	cfg, _, err := loadConfig(c)
	if err != nil {
		return err
	}
	log, err := newLogger(c.App.ErrWriter, cfg.Log)
	if err != nil {
		return err
	}
	service, err := startService(c.Context, cfg, log)
	if err != nil {
		return shownError{fmt.Errorf("start the service: %w", err)}
	}
	return serve(c.Context, service, log)
}

// serve waits until the service ends or the context does, and closes it.
func serve(ctx context.Context, service running, log *zap.Logger) error {
	ended := make(chan error, 1)
	go func() { ended <- service.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			err = shownError{fmt.Errorf("the service stopped: %w", err)}
		}
		return errors.Join(err, service.Close())
	case <-ctx.Done():
		log.Info("stopping; Ctrl-C again ends at once")
		err := service.Close()
		<-ended
		return err
	}
}
