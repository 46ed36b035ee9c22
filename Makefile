# `make run` shows annals at work on the record that comes with it; `make help` lists the rest.

PREFIX = /usr/local
DESTDIR =

bin = $(DESTDIR)$(PREFIX)/bin
man = $(DESTDIR)$(PREFIX)/share/man/man1
bash = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zsh = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fish = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

swift_needed = 6.3
release = swift build -c release --static-swift-stdlib --product annals
annals = .build/release/annals

help:
	@echo 'make run         build annals and show who is held, and what happened, in events.log'
	@echo 'make build       build it for use: .build/release/annals'
	@echo 'make install     install what was built under PREFIX ($(PREFIX)); DESTDIR goes before it'
	@echo 'make uninstall   take that away again'
	@echo
	@echo 'make test        everything that a change must pass'
	@echo 'make torture     kill, cut, flip, flood and starve annals, at length (an hour)'
	@echo 'make fuzz        ten million executions of what reads a log (an hour)'
	@echo 'make bench       measure annals against its yardsticks (two hours)'
	@echo 'make lint        only the look of the code'
	@echo 'make format      mend the look of the code'
	@echo 'make pages       write the manual, the reference pages and the transcripts anew'
	@echo 'make clean       remove what was built'

run: build
	@echo
	@echo '$$ annals status --held --as-of 2017-10-31'
	@PAGER=cat $(annals) --log events.log status --held --as-of 2017-10-31
	@echo
	@echo '$$ annals timeline'
	@PAGER=cat $(annals) --log events.log timeline

build: needs
	@echo 'Building annals (the first time takes several minutes)'
	@$(release)

test: needs
	@Tests/run

torture: build
	@ANNALS=$(annals) Tests/Torture/check.sh --full

fuzz: needs
	@Tests/Fuzz/check.sh --executions 10000000

bench: build
	@Benchmarks/run --annals $(annals)

lint: needs-swift
	@Tests/run lint

format: needs-swift
	@swift format --in-place --parallel --recursive Sources Tests Package.swift

pages: needs
	@ANNALS_REGENERATE=1 UPDATE_TRANSCRIPTS=1 swift test --quiet --disable-xctest
	@.ci/manual docs/annals.1

install:
	@test -x $(annals) || { \
	  echo '$(annals): not built yet. Run `make build` first, as yourself.' >&2; exit 1; }
	@install -d '$(bin)' '$(man)' '$(bash)' '$(zsh)' '$(fish)'
	@install -m 755 $(annals) '$(bin)/annals'
	@install -m 644 docs/annals.1 '$(man)/annals.1'
	@$(annals) --generate-completion-script bash >'$(bash)/annals'
	@$(annals) --generate-completion-script zsh >'$(zsh)/_annals'
	@$(annals) --generate-completion-script fish >'$(fish)/annals.fish'
	@chmod 644 '$(bash)/annals' '$(zsh)/_annals' '$(fish)/annals.fish'
	@echo 'Installed $(bin)/annals, its manual, and completions for bash, zsh and fish.'

uninstall:
	@rm -f '$(bin)/annals' '$(man)/annals.1' '$(bash)/annals' '$(zsh)/_annals' '$(fish)/annals.fish'
	@echo 'Removed annals from $(DESTDIR)$(PREFIX). Your records stay where they are.'

clean:
	@rm -rf .build

needs: needs-swift needs-sqlite

needs-swift:
	@found=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p'); \
	if [ -z "$$found" ]; then \
	  echo 'annals is built with Swift $(swift_needed) or later, and there is no `swift` on PATH.' >&2; \
	elif [ "$$(printf '%s\n' $(swift_needed) "$$found" | sort -V | head -n 1)" != $(swift_needed) ]; then \
	  echo "annals is built with Swift $(swift_needed) or later; $$(command -v swift) is $$found." >&2; \
	else \
	  exit 0; \
	fi; \
	echo 'Install it as https://www.swift.org/install says, then run make again.' >&2; \
	exit 1

needs-sqlite:
	@if [ -e /usr/include/sqlite3.h ] || [ -e /usr/local/include/sqlite3.h ]; then exit 0; fi; \
	sudo=$$([ "$$(id -u)" -eq 0 ] || echo sudo); \
	if command -v apt-get >/dev/null && { [ -z "$$sudo" ] || command -v sudo >/dev/null; }; then \
	  echo "SQLite's header files are missing: installing libsqlite3-dev$${sudo:+, with sudo}"; \
	  { $$sudo apt-get -qq install -y libsqlite3-dev >/dev/null 2>&1 || { \
	    $$sudo apt-get -qq update && $$sudo apt-get -qq install -y libsqlite3-dev >/dev/null; \
	  }; } && exit 0; \
	fi; \
	echo "annals needs SQLite's header files (sqlite3.h), and cannot install them here." >&2; \
	echo 'Ask for the package libsqlite3-dev (Debian, Ubuntu) or sqlite-devel (Fedora), then' >&2; \
	echo 'run make again.' >&2; \
	exit 1

.PHONY: help run build test torture fuzz bench lint format pages install uninstall clean needs needs-swift needs-sqlite
