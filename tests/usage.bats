#!/usr/bin/env bats
# The command line: options, help, usage errors, exit statuses, and silence.

load helper

setup() {
	prepare
}

# The options of each tool, as --help has to list them: its own first. A letter stands before its long option.
common='-f,--from= -e,--encoding= -d,--delimiter= -y,--years= -c,--country= --precision= --provenance --check -o,--output=
	--hxl --excel --schema --no-header --progress -s,--strict -q,--quiet -v,--verbose -h,--help -V,--version'
money='-p,--pillar= -u,--unit= --unit-in= --complete --against-file='
options_of() {
	case $1 in
	poc-extract) echo -t,--type= --type-in= --by= --zeros --change ;;
	budget-series) echo $money ;;
	gap-calc) echo --against= --group-by= --below= --change --need= --have= $money ;;
	donors-list) echo -t,--type= --since= --until= --recipient= --by= --top= ;;
	esac
	echo $common
}

# What --help lists, in the same form.
listed_by() {
	$1 --help | sed -nE 's/^  (-[A-Za-z]), (--[a-z0-9-]+=?).*/\1,\2/p; s/^      (--[a-z0-9-]+=?).*/\1/p'
}

# A good argument for an option that takes one.
argument() {
	case $1:$2 in
	*:--from) echo text ;;
	*:--encoding) echo UTF-8 ;;
	*:--delimiter) echo ';' ;;
	*:--years) echo 2015-2020 ;;
	poc-extract:--country | budget-series:--country | gap-calc:--country) echo MLI ;;
	donors-list:--country) echo deu,BRA ;;
	*:--precision) echo 2 ;;
	*:--output) echo out.csv ;;
	poc-extract:--type) echo REF,IDP ;;
	donors-list:--type) echo government,private ;;
	*:--type-in) echo REF ;;
	poc-extract:--by) echo operation ;;
	donors-list:--by) echo donor ;;
	*:--pillar) echo total,p1 ;;
	*:--unit | *:--unit-in) echo musd ;;
	*:--against-file) echo page.txt ;;
	*:--against) echo expenditure ;;
	*:--group-by) echo operation,year ;;
	*:--below) echo 50.5 ;;
	*:--since) echo 2020-06-29 ;;
	*:--until) echo 30-JUN-2020 ;;
	*:--top) echo 3 ;;
	*) return 1 ;;
	esac
}

# refuses PATTERN COMMAND...: status 2, nothing on standard output, one line and the hint.
refuses() {
	local pattern=$1
	shift
	go "$@"
	is 2 "$status"
	is '' "$output"
	is 2 "$(wc -l <err.txt)"
	has "$1: error: $pattern" "$(head -n 1 err.txt)"
	is "Try '$1 --help'" "$(tail -n 1 err.txt)"
}

@test "--help lists every option, and nothing else" {
	for tool in $tools; do
		is "$(options_of "$tool" | tr ' ' '\n' | sort)" "$(listed_by "$tool" | sort)"
	done
}

@test "--help fits 80 columns, is plain ASCII, and goes to standard output" {
	for tool in $tools; do
		go "$tool" --help
		is 0 "$status"
		is '' "$err"
		is '' "$(printf '%s\n' "$output" | awk 'length > 80')"
		is '' "$(printf '%s\n' "$output" | LC_ALL=C grep -n '[^ -~]' || true)"
		is '' "$(printf '%s\n' "$output" | grep -n ' $' || true)"
		has "Usage: $tool \[OPTION\]... \[FILE\]..."$'\n*' "$output"
		has '*Exit status: 0 *' "$output"
		is "$output" "$($tool -h)"
		is "$output" "$($tool --from=text missing.txt --help <&-)"
	done
}

@test "the example that --help gives works" {
	cp page.txt mali.html
	cp "$data/contributions.txt" contributions.html
	for tool in $tools; do
		example=$($tool --help | sed -n 's/^Example: //p')
		go bash -o pipefail -c "$example"
		is '' "$err"
		is 0 "$status"
		[ "$(printf '%s\n' "$output" | wc -l)" -gt 1 ]
	done
}

@test "--version is one line with the program's name and the version" {
	version=$(sed -n 's/.*POC_TOOLS_VERSION "\(.*\)"/\1/p' "$data/../lib/version.h")
	for tool in $tools; do
		go "$tool" --version
		is 0 "$status"
		is '' "$err"
		is "$tool (poc-tools) $version" "$output"
		is "$output" "$($tool -V)"
	done
}

@test "every option that --help lists is taken, long and short" {
	for tool in $tools; do
		for option in $(options_of "$tool"); do
			letter='' long=${option#-?,} value=''
			[ "$long" = "$option" ] || letter=${option%%,*}
			case $long in
			# these need another page, or say something
			--need= | --have= | --recipient= | --help | --version | --verbose) continue ;;
			*=) long=${long%=} value=$(argument "$tool" "$long") ;;
			esac
			go "$tool" $long${value:+=}$value page.txt
			is "$long: 0 " "$long: $status $err"
			first=$output
			go "$tool" $long $value page.txt
			is "$long: 0 " "$long: $status $err"
			is "$first" "$output"
			[ -n "$letter" ] || continue
			go "$tool" $letter $value page.txt
			is "$letter: 0 " "$letter: $status $err"
			is "$first" "$output"
			go "$tool" $letter$value page.txt
			is "$letter: 0 " "$letter: $status $err"
			is "$first" "$output"
		done
	done
}

@test "no letter is taken but those that --help lists" {
	for tool in $tools; do
		taken=$(options_of "$tool" | tr ' ' '\n' | sed -n 's/^-\(.\),.*/\1/p' | tr -d '\n')
		for letter in {a..z} {A..Z} {0..9} '?' ':' '.' '+'; do
			case $taken in *"$letter"*) continue ;; esac
			refuses "unknown option -$letter" "$tool" "-$letter" page.txt
		done
	done
}

@test "an unknown option, an ambiguous one, a missing or a needless argument are usage errors" {
	for tool in $tools; do
		refuses '*--nonesuch*' "$tool" --nonesuch
		refuses '*--nonesuch=1*' "$tool" --nonesuch=1 page.txt
		refuses '*--c*' "$tool" --c page.txt
		refuses '*---check*' "$tool" ---check page.txt
		refuses 'unknown option --=1' "$tool" --=1 page.txt
		refuses '--years: an argument is missing' "$tool" page.txt --years
		refuses '-y: an argument is missing' "$tool" page.txt -y
		refuses '-o: an argument is missing' "$tool" -o
		refuses '--check=yes: this option takes no argument' "$tool" --check=yes page.txt
		refuses '--no-header=: this option takes no argument' "$tool" --no-header= page.txt
		# the option is named as it was given, also in the middle of others
		refuses 'unknown option -Z' "$tool" -qZv page.txt
	done
}

@test "arguments that make no sense are usage errors that say what is wanted" {
	for tool in $tools; do
		for value in '' xml Text 'text ' csv,json; do
			refuses "--from=$value: ?*" "$tool" --from="$value" page.txt
		done
		for value in '' ab '"' é $'\xE9' $'\n' '\n'; do
			refuses '--delimiter=*: ?*' "$tool" --delimiter="$value" page.txt
		done
		for value in '' 20 20155 2015-2 2015-20 2015-201 2015-20166 2019-2015 2015, ,2015 abcd 2015x 2015:2016 2015:6 2015-2016-2017 - \
			-20155 -201555 -2015555 -20155555 -abcd 0000 -0000 2015-abcd; do
			refuses "--years=$value: ?*" "$tool" --years="$value" page.txt
		done
		for value in '' ML MALI XYZ MLI, MLI,,NER 123; do
			refuses "--country=$value: ?*" "$tool" --country="$value" page.txt
		done
		for value in '' -1 x 1.5 100 1x RAW; do
			refuses "--precision=$value: ?*" "$tool" --precision="$value" page.txt
		done
	done
}

