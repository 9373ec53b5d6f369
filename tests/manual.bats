#!/usr/bin/env bats
# The manual: its examples run as written, what it says of options, codes, columns and statuses is what the tools do, and it
# renders. With MANUAL=FOLDER for installed pages (man1/*.1 or man1/*.1.gz, man7/) and BUILD for installed tools.

load helper

pages='poc-extract.1 budget-series.1 gap-calc.1 donors-list.1 poc-tools.7'

# Copies the pages, unpacked, into pages/.
setup() {
	local page file
	MANUAL=$(cd "${MANUAL:-man}" && pwd)
	prepare
	mkdir pages
	for page in $pages; do
		for file in "$MANUAL/$page" "$MANUAL/man${page##*.}/$page"; do
			if [ -f "$file" ]; then cat "$file"; elif [ -f "$file.gz" ]; then zcat "$file.gz"; fi
		done >pages/$page
		[ -s pages/$page ] || { echo "no $page under $MANUAL"; return 1; }
	done
}

# Takes the displays out of a page. An example is one that begins with "$ ": for each of its commands, with the lines that
# continue it (behind "|", "||" and "\"), the script N.sh runs it into N.K.got and N.K.err; N.K.want has the lines that follow.
# Every display, as a reader sees it, is N.shown.
examples() { # PAGE FOLDER
	mkdir -p "$2"
	python3 - "$1" "$2" <<'PYTHON'
import re, sys
page, folder = open(sys.argv[1], encoding='utf-8').read(), sys.argv[2]
escapes = {r'\e': '\\', r'\(aq': "'", r'\-': '-', r'\&': ''}
for n, block in enumerate(re.findall(r'^\.Bd -literal[^\n]*\n(.*?)^\.Ed$', page, re.M | re.S)):
    text = re.sub(r'\\\(aq|\\[e&-]', lambda m: escapes[m[0]], block)
    assert '\\' not in text.replace('\\\n', ''), text
    open(f'{folder}/{n}.shown', 'w').write(text)
    if not text.startswith('$ '):
        continue
    script, k, lines = open(f'{folder}/{n}.sh', 'w'), 0, text.splitlines(True)
    while lines:
        command = lines.pop(0)
        assert command.startswith('$ '), command
        while re.search(r'[|\\]\n$', command):
            command += lines.pop(0)
        script.write(f'{{ {command[2:]}}} >"$out/{n}.{k}.got" 2>"$out/{n}.{k}.err"\n')
        with open(f'{folder}/{n}.{k}.want', 'w') as want:
            while lines and not lines[0].startswith('$ '):
                want.write(lines.pop(0))
        k += 1
PYTHON
}

# The lines between two of a page, without these: between PAGE FROM TO (patterns of awk).
between() {
	awk -v from="$2" -v to="$3" '$0 ~ to && on {exit} on {print} $0 ~ from {on = 1}' "pages/$1"
}

# The columns of a page's lists: .It Va a , Va b
columns_of() {
	sed -n 's/^\.It Va //p' "pages/$1" | sed 's/ , Va /\n/g' | sort
}

