# All targets but contracts and bindings-check need Go and a C compiler only.

GO ?= go
FUZZTIME ?= 60s
KILLS ?= 50

# Packages with goroutines of their own. .ci/run runs the race detector on them.
RACE = ./chains/l1 ./chains/follower ./journal ./sequencer ./router ./history ./settlement ./tracer/shard ./signer ./verifier

# Packages with tests against op-geth, beside ./test/opchains, which sends BUNDLES transactions.
OPSTACK = ./chains/engine ./chains/l1 ./chains/proxy ./cmd/ssequencer/service ./sequencer ./tracer
BUNDLES ?= 2000

# Of proxy-margin: how many slots, and plain transactions a second on each chain, beside bundles.
SLOTS ?= 1000
TRANSFERS ?= 100

# Kills and reorgs of L1 in the tests of what is published in blobs.
BLOB_ROUNDS ?= 40

.PHONY: build test race lint contracts bindings-check fuzz kills blobs governance games cost long reorgs test-opstack proxy-margin proxy-latency ci

build: ## the program, as ./ssequencer
	$(GO) build -o ssequencer ./cmd/ssequencer

test: ## what has to pass before every commit
	$(GO) test ./...

race: ## the race detector on packages with concurrency
	$(GO) test -race $(RACE)

lint: ## formatting, go vet, staticcheck, architecture rules
	@unformatted=$$(find . -name '*.go' -not -path './contracts/node_modules/*' | xargs gofmt -l); \
	if [ -n "$$unformatted" ]; then echo "gofmt these:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test ./test/arch

contracts: ## Solidity tests (needs Node and npm)
	contracts/test.sh

bindings-check: ## are the committed bindings what the contracts give? (needs Node and npm)
	contracts/build.sh --check

fuzz: ## every fuzz target for FUZZTIME
	@grep -rlE --include='*_test.go' --exclude-dir=node_modules '^func Fuzz' . | while read -r file; do \
		grep -oE '^func Fuzz[A-Za-z0-9_]+' "$$file" | while read -r _ name; do \
			echo "== $$name ($$(dirname "$$file"), $(FUZZTIME))"; \
			$(GO) test "$$(dirname "$$file")" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) </dev/null || exit 1; \
		done || exit 1; \
	done

kills: ## kill -9 of the sequencer and of nodes under load, KILLS times
	SSEQ_KILLS=$(KILLS) $(GO) test -count=1 -timeout 240m -v -run '^TestKills$$' ./test/processes

blobs: ## kills and reorgs of L1 while orders are published in blobs, BLOB_ROUNDS times
	SSEQ_BLOB_ROUNDS=$(BLOB_ROUNDS) $(GO) test -count=1 -timeout 60m -v -run 'WithBlobs$$' ./settlement

governance: ## a pair is closed on a devnet with messages owed for too long, and goes on in its next generation
	SSEQ_GOVERNANCE=1 $(GO) test -count=1 -timeout 10m -v -run '^TestPairIsClosed$$' ./cmd/ssequencer

games: ## blocks by the OP Stack's own dispute games, compiled from their module (needs Node and npm)
	games=$$(contracts/games/build.sh) && SSEQ_GAMES=$$games $(GO) test -count=1 -v -run '^TestDisputeGames$$' ./contracts/bindings

cost: ## what the journal's syncs cost on the disk of temporary files; exit code 3 if it is too much
	$(GO) run ./cmd/ssequencer bench durability --slo lost=10,added=1ms --timeout 30m

long: ## the tests whose length can be chosen, long, and every planted bug: some hours
	CONFORMANCE_SEED=$$(date +%s) SSEQ_SCENARIO=10000 SSEQ_ROUNDS=20 SSEQ_SIM_SEEDS=3000 \
		$(GO) test -count=1 -timeout 240m -p 1 ./test/... ./tracer
	$(MAKE) kills KILLS=1000
	$(MAKE) blobs BLOB_ROUNDS=100
	$(MAKE) governance
	$(MAKE) reorgs
	test/sim/bugs/run.sh

# OPNODE=no leaves out what needs the OP Stack's own op-node and op-batcher.
OPNODE ?= yes
OPNODE_DIR = $$(test "$(OPNODE)" = no || test/opstack/op-node.sh)

test-opstack: ## the OP Stack's rules, nodes and modes, against op-geth and op-node (building them takes minutes the first time)
	@dir=$$(mktemp -d) && trap 'rm -r "$$dir"' EXIT && \
	(cd test/opstack && $(GO) vet ./... && $(GO) build -o "$$dir/opgeth" .) && export SSEQ_OPGETH="$$dir/opgeth" && \
	SSEQ_OPSTACK_PROGRAMS=$(OPNODE_DIR) && export SSEQ_OPSTACK_PROGRAMS && \
	$(GO) test -count=1 -parallel 4 -timeout 20m -run 'OPStack|TestReplaced|TestRolledBack' $(OPSTACK) && \
	SSEQ_BUNDLES=$(BUNDLES) $(GO) test -count=1 -timeout 20m -v ./test/opchains

reorgs: ## reorgs of L1 that drop origins of direct mode's blocks, of every depth and with kills
	@dir=$$(mktemp -d) && trap 'rm -r "$$dir"' EXIT && \
	(cd test/opstack && $(GO) build -o "$$dir/opgeth" .) && export SSEQ_OPGETH="$$dir/opgeth" && \
	SSEQ_DROPS=1 $(GO) test -count=1 -timeout 60m -v -run '^TestDirectOrphaned$$' ./test/opchains

proxy-margin: ## how long op-nodes wait for blocks under load, and how often longer than their margin of 50 ms, in SLOTS slots of 1 s
	@dir=$$(mktemp -d) && trap 'rm -r "$$dir"' EXIT && \
	(cd test/opstack && $(GO) build -o "$$dir/opgeth" .) && export SSEQ_OPGETH="$$dir/opgeth" && \
	SSEQ_SLOTS=$(SLOTS) SSEQ_TRANSFERS=$(TRANSFERS) $(GO) test -count=1 -timeout $$(($(SLOTS) / 30 + 15))m -v -run '^TestBesideMargin$$' ./test/opchains

proxy-latency: ## what the Engine proxy adds to op-node's calls, and how long a block that is built takes to fetch
	@dir=$$(mktemp -d) && trap 'rm -r "$$dir"' EXIT && \
	(cd test/opstack && $(GO) build -o "$$dir/opgeth" .) && export SSEQ_OPGETH="$$dir/opgeth" && \
	$(GO) test -count=3 -run '^$$' -bench 'OPStackPassed' -benchtime 1000x ./chains/proxy && \
	$(GO) test -count=1 -run '^$$' -bench 'OPStackFetch' -benchtime 200x ./chains/proxy

ci: ## everything, as .ci/run does
	.ci/run
