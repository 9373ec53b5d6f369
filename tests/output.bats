#!/usr/bin/env bats
# Where the output goes: -o FILE, pipes, full disks, closed descriptors.

load helper

setup() {
	prepare
	poc-extract page.txt >want.csv
	umask 022
}

# Pages enough to fill a pipe and our own buffer many times over.
many_pages() {
	for _ in $(seq 400); do cat page.txt; done >pages.txt
}

# A folder with nothing but an old file in it, and whether it is still so.
make_old() {
	rm -rf only
	mkdir only
	echo old >only/old.csv
}
is_old() {
	is old.csv "$(ls -A only)"
	is old "$(cat only/old.csv)"
}

@test "-o writes a new file with the mode that umask gives, and nothing to standard output" {
	umask 027
	go poc-extract -o new.csv page.txt
	is 0 "$status"
	is '' "$output$err"
	cmp want.csv new.csv
	is 640 "$(stat -c %a new.csv)"
}

@test "-o keeps the mode of the file that it replaces, but for whom it would run as" {
	for mode in 600 644 444 711 4711 2755; do
		rm -f old.csv
		echo old >old.csv
		chmod $mode old.csv
		go poc-extract --output=old.csv page.txt
		is 0 "$status"
		is "${mode: -3}" "$(stat -c %a old.csv)"
		cmp want.csv old.csv
	done
}

@test "-o leaves no other file behind" {
	mkdir only
	for tool in $tools; do
		go "$tool" -o "only/$tool.csv" page.txt
		is 0 "$status"
		is '' "$output$err"
		$tool page.txt | cmp - "only/$tool.csv"
	done
	is 4 "$(find only -type f | wc -l)"
}

@test "-o leaves the old file alone when nothing is found or a check fails" {
	make_old
	for arguments in --years=1990 --type=NAT; do
		go poc-extract $arguments -o only/old.csv page.txt
		is 1 "$status"
	done
	go poc-extract -o only/old.csv /dev/null
	is 1 "$status"
	sed 's/275,779/275,778/' page.txt >wrong.txt
	go poc-extract --check -o only/old.csv wrong.txt
	is 1 "$status"
	go poc-extract --strict -o only/old.csv page.txt /dev/null
	is 1 "$status"
	is_old
}

@test "-o leaves the old file alone when the input is malformed or cannot be read" {
	make_old
	head -c 1000 page.txt >cut.txt
	go budget-series -o only/old.csv cut.txt
	is 3 "$status"
	go budget-series -o only/old.csv page.txt missing.txt
	is 4 "$status"
	go budget-series -o only/old.csv .
	is 4 "$status"
	is_old
}

@test "-o leaves no new file, either, when the status is not 0" {
	mkdir only
	go budget-series -o only/new.csv page.txt missing.txt
	is 4 "$status"
	go budget-series -o only/new.csv --years=1990 page.txt
	is 1 "$status"
	is '' "$(ls -A only)"
}

@test "-o leaves no file when an option is refused late" {
	mkdir only
	go budget-series -o only/new.csv --encoding=nonesuch page.txt
	is 2 "$status"
	go budget-series -o only/new.csv --against-file=missing.txt page.txt
	is 4 "$status"
	is '' "$(ls -A only)"
}

@test "-o may name the input" {
	for tool in $tools; do
		cp page.txt same
		$tool page.txt >want
		for _ in page output; do
			go "$tool" -o same same
			is 0 "$status"
			is '' "$output$err"
			cmp want same
		done
	done
}

@test "-o may name the file that is standard input" {
	many_pages
	cp pages.txt same
	budget-series same >want
	budget-series -o same <same
	cmp want same
}

@test "-o follows a symbolic link" {
	mkdir a b
	echo old >b/real.csv
	chmod 600 b/real.csv
	ln -s ../b/real.csv a/link.csv
	ln -s link.csv a/second.csv
	go poc-extract -o a/second.csv page.txt
	is 0 "$status"
	[ -L a/second.csv ]
	[ -L a/link.csv ]
	[ ! -L b/real.csv ]
	cmp want.csv b/real.csv
	is 600 "$(stat -c %a b/real.csv)"
	is '2 1' "$(ls -A a | wc -l) $(ls -A b | wc -l)"
}

@test "-o makes the file that a symbolic link points to" {
	mkdir a b
	ln -s ../b/real.csv a/link.csv
	go poc-extract -o a/link.csv page.txt
	is 0 "$status"
	[ -L a/link.csv ]
	cmp want.csv b/real.csv
}

@test "-o makes what a symbolic link points to, from the link's folder or from the root" {
	mkdir a b
	ln -s new.csv here.csv
	ln -s "$PWD/b/real.csv" a/absolute.csv
	ln -s "$PWD/b/other.csv" absolute.csv
	for link in here.csv a/absolute.csv absolute.csv; do
		go poc-extract -o $link page.txt
		is '0 ' "$status $err"
		[ -L $link ]
	done
	for file in new.csv b/real.csv b/other.csv; do cmp want.csv $file; done
}

