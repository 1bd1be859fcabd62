# Every task of the project; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
RUN := .venv/run.ready
DEV := .venv/dev.ready
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test check fix new rename schema lock bench clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

serve: $(RUN) ## both languages at http://127.0.0.1:8000/ with live reload (PORT=… for another port)
	@$(BIN)/python -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); sys.exit(s.connect_ex(("127.0.0.1", $(PORT))) == 0)' \
	  || { echo "Port $(PORT) is taken: stop what uses it, or run 'make serve PORT=8001'." >&2; exit 1; }
	SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(RUN) ## the whole site into site/, strictly
	$(BIN)/python -m macros check
	$(BIN)/mkdocs build --strict

test: $(DEV) browser ## every test, in a real browser too
	$(BIN)/python -m pytest -n auto

check: $(DEV) browser ## what CI runs: format, lint, types, data, tests, build
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m macros check
	$(BIN)/python -m pytest -n auto
	$(BIN)/mkdocs build --strict

fix: $(DEV) ## mend the form of data and code, write the schemas anew
	$(BIN)/python -m macros format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m macros schema

new: $(RUN) ## scaffold a tool: make new TOOL=<id> STAGE=<stage>
	@test -n "$(TOOL)" || { echo "Say which tool: make new TOOL=my-tool STAGE=model-serving" >&2; exit 1; }
	@$(BIN)/python -m macros new "$(TOOL)" $(STAGE)

rename: $(RUN) ## give a tool another id, everywhere: make rename OLD=<id> NEW=<id>
	@test -n "$(OLD)" -a -n "$(NEW)" || { echo "Say which: make rename OLD=old-id NEW=new-id" >&2; exit 1; }
	@$(BIN)/python -m macros rename "$(OLD)" "$(NEW)"

schema: $(RUN) ## write data/schema/*.json from the records
	$(BIN)/python -m macros schema

lock: $(DEV) ## pin and hash every dependency anew
	$(BIN)/python -m pip install --quiet uv
	for part in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links $$part.in -o $$part.txt; done

bench: $(DEV) browser ## speed, as ratios measured in one run
	$(BIN)/python -m tests.bench

clean: ## remove what was built and installed
	rm -rf site .venv .cache .mypy_cache .ruff_cache .pytest_cache

.venv/pip.ready:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer, or name one with 'make PYTHON=/path/to/python3'." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed, and '$(PYTHON)' is older: name a newer one with 'make PYTHON=python3.12'." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "Python's venv module is missing: install it (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

$(RUN): requirements.txt | .venv/pip.ready
	@$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt | .venv/pip.ready
	@$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ $(RUN)

.PHONY: browser
browser: $(DEV)
	@$(BIN)/python -m tests.browser
