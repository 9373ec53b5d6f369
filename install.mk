# install.mk: make install and make uninstall; part of the Makefile.

# Where things go: what a person calls into BINDIR, what other programs call into LIBDIR/poc-tools.
DESTDIR =
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
SHAREDIR = $(PREFIX)/share
DATADIR = $(SHAREDIR)/poc-tools
DOCDIR = $(SHAREDIR)/doc/poc-tools
MANDIR = $(SHAREDIR)/man
BASHDIR = $(shell pkg-config --variable=completionsdir --define-variable=datadir="$(SHAREDIR)" bash-completion 2>/dev/null || \
                  echo "$(SHAREDIR)/bash-completion/completions")
ZSHDIR = $(SHAREDIR)/zsh/site-functions
FISHDIR = $(SHAREDIR)/fish/vendor_completions.d

# What goes where: folder, mode and files, and whether they name folders: as @BINDIR@, @DATADIR@, @LIBDIR@.
define files
$(call $1,$(BINDIR),755,$(TOOLS:%=$B/%))
$(call $1,$(MANDIR)/man1,644,$(TOOLS:%=man/%.1))
$(call $1,$(MANDIR)/man7,644,man/poc-tools.7)
$(call $1,$(BASHDIR),644,$(TOOLS:%=completions/%),name)
$(call $1,$(ZSHDIR),644,$(TOOLS:%=completions/zsh/_%),name)
$(call $1,$(FISHDIR),644,$(TOOLS:%=completions/fish/%.fish),name)
$(call $1,$(LIBDIR)/poc-tools,755,$(addprefix examples/,operation-report mail-report many))
$(call $1,$(LIBDIR)/poc-tools/report,644,$(wildcard examples/report/*))
$(call $1,$(DATADIR),644,$B/countries.csv examples/datapackage.json)
$(call $1,$(DOCDIR),644,README.md CHANGELOG.md LICENSE)
$(call $1,$(DOCDIR)/examples,644,examples/operation-report.png)
$(call $1,$(DOCDIR)/examples,644,$(addprefix examples/,crontab operation-report.service operation-report.timer),name)
endef
put = install -d "$(DESTDIR)$1" && install -m $2 $3 "$(DESTDIR)$1"$(if $4, && $(call name,$1,$3))
name = sed -i "$(foreach d,BINDIR DATADIR LIBDIR,s|@$d@|$(call literal,$($d))|g;)" $(call placed,$1,$2)
literal = $(subst |,\|,$(subst &,\&,$1))
placed = $(foreach f,$(notdir $2),"$(DESTDIR)$1/$f")
take = rm -f $(call placed,$1,$3)

install: all $B/countries.csv
	$(call files,put)

uninstall:
	$(call files,take)
	cd "$(DESTDIR)$(LIBDIR)" 2>/dev/null && rmdir poc-tools/report poc-tools 2>/dev/null || true
	rmdir "$(DESTDIR)$(DATADIR)" "$(DESTDIR)$(DOCDIR)/examples" "$(DESTDIR)$(DOCDIR)" 2>/dev/null || true