@test "-o into a folder that is not there, or with a folder as the file, is status 4" {
	go poc-extract -o none/new.csv page.txt
	is 4 "$status"
	is '' "$output"
	is "poc-extract: none/new.csv: error: cannot make a file beside it: No such file or directory" "$err"
	mkdir folder
	go poc-extract -o folder page.txt
	is 4 "$status"
	is '' "$output"
	is "poc-extract: folder: error: cannot open for writing: Is a directory" "$err"
	is '' "$(ls -A folder)"
}

@test "-o with an empty name is refused like any argument that makes no sense" {
	go poc-extract --output= page.txt
	is 2 "$status"
	is '' "$output"
	has $'poc-extract: error: --output=: *\nTry \'poc-extract --help\'' "$err"
}

@test "-o takes a name as long as a name may be" {
	name=$(printf 'n%.0s' $(seq 251)).csv
	go poc-extract -o "$name" page.txt
	is '' "$err"
	is 0 "$status"
	cmp want.csv "$name"
}

@test "-o writes to what is no file directly" {
	go poc-extract -o /dev/stdout page.txt
	is 0 "$status"
	is "$(cat want.csv)" "$output"
	mkfifo pipe
	poc-extract -o pipe page.txt &
	cmp want.csv pipe
	wait $!
	[ -p pipe ]
	go poc-extract -o /dev/full page.txt
	is 4 "$status"
	is '' "$output"
	is "poc-extract: error: cannot write /dev/full: No space left on device" "$err"
}

@test "-o twice: the last one counts, and the first is not made" {
	go poc-extract -o first.csv -o second.csv page.txt
	is 0 "$status"
	[ ! -e first.csv ]
	cmp want.csv second.csv
}

@test "-o to a disk that fills up leaves the old file alone" {
	make_old
	many_pages
	# a limit of the file's size does what a full disk does; its signal is ignored
	status=0
	(trap '' XFSZ; ulimit -f 8; exec budget-series -o only/old.csv pages.txt 2>err.txt) || status=$?
	is 4 "$status"
	is "budget-series: error: cannot write only/old.csv: File too large" "$(cat err.txt)"
	is_old
	# and where it is not ignored, it ends the program
	status=0
	(ulimit -c 0 -f 8; exec budget-series -o only/old.csv pages.txt 2>err.txt) || status=$?
	is 153 "$status"
	is_old
}

# Runs a command of bash where "small" is a disk of 64 KB; left out where none may be mounted.
on_small_disk() { # COMMAND
	mkdir -p small
	unshare -rm mount -t tmpfs -o size=64k tmpfs small 2>err.txt || skip "no disk may be mounted: $(cat err.txt)"
	unshare -rm bash -c 'mount -t tmpfs -o size=64k tmpfs small && eval "$1"' - "$1"
}

@test "-o to a disk of 64 KB: what is too much leaves the old file alone, and nothing beside it" {
	many_pages
	for tool in $tools; do
		# some so that the first write is too much already
		for n in 1 5; do
			for _ in $(seq $n); do cat pages.txt "$data/contributions.txt"; done >more.txt
			on_small_disk "
				echo old >small/old.csv
				status=0
				$tool -o small/old.csv more.txt >out.csv 2>err.txt || status=\$?
				echo \$status >status.txt
				ls -A small >names.txt
				cp small/old.csv old.txt"
			is 4 "$(cat status.txt)"
			is "$tool: error: cannot write small/old.csv: No space left on device" "$(cat err.txt)"
			is old.csv "$(cat names.txt)"
			is old "$(cat old.txt)"
			[ ! -s out.csv ]
		done
	done
}

@test "-o to a disk of 64 KB: what fits beside the old file replaces it, over and over" {
	on_small_disk '
		for _ in 1 2 3; do poc-extract -o small/new.csv page.txt && cmp want.csv small/new.csv || exit 9; done
		ls -A small >names.txt'
	is new.csv "$(cat names.txt)"
}

@test "> to a disk of 64 KB: status 4, one message, and what is there is a beginning of the output" {
	many_pages
	for _ in 1 2 3 4 5; do cat pages.txt "$data/contributions.txt"; done >more.txt
	for tool in $tools; do
		$tool more.txt >whole.csv
		on_small_disk "
			status=0
			$tool more.txt >small/out.csv 2>err.txt || status=\$?
			echo \$status >status.txt
			cp small/out.csv out.csv"
		is 4 "$(cat status.txt)"
		is "$tool: error: cannot write standard output: No space left on device" "$(cat err.txt)"
		is 65536 "$(wc -c <out.csv)"
		head -c 65536 whole.csv | cmp - out.csv
	done
}