@test "own arguments that make no sense are usage errors" {
	for value in '' ZZZ ref/idp; do
		refuses "--type=$value: ?*" poc-extract --type="$value" page.txt
		refuses "--type-in=$value: ?*" poc-extract --type-in="$value" page.txt
	done
	refuses '--type-in=REF,IDP: ?*' poc-extract --type-in=REF,IDP page.txt
	for value in '' country asylum pair,origin; do
		refuses "--by=$value: ?*" poc-extract --by="$value" page.txt
	done
	for tool in budget-series gap-calc; do
		for value in '' p0 p5 1 total, p1-p3; do
			refuses "--pillar=$value: ?*" $tool --pillar="$value" page.txt
		done
		for value in '' eur dollars usd,musd; do
			refuses "--unit=$value: ?*" $tool --unit="$value" page.txt
			refuses "--unit-in=$value: ?*" $tool --unit-in="$value" page.txt
		done
	done
	for value in '' budget funding,expenditure; do
		refuses "--against=$value: ?*" gap-calc --against="$value" page.txt
	done
	for value in '' unit country operation, year,year,x; do
		refuses "--group-by=$value: ?*" gap-calc --group-by="$value" page.txt
	done
	for value in '' x 50% 1e; do
		refuses "--below=$value: ?*" gap-calc --below="$value" page.txt
	done
	for value in '' person gov government, ; do
		refuses "--type=$value: ?*" donors-list --type="$value" page.txt
	done
	for option in --since --until; do
		for value in '' yesterday 31-FEB-2020 2020-02-30 2020-13 03/04/2020 20; do
			refuses "$option=$value: ?*" donors-list $option="$value" page.txt
		done
	done
	for value in '' ML XYZ Mali; do
		refuses "--recipient=$value: ?*" donors-list --recipient="$value" page.txt
	done
	for value in '' recipient donor,year; do
		refuses "--by=$value: ?*" donors-list --by="$value" page.txt
	done
	for value in '' 0 -1 x 1.5 99999999999999999999; do
		refuses "--top=$value: ?*" donors-list --top="$value" page.txt
	done
}

@test "options that contradict each other are usage errors" {
	refuses '*--need*--have*' gap-calc --need=budget page.txt
	refuses '*--need*--have*' gap-calc --have=budget page.txt
	refuses '*--need*' gap-calc --need=a --have=b --group-by=year page.txt
	refuses '*--need*' gap-calc --need=a --have=b --change page.txt
}

@test "an option that is given twice: the last one counts" {
	iconv -f UTF-8 -t CP1252 page.txt >windows.txt
	for tool in $tools; do
		$tool page.txt >want.csv
		$tool -e UTF-16LE -e windows-1252 windows.txt | cmp - want.csv
		$tool --precision=0 --precision=raw --precision=1 page.txt | cmp - <($tool --precision=1 page.txt)
	done
}

@test "a usage error reads nothing and makes nothing" {
	mkdir only
	for tool in $tools; do
		go "$tool" -o only/new.csv --years=x missing.txt
		is 2 "$status"
		# standard input is still whole behind it
		is "$(cat page.txt)" "$({ $tool --nonesuch 2>err.txt || true; cat; } <page.txt)"
	done
	is '' "$(ls -A only)"
}

@test "long options may be abbreviated as long as it is clear which one is meant" {
	for tool in $tools; do
		$tool --no-header --precision=1 page.txt >want.csv
		$tool --no --pre=1 page.txt | cmp - want.csv
		$tool --no-h --precision 1 page.txt | cmp - want.csv
	done
	# a whole name is clear, also where it begins another one
	poc-extract --type=REF page.txt | cmp - <(poc-extract -t REF page.txt)
	gap-calc --against=expenditure page.txt | cmp - <(gap-calc page.txt)
	refuses '*--typ=REF*' poc-extract --typ=REF page.txt
	refuses '*--agains=expenditure*' gap-calc --agains=expenditure page.txt
}

@test "options may stand behind FILEs, -- ends them, letters may be joined" {
	sed 's/Mali/Niger/' page.txt >--check
	for tool in $tools; do
		$tool --no-header --years=2020 page.txt >want.csv 2>err.txt || true
		for arguments in 'page.txt --no-header --years=2020' '--no-header page.txt -y 2020' 'page.txt --no-header -qvy2020' \
			'--no-header -y2020 -- page.txt'; do
			$tool $arguments 2>err.txt | cmp - want.csv
		done
		{ $tool page.txt; $tool --no-header ./--check; } >want.csv
		$tool page.txt -- --check | cmp - want.csv
		$tool -- page.txt --check | cmp - want.csv
	done
}

@test "lists take both cases where codes are meant" {
	poc-extract -t ref,Idp -c mli page.txt | cmp - <(poc-extract -t REF,IDP -c MLI page.txt)
}

@test "an empty standard error on a good day, whatever the tool and the page" {
	for tool in $tools; do
		for page in "$data"/*.* "$data"/*/*.*; do
			# a swapped chart, a page that did not come and a list without a year are told, and made-up ones may be anything
			case $page in */made-up* | *-swapped* | *-without-year* | */api-mali-[12].json | */headers-2024.csv) continue ;; esac
			go "$tool" "$page"
			[ "$status" != 0 ] || is "$page: " "$page: $err"
		done
		$tool page.txt >own.csv
		go "$tool" own.csv
		is '0 ' "$status $err"
		go "$tool" --strict --check page.txt
		is '0 ' "$status $err"
	done
}

@test "--verbose tells what is normal: the year without expenditure, the donor without a name" {
	go budget-series --verbose page.txt
	is 0 "$status"
	has 'budget-series: page.txt*: note: *2020*' "$err"
	go gap-calc -v page.txt
	is 0 "$status"
	has 'gap-calc: page.txt*: note: *2020*' "$err"
	go donors-list -v page.txt
	is 0 "$status"
	has 'donors-list: page.txt*: note: *' "$err"
}

@test "--quiet drops warnings, not errors; --strict makes a warning count" {
	go poc-extract page.txt /dev/null
	is 0 "$status"
	is 'poc-extract: /dev/null: warning: no population figures found' "${err%%found*}found"
	go poc-extract -q page.txt /dev/null
	is '0 ' "$status $err"
	go poc-extract -s page.txt /dev/null
	is 1 "$status"
	has '*: warning: *' "$err"
	go poc-extract -sq page.txt /dev/null
	is '1 ' "$status $err"
	go poc-extract -q missing.txt
	is 4 "$status"
	has '*missing.txt: error: *' "$err"
}

@test "exit status 0: all inputs were well-formed, and one of them had something" {
	for tool in $tools; do
		go "$tool" page.txt
		is 0 "$status"
		printf 'Operation: Niger\n' >nothing.txt
		go "$tool" nothing.txt page.txt
		is 0 "$status"
	done
}

@test "exit status 1: nothing found, nothing left, a check that failed" {
	printf 'Operation: Niger\n' >nothing.txt
	for tool in $tools; do
		header=$($tool page.txt | head -n 1)
		for arguments in nothing.txt 'nothing.txt nothing.txt' '--years=1990 page.txt' '--country=FJI page.txt'; do
			go "$tool" $arguments
			is 1 "$status"
			is "$header" "$output"
			has "$tool: *error: no *" "$err"
		done
		go "$tool" --no-header --years=1990 page.txt
		is '1 ' "$status $output"
		# well-formed, and not ours
		printf '{"name":"Mali","size":[1,2,3]}' >other.json
		go "$tool" other.json
		is 1 "$status"
		has "$tool: other.json: error: no *" "$err"
	done
	sed 's/275,779/275,778/' page.txt >wrong.txt
	go poc-extract --check wrong.txt
	is 1 "$status"
	[ "$(printf '%s\n' "$output" | wc -l)" -gt 1 ]
	sed 's/17.33224968/17.33224969/' page.txt >wrong.txt
	for tool in budget-series gap-calc; do
		go $tool --check wrong.txt
		is 1 "$status"
		is 1 "$(wc -l <err.txt)"
	done
}

@test "exit status 3: what is malformed, with rows before it" {
	head -c 1000 page.txt >cut.txt
	for tool in poc-extract budget-series gap-calc; do
		go $tool cut.txt
		is 3 "$status"
		has "$tool: cut.txt:*: error: *" "$err"
	done
	for tool in $tools; do
		{ $tool page.txt; echo one,field,too,many,or,too,few,1,2,3,4,5,6,7; } >wrong.csv
		n=$(wc -l <wrong.csv)
		go "$tool" wrong.csv
		is 3 "$status"
		has "$tool: wrong.csv:$n:*error: 14 fields, the header in line 1 has *" "$err:"
		is "$($tool page.txt)" "$output"
	done
}

@test "the worst of several inputs decides the exit status" {
	head -c 1000 page.txt >cut.txt
	printf 'Operation: Niger\n' >nothing.txt
	for inputs in 'nothing.txt cut.txt 3' 'cut.txt nothing.txt 3' 'cut.txt missing.txt 4' 'missing.txt cut.txt 4' \
		'nothing.txt missing.txt 4' 'page.txt cut.txt 3' 'cut.txt page.txt 3'; do
		set -- $inputs
		go budget-series "$1" "$2"
		is "$inputs: $3" "$inputs: $status"
	done
	# what follows a malformed input is read
	go budget-series cut.txt page.txt
	has "*$(budget-series --no-header page.txt)" "$output"
}
