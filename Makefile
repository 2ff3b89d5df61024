.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
bin := .venv/bin

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{ printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo:  ## start the platform with the Torino study: make demo DEMO="--port 8001 --fresh --no-browser"
	@scripts/bootstrap demo
	@$(bin)/fucina demo $(DEMO)

test:  ## run every test but the long ones: methods, study, web, browser
	@scripts/bootstrap dev
	@$(bin)/pytest --numprocesses 2 --dist loadgroup $(TEST)

check:  ## lint, format, types, architecture, migrations
	@scripts/bootstrap dev
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports --no-cache
	$(bin)/fucina manage makemigrations --check --dry-run

bench:  ## measure what each method and the platform must reach, against named peers
	@scripts/bootstrap bench
	@$(bin)/python -m benchmarks $(BENCH)

soak:  ## run the long tests: races, kills, fuzzing, new random examples
	@scripts/bootstrap dev
	@FUCINA_HYPOTHESIS=soak $(bin)/pytest -m "soak or hypothesis" $(TEST)

docs:  ## build the documentation into docs/_build/html, without the network
	@scripts/bootstrap docs
	@$(bin)/sphinx-build --fail-on-warning --keep-going --quiet docs docs/_build/html
	@echo "docs/_build/html/index.html"

lock:  ## rewrite the locks in requirements/: make lock LOCK=--upgrade
	@scripts/bootstrap dev
	@scripts/lock $(LOCK)

format:  ## put the code in its usual form
	@scripts/bootstrap dev
	@$(bin)/ruff check --fix --exit-zero --quiet .
	@$(bin)/ruff format .

clean:  ## remove what was built; the data under var/ stay
	rm -rf .venv .cache docs/_build frontend/node_modules src/fucina/ui/static/ui/dist
	find src -name '*.mo' -delete

.PHONY: help demo test check bench soak docs lock format clean
