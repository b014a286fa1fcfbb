# Everything starts here: `make run` shows what Standpunkt does, `make test` proves it.
# Needs Python 3.11 or newer, git and make; everything else is set up below.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE ?= .standpunkt
PORT ?= 8000
MINUTES ?= data/minutes

# Install a Debian package where we may, else say what to install.
debian = { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && export DEBIAN_FRONTEND=noninteractive && \
  apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends $(1) >/dev/null; } || { \
  echo "Standpunkt needs '$(1)' here and could not install it. On Debian or Ubuntu: sudo apt-get install $(1)" >&2; exit 2; }

.DEFAULT_GOAL := help
.PHONY: help setup run serve test bench lint lock clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(BIN)/standpunkt ## Make .venv/bin/standpunkt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Standpunkt needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call debian,python3-venv)
	$(PYTHON) -m venv $(VENV)

$(BIN)/standpunkt: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(BIN)/standpunkt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: setup ## Build the graph of data/minutes, answer the first questions, draw the networks
	@$(BIN)/standpunkt build $(MINUTES) --store $(STORE)
	@$(BIN)/standpunkt tour --store $(STORE) --pages build/pages

serve: setup ## Serve explorer and SPARQL endpoint on localhost until Ctrl-C
	@test -d $(STORE) || $(BIN)/standpunkt build $(MINUTES) --store $(STORE)
	@exec $(BIN)/standpunkt serve --store $(STORE) --port $(PORT)

test: $(VENV)/.dev ## Lint, check types and run all tests
	@command -v chromium >/dev/null || $(call debian,chromium)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(VENV)/.dev ## Print the speed table
	$(BIN)/python -m benchmarks

lock: $(BIN)/python ## Resolve the dependencies anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --group pyproject.toml:build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --group pyproject.toml:dev -c requirements.lock -o requirements-dev.lock

clean: ## Remove what make made
	rm -rf $(VENV) $(STORE) build
