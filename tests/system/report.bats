#!/usr/bin/env bats
# operation-report: its figures are the tools', its HTML is valid and stands alone, it prints on one page, and a report that
# cannot be made leaves the old one. report-oracle.py reads the report.

load ../helper

export SOURCE_DATE_EPOCH=1605139200 # 12 November 2020

# The report of page.txt, once: it is what most tests look at.
setup_file() {
	PATH=$BUILD:$PATH
	cat testdata/mali.txt testdata/contributions.txt >"$BATS_FILE_TMPDIR/page.txt"
	report=$PWD/examples/operation-report
	(cd "$BATS_FILE_TMPDIR" && "$report" -o report.html page.txt 2>err.txt)
}

setup() {
	prepare
	here=${data%/testdata}
	report=$here/examples/operation-report
	oracle=$here/tests/report-oracle.py
	cp "$BATS_FILE_TMPDIR"/{page.txt,report.html} .
}

# Chromium without a window; what it says is kept for whoever looks for the reason.
browser() {
	HOME=$PWD timeout 50 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" "$@" 2>chromium.log
}

# valid FILE: tidy finds nothing in it; the elements of HTML 5 that Debian's tidy does not know yet are let pass, as are SVG's.
valid() {
	is '' "$(tidy -quiet -errors --new-inline-tags data "$1" 2>&1 | grep -v -e '<data> is not approved by W3C' \
		-e '<title> proprietary attribute "id"')"
}

@test "every figure of a page's report is the tools', each chart draws them, and no other figure is in it" {
	is '' "$(cat "$BATS_FILE_TMPDIR/err.txt")"
	"$oracle" figures report.html page.txt
	has '*Mali*12 November 2020*' "$(cat report.html)"
}

@test "a wrong figure, a wrong bar, a figure of no tool are noticed: the test above can fail" {
	n=0
	damage() {
		n=$((n + 1))
		sed "$1" report.html >damaged$n.html
		if cmp -s report.html damaged$n.html; then return 1; fi
	}
	damage 's/<data value="275779">/<data value="275778">/'
	damage 's/>275,779</>275,797</'
	damage 's/value="24.40"/value="24.41"/'
	damage 's/>67.9</>66.9</'
	damage 's/>6.5 of 8.3, 79%</>6.5 of 8.3, 97%</'
	damage '0,/<polygon class="solid"/s/points="\([^ ]*\) \([0-9.]*\)/points="\1 2\2/'
	damage 's/Norway, private donors/Norway/'
	damage 's/<\/footer>/<data value="7">7<\/data><\/footer>/'
	damage 's/<title id="t2">/<title id="t1">/'
	"$oracle" refuses page.txt damaged*.html
}

@test "pages of other operations: a total that fell, one that is not stated, planning figures, more than one operation" {
	cat "$data/pages/made-up-several-countries.txt" page.txt >several.txt
	cp "$data"/pages/{burundi,west-africa-countries}.txt "$data/people/angola-redacted.csv" .
	cp "$data/pages/south-eastern-europe-heading-projected.txt" planned.txt
	for page in burundi.txt west-africa-countries.txt several.txt planned.txt angola-redacted.csv; do
		"$report" -o "$page.html" "$page"
		"$oracle" figures "$page.html" "$page"
		valid "$page.html"
	done
	has '*<data class="sum" value="3759157">3,759,157</data>*the source states no total*' "$(cat west-africa-countries.txt.html)"
	has '*nothing is added up over operations*<h2>Thailand</h2>*<h2>Thailand Multi-Country Office</h2>*<h2>Mali</h2>*' \
		"$(cat several.txt.html)"
	has '*People of concern, 2017, planned*' "$(cat planned.txt.html)"
}

@test "a part that the page does not have is a sentence, not a chart" {
	"$report" "$data/pages/cameroon-people-missing.txt" >report.html
	"$oracle" figures report.html "$data/pages/cameroon-people-missing.txt"
	is 3 "$(grep -c '<svg' report.html)"
	has '*The source has no figures of people.*The source lists no contributions.*' "$(cat report.html)"
	"$report" "$data/pages/cameroon-budget-missing.txt" >report.html
	has '*The source has no budget and no expenditure.*' "$(cat report.html)"
	is 1 "$(grep -c '<svg' report.html)"
	"$report" "$data/contributions.txt" >report.html
	has '*<h1>Contributions</h1>*' "$(cat report.html)"
	is 1 "$(grep -c '<svg' report.html)"
	sed '/\$/d' "$data/contributions.txt" | "$report" >report.html
	is 0 "$(grep -c '<svg' report.html)"
	valid report.html
}

