# Everything is done by scripts/. `make` alone prints this list.

# The checkout, wherever make is called from, with spaces in its path or not.
root := $(shell dirname -- "$(strip $(MAKEFILE_LIST))")

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test asan bench build install dist check lint format clean

help:
	@echo 'make site     set up, build the release binary, build the default handbook into public/'
	@echo 'make test     set up, and run every test'
	@echo 'make asan     set up, and run the tests of Markdown and the site under AddressSanitizer'
	@echo 'make bench    compare the time of builds with that of other generators (QUICK=1: in under two minutes)'
	@echo ''
	@echo 'make build    set up, and build the release binary, .build/release/handbook'
	@echo 'make install  build it, and put it into /usr/local with its manual page and completions (PREFIX, DESTDIR)'
	@echo 'make dist     build it, and pack it into dist/: the stripped binary, and a Debian package (BINARY, MAINTAINER)'
	@echo 'make check    set up, build the release binary, check the default handbook'
	@echo 'make format   format the Swift sources'
	@echo 'make lint     say where they are not formatted'
	@echo 'make clean    remove what was built, but for the packages of the system'
	@echo ''
	@echo 'Set-up installs what is missing with apt, and says so first.'

site build install dist check test asan bench lint format clean:
	@bash "$(root)/scripts/$@"
