# Every command of the project. `make run` and `make test` set up what they need.
PYTHON ?= python3
BIN := .venv/bin
WINDOW ?= 2026-03-10/2026-03-14
# A worker for each core, each with a Postgres of its own; a file's tests stay together, as they share what they set up.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup run test check format lint types contracts bench up dictionary lock clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/.complete ## the virtual environment, exactly as locked

run: setup ## run the nightly DAG over the sample archive on an embedded Postgres, and show what came out
	@$(BIN)/python -m dags.local --source sample --window $(WINDOW)
	@$(BIN)/dateline summary --window $(WINDOW)

test: setup ## all tests
	@$(PYTEST)

check: format lint types contracts ## format, lint, types, import contracts, tests with coverage
	@$(PYTEST) --cov --cov-report=term:skip-covered

format: setup
	@$(BIN)/ruff format --check .

lint: setup
	@$(BIN)/ruff check .

types: setup
	@$(BIN)/mypy

contracts: setup
	@$(BIN)/lint-imports

bench: setup ## pages and articles a CPU second, side by side with trafilatura and COPY
	@$(BIN)/python -m bench

up: setup ## Airflow's interface and Postgres on loopback, until Ctrl-C
	@$(BIN)/python -m dags.up

dictionary: setup ## write docs/dictionary.md again from the comments of tables and views
	@$(BIN)/python -m pipeline.run.dictionary

lock: setup ## write requirements.lock again from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --quiet --upgrade --output-file requirements.lock

clean: ## remove the virtual environment; the data under .dateline stays
	rm -rf .venv

.venv/.complete: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; name another: make PYTHON=python3.12")'
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv
	@awk '/^uv==/ {p=1} p {print} p && !/\\$$/ {exit}' requirements.lock > .venv/uv.lock
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement .venv/uv.lock
	@$(BIN)/uv pip sync --quiet --require-hashes --compile-bytecode --python $(BIN)/python requirements.lock
	@$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .
	@touch .venv/.complete
