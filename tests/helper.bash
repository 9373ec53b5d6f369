# helper: what the tests of behaviour share. Each test has a folder of its own, with page.txt in it.

tools='poc-extract budget-series gap-calc donors-list'

prepare() {
	PATH=$BUILD:$PATH
	data=$PWD/testdata
	cd "$BATS_TEST_TMPDIR" || return
	cp "$data/mali.txt" page.txt
}

# Runs a command: its status in $status, what it wrote in $output and $err.
go() {
	status=0
	output=$("$@" 2>err.txt) || status=$?
	err=$(cat err.txt)
}

# is WANTED GOT: the two are equal. A condition of its own line, for bash forgives what fails before a "&&".
is() {
	[ "$1" = "$2" ] || { printf 'wanted: %s\ngot:    %s\n' "$1" "$2"; return 1; }
}

# has PATTERN GOT: the text fits the pattern of the shell.
has() {
	# shellcheck disable=SC2053
	[[ $2 == $1 ]] || { printf 'wanted: %s\ngot:    %s\n' "$1" "$2"; return 1; }
}
