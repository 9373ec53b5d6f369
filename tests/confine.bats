#!/usr/bin/env bats
# What a tool may still do once it reads, tried from inside of it: see inside.c.

load helper

setup() {
	grep -q '^Seccomp:' /proc/self/status || skip 'no seccomp here'
	[ "${PLAIN:-yes}" != no ] || skip 'this build is not confined'
	inside=$PWD/tests/inside.c
	prepare
	${CC:-cc} -shared -fPIC -o inside.so "$inside" -ldl
	mkdir elsewhere folder
	touch elsewhere/victim elsewhere/other
}

# Runs a tool with the attacks inside; its output has to be what it is without, and the attacks' lines the ones given. Standard
# input is the page.
attacked() { # LINES COMMAND...
	local want=$1
	shift
	"$@" <page.txt >want.csv
	LD_PRELOAD=$PWD/inside.so "$@" <page.txt >got.csv 2>err.txt
	cmp want.csv got.csv
	is "$want" "$(cat err.txt)"
}

@test "the attacks succeed where nothing is confined" {
	LD_PRELOAD=$PWD/inside.so tee <page.txt >got 2>err.txt
	is 'inside: open write empty make rename remove connect signal thread code data exec become control name' "$(head -n 1 err.txt)"
}

@test "one input: nothing is possible from the first byte on" {
	for tool in $tools; do
		attacked $'inside:\ninside:' "$tool" page.txt
		attacked $'inside:\ninside:' "$tool"
		attacked $'inside:\ninside:' "$tool" -
	done
}

@test "several FILEs: they may be opened, to be read, until the last one is" {
	for tool in $tools; do
		attacked $'inside: open\ninside: open\ninside: open\ninside:' "$tool" page.txt page.txt page.txt
		attacked $'inside: open\ninside: open\ninside:\ninside:' "$tool" page.txt page.txt -
	done
}

@test "a file to compare with is read under the same rules" {
	attacked $'inside:\ninside:\ninside:' budget-series --against-file=page.txt
	attacked $'inside: open\ninside: open\ninside:' gap-calc --against-file=page.txt page.txt
}

@test "-o: files in its folder may be renamed and removed, others not" {
	python3 -c 'import ctypes, sys; sys.exit(ctypes.CDLL(None).syscall(444, None, 0, 1) < 1)' || skip 'no Landlock here'
	for tool in $tools; do
		$tool page.txt >want.csv
		LD_PRELOAD=$PWD/inside.so $tool -o folder/new.csv page.txt 2>err.txt
		cmp want.csv folder/new.csv
		is $'inside:\ninside:' "$(cat err.txt)"
		LD_PRELOAD=$PWD/inside.so $tool -o elsewhere/new.csv page.txt 2>err.txt
		is 'inside: rename remove' "$(head -n 1 err.txt)"
		is 'moved new.csv' "$(ls elsewhere | xargs)"
		mv elsewhere/moved elsewhere/other
		touch elsewhere/victim
	done
}

@test "-o in a folder that cannot be listed" {
	mkdir -m 333 blind
	go poc-extract -o blind/new.csv page.txt
	is '0 ' "$status $err"
	poc-extract page.txt | cmp - blind/new.csv
}

@test "encodings are loaded before" {
	iconv -f UTF-8 -t UTF-16 page.txt >page.utf16
	for tool in $tools; do
		$tool page.txt page.txt page.txt >want.csv
		go "$tool" -e UTF-16 page.utf16 page.utf16 page.utf16
		is "$(cat want.csv)" "$output"
		is '' "$err"
		attacked $'inside:\ninside:' "$tool" -e UTF-16 page.utf16
	done
}

@test "reading still waits, is interrupted, tells how far it is, and ends by signals" {
	poc-extract page.txt | cmp - <(cat page.txt <(sleep 1) | poc-extract)
	for signal in TERM HUP INT; do
		mkfifo slow.$signal
		env --default-signal=$signal poc-extract -o new.csv slow.$signal 3>&- &
		pid=$!
		exec 8>slow.$signal
		cat page.txt >&8
		kill -USR1 $pid
		sleep 0.1
		kill -$signal $pid
		status=0
		wait $pid || status=$?
		exec 8>&-
		is $((128 + $(kill -l $signal))) "$status"
	done
	is '' "$(find . -name '.poc-tools*')"
}
