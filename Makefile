# poc-tools: GNU make. `make demo` and `make check` are the two commands to know; README.md has the rest.

CC = gcc
CFLAGS = -O2 -g
B = build

# The tools are optimized as whole programs, a few per cent faster; LTO= where compiler or linker cannot do that. Objects have
# machine code, too, which is what tests are linked from.
LTO = $(if $(findstring clang,$(CC)),,-flto=auto)

# Where a mistake is in the code, it ends the program rather than serve somebody: guarded stacks, copies that are checked (which
# wants an optimizing compiler, and sanitizers do better), addresses that nobody foresees, tables of functions that nobody writes.
# HARDEN= where the compiler or the linker cannot do that; flags of the user that say otherwise come later and hold.
HARDEN = $(if $(findstring -fsanitize,$(CFLAGS)),,-fstack-protector-strong -fPIE $(CHECKED))
HARDEN_LINK = -pie -Wl,-z,relro,-z,now
CHECKED = $(if $(OPTIMIZED),$(if $(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3))
OPTIMIZED = $(filter-out -O0,$(lastword $(filter -O%,$(CFLAGS))))

# What the code needs, whatever CFLAGS the user gives.
OWN_CPPFLAGS = -D_XOPEN_SOURCE=700 -Ilib -Icmd
OWN_CFLAGS = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wconversion
COMPILE = $(CC) $(OWN_CPPFLAGS) $(HARDEN) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) $(if $(LTO),$(LTO) -ffat-lto-objects) -MMD -MP
LINK = $(CC) $(HARDEN) $(if $(HARDEN),$(HARDEN_LINK)) $(CFLAGS)

TOOLS = poc-extract budget-series gap-calc donors-list

# The library is all of lib; what a command is made of besides stands under its name.
LIB = $(sort $(basename $(notdir $(wildcard lib/*.c))))
poc-extract = poc-extract people people_check people_plain people_sums changes
budget-series = budget-series money money_check money_sums
gap-calc = gap-calc gap gap_groups gap_plain gap_summed money money_check money_sums changes
donors-list = donors-list donors
CMD = $(sort $(foreach t,$(TOOLS),$($t)))

# Programs for tests, and unit tests.
TEST_TOOLS = csvecho jsonecho decimal-calc pageecho
UNIT = amount caption charts country csvin csvout date decimal diag donations donor donor_types entity html iati index json jsonrows jsontrail \
       mem names nearest page paging population record scan sniff source str stranger table vocabulary

LIB_OBJ = $(LIB:%=$B/lib/%.o)
OBJ = $(LIB_OBJ) $(CMD:%=$B/cmd/%.o) $(TEST_TOOLS:%=$B/tests/%.o) $(UNIT:%=$B/tests/unit/%.o) $B/tests/unit/feed.o

all: $(TOOLS:%=$B/%) $B/csvecho $B/jsonecho $B/pageecho

$(foreach t,$(TOOLS),$(eval $B/$t: $($t:%=$B/cmd/%.o)))
$(TEST_TOOLS:%=$B/%): $B/%: $B/tests/%.o

$(TOOLS:%=$B/%): $B/libpoc.a
	$(LINK) $(LTO) $(LDFLAGS) -o $@ $(filter %.o,$^) $B/libpoc.a -lcsv $(LDLIBS)

$(TEST_TOOLS:%=$B/%): $B/libpoc.a
	$(LINK) $(if $(LTO),-fno-lto) $(LDFLAGS) -o $@ $(filter %.o,$^) $B/libpoc.a -lcsv $(LDLIBS)

$(UNIT:%=$B/unit-%): $B/unit-%: $B/tests/unit/%.o $B/tests/unit/feed.o $B/libpoc.a
	$(LINK) $(if $(LTO),-fno-lto) $(LDFLAGS) -o $@ $^ -lcmocka -lcsv $(LDLIBS)

$B/libpoc.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$B/%.o: %.c Makefile | deps-build
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

-include $(OBJ:.o=.d)

# What is missing is installed first; DEPS=no only says what it is. See tests/deps.
STAGES = build check lint deb system torture
$(STAGES:%=deps-%): deps-%:
	@tests/deps "$(DEPS)" $*
deps: deps-build deps-check deps-lint

demo: deps-build
	@$(MAKE) --no-print-directory -s all
	@examples/demo $B testdata

check: deps-check deps-build
	@$(MAKE) --no-print-directory -s all $(UNIT:%=$B/unit-%) $B/decimal-calc
	@BUILD=$B UNIT="$(UNIT)" tests/run

# The same tests under AddressSanitizer and UndefinedBehaviorSanitizer.
asan: deps-check deps-build
	@BEHAVIOUR=no $(MAKE) --no-print-directory B=$B/asan LTO= CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all" check

# What surrounds the tools: completion in real shells, spreadsheets, the report, other hosts, the package.
check-system: deps-check deps-build deps-system
	@$(MAKE) --no-print-directory -s all $B/countries.csv
	@BUILD=$B tests/run system

# The long form of the tests, see tests/torture.
torture: deps-check deps-build deps-lint deps-torture
	@$(MAKE) --no-print-directory -s all
	@BUILD=$B tests/torture

lint: deps-build deps-check deps-lint
	@tests/lint $(OWN_CPPFLAGS) $(OWN_CFLAGS)

# How fast, beside whatever else is here that does the same; and how that grows.
bench: all
	@met=true; for p in run growth; do BUILD=$B bench/$$p || met=false; done; $$met

# The codes and names of countries, for completion and for whoever wants them.
$B/countries.csv: lib/countrynames.tbl Makefile
	@mkdir -p $(@D)
	@sed -n -e '1i iso3,name' -e 's/^N("\(...\)", \(".*,.*"\))$$/\1,\2/p; s/^N("\(...\)", "\([^,]*\)")$$/\1,\2/p' $< >$@

include install.mk

# What is committed, the same bytes each time; and the Debian package that is built from them.
TARBALL = $B/poc-tools-$(VERSION).tar
VERSION = $(shell sed -n 's/.*POC_TOOLS_VERSION "\(.*\)"/\1/p' lib/version.h)
dist:
	@mkdir -p $B
	@[ -e .git ] || { echo "make dist: no git checkout, and the tarball is made of what is committed" >&2; exit 1; }
	@git diff --quiet HEAD || echo "make dist: what is not committed is left out" >&2
	git -c core.autocrlf=false -c tar.umask=0022 archive --format=tar --prefix=poc-tools-$(VERSION)/ -o $(TARBALL) HEAD
	gzip -9nf $(TARBALL)

deb: deps-build deps-check deps-deb dist
	debian/make-deb $(TARBALL).gz $B

clean:
	rm -rf $B

.PHONY: all deps $(STAGES:%=deps-%) demo check bench check-system asan torture lint install uninstall dist deb clean
.DELETE_ON_ERROR:
