#!/usr/bin/env bats
# Where the input comes from, in which encoding, and how slowly.

load helper

setup() {
	prepare
}

# The same rows as those of page.txt, whatever the command.
same() {
	for tool in $tools; do
		$tool page.txt >want.csv
		go "$tool" "$@"
		is '' "$err"
		is 0 "$status"
		is "$(cat want.csv)" "$output"
	done
}

@test "FILE operands, - and standard input are the same" {
	same page.txt
	for tool in $tools; do
		$tool page.txt >want.csv
		$tool <page.txt | cmp - want.csv
		cat page.txt | $tool | cmp - want.csv
		cat page.txt | $tool - | cmp - want.csv
		$tool - <page.txt | cmp - want.csv
		$tool -- page.txt | cmp - want.csv
		cp page.txt ./-odd
		$tool -- -odd | cmp - want.csv
		$tool ./-odd | cmp - want.csv
	done
}

@test "several FILEs are read in their order, - among them; a header is printed once" {
	sed 's/Mali/Niger/' page.txt >other.txt
	for tool in $tools; do
		{ $tool page.txt; $tool --no-header other.txt; $tool --no-header page.txt; } >want.csv
		$tool page.txt - page.txt <other.txt | cmp - want.csv
		cat page.txt other.txt page.txt | $tool | cmp - want.csv
	done
}

@test "a FILE that is not there is status 4, and the others are read" {
	for tool in $tools; do
		{ $tool page.txt; $tool --no-header page.txt; } >want.csv
		go "$tool" page.txt missing.txt page.txt
		is 4 "$status"
		is "$tool: missing.txt: error: cannot open: No such file or directory" "$err"
		is "$(cat want.csv)" "$output"
		go "$tool" missing.txt
		is 4 "$status"
		is "$tool: missing.txt: error: cannot open: No such file or directory" "$err"
		is "$($tool page.txt | head -n 1)" "$output"
	done
}

@test "a sum is not printed when one of the FILEs cannot be read" {
	go gap-calc --group-by=operation page.txt missing.txt
	is 4 "$status"
	is "operation,budget,funding,expenditure,unit,against,gap,gap_pct,covered_pct" "$output"
	go donors-list --by=donor page.txt missing.txt
	is 4 "$status"
	is "donor,iso3,donor_type,contributions,amount,unit,first,last" "$output"
	go donors-list --top=2 page.txt missing.txt
	is 4 "$status"
	is "date,donor,iso3,donor_type,amount,unit,recipient" "$output"
}

@test "a folder is no FILE" {
	mkdir folder
	for tool in $tools; do
		go "$tool" folder
		is 4 "$status"
		is "$tool: folder: error: this is a directory; name the files in it, as in DIRECTORY/*" "$err"
		status=0
		$tool <folder >out.csv 2>err.txt || status=$?
		is 4 "$status"
		is "$tool: -: error: this is a directory; name the files in it, as in DIRECTORY/*" "$(cat err.txt)"
	done
}

@test "a closed standard input is status 4, and no error where it is not read" {
	for tool in $tools; do
		status=0
		$tool <&- >out.csv 2>err.txt || status=$?
		is 4 "$status"
		is "$tool: -: error: cannot read: Bad file descriptor" "$(cat err.txt)"
		$tool page.txt <&- 2>err.txt | cmp - <($tool page.txt)
		is '' "$(cat err.txt)"
	done
}

@test "a closed descriptor that nothing can stand in for is status 4 with a message" {
	grep -q __asan_init "$BUILD/poc-extract" && skip "nothing can be preloaded before a sanitizer"
	${CC:-cc} -shared -fPIC -o faults.so "$data/../tests/faults.c" -ldl
	for tool in $tools; do
		status=0
		FAULT=open:1:EACCES LD_PRELOAD=$PWD/faults.so $tool page.txt <&- >out.csv 2>err.txt 7>reached || status=$?
		is "4 x" "$status $(cat reached)"
		is "$tool: error: standard input is closed, and /dev/null does not stand in for it: Permission denied" "$(cat err.txt)"
		[ ! -s out.csv ]
	done
}

@test "an empty input has nothing: status 1, the header, and a message" {
	for tool in $tools; do
		for text in '' '\n\n' '\xEF\xBB\xBF' ' '; do
			printf "$text" >empty
			go "$tool" empty
			is 1 "$status"
			has "$tool: empty: error: no * found*" "$err"
			is "$($tool page.txt | head -n 1)" "$output"
		done
	done
}

@test "a byte order mark and CRLF change nothing" {
	{ printf '\xEF\xBB\xBF'; cat page.txt; } >bom.txt
	same bom.txt
	sed 's/$/\r/' page.txt >crlf.txt
	same crlf.txt
	# where the form is told by the very first byte, and where a message counts columns
	{ printf '\xEF\xBB\xBF'; cat "$data/donors/rows.json"; } >bom.json
	donors-list bom.json | cmp - <(donors-list "$data/donors/rows.json")
	printf '\xEF\xBB\xBF[}' >bom.json
	go donors-list --from=json bom.json
	is 3 "$status"
	has 'donors-list: bom.json:1:2: error: *' "$err"
}

@test "UTF-16 is refused with the option that reads it, which does" {
	iconv -f UTF-8 -t UTF-16LE page.txt >le.txt
	iconv -f UTF-8 -t UTF-16BE page.txt >be.txt
	{ printf '\xFF\xFE'; cat le.txt; } >le-bom.txt
	{ printf '\xFE\xFF'; cat be.txt; } >be-bom.txt
	for file in le:UTF-16LE be:UTF-16BE le-bom:UTF-16 be-bom:UTF-16; do
		name=${file%:*}.txt encoding=${file#*:}
		for tool in $tools; do
			go "$tool" "$name"
			is 3 "$status"
			is "$tool: $name: error: looks like UTF-16; try --encoding=$encoding" "$err"
			is "$($tool page.txt | head -n 1)" "$output"
		done
		same --encoding="$encoding" "$name"
	done
}

@test "--delimiter names what stands between fields: any character, or a tab by its name" {
	for tool in $tools; do
		$tool page.txt >want.csv
		for delimiter in ',' ';' ' ' '^' $'\t' '\t' tab; do
			character=$delimiter
			case $delimiter in '\t' | tab) character=$'\t' ;; esac
			python3 -c 'import csv, sys
csv.writer(sys.stdout, delimiter=sys.argv[1], lineterminator="\n").writerows(csv.reader(sys.stdin))' "$character" <want.csv >other.csv
			$tool --from=csv --delimiter="$delimiter" other.csv | cmp - want.csv
		done
	done
}

@test "--encoding reads what is not UTF-8, however it is spelled" {
	sed 's/•/-/' page.txt | iconv -f UTF-8 -t ISO-8859-1 >latin.txt
	iconv -f UTF-8 -t CP1252 page.txt >windows.txt
	same --encoding=ISO-8859-1 latin.txt
	same --encoding=latin1 latin.txt
	same -e windows-1252 windows.txt
	same -eUTF-8 page.txt
}

@test "bytes that are not UTF-8 are an error with line, column and remedy; what stands above them is printed" {
	iconv -f UTF-8 -t CP1252 page.txt >windows.txt
	for tool in $tools; do
		go "$tool" windows.txt
		is 3 "$status"
		is "$tool: windows.txt:1:14: error: what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1" "$err"
	done
	printf 'Operation: Mali\nPeople of Concern\n2019 275,779\nM\xE9xico\n2018 154,432\n' >late.txt
	go poc-extract late.txt
	is 3 "$status"
	is "poc-extract: late.txt:4:2: error: what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1" "$err"
	is $'operation,iso3,year,status,code,population_type,persons\nMali,MLI,2019,actual,TOT,Total,275779' "$output"
}

@test "sequences that UTF-8 forbids are refused" {
	# overlong, a surrogate, beyond U+10FFFF, a lone continuation, a lead without one
	for bytes in '\xC0\xAF' '\xE0\x80\xAF' '\xED\xA0\x80' '\xF4\x90\x80\x80' '\xF8\x88\x80\x80\x80' '\x80' '\xC3.'; do
		printf 'date,donor\n2020-06-30,X'"$bytes" >bad.csv
		go donors-list bad.csv
		is 3 "$status"
		has "donors-list: bad.csv:2:13: error: what follows is not UTF-8*" "$err"
		is date,donor,iso3,donor_type,amount,unit,recipient "$output"
	done
	# a character that the end of the input cuts in two
	printf 'date,donor\n2020-06-30,Norway\n2020-06-30,X\xE2\x82' >cut.csv
	go donors-list cut.csv
	is 3 "$status"
	has 'donors-list: cut.csv:3:1[345]: error: *' "$err"
	is $'date,donor,iso3,donor_type,amount,unit,recipient\n2020-06-30,Norway,NOR,government,,,' "$output"
	# the last of each length are fine
	printf 'date,donor\n2020-06-30,\xDF\xBF \xEF\xBF\xBD \xF4\x8F\xBF\xBF\n' >good.csv
	go donors-list good.csv
	is '' "$err"
	is 0 "$status"
}