@test "HTML and each SVG are valid, and nothing comes from elsewhere" {
	valid report.html
	"$oracle" alone report.html
	is '' "$(grep -oE '(https?:)?//[a-z]+' report.html)"
	awk '/^<svg/ {n++; on = 1} on {print >n ".svg"} /^<\/svg>/ {on = 0}' report.html
	is 5 "$(grep -c '<svg' report.html)"
	xmllint --noout ./*.svg
}

@test "colours can be read in light and dark, and told apart by their lightness" {
	"$oracle" contrast report.html
	sed 's/--soft: #595959/--soft: #8c8c8c/' report.html >pale.html
	go "$oracle" contrast pale.html
	is 1 "$status"
	has '*soft on page*' "$err"
}

@test "prints on one page of A4" {
	browser --no-pdf-header-footer --print-to-pdf=report.pdf report.html
	has '*Pages: *1 *A4*' "$(pdfinfo report.pdf | tr -s '\n' ' ')"
	# Everything is on it but the tables behind the charts.
	has '*Mali*275,779*47.5 million*Refugee programme*Spain*Do the figures fit together*UNHCR-wide*Source:*' \
		"$(pdftotext -layout report.pdf - | tr '\n' ' ')"
}

@test "a phone's width shows all of it: nothing is wider than 360 pixels, open or not" {
	sed -i 's/<details>/<details open>/' report.html
	cat >frame.html <<-'EOF'
	<!DOCTYPE html><title>frame</title>
	<iframe src="report.html" scrolling="no" style="width:360px;height:4000px;border:0"></iframe><p></p>
	<script>onload = () => {
		const d = document.querySelector("iframe").contentDocument
		document.querySelector("p").textContent = "wide: " + d.documentElement.scrollWidth + " of " + d.documentElement.clientWidth
	}</script>
	EOF
	browser --allow-file-access-from-files --virtual-time-budget=2000 --dump-dom frame.html >dom
	is 'wide: 360 of 360' "$(grep -o 'wide: [0-9]* of [0-9]*' dom)"
}

@test "names are text: neither HTML nor gnuplot runs them" {
	cat >names.csv <<-'EOF'
	date,donor,amount,unit
	2020-06-30,"<script>alert(1)</script>",5,usd
	2020-06-30,"a`touch ran`b & 'c' \n {/*9 d}^e_f @4@",6,usd
	2020-06-30,"x"", y; system(""touch ran"")",7.25,usd
	EOF
	"$report" names.csv >report.html
	valid report.html
	"$oracle" alone report.html
	[ ! -e ran ]
	has '*&lt;script&gt;alert(1)&lt;/script&gt;*' "$(grep '<dd' report.html)"
	is '' "$(grep '<script' report.html)"
	grep -qF "a\`touch ran\`b &amp; 'c' \\n {/*9 d}^e_f @4@</text>" report.html
	printf 'operation,year,code,persons\n"Mali <b> & ""Co"", a",2019,REF,5\n' | "$report" >report.html
	grep -qF '<h1>Mali &lt;b&gt; &amp; &quot;Co&quot;, a</h1>' report.html
	grep -qF '<title>Mali &lt;b&gt; &amp; &quot;Co&quot;, a: UNHCR operation report</title>' report.html
	valid report.html
}

@test "what is read from standard input gives the same report, and the same input the same bytes" {
	mv report.html one.html
	"$report" --output=two.html page.txt
	cmp one.html two.html
	"$report" <page.txt | sed 's/standard input/page.txt/' | cmp one.html -
	LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 TZ=Asia/Tokyo "$report" - <page.txt | sed 's/standard input/page.txt/' | cmp one.html -
	cp page.txt -- '-o name.txt'
	"$report" -- '-o name.txt' | sed 's/-o name.txt/page.txt/' | cmp one.html -
}

@test "a failed check is said in the report, on standard error and by the status" {
	go "$report" -o wrong.html "$data/pages/made-up-wrong-total.txt"
	is 1 "$status"
	said='error: Togo 2019: the types add up to 90, the stated total is 100'
	is "poc-extract: $data/pages/made-up-wrong-total.txt:5:1: $said" "$err"
	has '*✗ failed</b> People*Togo 2019: the types add up to 90, the stated total is 100</li>*' "$(cat wrong.html)"
	valid wrong.html
	# a list of contributions has nothing to be compared with, nor have types without a total
	is 'People Budget and expenditure' "$(sed -n 's/.*✓ passed<\/b> \(.*\)<\/li>/\1/p' report.html | xargs)"
	is Contributions "$(sed -n 's/.*– nothing to compare<\/b> \(.*\)<\/li>/\1/p' report.html)"
	sed '/^20[0-9][0-9] [0-9]/d' page.txt >no-total.txt
	"$report" no-total.txt | grep -q '– nothing to compare</b> People'
}

@test "-o: a report that cannot be made leaves the old one, and no other file" {
	mkdir out
	echo old >out/report.html
	chmod 640 out/report.html
	printf '%s\n' 'Operation: Mali' 'People of Concern' '2019 12,34' >bad.txt
	go "$report" -o out/report.html bad.txt
	is 3 "$status"
	has 'poc-extract: bad.txt:3:1: error: *' "$err"
	go "$report" -o out/report.html missing.txt
	is '4 operation-report: missing.txt: No such file or directory' "$status $err"
	go "$report" -o out/report.html "$here/LICENSE"
	said='error: nothing to report: no people, no budget, no contributions found:'
	is "1 operation-report: $here/LICENSE: $said the input begins \"ISC License\"" "$status $err"
	printf '<title>Just a moment...</title>' >robots.html
	go "$report" -o out/report.html robots.html
	has "operation-report: robots.html: $said *a page that keeps robots out; open its address in a browser*" "$err"
	go "$report" -o out/none/report.html page.txt
	is '4 operation-report: out/none/report.html: its folder is not there' "$status $err"
	is 'old report.html' "$(cat out/report.html) $(ls -A out)"
	"$report" -o out/report.html page.txt
	is 'report.html 640' "$(ls -A out) $(stat -c %a out/report.html)"
	(umask 027 && "$report" -o out/new.html page.txt)
	is 640 "$(stat -c %a out/new.html)"
	ln -s report.html out/link.html
	echo old >out/report.html
	"$report" -o out/link.html page.txt
	[ -L out/link.html ]
	cmp out/report.html report.html
	go "$report" -o out/none/report.html page.txt
	is 4 "$status"
}

@test "-o: gnuplot that fails or is killed leaves the old report, and no temporary file" {
	mkdir out bin tmp
	echo old >out/report.html
	for way in 'exit 1' 'exit 0'; do
		printf '#!/bin/sh\n%s\n' "$way" >bin/gnuplot
		chmod +x bin/gnuplot
		go env TMPDIR="$PWD/tmp" PATH="$PWD/bin:$PATH" "$report" -o out/report.html page.txt
		is "4 $way" "$status $way"
		is 'old report.html ' "$(cat out/report.html) $(ls -A out) $(ls -A tmp)"
	done
	# Ended by a signal while it waits for its input; it comes a second time, to the group, while that is tidied up.
	mkfifo pipe
	mkdir twice
	printf '#!/bin/sh\nkill -TERM $$\nexec %s "$@"\n' "$(command -v rm)" >twice/rm
	chmod +x twice/rm
	PATH=$PWD/twice:$PATH TMPDIR=$PWD/tmp timeout --preserve-status 20 "$report" -o out/report.html <>pipe 3>&- &
	for _ in {1..100}; do
		compgen -G 'tmp/*/input' >/dev/null && break
		sleep 0.1
	done
	kill -TERM $! # timeout hands it on to all that it runs
	status=0
	wait $! || status=$?
	is 143 "$status"
	is 'old report.html ' "$(cat out/report.html) $(ls -A out) $(ls -A tmp)"
}

