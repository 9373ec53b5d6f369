# poc-tools: GNU make. `make demo` and `make check` are the two commands to know; README.md has the rest.

CC = gcc
CFLAGS = -O2 -g
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
DOCDIR = $(PREFIX)/share/doc/poc-tools
DESTDIR =
B = build

# What the code needs, whatever CFLAGS the user gives.
OWN_CPPFLAGS = -D_XOPEN_SOURCE=700 -Ilib -Icmd
OWN_CFLAGS = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wconversion
COMPILE = $(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) -MMD -MP

TOOLS = poc-extract budget-series gap-calc donors-list

# The library: formats, table, subjects, and what they all stand on.
LIB = caption charts command contribution contribution_row country csvin csvout date decimal diag donations donor entity \
      finance finance_words html hxl iati index json jsoncolumns jsonrows jsonvalue mem opts outfile page paging population \
      population_words reading record sniff source str subject table vocabulary

# What a command is made of, besides the library.
poc-extract = poc-extract people people_check changes
budget-series = budget-series money money_check money_sums
gap-calc = gap-calc gap gap_groups gap_plain money money_check money_sums changes
donors-list = donors-list donors
CMD = $(sort $(foreach t,$(TOOLS),$($t)))

# Programs for tests, and unit tests.
TEST_TOOLS = csvecho jsonecho decimal-calc
UNIT = caption charts country csvin csvout date decimal diag donations donor donor_types entity html iati index json jsonrows \
       mem page paging record sniff source str table vocabulary

LIB_OBJ = $(LIB:%=$B/lib/%.o)
OBJ = $(LIB_OBJ) $(CMD:%=$B/cmd/%.o) $(TEST_TOOLS:%=$B/tests/%.o) $(UNIT:%=$B/tests/unit/%.o) $B/tests/unit/feed.o

all: $(TOOLS:%=$B/%) $B/csvecho $B/jsonecho

$(foreach t,$(TOOLS),$(eval $B/$t: $($t:%=$B/cmd/%.o)))
$(TEST_TOOLS:%=$B/%): $B/%: $B/tests/%.o

$(TOOLS:%=$B/%) $(TEST_TOOLS:%=$B/%): $B/libpoc.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $B/libpoc.a -lcsv $(LDLIBS)

$(UNIT:%=$B/unit-%): $B/unit-%: $B/tests/unit/%.o $B/tests/unit/feed.o $B/libpoc.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka -lcsv $(LDLIBS)

$B/libpoc.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$B/%.o: %.c Makefile | deps-build
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

-include $(OBJ:.o=.d)

# What is missing is installed first; DEPS=no only says what it is. See tests/deps.
deps-build:
	@tests/deps "$(DEPS)" build
deps-check:
	@tests/deps "$(DEPS)" check
deps-lint:
	@tests/deps "$(DEPS)" lint
deps: deps-build deps-check deps-lint

demo: deps-build
	@$(MAKE) --no-print-directory -s all
	@examples/demo $B testdata

check: deps-check deps-build
	@$(MAKE) --no-print-directory -s all $(UNIT:%=$B/unit-%) $B/decimal-calc
	@BUILD=$B UNIT="$(UNIT)" tests/run

# The same tests under AddressSanitizer and UndefinedBehaviorSanitizer.
asan: deps-check deps-build
	@BEHAVIOUR=no $(MAKE) --no-print-directory B=$B/asan CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all" check

lint: deps-build deps-check deps-lint
	@tests/lint $(OWN_CPPFLAGS) $(OWN_CFLAGS)

install: all
	install -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(DOCDIR)"
	install -m 755 $(TOOLS:%=$B/%) "$(DESTDIR)$(BINDIR)"
	install -m 644 README.md CHANGELOG.md LICENSE "$(DESTDIR)$(DOCDIR)"

uninstall:
	rm -f $(TOOLS:%="$(DESTDIR)$(BINDIR)/%")
	rm -rf "$(DESTDIR)$(DOCDIR)"

VERSION = $(shell sed -n 's/.*POC_TOOLS_VERSION "\(.*\)"/\1/p' lib/version.h)
dist:
	@mkdir -p $B
	git archive --prefix=poc-tools-$(VERSION)/ -o $B/poc-tools-$(VERSION).tar.gz HEAD

clean:
	rm -rf $B

.PHONY: all deps deps-build deps-check deps-lint demo check asan lint install uninstall dist clean
.DELETE_ON_ERROR:
