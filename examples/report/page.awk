# The body of the page, from the fields of people, gap, gifts and checks. Writes a chart as a line "@chart N", its data to
# N.dat, how it is drawn to charts.gp, and the texts in it to labels.tsv: gnuplot gets their numbers and never sees a name.
BEGIN {
	FS = "\t"
	dir = ENVIRON["dir"] "/"; today = ENVIRON["today"]; file = ENVIRON["file"]
	pillar_name["p1"] = "Refugee programme"; pillar_name["p2"] = "Stateless programme"
	pillar_name["p3"] = "Reintegration projects"; pillar_name["p4"] = "IDP projects"
	split("January February March April May June July August September October November December", month, " ")
	# One after the other these add up to the people of concern; arrivals, naturalisations and host communities do not.
	split("REF ROC ASY OIP IDP IOC RET RDP STA OOC VDA", summands, " ")
	for (i in summands) is_summand[summands[i]] = 1
	n_kinds = split("government,private,multilateral,other,", kind, ",")
	for (i = 1; i <= n_kinds; i++) kind_colour[kind[i]] = substr("13452", i, 1) # see common.gp
	split("solid private multilateral other pale", kind_class, " ")
}

# What was read, as it came.
part == "people" { know($1, $2); people[++n_people] = $0; next }
part == "gap" { know($1, $2); gap[++n_gap] = $0; next }
part == "gifts" { gift[++n_gifts] = $0; next }
part == "checks" { checked[++n_checks] = $0; next }

function know(name, iso,    key) {
	key = name SUBSEP iso
	if (key in known) return
	known[key] = ++n_operations
	name_of[n_operations] = name; iso_of[n_operations] = iso
}

# --- words and figures