@test "every example of every page runs as written" {
	cp -R "$data" work
	for page in $pages; do
		out=$PWD/examples-$page
		export out
		examples pages/$page "$out"
		ls "$out"/*.sh >/dev/null || { echo "$page has no example"; return 1; }
		for script in "$out"/*.sh; do
			(cd work && timeout 20 sh "$script") || true
		done
		for want in "$out"/*.want; do
			cmp "$want" "${want%.want}.got" || { diff "$want" "${want%.want}.got"; cat "${want%.want}.err"; return 1; }
			is '' "$(cat "${want%.want}.err")"
		done
	done
}

@test "the line for crontab works, and says nothing on a good day" {
	sed -n 's/^30 6 \* \* 1  //p' pages/poc-tools.7 >line
	is 1 "$(wc -l <line)"
	cp -R "$data" home
	go sh -c 'cd home && sh ../line'
	is '0  ' "$status $output $err"
	is "$(budget-series page.txt)" "$(cat home/budget.csv)"
}

@test "displays are shown as they are, within 78 columns, by mandoc and by groff" {
	for page in $pages; do
		examples pages/$page "shown-$page"
		mandoc -Tutf8 -O width=78 pages/$page >mandoc.txt
		GROFF_NO_SGR=1 nroff -mdoc -Tutf8 pages/$page >groff.txt 2>groff.err
		is '' "$(cat groff.err)"
		python3 - "shown-$page"/*.shown <<-'PYTHON' || { echo "$page"; return 1; }
			import re, sys
			for rendered in 'mandoc.txt', 'groff.txt':
			    page = re.sub('.\b', '', open(rendered, encoding='utf-8').read()).splitlines()
			    stripped = [line.strip() for line in page]
			    for name in sys.argv[1:]:
			        lines = [line.strip() for line in open(name, encoding='utf-8').read().splitlines()]
			        at = [k for k in range(len(page)) if stripped[k] == lines[0] and stripped[k:k + len(lines)] == lines]
			        assert at, (rendered, 'not shown', lines)
			        assert max(map(len, page[at[0]:at[0] + len(lines)])) <= 78, (rendered, 'too long', lines)
			    assert max(map(len, page)) <= 80, (rendered, [line for line in page if len(line) > 80])
		PYTHON
	done
}

@test "mandoc finds nothing to say" {
	for page in $pages; do
		# whether the pages that it refers to are installed is not its business; the next test looks whether they exist
		is '' "$(mandoc -Tlint pages/$page 2>&1 | grep -v 'STYLE: referenced manual not found: Xr ' || true)"
	done
}

@test "every page that is referred to exists" {
	for page in $pages; do
		sed -n 's/^\.\(It \)\{0,1\}Xr \([^ ]*\) \([0-9]\).*/\2.\3/p' pages/$page >xr
		[ -s xr ]
		while read -r name; do
			[ -f "pages/$name" ] || { echo "$page: $name"; return 1; }
		done <xr
		# all of them were seen, and each page names the four others
		is "$(grep -c '\bXr ' pages/$page)" "$(wc -l <xr)"
		is 4 "$(sort -u xr | grep -cv "^$page$")"
	done
}

@test "lines of the sources are short, and each begins by saying what it is for" {
	for page in $pages; do
		is '' "$(LC_ALL=C.UTF-8 grep -nE '^.{129,}' pages/$page || true)"
		has '.\\" '"${page%.*}(${page##*.}): *" "$(head -n 1 pages/$page)"
		is ".Dd November 24, 2026" "$(grep '^\.Dd' pages/$page)"
	done
}

# The options of a page's lists as --help has them, one a line: -t,--type=list
options_of() {
	sed -n 's/^\.It Fl //p' "pages/$1.1" | sed 's/\(-[^ ]*\( Ns = Ns [^,]*\)\{0,1\}\) , Fl -/\1\n-/' | awk '
		{
			letter = ""
			if ($0 ~ /^[A-Za-z]( Ar [a-z]+)? , Fl /) {
				letter = "-" substr($0, 1, 1) ","
				sub(/^.* , Fl /, "")
			}
			sub(/ Ns = Ns (Ar|Cm) /, "=")
			print letter "-" $0
		}' | sort
}

@test "every option of --help stands in the page, and the reverse: letter, name, argument" {
	for tool in $tools; do
		$tool --help | sed -nE 's/^  (-[A-Za-z]), (--[^ ]+).*/\1,\2/p; s/^      (--[^ ]+).*/\1/p' | sed 's/=.*/\L&/' | sort >help
		is "$(cat help)" "$(options_of $tool)"
	done
}

@test "the synopsis has all options but --help and --version, and no other" {
	for tool in $tools; do
		between $tool.1 '^\.Sh SYNOPSIS' '^\.Sh DESCRIPTION' |
			sed -n 's/^\.\(Op \)\{0,1\}Fl //p' | awk '{print "-" $1}' | sort -u >got
		options_of $tool | sed 's/,.*//; s/=.*//' | grep -v '^-[hV]$' | sort >want
		is "$(cat want)" "$(cat got)"
	done
}

@test "what the pages share stands there in the same words" {
	for tool in $tools; do
		between $tool.1 '^The options common to the four tools' '^\.Ss Checks' | sed '/^ends them\.$/q' >common-$tool
		between $tool.1 '^\.Sh ENVIRONMENT' '^\.Sh EXAMPLES' >>common-$tool
		[ "$(wc -l <common-$tool)" -gt 100 ]
		cmp common-poc-extract common-$tool
	done
	for page in $pages; do
		between $page '^\.Sh EXIT STATUS' '^\.El' | grep -v '^The same for the four tools:$' >status-$page
		[ -s status-$page ]
		cmp status-poc-extract.1 status-$page
	done
}

@test "exit statuses are those that the pages list" {
	printf '\037\213\010' >packed
	for tool in $tools; do
		listed=$(between $tool.1 '^\.Sh EXIT STATUS' '^\.El' | sed -n 's/^\.It //p' | xargs)
		seen=
		go $tool page.txt
		seen="$status"
		: >nothing
		go $tool nothing
		seen="$seen $status"
		go $tool --no-such-option page.txt
		seen="$seen $status"
		go $tool packed
		seen="$seen $status"
		go $tool missing
		seen="$seen $status"
		is "$listed" "$seen"
		go $tool --years=1990 page.txt
		is 1 "$status"
		is "$listed" "$($tool --help | tr '\n' ' ' | sed 's/.*Exit status: //' | grep -oE '(^|, )[0-9]' | tr -d ', ' | xargs)"
	done
}

@test "POSIXLY_CORRECT ends the options at the first file, as the pages say" {
	for tool in $tools; do
		is POSIXLY_CORRECT "$(between $tool.1 '^\.Sh ENVIRONMENT' '^\.Sh EXIT' | sed -n 's/^\.It Ev //p')"
		POSIXLY_CORRECT=1 go $tool page.txt --verbose
		is 4 "$status"
		has '*: --verbose: error: cannot open*' "$err"
		go $tool page.txt --verbose
		is 0 "$status"
	done
}

# What a tool wants of an option, out of its refusal: the list behind "is none of".
wanted() { # COMMAND...
	go "$@"
	is 2 "$status"
	head -n 1 err.txt | sed -nE 's/.* is none of ([^;]*).*/\1/p' | tr ',' '\n'
}

# The codes of a section of poc-tools(7), and the label behind each: CODE LABEL
codes_of() {
	between poc-tools.7 "^\.Ss $1" '^\.(Ss|Sh) ' | sed -n 's/^\.It Cm \([^ ]*\) Pq /\1 /p; s/^\.It Cm \([^ ]*\)$/\1/p'
}

@test "population types are those of poc-extract, with its labels" {
	codes_of 'Population types' >types
	is "$(wanted poc-extract --type=x)" "$(cut -d' ' -f1 types)"
	is "$(wanted poc-extract --type=x | xargs)" "$(sed -n 's/^\.Cm \(REF .* TOT\) \.$/\1/p' pages/poc-extract.1)"
	while read -r code label; do
		printf 'year,code,persons\n2019,%s,7\n' "$code" | poc-extract --no-header
	done <types | cut -d, -f5,6 | tr , ' ' >got
	cmp types got
}