@test "an encoding that nobody knows is a usage error" {
	for tool in $tools; do
		go "$tool" --encoding=nonesuch page.txt
		is 2 "$status"
		has "$tool: error: *nonesuch*"$'\n'"Try '$tool --help'" "$err"
		is '' "$output"
	done
}

@test "a wrong --encoding is told with the place" {
	for tool in $tools; do
		go "$tool" --encoding=ASCII page.txt
		is 3 "$status"
		is "$tool: page.txt:1:14: error: what follows is not ASCII; is --encoding right?" "$err"
	done
}

# refused FILE WHAT: each tool says so, and nothing else.
refused() {
	for tool in $tools; do
		go "$tool" "$1"
		is 3 "$status"
		has "$tool: $1: error: looks like $2" "$err"
		is "$($tool page.txt | head -n 1)" "$output"
	done
}

@test "what is no text is refused with its remedy" {
	gzip -c page.txt >page.gz
	refused page.gz 'gzip; try zcat'
	printf '%%PDF-1.4\n' >page.pdf
	refused page.pdf 'PDF; try pdftotext*'
	printf '\x89PNG\r\n\x1A\n' >page.png
	refused page.png 'an image; ?*'
	printf '\xFF\xD8\xFF\xE0\0\x10JFIF' >page.jpg
	refused page.jpg 'an image; ?*'
	printf 'GIF89a\1\0\1\0' >page.gif
	refused page.gif 'an image; ?*'
	printf 'PK\3\4\x14\0\6\0' >page.xlsx
	refused page.xlsx 'a zip archive or an Excel workbook; unpack it, or save the sheet as CSV'
	printf 'BZh91AY&SY' >page.bz2
	refused page.bz2 'bzip2; try bzcat'
	printf '\xFD7zXZ\0\0' >page.xz
	refused page.xz 'xz; try xzcat'
	printf '\x28\xB5\x2F\xFD\4' >page.zst
	refused page.zst 'zstd; try zstdcat'
	printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' >page.xls
	refused page.xls 'an old Excel or Word file; save the sheet as CSV'
}

@test "what is no text is known by its first bytes, too, when they come one by one" {
	gzip -c page.txt >page.gz
	status=0
	"$data/../tests/slow.py" bytes page.gz poc-extract 2>err.txt >out.csv || status=$?
	is 3 "$status"
	has "*poc-extract: -: error: looks like gzip; try zcat*" "$(cat err.txt)"
}

@test "line ends of a CR alone are refused with the remedy" {
	tr '\n' '\r' <page.txt >cr.txt
	remedy="convert the file: tr '\\\\r' '\\\\n'" # two backslashes, for a pattern takes one away
	for tool in $tools; do
		go "$tool" cr.txt
		is 3 "$status"
		has "$tool: cr.txt:1:*: error: a carriage return that ends no line; *$remedy" "$err"
		is "$($tool page.txt | head -n 1)" "$output"
		# a table of its own, with as few names as a table may have
		$tool page.txt | tr '\n' '\r' >cr.csv
		go "$tool" cr.csv
		is 3 "$status"
		has "$tool: cr.csv:1:*: error: a carriage return that ends no line; *$remedy" "$err"
	done
	printf 'date,donor\r2020-06-30,Norway\r' >cr.csv
	go donors-list cr.csv
	is 3 "$status"
	has "donors-list: cr.csv:1:11: error: a carriage return that ends no line; *$remedy" "$err"
	# the remedy helps
	tr '\r' '\n' <cr.csv >lf.csv
	go donors-list lf.csv
	is 0 "$status"
}

@test "a CR in the middle of a line is refused, and one in quotes or in JSON is not" {
	printf 'date,donor\n2020-06-30,Nor\rth\n' >cr.csv
	go donors-list cr.csv
	is 3 "$status"
	has "donors-list: cr.csv:2:15: error: a carriage return that ends no line; *" "$err"
	printf 'date,donor\n2020-06-30,"Nor\rth"\n' >quoted.csv
	donors-list quoted.csv | cmp - <(printf 'date,donor,iso3,donor_type,amount,unit,recipient\n2020-06-30,Nor th,,,,,\n') # a blank like any other
	printf '[{"date":"2020-06-30",\r"donor":"Norway"}]' >cr.json
	go donors-list cr.json
	is 0 "$status"
}