function html(s) { gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s); gsub(/"/, "\\&quot;", s); return s }

function grouped(n,    sign, rest, out) {
	sign = n ~ /^-/ ? "−" : ""
	sub(/^-/, "", n)
	rest = n; sub(/\..*/, "", rest)
	out = substr(n, length(rest) + 1)
	while (length(rest) > 3) {
		out = "," substr(rest, length(rest) - 2) out
		rest = substr(rest, 1, length(rest) - 3)
	}
	return sign rest out
}

function data(value, shown) { return "<data value=\"" value "\">" shown "</data>" }
function exact(value) { return value == "" ? "" : data(value, grouped(value)) }
function size(n) { return n < 0 ? -n : n + 0 }

# Millions, for reading: one decimal, and never 0.0 for what is not nothing.
function millions(n) {
	if (n + 0 != 0 && size(n) < 0.05) return n < 0 ? ">−0.1" : "<0.1"
	return grouped(sprintf(size(n) < 1000 ? "%.1f" : "%.0f", n))
}
function dollars(n,    few) {
	few = size(n) < 0.05
	return data(n, (n < 0 ? "−$" : "$") grouped(sprintf(few ? "%.0f" : "%.1f", size(n) * (few ? 1e6 : 1))) (few ? "" : " million"))
}

# A rate for reading: whole per cent, but neither 0 nor 100 unless it is.
function rate(n,    r) {
	r = sprintf("%.0f", n)
	if ((r == 100 || r == 0) && n != r) r = sprintf("%.1f", n)
	return r == "0.0" ? "<0.1%" : r == "100.0" && n < 100 ? ">99.9%" : grouped(r) "%"
}

function day(iso,    d) {
	split(iso, d, "-")
	return iso ~ /^[0-9]+-[0-9]+-[0-9]+$/ ? (d[3] + 0) " " month[d[2] + 0] " " d[1] : iso
}

function short_day(iso,    d) { return split(iso, d, "-") == 3 ? (d[3] + 0) " " substr(month[d[2] + 0], 1, 3) " · " : "" }

# The first n characters of UTF-8, with a sign that more follows.
function cut(s, n,    i, seen) {
	for (i = 1; i <= length(s); i++)
		if (substr(s, i, 1) !~ /[\200-\277]/ && ++seen > n) return substr(s, 1, i - 1) "…"
	return s
}

function title(i) { return name_of[i] == "" ? (iso_of[i] == "" ? "Operation without a name" : iso_of[i]) : name_of[i] }

# --- charts

function label(text) { print html(text) >labels; return "@" (++n_labels) "@" }
function figure_of(n) { return n == "" ? "NaN" : n }

# A chart of rows in the file of data that "row" wrote; kind is bars or columns.
function chart_start() { n_rows = 0; top = low = 0; dat = (++n_charts) ".dat"; described = "" }
function row(value, inner, colour, text, shown, below,    i, v, height) {
	v[1] = value; v[2] = inner
	for (i = 1; i <= 2; i++) {
		if (v[i] != "" && v[i] + 0 > top) top = v[i] + 0
		if (v[i] != "" && v[i] + 0 < low) low = v[i] + 0
	}
	height = value + 0 > inner + 0 ? value + 0 : inner + 0
	print n_rows++, figure_of(value), figure_of(inner), colour, label(cut(text, 52 - length(shown))), label(shown), label(below), \
		(height > 0 ? height : 0) >(dir dat)
	described = described (described == "" ? "" : "; ") text ": " (shown == "–" ? "not known" : shown) \
		(below == "" || below == "–" ? "" : " (" below ")")
}
function chart_end(kind, height, name) {
	close(dir dat)
	printf "n = %d; rows = %d; top = %.9g; low = %.9g; height = %d; load \"%s.gp\"\n", \
		n_charts, n_rows, (top == low ? low + 1 : top), low, height, kind >(dir "charts.gp")
	print "@chart " n_charts "\t" html(name) "\t" html(described) "."
}

function caption(heading, words) {
	print "<figcaption>" (heading == "" ? "" : "<" level ">" heading "</" level ">") (words == "" ? "" : "<p>" words "</p>") \
		"</figcaption>"
}
function missing(heading, words) { print "<figure>"; caption(heading, words); print "</figure>" }
function card(class, term, shown, note) {
	print "<li" (class == "" ? "" : " class=\"" class "\"") ">" term " <strong>" shown "</strong> <span>" note "</span></li>"
}
function table_start(heads,    n, h, i) {
	print "<details><summary>The figures</summary><div class=\"wide\"><table><thead><tr>"
	n = split(heads, h, "|")
	for (i = 1; i <= n; i++)
		print "<th scope=\"col\"" (sub(/^:/, "", h[i]) ? " class=\"text\"" : "") ">" h[i] "</th>"
	print "</tr></thead><tbody>"
}
function table_end() { print "</tbody></table></div></details>" }

# --- people

# The newest year of actual figures, or else of planned ones.
function people_of(op,    i, f) {
	n_types = 0; year = stated = status = planned = ""
	for (i = 1; i <= n_people; i++) {
		split(people[i], f)
		if (known[f[1] SUBSEP f[2]] != op) continue
		if (f[4] == "projected") { if (f[3] > planned) planned = f[3] } else if (f[3] > year) year = f[3]
	}
	if (year == "") { year = planned; status = "projected" }
	for (i = 1; i <= n_people; i++) {
		split(people[i], f)
		if (known[f[1] SUBSEP f[2]] != op || f[3] != year || (f[4] == "projected") != (status == "projected")) continue
		if (f[5] == "TOT") stated = people[i]; else type[++n_types] = people[i]
	}
}

function people_card(    f, i, sum, how, note, rise) {
	if (year == "") return
	how = status == "projected" ? ", planned" : ""
	if (stated != "") {
		split(stated, f)
		if (f[8] == "") note = "No change on the year before is known."
		else if (f[8] == 0) note = data(f[8], "No") " change on " (year - 1) "."
		else {
			rise = f[9] == "" ? "" : " (" data(f[9], (f[9] > 0 ? "+" : "") grouped(f[9])) "%)"
			note = data(f[8], grouped(f[8] < 0 ? substr(f[8], 2) : f[8])) (f[8] < 0 ? " fewer" : " more") " than in " (year - 1) rise "."
		}
		card("", "People of concern, " year how, f[7] == "" ? "hidden" : exact(f[7]), note)
		return
	}
	for (i = 1; i <= n_types; i++) {
		split(type[i], f)
		if (!(f[5] in is_summand) || f[7] == "") { sum = ""; break }
		sum += f[7]
	}
	if (sum == "") { card("", "People of concern, " year how, "–", "The source states no total."); return }
	sum = sprintf("%.0f", sum)
	card("", "People of concern, " year how, "<data class=\"sum\" value=\"" sum "\">" grouped(sum) "</data>", \
		"The sum of the types below: the source states no total.")
}

function people_figure(op,    i, j, f, g, order, swap, words, heading, before) {
	heading = "People by type"
	if (year == "") { missing(heading, "The source has no figures of people."); return }
	print "<figure>"
	heading = heading ", " year (status == "projected" ? ", planned" : "")
	for (i = 1; i <= n_people; i++) { # up to four totals of the years before
		split(people[i], f)
		if (known[f[1] SUBSEP f[2]] == op && f[5] == "TOT" && f[3] < year && f[4] == "actual" && before++ < 4)
			words = words (before > 1 ? ", " : "In all ") exact(f[7]) " in " f[3]
	}
	if (before) words = words "."
	if (planned > year) words = words " The source also has planning figures, for " planned "."
	if (!n_types) words = "The source has a total, and no types of people. " words
	caption(heading, words)
	for (i = 1; i <= n_types; i++) order[i] = type[i]
	for (i = 2; i <= n_types; i++) for (j = i; j > 1; j--) { # the largest first
		split(order[j], f); split(order[j - 1], g)
		if (f[7] + 0 <= g[7] + 0) break
		swap = order[j]; order[j] = order[j - 1]; order[j - 1] = swap
	}
	if (n_types) {
		chart_start()
		for (i = 1; i <= n_types; i++) {
			split(order[i], f)
			row(f[7], "", 1, f[6], f[7] == "" ? "hidden (1 to 4)" : grouped(f[7]), "")
		}
		chart_end("bars", 30 * n_rows + 4, heading)
	}
	table_start("Year|:Type|People|Change|Change, %")
	for (i = 1; i <= n_people; i++) {
		split(people[i], f)
		if (known[f[1] SUBSEP f[2]] == op)
			print "<tr><td>" f[3] (f[4] == "projected" ? " planned" : "") "</td><td class=\"text\">" html(f[6]) "</td><td>" \
				(f[7] == "" ? "hidden" : exact(f[7])) "</td><td>" exact(f[8]) "</td><td>" exact(f[9]) "</td></tr>"
	}
	table_end()
	print "</figure>"
}

# --- money: the years of the total, the pillars of one year

function covered_by(f) { return f[9] == "funding" ? f[6] : f[9] == "expenditure" ? f[7] : "" }

function money_of(op,    i, f) {
	n_years = n_pillars = newest = last_gap = 0
	any_rows = pillar_year = against = ""
	for (i = 1; i <= n_gap; i++) {
		split(gap[i], f)
		if (known[f[1] SUBSEP f[2]] != op) continue
		any_rows = 1
		if (f[9] == "expenditure") by_expenditure = 1
		if (f[9] != "") against = against == "" || against == f[9] ? f[9] : "funding or expenditure"
		if (f[4] == "total") {
			years[++n_years] = gap[i]
			if (f[5] != "" && (!newest || f[3] >= year_at(newest))) newest = n_years
			if (f[10] != "" && (!last_gap || f[3] >= year_at(last_gap))) last_gap = n_years
		} else if (f[10] != "" && f[3] > pillar_year) pillar_year = f[3]
	}
	for (i = 1; i <= n_gap; i++) { # no gap known: the newest budget
		split(gap[i], f)
		if (known[f[1] SUBSEP f[2]] != op || f[4] == "total" || f[5] == "") continue
		if (pillar_year == "" || (newest_pillars && f[3] > pillar_year)) { pillar_year = f[3]; newest_pillars = 1 }
	}
	newest_pillars = 0
	for (i = 1; i <= n_gap; i++) {
		split(gap[i], f)
		if (known[f[1] SUBSEP f[2]] == op && f[4] != "total" && f[3] == pillar_year) pillars[++n_pillars] = gap[i]
	}
	spent = against == "" ? "expenditure" : against ~ / / ? "what covers it" : against
}
function year_at(i,    f) { split(years[i], f); return f[3] }

function money_cards(    f, used) {
	if (!n_years) return
	if (newest) {
		split(years[newest], f)
		card("", "Budget, " f[3], dollars(f[5]), \
			newest == last_gap ? "The newest in the source." : "The newest; what covers it is not known yet.")
	}
	if (!last_gap) { card("gap", "Gap", "–", "No expenditure or funding is known."); return }
	split(years[last_gap], f)
	used = f[9] == "funding" ? " funded" : " spent"
	card("", "Covered, " f[3], f[12] == "" ? "–" : data(f[12], grouped(f[12])) "%", \
		dollars(covered_by(f)) used " of a budget of " dollars(f[5]) ".")
	card("gap", "Gap, " f[3], dollars(f[10]), f[10] < 0 ? "More than the budget was" used "." : \
		f[11] == "" ? "A budget of 0 has no rate." : data(f[11], grouped(f[11])) "% of the budget.")
}

function mark(colour, word) { return "<span class=\"mark " colour "\">" word "</span>" }
function legend() { return mark("pale", "budget") ", " mark("solid", spent) }

function some_unknown(from,    i, f, n) {
	for (i = from; i <= n_years; i++) { split(years[i], f); n += f[10] == "" }
	return n
}

function years_figure(    i, f, from, words, known_one, some) {
	if (!n_years) {
		missing("Budget by year", \
			any_rows ? "The source has pillars, and no total by year." : "The source has no budget and no expenditure.")
		return
	}
	from = n_years > 10 ? n_years - 9 : 1
	words = legend() ", in millions of US dollars; below, the share that is covered" (some_unknown(from) ? " (– not known)" : "")
	if (from > 1) words = words "; the last 10 of " n_years " years"
	print "<figure>"
	for (i = from; i <= n_years; i++) { split(years[i], f); if (f[5] + 0 != 0 || covered_by(f) + 0 != 0) some = 1 }
	if (!some) {
		caption("Budget by year", "No year has a budget other than 0.")
		money_table(years, n_years, "Year")
		print "</figure>"
		return
	}
	caption("Budget and " spent " by year", words ".")
	chart_start()
	for (i = from; i <= n_years; i++) {
		split(years[i], f)
		row(f[5], covered_by(f), 2, f[3], f[5] == "" ? "–" : millions(f[5]), f[12] == "" ? "–" : rate(f[12]))
	}
	chart_end("columns", 180, "Budget in millions of US dollars by year, and the share of it that is covered by " spent)
	money_table(years, n_years, "Year")
	print "</figure>"

	for (i = from; i <= n_years; i++) { split(years[i], f); if (f[10] != "") known_one = 1 }
	if (!known_one) return
	gap_from = from
}

function gap_figure(    i, f) {
	if (!n_years) return
	if (!gap_from) { missing("The gap by year", "Neither funding nor expenditure is known, so neither is the gap."); return }
	print "<figure>"
	caption("The gap by year", "Budget less " spent ", in millions of US dollars; below, its share of the budget.")
	chart_start()
	for (i = gap_from; i <= n_years; i++) {
		split(years[i], f)
		row(f[10], "", 6, f[3], f[10] == "" ? "–" : millions(f[10]), f[11] == "" ? "–" : rate(f[11]))
	}
	chart_end("columns", 150, "The gap in millions of US dollars by year, and its share of the budget")
	print "</figure>"
	gap_from = 0
}

function pillars_figure(op,    i, f, c) {
	if (!any_rows) return
	if (!n_pillars) { missing("Pillars", "The source does not tell the pillars apart."); return }
	print "<figure>"
	caption("Pillars, " pillar_year, legend() ", in millions of US dollars.")
	chart_start()
	for (i = 1; i <= n_pillars; i++) {
		split(pillars[i], f)
		c = covered_by(f)
		row(f[5], c, 2, (f[4] in pillar_name) ? pillar_name[f[4]] : f[4], \
			f[5] == "" ? (c == "" ? "–" : millions(c) ", no budget") : c == "" ? millions(f[5]) : \
			millions(c) " of " millions(f[5]) (f[12] == "" ? "" : ", " rate(f[12])), "")
	}
	chart_end("bars", 30 * n_rows + 4, \
		"Budget by pillar in " pillar_year " in millions of US dollars, and how much of it is covered by " spent)
	all_pillars(op)
	print "</figure>"
}

function all_pillars(op,    i, n, f) {
	for (i = 1; i <= n_gap; i++) {
		split(gap[i], f)
		if (known[f[1] SUBSEP f[2]] == op && f[4] != "total") of_pillars[++n] = gap[i]
	}
	money_table(of_pillars, n, "Pillar, year")
}

# The columns of money that hold anything.
function money_table(rows, n, first,    i, j, f, used, heads) {
	for (i = 1; i <= n; i++) { split(rows[i], f); for (j = 5; j <= 12; j++) if (f[j] != "") used[j] = 1 }
	heads = first "|Budget" (used[6] ? "|Funding" : "") (used[7] ? "|Expenditure" : "") (used[10] ? "|Gap|Gap, %|Covered, %" : "")
	table_start(heads)
	for (i = 1; i <= n; i++) {
		split(rows[i], f)
		print "<tr><th scope=\"row\">" (f[4] == "total" ? "" : html(f[4]) ", ") f[3] "</th><td>" exact(f[5]) "</td>" \
			(used[6] ? "<td>" exact(f[6]) "</td>" : "") (used[7] ? "<td>" exact(f[7]) "</td>" : "") \
			(used[10] ? "<td>" exact(f[10]) "</td><td>" exact(f[11]) "</td><td>" exact(f[12]) "</td>" : "") "</tr>"
	}
	table_end()
}

# --- contributions

function in_dollars(n, shown) { return (n < 0 ? "−$" : "$") grouped(shown) }
function amount(f) {
	if (f[6] == "usd") return data(f[5], in_dollars(f[5], f[5] < 0 ? substr(f[5], 2) : f[5]))
	return exact(f[5]) " " html(f[6])
}
# Who gave, and of what kind it is, if no government; BEFORE and AFTER stand around that.
function giver(f, unnamed, before, private, after) {
	if (f[4] == "" || f[4] == "government" || (f[4] == "private" && f[2] ~ /[Pp]rivate/)) return f[2] == "" ? unnamed : f[2]
	return (f[2] == "" ? unnamed : f[2]) before (f[4] == "private" ? private : f[4]) after
}

function contributions(    i, f, n, shown, same, last, wide, words, kinds, legends) {
	print "<section class=\"given\">"
	if (!n_gifts) {
		print "<h2>Contributions by date</h2><p class=\"note\">The source lists no contributions.</p></section>"
		return
	}
	wide = 1
	for (i = 1; i <= n_gifts; i++) { split(gift[i], f); if (f[7] != "") wide = 0; if (f[5] != "" && f[6] == "usd") n++ }
	print "<h2>Contributions by date" (wide ? "<sup>*</sup>" : "") "</h2><div class=\"" (n ? "grid" : "columns") "\">"
	if (n) {
		chart_start()
		for (i = 1; i <= n_gifts && n_rows < 10; i++) {
			split(gift[i], f)
			if (f[5] == "" || f[6] != "usd") continue
			kinds[f[4]] = 1
			row(f[5], "", kind_colour[f[4]], short_day(f[1]) giver(f, "no name", " (", "private", ")"), \
				in_dollars(f[5], sprintf("%.0f", size(f[5]))), "")
		}
		words = (n > n_rows ? "The newest " n_rows " of " n : "Those") " that state an amount, the newest first, in US dollars"
		print "<figure>"
		for (i = 1; i <= n_kinds; i++)
			if (kinds[kind[i]]) legends = legends (legends == "" ? "" : ", ") mark(kind_class[i], kind[i] == "" ? "not known" : kind[i])
		caption("", words ": " legends ".")
		chart_end("bars", 30 * n_rows + 4, words)
		print "</figure>"
	}
	print "<dl class=\"dates\">"
	for (i = 1; i <= n_gifts && shown < 30; i++) {
		split(gift[i], f)
		same = shown++ && f[1] == last
		if (!same) print "<dt>" (f[1] == "" ? "Without a date" : "<time datetime=\"" f[1] "\">" day(f[1]) "</time>") "</dt>"
		print "<dd" (same ? " class=\"more\"" : "") ">" html(giver(f, "donor without a name", ", ", "private donors", "")) \
			(f[7] == "" ? "" : ", to " html(f[7])) (f[5] == "" ? "" : ": " amount(f)) "</dd>"
		last = f[1]
	}
	print "</dl></div>"
	if (n_gifts > shown)
		print "<p class=\"note\">The newest " shown " of " grouped(n_gifts) " contributions; donors-list has them all.</p>"
	print "</section>"
	unhcr_wide = wide
}

# --- checks

function check_list(    i, f, verdict, what) {
	verdict["passed"] = "✓ passed"; verdict["failed"] = "✗ failed"; verdict["none"] = "– nothing to compare"
	what["people"] = "People"; what["money"] = "Budget and expenditure"; what["gifts"] = "Contributions"
	print "<section class=\"checks\"><h2>Do the figures fit together?</h2><ul>"
	for (i = 1; i <= n_checks; i++) {
		split(checked[i], f)
		if (f[1] == "said") print "<li class=\"note\">" html(f[2]) "</li>"
		else print "<li class=\"" f[2] "\"><b>" verdict[f[2]] "</b> " what[f[1]] "</li>"
	}
	print "</ul></section>"
}

END {
	OFS = "\t"
	labels = dir "labels.tsv"
	for (i = 1; i <= n_operations; i++) all = all (i > 1 ? ", " : "") title(i)
	heading = n_operations == 0 ? "Contributions" : n_operations <= 3 ? all : n_operations " operations"
	print html(heading) >(dir "title")
	print "<header><h1>" html(heading) "</h1>"
	print "<p>" (n_operations ? "People of concern, budget, gap and contributions" : "What UNHCR was given") "</p></header><main>"
	level = n_operations > 1 ? "h3" : "h2"
	if (n_operations > 1) print "<p class=\"note\">Each operation stands by itself; nothing is added up over operations.</p>"
	for (op = 1; op <= n_operations; op++) {
		print "<article>" (n_operations > 1 ? "<h2>" html(title(op)) "</h2>" : "")
		people_of(op); money_of(op)
		print "<ul class=\"key\">"; people_card(); money_cards(); print "</ul><div class=\"grid\">"
		print "<div>"; people_figure(op); pillars_figure(op)
		print "</div><div>"; years_figure(); gap_figure()
		print "</div></div></article>"
	}
	contributions()
	check_list()
	print "</main><footer>"
	if (unhcr_wide)
		print "<p><sup>*</sup> The list of contributions is UNHCR-wide: it is not what " \
			(n_operations == 1 ? "this" : "one") " operation received.</p>"
	if (by_expenditure)
		print "<p>UNHCR&#8217;s own funding gap is the budget less the funds available. Where the source has expenditure " \
			"alone, the gap here is the budget less what was spent.</p>"
	print "<p>Source: " html(file == "-" ? "standard input" : file) ", read on <time datetime=\"" today "\">" day(today) "</time>."
	print "Made with poc-tools.<span class=\"screen\"> Exact figures stand under the charts.</span></p></footer>"
}
