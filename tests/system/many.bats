#!/usr/bin/env bats
# examples/many on 2,000 pages, here and on two hosts, which are two ssh servers of our own on 127.0.0.1. What the sums must be is
# computed by pages.py from the figures that it wrote into the pages.

load ../helper

# A host: its server, and a budget-series that notes how many files it got. A file "sick" or "old" there makes it fail.
host() { # NAME PORT
	local d=$BATS_FILE_TMPDIR/$1
	mkdir -p "$d/bin" "$d/tmp"
	ssh-keygen -q -t ed25519 -N '' -f "$d/key"
	cat >"$d/bin/budget-series" <<-END
		#!/bin/sh
		if [ "\$1" = --version ]; then
			[ ! -e $d/old ] || { echo 'budget-series (poc-tools) 0.0.0'; exit; }
		else
			[ ! -e $d/sick ] || kill -9 \$\$
			[ ! -e $d/slow ] || { echo \$\$ >>$d/pids; exec sleep 98.7; }
			echo \$# >>$d/worked
		fi
		exec $BUILD/budget-series "\$@"
	END
	chmod +x "$d/bin/budget-series"
	cat >"$d/sshd_config" <<-END
		Port $2
		ListenAddress 127.0.0.1
		HostKey $d/key
		PidFile $d/pid
		AuthorizedKeysFile $BATS_FILE_TMPDIR/user.pub
		StrictModes no
		UsePAM no
		PasswordAuthentication no
		MaxStartups 100
		SetEnv PATH=$d/bin:/usr/bin:/bin TMPDIR=$d/tmp
	END
	cat >>"$BATS_FILE_TMPDIR/ssh_config" <<-END
		Host $1
		    HostName 127.0.0.1
		    Port $2
		    HostKeyAlias $1
	END
	echo "$1 $(cut -d ' ' -f 1,2 "$d/key.pub")" >>"$BATS_FILE_TMPDIR/known_hosts"
	[ "$3" = down ] || /usr/sbin/sshd -f "$d/sshd_config" -E "$d/log" 3>&-
}