@test "a NUL makes a figure no figure" {
	printf 'Operation: Mali\nPeople of Concern\n2019 275\0,779\n' >nul.txt
	go poc-extract nul.txt
	is 3 "$status"
	is 'poc-extract: nul.txt:3:1: error: "2019 275\x00,779": not a year and a figure (a comma groups three digits)' "$err"
	printf 'operation,year,code,persons\nMali,2019,REF,26\x00670\n' >nul.csv
	go poc-extract nul.csv
	is 3 "$status"
	has 'poc-extract: nul.csv:2: error: persons: "26\\x00670" is not a number*' "$err"
}

@test "messages cannot control the terminal" {
	name=$'a\nb\e[31mc\x7Fd\xC2\x9Be.csv'
	printf 'date,donor\n\e]0;x\a\xC2\x85\x7F,Norway\n' >"$name"
	go donors-list "$name"
	is 3 "$status"
	is 1 "$(wc -l <err.txt)"
	has 'donors-list: a\\x0Ab\\x1B\[31mc\\x7Fd\\x9Be.csv:2: error: "\\x1B]0;x\\x07\\x85\\x7F" is not a date*' "$err"
	go donors-list $'--since=\e[2J'
	is 2 "$status"
	has 'donors-list: error: --since=\\x1B\[2J: *' "$err"
	go donors-list $'--\e[2J'
	is 2 "$status"
	has '*--\\x1B\[2J*' "$err"
	go donors-list $'\e[2J'
	is 4 "$status"
	has 'donors-list: \\x1B\[2J: error: *' "$err"
}

@test "what is long is shown in part, in one line of less than 1,025 bytes" {
	long=$(printf 'x%.0s' $(seq 5000))
	printf 'date,donor\n%s,Norway\n' "$long" >long.csv
	go donors-list long.csv
	is 3 "$status"
	is 1 "$(wc -l <err.txt)"
	[ "$(wc -c <err.txt)" -le 1024 ]
	has '*is not a date*' "$err"
	go donors-list --since="$long"
	is 2 "$status"
	is 2 "$(wc -l <err.txt)"
	go donors-list "$long"
	is 4 "$status"
	is 1 "$(wc -l <err.txt)"
}

@test "input that comes byte by byte, or line by line, changes nothing" {
	for tool in $tools; do
		$tool page.txt >want.csv
		"$data/../tests/slow.py" bytes page.txt "$tool" | cmp - want.csv
		"$data/../tests/slow.py" lines page.txt "$tool" | cmp - want.csv
		# each form looks at the beginning in its own way
		"$data/../tests/slow.py" bytes "$data/mali-cut.html" "$tool" >out.csv
		$tool "$data/mali-cut.html" | cmp - out.csv
		"$data/../tests/slow.py" bytes want.csv "$tool" | cmp - want.csv
	done
}

@test "signals, stops and resizes change nothing" {
	for tool in $tools; do
		"$data/../tests/slow.py" stops page.txt "$tool" | cmp - <($tool page.txt)
	done
}

@test "pipes that do not block change nothing" {
	for _ in $(seq 100); do cat page.txt; done >pages.txt
	for tool in $tools; do
		"$data/../tests/slow.py" nonblocking pages.txt "$tool" | cmp - <($tool pages.txt)
	done
}

@test "interrupted calls, short reads and short writes change nothing" {
	grep -q __asan_init "$BUILD/poc-extract" && skip "nothing can be preloaded before a sanitizer"
	${CC:-cc} -shared -fPIC -o flaky.so "$data/../tests/flaky.c" -ldl
	for tool in $tools; do
		$tool page.txt >want.csv
		LD_PRELOAD=$PWD/flaky.so $tool page.txt | cmp - want.csv
		LD_PRELOAD=$PWD/flaky.so $tool <page.txt | cmp - want.csv
		LD_PRELOAD=$PWD/flaky.so $tool -o new.csv page.txt
		cmp want.csv new.csv
		LD_PRELOAD=$PWD/flaky.so $tool -e UTF-8 <page.txt | cmp - want.csv
		LD_PRELOAD=$PWD/flaky.so $tool want.csv | cmp - want.csv
		go env LD_PRELOAD="$PWD/flaky.so" "$tool" missing.txt
		is 4 "$status"
		is "$tool: missing.txt: error: cannot open: No such file or directory" "$err"
		printf '%s\n' "$err" | cmp - err.txt # no byte more: a shell drops what is NUL
	done
}

@test "a row is printed before the input ends when enough have come: nothing waits for all of it" {
	mkfifo pipe
	for _ in $(seq 100); do cat page.txt; done >pages.txt
	exec 7<>pipe
	"$BUILD/budget-series" pages.txt pipe >out.csv &
	for _ in $(seq 50); do
		[ -s out.csv ] && break
		sleep 0.1
	done
	[ -s out.csv ]
	kill $!
}
