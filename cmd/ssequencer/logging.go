package main

import (
	"io"

	"github.com/urfave/cli/v2"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
)

// newLogger returns a logger to w.
func newLogger(w io.Writer, settings config.Log) (*zap.Logger, error) {
	level, err := zapcore.ParseLevel(settings.Level)
	if err != nil {
		return nil, usageError("--log.level %s: want debug, info, warn or error", settings.Level)
	}
	ec := zap.NewProductionEncoderConfig()
	ec.EncodeTime = zapcore.ISO8601TimeEncoder
	encoder := zapcore.NewJSONEncoder(ec)
	switch settings.Format {
	case "json":
	case "console":
		ec.EncodeLevel = zapcore.CapitalLevelEncoder
		encoder = zapcore.NewConsoleEncoder(ec)
	default:
		return nil, usageError("--log.format %s: want console or json", settings.Format)
	}
	return zap.New(zapcore.NewCore(encoder, zapcore.Lock(zapcore.AddSync(w)), level)), nil
}

func logFlags(level string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "log.level", Usage: "debug, info, warn or error", Value: level},
		&cli.StringFlag{Name: "log.format", Usage: "console or json", Value: "console"},
	}
}

func logSettings(c *cli.Context) config.Log {
	return config.Log{Level: c.String("log.level"), Format: c.String("log.format")}
}
