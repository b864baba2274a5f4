# Shortcuts. Every check is a step of .ci/run, which needs no make; `make help` lists them.
PATHS ?= seeds/
PYTHON := .venv/bin/python
UV ?= uv

.DEFAULT_GOAL := help
.PHONY: help setup run check test lint fix types contracts docs bench fuzz wheel lock clean

help: ## List what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: ## Make .venv, or bring it up to date
	@python3 run.py --tests --version

run: ## Open the annotator on seeds/, or on PATHS=...
	@python3 run.py $(PATHS)

check: ## The gate: format, lint, types, contracts, docs, tests
	@.ci/run format lint types contracts docs tests

test: ## Run all tests; a part: python3 run.py --tests tests/text -k span
	@.ci/run tests

lint: ## Check format and lint
	@.ci/run format lint

fix: setup ## Repair format and lint where a tool can
	@$(PYTHON) -m ruff check --fix . ; $(PYTHON) -m ruff format .

types: ## Check the types
	@.ci/run types

contracts: ## Check which room imports which
	@.ci/run contracts

docs: setup ## Write the generated pages anew
	@$(PYTHON) -P -m annotator docs

bench: setup ## Measure: every benchmarks/bench_*.py
	@for script in benchmarks/bench_*.py; do $(PYTHON) $$script || exit; done

fuzz: setup ## Run the property tests long, on chance
	@$(PYTHON) -P -m pytest -n auto -m hypothesis --hypothesis-profile=fuzz

wheel: ## Build the wheel, install it into a fresh place, run it
	@.ci/run wheel newer

lock: ## Pin the developers' packages anew (needs uv)
	@env -u PIP_FIND_LINKS $(UV) pip compile --no-config --quiet --universal --python-version 3.11 \
	    --upgrade --generate-hashes --extra dev --custom-compile-command 'make lock' \
	    pyproject.toml -o requirements-dev.lock

clean: ## Remove .venv and every cache
	@rm -rf .venv .venv.lock .*_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