@test "pillars, units and types of donors are those of the tools" {
	is "$(wanted budget-series --pillar=x)" "$(codes_of Pillars | cut -d' ' -f1)"
	codes_of Pillars | grep ' ' >named
	is 4 "$(wc -l <named)"
	while read -r pillar name; do
		is "$pillar" "$(budget-series --complete --years=2019 --no-header --pillar="$name" page.txt | cut -d, -f4)"
		for page in budget-series.1 gap-calc.1; do
			grep -qi "^($name)[,.]$" pages/$page
		done
	done <named
	is "$(wanted budget-series --unit=x)" "$(codes_of Units)"
	is "1000000 1000 1" "$(for unit in $(codes_of Units); do
		printf 'year,budget\n2019,1\n' | budget-series --unit-in=musd --unit="$unit" --no-header | cut -d, -f5; done | xargs)"
	is "$(wanted donors-list --type=x)" "$(codes_of 'Donor types')"
	# the numbers are codes of IATI's list; those that the page does not have are "other"
	codes='10 11 15 21 22 23 24 30 40 60 70 71 72 73 80 90'
	between poc-tools.7 '^\.Ss Donor types' '^\.Ss Countries' | awk -v codes="$codes" '
		/^\.It Cm/ {type = $3}
		{
			while (match($0, /[0-9]+/)) {
				known[substr($0, RSTART, RLENGTH)] = type
				$0 = substr($0, RSTART + RLENGTH)
			}
		}
		END {
			n = split(codes, code)
			for (i = 1; i <= n; i++)
				print code[i], code[i] in known ? known[code[i]] : "other"
		}' >want
	{
		echo date,donor,donor_type
		printf '2020,%s,%s\n' $(printf '%s\n' $codes | sed p)
	} | donors-list --no-header | cut -d, -f2,4 | tr , ' ' >got
	cmp want got || { diff want got; return 1; }
}

@test "codes of countries are what poc-tools(7) says: UNHCR's own, those that are no country's, names of the past" {
	between poc-tools.7 '^\.Ss Countries' '^\.Sh ' >countries
	# ".Ql AUS", "is Austria there,": a code of UNHCR's, and the country that it stands for
	tr '\n' ' ' <countries | grep -oE '\.Ql [A-Z]{3} (is |and )?[A-Z][a-z]+' | sed -E 's/^\.Ql ([A-Z]+) (is |and )?/\1 /' >own
	is 'AUS Austria ARE Egypt MAR Martinique' "$(xargs <own)"
	while read -r code name; do
		iso3=$(sed -n "s/^N(\"\(...\)\", \"$name\")$/\1/p" "$data/../lib/countrynames.tbl")
		is 3 ${#iso3}
		printf 'year,coa,coa_name,refugees\n2019,%s,%s,1\n' "$code" "$name" | poc-extract --no-header >got
		is "$name,$iso3" "$(cut -d, -f1,2 got)"
		[ "$code" != "$iso3" ]
	done <own
	for code in $(sed -n 's/^\.Cm \([A-Z]*\).*/\1/p' countries); do
		is $code "$(printf 'year,iso3,refugees\n2019,%s,1\n' $code | poc-extract --country=$code --no-header | cut -d, -f2)"
	done
	grep -q 'such as Swaziland\.' countries
	is 'SWZ XKX ' "$(printf 'year,country,refugees\n2019,Swaziland,1\n2019,Kosovo,1\n2019,Swazilande,1\n' |
		poc-extract --no-header | cut -d, -f2 | tr '\n' ' ' | sed 's/ $//')"
}

# Runs a tool in every way that has other columns, with --provenance and what else is said.
headers() { # TOOL OPTION...
	local tool=$1
	shift
	case $tool in
	poc-extract) for by in operation origin pair; do $tool --by=$by --change "$@"; done ;;
	budget-series) $tool "$@" ;;
	gap-calc) $tool --change "$@"; $tool --group-by=operation,year,pillar "$@" ;;
	donors-list) $tool "$@"; $tool --by=donor "$@" ;;
	esac
}

@test "every column that a tool writes is described in its page, and no other" {
	for tool in $tools; do
		headers $tool --provenance page.txt 2>/dev/null | grep -E '^(operation|origin|date|donor),' | tr , '\n' | sort -u >got
		[ -s got ]
		is "$(cat got)" "$(columns_of $tool.1)"
	done
}

@test "the hashtags are those that --hxl writes" {
	for tool in $tools; do
		headers $tool --provenance --hxl page.txt 2>/dev/null | grep -A 1 -E '^(operation|origin|date|donor),' | grep -v '^--$' |
			awk -F, 'NR % 2 {split($0, name)} NR % 2 == 0 {for (i = 1; i <= NF; i++) print name[i], $i}'
	done | sort -u >got
	[ "$(wc -l <got)" -gt 25 ]
	is "$(cat got)" "$(sed -n 's/^\.It Va \(.*\) Ta #/\1 #/p' pages/poc-tools.7 | sort)"
}
