#!/usr/bin/env bats
# What the compiler and the linker do about mistakes that are still in the code is in every build (HARDEN in the Makefile), does not
# get in the way of other builds, and gives way to the user's flags.

load helper

setup() {
	prepare
	top=${data%/testdata}
}

# The flags of these tools may be somebody's own: make passes them on.
of_default_flags() {
	[ "${PLAIN:-yes}" != no ] || skip 'built with other flags'
	case ${MAKEFLAGS:-} in *FLAGS=*|*CC=*|*HARDEN=*|*LTO=*) skip 'built with flags of the user' ;; esac
}

# Runs make in the tree with a folder of its own for what it builds.
remake() {
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -C "$top" --no-print-directory -s DEPS=no B="$PWD/new" "$@" 2>&1
}

# The commands that make would run: to compile the file, and to link a tool.
commands() {
	remake -n "$@" "$PWD/new/lib/str.o" "$PWD/new/csvecho" | grep -E 'lib/str\.c$|-lcsv'
}

# before FIRST SECOND LINE: both are words of the line, in this order
before() {
	has "* $1 *" "$3 "
	has "* $1 *$2 *" "$3 "
}

@test "the tools are anywhere in memory, their tables cannot be written, their stack is not run" {
	of_default_flags
	for tool in $tools; do
		readelf -hldW "$BUILD/$tool" >elf.txt
		grep -Eq 'Type: +DYN' elf.txt
		grep -Eq 'FLAGS_1.* PIE' elf.txt
		grep -q 'GNU_RELRO' elf.txt
		grep -Eq 'BIND_NOW|FLAGS_1.* NOW' elf.txt
		is RW "$(awk '$1 == "GNU_STACK" {print $7}' elf.txt)"
		# no part of it can be both written and run
		is '' "$(awk '/^Program Headers/ {here = 1} /^ Section to/ {here = 0} here && /LOAD/ && /W/ && / R?WE /' elf.txt)"
		is '' "$(grep TEXTREL elf.txt || true)"
	done
}

@test "stacks are guarded, copies and printing checked" {
	of_default_flags
	for tool in $tools; do
		readelf --dyn-syms -W "$BUILD/$tool" >symbols.txt
		for call in __stack_chk_fail __memcpy_chk __vsnprintf_chk; do
			grep -Eq " UND $call(@|\$)" symbols.txt
		done
		# what has a checked twin is not called without
		is '' "$(grep -Eo ' UND (v?snprintf|f?printf)(@|$)' symbols.txt || true)"
	done
}

@test "flags of the user come after ours" {
	commands CFLAGS='-O2 -fno-stack-protector -fno-pie' LDFLAGS='-no-pie -Wl,-z,lazy' >said.txt
	is 2 "$(grep -c . said.txt)"
	while read -r line; do
		before -fstack-protector-strong -fno-stack-protector "$line"
		before -fPIE -fno-pie "$line"
	done <said.txt
	before -pie -no-pie "$(tail -n 1 said.txt)"
	before -Wl,-z,relro,-z,now -Wl,-z,lazy "$(tail -n 1 said.txt)"
}

@test "HARDEN= leaves all of it out, and so do sanitizers" {
	for flags in HARDEN= CFLAGS='-O1 -fsanitize=address' CFLAGS='-O2 -fsanitize=undefined'; do
		is '' "$(commands "$flags" | grep -E 'stack-protector|FORTIFY|pie|PIE|relro' || true)"
	done
}

@test "compilers have nothing to say, whatever the flags" {
	for cc in gcc clang; do
		command -v $cc >/dev/null || continue
		for flags in '' -O0 -g -Og -O3 '-O2 -O0' '-O2 -D_FORTIFY_SOURCE=2' '-O1 -fsanitize=undefined'; do
			is '' "$(remake CC=$cc LTO= CFLAGS="-Werror $flags" "$PWD/new/lib/str.o")"
			rm -r new
		done
		is '' "$(remake CC=$cc LTO= CFLAGS='-Werror -O2' CPPFLAGS='-D_FORTIFY_SOURCE=2' "$PWD/new/lib/str.o")"
		rm -r new
	done
}
