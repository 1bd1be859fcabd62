# Every task of the project; `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
RUN := .venv/run.ready
DEV := .venv/dev.ready
WHOLE := site shipped catalogue lab/test_whole.py lab/test_failures.py  # tests of whole sites, data and processes
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build data form quick lint test check proud lighthouse firefox fix new tidy rename schema lock bench zensical clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

serve: $(RUN) ## both languages at http://127.0.0.1:8000/, new on screen after each save (PORT=… for another port)
	@$(BIN)/python -m macros.serving $(PORT)

build: data ## the whole site into site/, strictly
	$(BIN)/mkdocs build --strict

data: $(RUN) ## is the data sound? every problem at once, in two seconds
	@$(BIN)/python -m macros check

quick: lint data ## what can be known in forty seconds: lint, types, data, unit tests, the browser's pure modules in Node
	@$(BIN)/python -m pytest -n auto $(WHOLE:%=--ignore=tests/%)

lint: $(DEV) node_modules/.ready ## form and types of Python, JavaScript, CSS, YAML; workflows
	@$(MAKE) --no-print-directory -j 4 lint-form lint-types lint-scripts lint-workflows

.PHONY: lint-form lint-types lint-scripts lint-workflows
lint-form:
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/yamllint --strict .

lint-types:
	@$(BIN)/mypy --no-error-summary

lint-scripts:
	@if [ -x node_modules/.bin/biome ]; then node_modules/.bin/biome lint --error-on-warnings --log-level=error; \
	  else echo "Left out: the lint of JavaScript, CSS and workflows, for which npm and its packages are needed."; fi

lint-workflows:
	@if [ -x node_modules/.bin/biome ]; then node .ci/workflows.mjs; fi

test: $(DEV) browser ## every test, in a real browser too
	@$(BIN)/python -m pytest -n 6 --dist loadgroup

check: lint data test ## what CI runs: lint, types, data, every test; the tests build the whole site strictly

proud: $(DEV) browser ## beside check, what takes longer: the third gate, planted faults, two builds byte for byte, speed, Lighthouse, Firefox
	$(BIN)/python -m macros check --proud
	$(BIN)/python -m tests.planted
	$(BIN)/python -m tests.reproducible
	$(BIN)/python -m tests.pace
	@$(MAKE) --no-print-directory build bench lighthouse firefox

lighthouse: $(DEV) browser ## Lighthouse on the pages of site/, as a reader's phone sees them
	@if command -v npm >/dev/null; then npm ci --silent --prefix tests/lighthouse && $(BIN)/python -m tests.lighthouse; \
	  else echo "Left out: Lighthouse, for which npm is needed."; fi

form: $(RUN) ## put the data into their one form, with the first lines of history
	@$(BIN)/python -m macros format

firefox: $(DEV) ## a smoke run on site/ in Debian's Firefox
	@if command -v npm >/dev/null; then npm ci --silent --prefix tests/firefox && $(BIN)/python -m tests.firefox; \
	  else echo "Left out: the smoke run in Firefox, for which npm is needed."; fi

fix: $(DEV) ## mend the form of data and code, write the schemas anew
	$(BIN)/python -m macros format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m macros schema

new: $(RUN) ## scaffold a tool: make new TOOL=<id> STAGE=<stage>
	@test -n "$(TOOL)" || { echo "Say which tool: make new TOOL=my-tool STAGE=model-serving" >&2; exit 1; }
	@$(BIN)/python -m macros new "$(TOOL)" $(STAGE)

tidy: $(RUN) ## take the unanswered questions of a scaffold out: make tidy TOOL=<id>
	@test -n "$(TOOL)" || { echo "Say which tool: make tidy TOOL=my-tool" >&2; exit 1; }
	@$(BIN)/python -m macros tidy "$(TOOL)"
	@$(BIN)/python -m macros format

rename: $(RUN) ## give a tool another id, everywhere: make rename OLD=<id> NEW=<id>
	@test -n "$(OLD)" -a -n "$(NEW)" || { echo "Say which: make rename OLD=old-id NEW=new-id" >&2; exit 1; }
	@$(BIN)/python -m macros rename "$(OLD)" "$(NEW)"

schema: $(RUN) ## write data/schema/*.json from the records
	$(BIN)/python -m macros schema

lock: $(DEV) ## pin and hash every dependency anew
	$(BIN)/python -m pip install --quiet uv
	for part in requirements requirements-dev requirements-zensical; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links $$part.in -o $$part.txt; done
	for part in . tests/lighthouse tests/firefox; do npm install --silent --package-lock-only --prefix $$part; done

bench: $(DEV) browser ## speed, as ratios measured in one run
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.cost

zensical: build ## the pages as Zensical builds them, compared with ours
	rm -rf .cache/zensical .cache/stubs
	python3 -m venv .cache/zensical
	.cache/zensical/bin/pip install --quiet --require-hashes -r requirements-zensical.txt
	$(BIN)/python -m macros stubs .cache/stubs
	for language in ko en; do (cd .cache/stubs/$$language && ../../zensical/bin/zensical build) || exit 1; done
	cp -r .cache/stubs/en/site .cache/stubs/ko/site/en
	$(BIN)/python .ci/compared.py site .cache/stubs/ko/site

clean: ## remove what was built and installed
	rm -rf site .venv node_modules tests/lighthouse/node_modules tests/firefox/node_modules .cache .mypy_cache .ruff_cache .pytest_cache

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

# Without npm the lint of JavaScript and CSS is left out, and says so.
node_modules/.ready: package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent && touch $@ || echo "npm could not install what package-lock.json names." >&2; fi

.PHONY: browser
browser: $(DEV)
	@$(BIN)/python -m tests.browser