setup_file() {
	local ports
	mkdir "$BATS_FILE_TMPDIR/pages" "$BATS_FILE_TMPDIR/bin"
	python3 tests/system/pages.py testdata/mali.txt "$BATS_FILE_TMPDIR/pages" 2000 >"$BATS_FILE_TMPDIR/want"
	[ -d /run/sshd ] || { mkdir /run/sshd && touch "$BATS_FILE_TMPDIR/run"; }
	ssh-keygen -q -t ed25519 -N '' -f "$BATS_FILE_TMPDIR/user"
	ports=$(python3 -c 'import socket
open_ = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
print(*(s.getsockname()[1] for s in open_))')
	# shellcheck disable=SC2086
	set -- $ports
	host alpha "$1" up
	host beta "$2" up
	host gamma "$3" down
	cat >>"$BATS_FILE_TMPDIR/ssh_config" <<-END
		Host *
		    IdentityFile $BATS_FILE_TMPDIR/user
		    IdentitiesOnly yes
		    UserKnownHostsFile $BATS_FILE_TMPDIR/known_hosts
		    StrictHostKeyChecking yes
	END
	printf '#!/bin/sh\nexec /usr/bin/ssh -F %s "$@"\n' "$BATS_FILE_TMPDIR/ssh_config" >"$BATS_FILE_TMPDIR/bin/ssh"
	chmod +x "$BATS_FILE_TMPDIR/bin/ssh"
}

teardown_file() {
	local pid
	for pid in "$BATS_FILE_TMPDIR"/*/pid; do
		[ ! -e "$pid" ] || kill "$(cat "$pid")"
	done
	[ ! -e "$BATS_FILE_TMPDIR/run" ] || rmdir /run/sshd
}

setup() {
	many=$PWD/examples/many
	prepare
	PATH=$BATS_FILE_TMPDIR/bin:$PATH
	pages=$BATS_FILE_TMPDIR/pages want=$BATS_FILE_TMPDIR/want
	mkdir tmp home few
	export TMPDIR=$PWD/tmp HOME=$PWD/home
	cp "$data/mali.txt" 'few/one page.txt'
	cp "$data/pages/burundi.txt" "few/another's page.txt"
	cp "$data/contributions.txt" few/contributions.txt
	rm -f "$BATS_FILE_TMPDIR"/{alpha,beta}/{old,sick,slow,pids,worked}
}

teardown() {
	[ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true
}

# Nothing is left: in the folder for temporary files, at home, and on the hosts.
nothing_is_left() {
	is '' "$(find tmp home "$BATS_FILE_TMPDIR"/{alpha,beta}/tmp -mindepth 1)"
}

# The sum of the numbers of files that a host got.
worked() {
	awk '{n += $1} END {print n + 0}' "$BATS_FILE_TMPDIR/$1/worked"
}

# None of the slow jobs that alpha noted is still there.
no_job_lives() {
	local job
	for job in $(cat "$BATS_FILE_TMPDIR/alpha/pids"); do
		[ "$(ps -o args= -p "$job")" != 'sleep 98.7' ] || return 1
	done
}

# Waits for a command to succeed, 30 seconds at most.
until_true() {
	local tries=300
	until "$@"; do
		((tries--)) || return 1
		sleep 0.1
	done
}

@test "2,000 pages: the sums are right, whatever the number of jobs" {
	for jobs in 1 2 8; do
		go "$many" -j $jobs "$pages"
		is 0 "$status"
		is '' "$err"
		printf '%s\n' "$output" | cmp "$want" -
	done
	nothing_is_left
}

@test "2,000 pages on two hosts: the same bytes, and both worked" {
	go "$many" -j 2 -S alpha,beta "$pages"
	is '' "$err"
	is 0 "$status"
	printf '%s\n' "$output" | cmp "$want" -
	[ "$(worked alpha)" -gt 200 ]
	[ "$(worked beta)" -gt 200 ]
	is 2000 $(($(worked alpha) + $(worked beta) - $(cat "$BATS_FILE_TMPDIR"/{alpha,beta}/worked | wc -l)))
	nothing_is_left
}

@test "the right sums are not the order of chance: names in another order give rows in another order" {
	mkdir turned
	cp few/another*.txt turned/z.txt
	cp few/one*.txt turned/a.txt
	is 'Burundi Mali' "$("$many" -q few | tail -n +2 | cut -d, -f1 | uniq | xargs)"
	is 'Mali Burundi' "$("$many" turned | tail -n +2 | cut -d, -f1 | uniq | xargs)"
}

@test "options of gap-calc" {
	go "$many" -q few --group-by=year --years=2015 --unit=usd --no-header
	is 0 "$status"
	# 67.860516734 + 33.021793127 and 14.86664134 + 15.61407482 millions
	is 2015,100882309.861,,30480716.16,usd,expenditure,70401593.701,69.79,30.21 "$output"
}

@test "a file without figures is told, unless -q, and the others count; the same on a host" {
	go "$many" -j 1 few
	is 0 "$status"
	has 'budget-series: contributions.txt: warning: no budget*' "$err"
	said=$err here=$output
	go "$many" -j 1 -S alpha few
	is 0 "$status"
	is "$said" "$err"
	is "$here" "$output"
	go "$many" -q -j 1 -S alpha few
	is '' "$err"
	is "$here" "$output"
}

@test "with -s a file without figures is one too many: status 1, no sums; the same on a host" {
	for where in '' '-S alpha'; do
		# shellcheck disable=SC2086
		go "$many" -s -j 1 $where few
		is 1 "$status"
		is '' "$output"
		has 'budget-series: contributions.txt: warning: *many: error: few: no sums*there was a warning' "$err"
	done
	rm few/contributions.txt
	go "$many" -s few
	is '0 ' "$status $err"
}

@test "files that options name are those where one stands, not in FOLDER" {
	go "$many" -q few -o sums.csv
	is '0 ' "$status $output$err"
	[ ! -e few/sums.csv ]
	"$many" -q few | cmp sums.csv -
}

@test "nothing but files without figures, and no file at all: status 1" {
	rm few/*page*
	go "$many" few
	is 1 "$status"
	has '*budget-series: *contributions.txt*' "$err"
	rm few/*
	go "$many" few
	is 1 "$status"
	is 'many: error: few: no files' "$err"
	is '' "$output"
}

@test "a malformed file: its place, status 3, no sums; the same on a host" {
	sed 's/21.59999173/21.5x/' page.txt >'few/one bad page.txt'
	for where in '' '-S alpha'; do
		# shellcheck disable=SC2086
		go "$many" -q -j 2 $where few
		is 3 "$status"
		is '' "$output"
		has 'budget-series: one bad page.txt:27:*many: error: few: no sums*' "$err"
	done
	nothing_is_left
}

@test "a file that cannot be read: status 4, no sums" {
	[ "$(id -u)" != 0 ] || skip 'root reads everything'
	chmod 000 few/one*
	for where in '' '-S alpha'; do
		# shellcheck disable=SC2086
		go "$many" -q -j 2 $where few
		is 4 "$status"
		is '' "$output"
	done
}

@test "a host that is down: it is named, status 4, no sums" {
	go "$many" -j 2 -S alpha,gamma few
	is 4 "$status"
	is '' "$output"
	has '*Connection refused*many: error: gamma: does not answer*no sums*' "$err"
	nothing_is_left
}

@test "a host with another version: status 4, no sums" {
	touch "$BATS_FILE_TMPDIR/beta/old"
	go "$many" -j 2 -S alpha,beta few
	is 4 "$status"
	is '' "$output"
	has '*many: error: beta: another version: budget-series (poc-tools) 0.0.0*' "$err"
}

@test "a host that falls ill at work: status 4, no sums" {
	touch "$BATS_FILE_TMPDIR/beta/sick"
	go "$many" -j 1 -S alpha,beta "$pages"
	is 4 "$status"
	is '' "$output"
	has '*many: error: *no sums*' "$err"
	nothing_is_left
}

@test "an interrupt ends all, here and on a host, and leaves nothing" {
	touch "$BATS_FILE_TMPDIR/alpha/slow"
	for where in '' '-S alpha'; do
		rm -f "$BATS_FILE_TMPDIR/alpha/pids"
		# shellcheck disable=SC2086
		PATH=$BATS_FILE_TMPDIR/alpha/bin:$PATH env --default-signal=INT "$many" -j 1 $where few >out 2>err.txt 3>&- &
		pid=$!
		until_true test -s "$BATS_FILE_TMPDIR/alpha/pids"
		kill -INT $pid
		status=0
		wait $pid || status=$?
		pid=
		is 130 "$status"
		is '' "$(cat out)"
		until_true no_job_lives
		until_true nothing_is_left
	done
}

@test "usage" {
	go "$many"
	is 2 "$status"
	has 'Usage: many *' "$err"
	go "$many" --help
	is 0 "$status"
	has 'Usage: many *Exit status: *' "$output"
	go "$many" --jobs few
	is 2 "$status"
	go "$many" nowhere
	is 4 "$status"
	is 'many: error: nowhere: no such folder' "$err"
}
