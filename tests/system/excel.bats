#!/usr/bin/env bats
# --excel in a spreadsheet: LibreOffice opens what the tools write, and what it took each cell for is looked at.

load ../helper

setup() {
	prepare
}

# Opens each FILE.csv and writes FILE.fods, its sheet as XML.
open_sheets() {
	HOME=$BATS_TEST_TMPDIR soffice --headless --convert-to fods --infilter=CSV:44,34,UTF8 "${@/%/.csv}" >soffice.log 2>&1
	ls "${@/%/.fods}" >>soffice.log 2>&1 || { cat soffice.log; return 1; }
}

# The cells of FILE.fods, in their order: "TYPE VALUE", and "formula ..." for what the spreadsheet would compute.
cells() {
	python3 - "$1.fods" <<'EOF'
import sys, xml.etree.ElementTree as tree
office, table, text = ('{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}' % n for n in ('office', 'table', 'text'))
for cell in tree.parse(sys.argv[1]).iter(table + 'table-cell'):
    kind = cell.get(office + 'value-type')
    if cell.get(table + 'formula'):
        print('formula', cell.get(table + 'formula'))
    elif kind:
        said = '\n'.join(''.join(p.itertext()) for p in cell.iter(text + 'p'))
        print(kind, cell.get(office + 'value') or said)
EOF
}

@test "names that begin like formulas stay text, accents are right, numbers are numbers" {
	cat >in.csv <<-'EOF'
	date,donor,amount,unit
	2020-06-30,=1+1,5,usd
	2020-06-30,"=HYPERLINK(""http://example.org"",""Spain"")",6,usd
	2020-06-30,+33 1 23,7.25,usd
	2020-06-30,-2+3,8,usd
	2020-06-30,@SUM(A1:A9),-9,usd
	2020-06-30,Côte d’Ivoire,10,usd
	2020-06-30,Česko,11,usd
	EOF
	donors-list --excel --no-header in.csv >out.csv
	open_sheets out
	cells out >got
	is '' "$(grep '^formula' got || true)"
	is "=1+1
=HYPERLINK(\"http://example.org\",\"Spain\")
+33 1 23
-2+3
@SUM(A1:A9)
Côte d’Ivoire
Česko" "$(sed -n "s/^string '\{0,1\}\(.*\)/\1/p" got | grep -vE '^(usd|government|private|CIV|CZE)$')"
	is '5 6 7.25 8 -9 10 11' "$(sed -n 's/^float //p' got | xargs)"
}

@test "without --excel the same names would be run: the guard is needed" {
	printf 'date,donor,amount,unit\n2020-06-30,=1+1,5,usd\n' | donors-list >out.csv
	open_sheets out
	cells out | grep -q '^formula'
}

@test "every tool's output opens with its figures as numbers" {
	cat "$data/contributions.txt" >>page.txt
	for tool in $tools; do
		$tool --excel page.txt >$tool.csv
	done
	open_sheets $tools
	for tool in $tools; do
		$tool page.txt | python3 -c 'import csv, re, sys
for row in csv.reader(sys.stdin):
    for cell in row:
        if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell): print(float(cell))' >want
		[ -s want ]
		cells $tool >got
		sed -n 's/^float //p' got | python3 -c 'import sys
for line in sys.stdin: print(float(line))' | cmp want -
		is '' "$(grep '^formula' got || true)"
	done
}
