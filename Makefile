# Việc Chung. A fresh machine needs python 3.11+, pip, venv, make and git, nothing else.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
ROOMS := actions bot domain handlers language papers schedules storage texts
WORKERS = $(shell $(PYTHON) -c "import os; print(2 * (os.cpu_count() or 1))")
HISTORY := artefacts/bench
FILES := $(HISTORY)/one.db $(HISTORY)/five.db
RULES := tests/house/test_house_rules.py tests/house/test_where_stories_stand.py
# Pages and tables that a command writes: whoever forgot it hears that first.
WRITTEN := tests/house/test_kinds.py tests/house/test_data_map.py \
	tests/house/test_rights.py::test_every_deed_and_view_has_a_decision \
	tests/house/test_rights.py::test_what_the_table_cannot_try_is_shown_in_a_story \
	tests/language/test_intents.py::test_every_line_of_a_table_is_recorded \
	tests/language/test_intents.py::test_every_line_that_is_recorded_still_stands
heading = @echo; echo "== $(1)"; $(PY) -m
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: anew ready demo run test check quick walls format accuracy bench test-browser mutants chaos lock clean

# What was installed is kept as it was asked for, and compared by its words: a fresh checkout is newer
# than the .venv that it shares, and needs nothing again.
anew = $(shell [ "$$(cat $(1))" = "$$(cat $(2) 2>/dev/null)" ] || echo anew)

$(VENV)/.ok: $(call anew,requirements.txt,$(VENV)/.ok)
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements.txt
	cp requirements.txt $@

$(VENV)/.dev: $(VENV)/.ok $(call anew,requirements-dev.txt,$(VENV)/.dev)
	$(PIP) -r requirements-dev.txt
	cp requirements-dev.txt $@

ready: $(VENV)/.ok           ## translated once: the service may write nothing here, and need not at each start
	$(PY) -m compileall -q $(ROOMS)

demo: $(VENV)/.ok            ## the whole office on this machine, with a pretend Telegram
	$(PY) -m sandbox demo $(if $(ONCE),--once) $(if $(PORT),--port $(PORT))

run: $(VENV)/.ok             ## the bot itself, with the token of .env
	$(PY) -m bot run

test: $(VENV)/.dev           ## every story and every rule; half of a story is waiting: two for each core
	$(PY) -m pytest -n $(WORKERS) --dist worksteal

walls: $(VENV)/.dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

quick: walls                 ## format, lint, types, walls, the rules of the house and what is written anew, in seconds
	$(PY) -m pytest $(RULES) $(WRITTEN)

check: walls                 ## format, lint, types, walls, then `make test`
	$(MAKE) --no-print-directory test

format: $(VENV)/.dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

accuracy: $(VENV)/.ok        ## how well typed Vietnamese is understood
	$(PY) -m language accuracy

$(VENV)/.bench: $(VENV)/.dev $(call anew,pyproject.toml,$(VENV)/.bench)
	$(PY) -m pip install --quiet --disable-pip-version-check '.[bench]'
	cp pyproject.toml $@

$(HISTORY)/%: storage/migrations | $(VENV)/.bench
	mkdir -p $(@D)
	$(PY) -m benchmarks.years $@.db --years $(if $(filter five,$*),5,1)
	touch $@

bench: $(VENV)/.bench ready $(HISTORY)/one $(HISTORY)/five  ## all that docs/benchmarks.md claims, in some half an hour
	$(call heading,what is due and what is looked at) benchmarks.jobs $(FILES)
	$(call heading,a week of the clock) benchmarks.jobs --week $(HISTORY)/five.db
	$(call heading,the start) benchmarks.start $(FILES)
	$(call heading,the weekly report) benchmarks.reports $(FILES)
	$(call heading,taps) benchmarks.taps $(FILES)
	$(call heading,a tap after a quiet while) benchmarks.quiet
	$(call heading,bursts) benchmarks.bursts
	$(call heading,beside other programs) benchmarks.peers
	$(call heading,the rush) benchmarks.rush 1500
	$(call heading,beside one who floods) benchmarks.flood
	$(call heading,what a line costs) benchmarks.ways
	$(call heading,the second reader) benchmarks.second_reader
	$(call heading,one proposal against three thousand plans) benchmarks.overlap

test-browser: $(VENV)/.dev   ## the sandbox page in a real Chromium; installs nothing
	$(PY) -m pytest tests/browser -m browser -n 3 --dist worksteal

mutants: $(VENV)/.dev        ## small mistakes, one at a time: do the stories notice? COUNT, SEED, ONLY=storage/
	$(PY) -m tests.mutants --count $(or $(COUNT),100) --seed $(or $(SEED),1) --only "$(ONLY)"

chaos: $(VENV)/.dev          ## the real process among faults over HTTP, seeded and bounded; SECONDS, SEED
	$(PY) -m tests.chaos --seconds $(or $(SECONDS),60) --seed $(or $(SEED),1)

lock:                        ## needs uv; writes the two locked, hashed requirement files
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-emit-index-url -o requirements.txt pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-emit-index-url --extra dev -o requirements-dev.txt pyproject.toml

clean:
	rm -rf $(VENV) .demo artefacts