@test "what is missing is named" {
	mkdir bin
	for program in bash env awk cat cp dirname readlink sed sort date mktemp rm wc tee tr; do
		ln -s "$(command -v $program)" bin/
	done
	go env PATH="$PWD/bin" bash "$report" page.txt
	is '4 operation-report: poc-extract: not found in PATH; it is needed' "$status $err"
	for tool in $tools; do ln -s "$BUILD/$tool" bin/; done
	go env PATH="$PWD/bin" bash "$report" page.txt
	is '4 operation-report: gnuplot: not found in PATH; it is needed' "$status $err"
}

@test "usage" {
	go "$report" --help
	is 0 "$status"
	has 'Usage: operation-report *' "$output"
	for wrong in '--nonsense' '-x' '-o' '--output' 'a b'; do
		# shellcheck disable=SC2086 # words
		go "$report" $wrong
		is "2 $wrong" "$status $wrong"
		has 'operation-report: *' "$err"
	done
}

@test "mail-report: a mail with the headline as text and the report attached" {
	cat >sendmail <<-'EOF'
	#!/bin/sh
	echo "$@" >arguments
	cat >mail.eml
	EOF
	chmod +x sendmail
	printf 'operation,year,code,persons\n"Côte d’Ivoire & <Co>",2019,TOT,1234567\n' | "$report" -o report.html
	SENDMAIL=./sendmail "$here/examples/mail-report" office@example.org report.html
	is -t "$(cat arguments)"
	python3 - <<-'EOF'
	import email, email.policy
	mail = email.message_from_file(open("mail.eml"), policy=email.policy.default)
	assert mail["To"] == "office@example.org", mail["To"]
	assert mail["Subject"] == "Côte d’Ivoire & <Co>: UNHCR operation report", mail["Subject"]
	text, html = mail.iter_parts()
	assert text.get_content_type() == "text/plain" and html.get_content_type() == "text/html"
	assert "People of concern, 2019: 1,234,567." in text.get_content(), text.get_content()
	assert "nothing to compare People" in text.get_content() and "<" not in text.get_content().replace("<Co>", "")
	assert html.get_filename() == "report.html" and html.get_content() == open("report.html").read()
	EOF
	for wrong in 'report.html' 'no-address report.html' '-x report.html'; do
		# shellcheck disable=SC2086 # words
		go "$here/examples/mail-report" $wrong
		is 2 "$status"
	done
	go "$here/examples/mail-report" a@b.org page.txt
	is 3 "$status"
	printf '#!/bin/sh\nexit 75\n' >sendmail
	SENDMAIL=./sendmail go "$here/examples/mail-report" a@b.org report.html
	is 4 "$status"
}

