# Puts the charts into the page. Of gnuplot's SVG the shapes and texts stay; its colours become the classes of style.css.
BEGIN {
	dir = ENVIRON["dir"] "/"
	FS = "\t"
	while ((getline text <(dir "labels.tsv")) > 0) label[++n] = text
	name["0,114,188"] = "solid"; name["108,216,253"] = "pale"; name["210,90,69"] = "gapbar"
	name["160,151,227"] = "private"; name["50,193,137"] = "multilateral"; name["255,199,64"] = "other"
	name["24,55,95"] = "edge"; name["191,191,191"] = "line"; name["89,89,89"] = "soft"
}
# The class that stands for the colour of a line of SVG.
function class(s) {
	match(s, /rgb\([0-9, ]*\)/)
	s = substr(s, RSTART + 4, RLENGTH - 5)
	gsub(/ /, "", s)
	return name[s] == "" ? "" : " class=\"" name[s] "\""
}
# What stands after NAME= between quotes of either kind.
function value(s, key) {
	if (!match(s, key " ?= ?[\"\047][^\"\047]*")) return ""
	s = substr(s, RSTART, RLENGTH)
	sub(/^[^"\047]*["\047]/, "", s)
	sub(/ +$/, "", s)
	return s
}
function opening(number, name, words, box) {
	return "<svg role=\"img\" viewBox=\"" box "\" aria-labelledby=\"t" number " d" number "\">" \
		"<title id=\"t" number "\">" name "</title><desc id=\"d" number "\">" words "</desc>"
}
function text_at(line,    at, xy) {
	at = value(line, "transform")
	gsub(/[a-z()]/, "", at)
	split(at, xy, ",")
	return "<text x=\"" xy[1] "\" y=\"" xy[2] "\" font-size=\"" value(line, "font-size") + 0 "\" text-anchor=\"" \
		value(line, "text-anchor") "\"" class(line) ">"
}

!/^@chart / { print; next }
{
	number = substr($1, 8)
	svg = dir number ".svg"
	shapes = 0
	stroke = ""
	while ((getline line <svg) > 0) {
		if (line ~ /viewBox=/) print opening(number, $2, $3, value(line, "viewBox"))
		else if (line ~ /<polygon fill = .rgb/) { print "<polygon" class(line) " points=\"" value(line, "points") "\"/>"; shapes++ }
		else if (line ~ /<path stroke=.rgb/) print "<path" class(line) " d=\"" value(line, "d") "\"/>"
		else if (line ~ /<g [^>]*stroke="rgb/) stroke = class(line)
		else if (line ~ /<path / && line !~ /id=/ && stroke != "") print "<path" stroke " d=\"" value(line, "d") "\"/>"
		else if (line ~ /<g transform="translate/) place = text_at(line)
		else if (match(line, /<text>@[0-9]+/)) {
			text = label[substr(line, RSTART + 7, RLENGTH - 7)]
			if (text != "") print place text "</text>"
		}
	}
	if (!shapes) exit 1 # gnuplot drew nothing, or in a way that is not known here
	print "</svg>"
}
