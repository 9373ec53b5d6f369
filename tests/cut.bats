#!/usr/bin/env bats
# Input that was cut short: of a page's beginning, the tools say nothing that the whole page does not say. See cut.py.

# Sanitizers are slow to start: there, fewer pieces.
cut() {
	local every=1
	grep -q __asan_init "$BUILD/poc-extract" && every=7
	tests/cut.py --every=$every "$BUILD" "$@"
}

@test "a page of text, cut at every byte" {
	cut testdata/mali.txt
}

@test "a page of HTML, cut at every byte" {
	cut testdata/mali-cut.html
}

@test "a list of contributions, cut at every byte" {
	cut --contributions testdata/contributions.txt
}

@test "a list whose first donor has no name, cut at every byte" {
	cut --contributions testdata/mali.txt
}
