#!/usr/bin/env bats
# --schema: the Table Schema of the output, with which the output is compared (table-schema.py).

load helper

setup() {
	prepare
	schema=$data/../tests/table-schema.py
}

# Sets of options that change the columns.
sets() {
	echo --provenance
	case $1 in
	poc-extract) printf '%s\n' --change --by=origin '--by=pair --change --provenance' --zeros ;;
	budget-series) printf '%s\n' --unit=usd --complete ;;
	gap-calc) printf '%s\n' --change --group-by=year '--group-by=pillar,operation,year --change' '--group-by=operation --provenance' ;;
	donors-list) printf '%s\n' --by=donor '--by=donor --top=2 --provenance' --top=3 ;;
	esac
}

# Where there is something to read for a tool.
inputs() {
	case $1 in
	poc-extract) printf '%s\n' "$data"/*.* "$data"/{pages,people}/*.* ;;
	donors-list) printf '%s\n' "$data"/*.* "$data"/donors/*.* ;;
	*) printf '%s\n' "$data"/*.* "$data"/{pages,money}/*.* ;;
	esac
}

@test "what the tools write of any input is what --schema says" {
	for tool in $tools; do
		$tool --schema >schema.json
		mkdir "$tool"
		while read -r input; do
			table=$tool/${input##*/}
			$tool -q "$input" >"$table" 2>err.txt || rm "$table"
		done < <(inputs "$tool")
		[ "$(ls "$tool" | wc -l)" -gt 15 ]
		"$schema" schema.json "$tool"/*
	done
}

@test "with options that change the columns, too" {
	for tool in $tools; do
		more=
		[ "$tool" != poc-extract ] || more=$data/people/algeria-by-origin.csv
		while read -r options; do
			$tool --schema $options >schema.json
			$tool -q $options "$data"/pages/{cameroon,kenya}*.txt "$data"/{mali,contributions}.txt $more >out.csv || [ $? = 1 ]
			[ "$(wc -l <out.csv)" -gt 2 ]
			"$schema" schema.json out.csv
		done < <(sets "$tool")
	done
}

@test "a table that is something else is found out" {
	poc-extract --schema >schema.json
	poc-extract page.txt >out.csv
	"$schema" schema.json out.csv
	for wrong in 's/275779/275 779/' 's/,TOT,/,TOTAL,/' 's/,2019,/,19,/' 's/actual/guessed/' '1s/persons/people/' '2s/$/,1/'; do
		sed "$wrong" out.csv >wrong.csv
		if cmp -s out.csv wrong.csv || "$schema" schema.json wrong.csv; then false; fi
	done
}

@test "nothing is read for it, and it goes where the output goes" {
	for tool in $tools; do
		go "$tool" --schema missing.txt <&-
		is '0 ' "$status $err"
		is "$output" "$($tool --schema --excel --hxl --no-header)"
		jq -e '.fields | length > 5' <<<"$output" >/dev/null
		$tool --schema -o schema.json
		is "$output" "$(cat schema.json)"
		status=0
		$tool --schema >/dev/full 2>err.txt || status=$?
		is 4 "$status"
	done
}

@test "the tags in it are those of --hxl" {
	for tool in $tools; do
		is "$($tool --hxl page.txt | sed -n 2p)" "$($tool --schema | jq -r '[.fields[].hxl] | join(",")')"
	done
}

@test "columns that are not ours have no schema" {
	go gap-calc --need=a --have=b --schema page.txt
	is 2 "$status"
	has '*--schema*' "$err"
}

@test "the template of a data package has the schemas of all tools" {
	package=$data/../examples/datapackage.json
	is "$tools" "$(jq -r '[.resources[].name] | join(" ")' "$package")"
	for tool in $tools; do
		$tool --schema | jq -S . >want.json
		jq -S --arg tool "$tool" '.resources[] | select(.name == $tool).schema' "$package" | cmp want.json -
	done
}