# Runs budget-series -o only/old.csv, and ends it by signal $1 when it has read a page and waits for more.
interrupt() {
	mkfifo pipe
	ulimit -c 0
	# what a shell starts in the background ignores INT and QUIT, unless told otherwise
	env --default-signal=INT,QUIT "$BUILD/budget-series" -o only/old.csv pipe 2>/dev/null &
	exec 7>pipe
	cat page.txt >&7
	sleep 0.2
	kill "-$1" $!
	status=0
	wait $! || status=$?
	exec 7>&-
	rm pipe
	is $((128 + $2)) "$status"
}

@test "an interrupted run leaves the old file alone" {
	make_old
	for signal in 'HUP 1' 'INT 2' 'KILL 9' 'TERM 15'; do
		interrupt $signal
		is old "$(cat only/old.csv)"
	done
}

@test "an interrupted run leaves no file behind" {
	make_old
	for signal in 'HUP 1' 'INT 2' 'QUIT 3' 'USR2 12' 'TERM 15' 'XCPU 24' 'XFSZ 25'; do
		interrupt $signal
		is_old
	done
}

@test "a signal that is ignored interrupts nothing, as under nohup" {
	make_old
	mkfifo pipe
	for signal in HUP INT TERM; do
		(trap '' $signal; exec budget-series -o only/old.csv pipe 2>err.txt) &
		exec 7>pipe
		cat page.txt >&7
		sleep 0.2
		kill "-$signal" $!
		cat page.txt >&7
		exec 7>&-
		wait $!
		is '' "$(cat err.txt)"
		cat page.txt page.txt | budget-series | cmp - only/old.csv
	done
	is old.csv "$(ls -A only)"
}

@test "a full disk is status 4 with a message" {
	many_pages
	for tool in $tools; do
		for page in page.txt pages.txt; do
			status=0
			$tool $page 2>err.txt >/dev/full || status=$?
			is 4 "$status"
			is "$tool: error: cannot write standard output: No space left on device" "$(cat err.txt)"
		done
	done
}

@test "a closed standard output is status 4 with a message" {
	for tool in $tools; do
		status=0
		$tool page.txt 2>err.txt >&- || status=$?
		is 4 "$status"
		is "$tool: error: cannot write standard output: Bad file descriptor" "$(cat err.txt)"
	done
}

@test "--help and --version that cannot be written are status 4 with a message" {
	for tool in $tools; do
		for option in --help --version; do
			status=0
			$tool $option 2>err.txt >/dev/full || status=$?
			is 4 "$status"
			has "$tool: error: cannot write standard output*" "$(cat err.txt)"
			status=0
			$tool $option 2>err.txt >&- || status=$?
			is 4 "$status"
			has "$tool: error: cannot write standard output*" "$(cat err.txt)"
		done
	done
}

@test "with -o a closed standard output is no error, and no file takes its place" {
	status=0
	poc-extract -o new.csv page.txt >&- 2>err.txt || status=$?
	is 0 "$status"
	is '' "$(cat err.txt)"
	cmp want.csv new.csv
	poc-extract -o new.csv page.txt <&- >&- 2>&-
	cmp want.csv new.csv
	# nor does a warning go into the file, where standard error is closed
	poc-extract -o new.csv page.txt /dev/null 2>&-
	cmp want.csv new.csv
}

@test "a closed or full standard error changes neither status nor output" {
	for tool in $tools; do
		status=0
		$tool page.txt missing.txt >out.csv 2>&- || status=$?
		is 4 "$status"
		$tool page.txt | cmp - out.csv
		status=0
		$tool page.txt missing.txt >out.csv 2>/dev/full || status=$?
		is 4 "$status"
		$tool page.txt | cmp - out.csv
	done
}

@test "a reader that leaves early ends the tools quietly, by SIGPIPE" {
	many_pages
	for tool in $tools; do
		# so many rows that the tool still writes when head has left
		for _ in 1 2 3 4 5; do cat pages.txt; done >more.txt
		set +e
		$tool more.txt 2>err.txt | head -n 1 >first.csv
		status=("${PIPESTATUS[@]}")
		set -e
		is '' "$(cat err.txt)"
		is "141 0" "${status[*]}"
		$tool page.txt | head -n 1 | cmp - first.csv
	done
}

@test "where SIGPIPE is ignored, the write error is told" {
	many_pages
	(
		trap '' PIPE
		budget-series pages.txt 2>err.txt || echo $? >status.txt
	) | head -n 1 >first.csv
	is 4 "$(cat status.txt)"
	is "budget-series: error: cannot write standard output: Broken pipe" "$(cat err.txt)"
}

@test "a pipeline that head cuts off is quiet in each of its parts" {
	many_pages
	budget-series pages.txt 2>err1.txt | gap-calc 2>err2.txt | head -n 3 >first.csv
	is '' "$(cat err1.txt err2.txt)"
	gap-calc page.txt | head -n 3 | cmp - first.csv
}
