#!/usr/bin/env bats
# Figures have 36 digits at the most. What comes to more is refused, with the place where it came to that; no part of it is printed.

load helper

setup() {
	prepare
	nines=999999999999999999999999999999999999
	money=operation,iso3,year,pillar,budget,funding,expenditure,unit
}

# Writes FILE: the lines, and runs the command, whose status has to be 3, the message the one given, and no row printed.
too_long() { # MESSAGE FILE COMMAND...
	local message=$1 file=$2
	shift 2
	cat >"$file"
	go "$@" "$file"
	is "3 $1: $file:$message has more digits than can be kept exactly (36)" "$status $err"
	is 1 "$(wc -l <<<"$output")"
}

@test "sums: of transactions, of a donor, of a group, of people" {
	too_long '3: error: the sum' in.csv budget-series <<-E
		iati_identifier,transaction_type_code,transaction_description,transaction_value_USD
		XM-DAC-41121-2019-AFR-MLI,4,Total expenditure under Pillar 1: Refugee programme,$nines
		XM-DAC-41121-2019-AFR-MLI,3,Total expenditure under Pillar 1: Refugee programme,1
	E
	too_long '3: error: the sum' in.csv donors-list --by=donor <<-E
		date,donor,amount,unit
		2020-01-01,Spain,$nines,usd
		2020-01-02,Spain,1,usd
	E
	too_long '3: error: the sum' in.csv poc-extract <<-E
		year,coa_name,coo_name,refugees
		2019,Mali,Niger,$nines
		2019,Mali,Chad,1
	E
	printf '%s\n' $money Mali,MLI,2019,total,$nines,,1,usd Niger,NER,2019,total,1,,1,usd >in.csv
	go gap-calc --group-by=year in.csv
	is "3 gap-calc: in.csv:3: error: 2019: one sum would have figures whose sum has more digits than can be kept exactly" "$status $err"
	is 1 "$(wc -l <<<"$output")"
}

# With need and have: 37 digits each
@test "a gap, and its percentages: of what is needed, of what is covered, of what is left" {
	too_long '2: error: the gap' in.csv gap-calc --need=n --have=h <<<$'n,h\n0.1,'$nines
	too_long '2: error: the gap' in.csv gap-calc --need=n --have=h <<<$'n,h\n1,-'$nines
	for option in --change --below=50 --group-by=year --against=expenditure; do
		too_long '2: error: the gap' in.csv gap-calc --precision=raw $option <<-E
			$money
			Mali,MLI,2019,total,-0.1,,$nines,usd
		E
	done
	# 9 (31 times) ÷ 0.01: 35 digits in per cent, and two decimals
	too_long '2: error: the percentage' in.csv gap-calc --need=n --have=h <<<$'n,h\n0.01,'${nines:0:31}
	# -99...96667.00 per cent are covered (36 digits), 100 more are not: 37 digits; and the same, of which zeros might go
	too_long '2: error: the percentage' in.csv gap-calc --precision=raw --need=n --have=h \
		<<<$'n,h\n0.0003,-29999999999999999999999999999.9999'
	too_long '2: error: the percentage' in.csv gap-calc --precision=raw --need=n --have=h \
		<<<$'n,h\n0.0001,-9999999999999999999999999999.9999'
}

@test "another unit: of an output, of what is compared" {
	too_long '2: error: budget in usd' in.csv budget-series --unit=usd <<-E
		$money
		Mali,MLI,2019,total,$nines,,,musd
	E
	mv in.csv millions.csv
	printf '%s\n' $money Mali,MLI,2019,total,5,,,usd >in.csv
	go budget-series --against-file=millions.csv in.csv
	is "3 budget-series: millions.csv:2: error: budget in usd has more digits than can be kept exactly (36)" "$status $err"
	# the other way there is room behind the point
	go budget-series --against-file=in.csv millions.csv
	is "1 budget-series: millions.csv:2: error: Mali 2019 total: budget is $nines here, 0.000005 in in.csv:2" "$status $err"
}

@test "a change that cannot be kept is not known" {
	printf '%s\n' $money Mali,MLI,2018,total,$nines,,0,usd Mali,MLI,2019,total,0.5,,0,usd Mali,MLI,2020,total,1,,0,usd >in.csv
	go gap-calc --change in.csv
	is '0 ' "$status $err"
	is $'change,change_pct\n,\n,\n0.5,100.00' "$(cut -d, -f13- <<<"$output")"
}

# Where one bound of what it may be rounded from has too many digits, nothing is said; a digit less, and it is.
@test "checks compare what they can" {
	zeros=${nines//9/0}
	for percent in 50 $nines 1${zeros:1} 0.${zeros:1}${zeros:8}1; do
		printf 'countryCode,name,year,requirements,funding,percentFunded\nMLI,A,2020,100,50,%s\n' "$percent" >in.csv
		go budget-series --precision=raw --check in.csv
		is "$percent: 0 " "$percent: $status $err"
	done
	printf 'countryCode,name,year,requirements,funding,percentFunded\nMLI,A,2020,100,50,%s\n' ${nines:0:34} >in.csv
	go budget-series --precision=raw --check in.csv
	has "1 budget-series: in.csv:2: error: Mali 2020: the source says that ${nines:0:34} per cent are funded,*" "$status $err"

	printf '%s\n' $money Mali,MLI,2019,total,5,,,usd Mali,MLI,2019,p1,$nines,,,usd Mali,MLI,2019,p2,1,,,usd >in.csv
	go budget-series --check in.csv
	is 3 "$status"
	has "budget-series: in.csv:4: error: the figures have units that do not go together, or more digits than can be kept *" "$err"

	printf 'operation,iso3,year,code,persons\nMali,MLI,2019,REF,%s\nMali,MLI,2019,ASY,1\n' $nines >in.csv
	go poc-extract --check in.csv
	is '3 poc-extract: in.csv:3: error: the sum has more digits than can be kept exactly (36)' "$status $err"

	# up to 4 people are hidden: nobody can say that the total is wrong
	for persons in $nines ${nines:0:35}; do
		printf 'operation,iso3,year,status,code,persons\nMali,MLI,2019,actual,REF,%s\n' $persons >in.csv
		printf 'Mali,MLI,2019,redacted,ASY,\nMali,MLI,2019,actual,TOT,5\n' >>in.csv
		go poc-extract --check in.csv
		case $persons in
		"$nines") is '0 ' "$status $err" ;;
		*) is "1 poc-extract: in.csv:4: error: Mali 2019: the types add up to $persons, the stated total is 5" "$status $err" ;;
		esac
	done
}