# Puts an installed program's folder into FILE of the examples.
installed() {
	sed "s|@LIBDIR@|$PWD/lib|g" "$here/examples/$1" >"$1"
	mkdir -p lib/poc-tools
	cp -r "$here"/examples/{operation-report,mail-report,report} lib/poc-tools
}

@test "the crontab: every line is one, and its report is made" {
	installed crontab
	cp page.txt mali-page.html
	jobs=0
	while IFS= read -r line; do
		case $line in
		'' | '#'*) continue ;;
		[A-Z]*=*) continue ;;
		esac
		[[ $line =~ ^(([0-9*,/-]+[[:blank:]]+){5})([^%]+)$ ]] || { echo "no line of a crontab: $line"; return 1; }
		sh -n -c "${BASH_REMATCH[3]}"
		commands[jobs++]=${BASH_REMATCH[3]}
	done <crontab
	is 2 "$jobs"
	mkdir sbin
	printf '#!/bin/sh\ncat >"$HOME/mail.eml"\n' >sbin/sendmail
	chmod +x sbin/sendmail
	for command in "${commands[@]}"; do
		go env HOME="$PWD" PATH="$PWD/sbin:$PATH" sh -c "$command"
		is '0  ' "$status $output $err"
	done
	"$oracle" figures mali.html page.txt
	grep -q 'To: office@example.org' mail.eml
}

@test "the units of systemd are valid, and the service's command makes the report" {
	installed operation-report.service
	cp "$here/examples/operation-report.timer" .
	is '' "$(systemd-analyze verify --man=no ./operation-report.service ./operation-report.timer 2>&1)"
	systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' operation-report.timer) UTC" | grep -q 'Next elapse'
	cp page.txt page.html
	command=$(sed -n 's/^ExecStart=//p' operation-report.service)
	$command
	"$oracle" figures report.html page.html
}
