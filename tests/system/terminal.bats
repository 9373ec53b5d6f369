#!/usr/bin/env bats
# What a person at a terminal sees: what standard input waits for, and how far it is. In a real terminal (terminal.py).

load ../helper

setup() {
	prepare
	terminal=$data/../tests/system/terminal.py
}

# Writes pages.txt, the page so many times.
pages() {
	python3 -c 'import sys; sys.stdout.write(open("page.txt").read() * int(sys.argv[1]))' "$1" >pages.txt
}

hint='reading the terminal: a page, JSON or a table, then Ctrl-D; FILE or | brings one, --help says more'

@test "a tool that reads the terminal says what it waits for, in one line, and reads it" {
	for tool in $tools; do
		go "$terminal" --in='{"categories":[2019],"budget":[5],"expenditure":[2]}\n' "$tool >out.csv"
		has "*$tool: $hint*" "$output"
		is 1 "$(grep -c "$hint" <<<"$output")"
	done
	go "$terminal" --in='year,budget\n2019,5\n' 'budget-series --unit-in=usd - >out.csv'
	is 'status 0' "$(tail -n 1 <<<"$output")"
	is ',,2019,total,5,,,usd' "$(tail -n 1 out.csv)"
}

@test "with a FILE, from a pipe, or under -q nothing is said" {
	for tool in $tools; do
		is $'\nstatus 0' "$("$terminal" --in= "$tool page.txt >out.csv")"
		is $'\nstatus 0' "$("$terminal" "$tool <page.txt >out.csv")"
		# the end of the input is typed once
		is 'x||status 1|' "$("$terminal" --in='x\n' "$tool -q >out.csv" 2>&1 | grep -v "^$tool: -: error: no .* found" | tr '\n' '|')"
	done
}

@test "--progress tells bytes, share and rate, and wipes the line" {
	pages 4000
	size=$(stat -c %s pages.txt)
	"$terminal" 'budget-series --progress pages.txt >out.csv' >said
	budget-series pages.txt | cmp - out.csv
	python3 - "$size" said <<'EOF'
import re, sys
size, said = int(sys.argv[1]), open(sys.argv[2]).read()
lines = said.split('\n')
assert lines[1:] == ['status 0', ''], lines
pieces = lines[0].split('\\r')
assert pieces[-1] == '' and pieces[-2].strip() == '', pieces[-2:]      # wiped
drawn = [p for p in pieces if p.strip()]
assert drawn
for line, blank in zip(pieces[0::2], pieces[1::2]):
    m = re.fullmatch(r'budget-series: (\d+(?:\.\d)?) (k|M)?B of (\d+\.\d) MB \((\d+) %\), \d+(\.\d)? [kMG]?B/s', line)
    assert m, line
    done = float(m[1]) * {None: 1, 'k': 1e3, 'M': 1e6}[m[2]]
    assert abs(float(m[3]) * 1e6 - size) < 1e5
    assert abs(done / size * 100 - int(m[4])) <= 1.5, line
    assert len(blank) == len(line) and not blank.strip()
EOF
}

@test "it is drawn by itself after 2 seconds, and not before" {
	mkfifo pipe
	{ sleep 1; cat page.txt; } >pipe &
	is 'status 0' "$("$terminal" 'poc-extract pipe >out.csv' | tail -n +2)"
	{ sleep 2.7; cat page.txt; sleep 0.5; } >pipe &
	"$terminal" 'poc-extract pipe >out.csv' >said
	has 'poc-extract: 0 B, 0 B/s\\r * \\r*poc-extract: 1.8 kB, * \\r' "$(head -n 1 said)"
	is 'status 0' "$(tail -n 1 said)"
	poc-extract page.txt | cmp - out.csv
}

@test "a message stands on a line of its own, where the drawn line was" {
	mkfifo pipe
	{ cat page.txt; sleep 0.6; printf '{"categories":[1],"budget":[1,2]}\n'; sleep 0.4; } >pipe &
	"$terminal" 'budget-series --progress pipe >out.csv' >said
	has '*\\r *\\rbudget-series: pipe:*: error: *' "$(grep error said)"
	is 1 "$(grep -c error said)"
	is 'status 3' "$(tail -n 1 said)"
}

@test "never into a pipe or a log, nor between rows" {
	for tool in $tools; do
		go "$tool" --progress page.txt
		is '0 ' "$status $err"
		is "$($tool page.txt)" "$output"
	done
	"$terminal" --out 'poc-extract --progress page.txt' >said
	is 0 "$(grep -c 'B/s' said || true)"
	mkfifo pipe
	{ sleep 2.5; cat page.txt; } >pipe &
	go poc-extract --progress pipe
	is '0 ' "$status $err"
}

@test "SIGUSR1 has it told once, wherever standard error goes, and ends nothing" {
	mkfifo pipe
	for tool in $tools; do
		{ cat page.txt; sleep 1; cat page.txt; } >pipe &
		$tool -q pipe >out.csv 2>err.txt &
		sleep 0.5
		kill -USR1 $!
		wait $!
		grep -qxE "$tool: 1\.8 kB, [0-9.]+ k?B/s" err.txt
		is 1 "$(wc -l <err.txt)"
		cat page.txt page.txt | $tool | cmp - out.csv
	done
}

@test "SIGUSR1 that is ignored stays so" {
	mkfifo pipe
	{ cat page.txt; sleep 0.6; cat page.txt; } >pipe &
	(trap '' USR1; exec poc-extract pipe >out.csv 2>err.txt) &
	sleep 0.3
	kill -USR1 $!
	wait $!
	is '' "$(cat err.txt)"
	cat page.txt page.txt | poc-extract | cmp - out.csv
}

@test "SIGUSR1 over and over changes no output" {
	pages 1000
	budget-series pages.txt >want.csv
	mkfifo pipe
	cat pages.txt >pipe &
	budget-series pipe >out.csv 2>err.txt &
	for _ in $(seq 50); do kill -USR1 $! 2>/dev/null || break; done
	wait $!
	cmp want.csv out.csv
	is 0 "$(grep -vcE '^budget-series: .*B/s$' err.txt || true)"
}
