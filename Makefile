# Thin over dev.py, which does the same on every system. More words: make test ARGS="tests/domain -k money"
PYTHON ?= $(firstword $(foreach name,python3.14 python3.13 python3.12 python3.11 python3,$(shell command -v $(name) 2>/dev/null)))

COMMANDS := demo run test check bench setup samples truth headers lock clean

.PHONY: $(COMMANDS)
$(COMMANDS):
	@$(if $(PYTHON),,$(error Python 3.11 or newer is needed))$(PYTHON) dev.py $@ $(ARGS)
