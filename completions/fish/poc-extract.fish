# Completion for fish of poc-extract, budget-series, gap-calc and donors-list: the name of this file says of which.
# First the functions for arguments, then the options of each tool.

# The elements of a list that commas part, behind those that are there. One that is the only one left can take a comma.
function __poc_tools_list # VALUE[\tDESCRIPTION]...
	set -l word (commandline -ct | string unescape | string replace -r -- '^(--[^=]*=|-[hqsvV]*[a-z])' '')
	set -l before (string replace -r -- '[^,]*$' '' $word)
	set -l begin (string replace -r -- '^.*,' '' $word | string lower)
	set -l here (string split -- , $before | string lower)
	set -l left
	for value in $argv
		set -l code (string split -f 1 -- \t $value | string lower)
		if not contains -- $code $here
			echo -- $before$value
			test (string sub -l (string length -- $begin) -- $code) = "$begin"; and set -a left $value
		end
	end
	if test (count $left) = 1
		string replace -r -- '(\t.*)?$' ',\tand another' $before$left
	end
end

function __poc_tools_population
	printf '%s\n' REF\tRefugees ROC\t'Refugee-like situation' ASY\tAsylum-seekers \
		OIP\t'Other people in need of international protection' IDP\tIDPs IOC\t'IDP-like situation' RET\t'Returned refugees' \
		RDP\t'Returned IDPs' RST\t'Resettlement arrivals' NAT\tNaturalisation STA\tStateless OOC\t'Others of concern' \
		VDA\t'Venezuelans displaced abroad' HST\t'Host community' TOT\tTotal
end

function __poc_tools_pillar
	printf '%s\n' total\t'the whole operation' p1\t'refugee programme' p2\t'stateless programme' p3\t'reintegration projects' \
		p4\t'internally displaced person projects'
end

# The ISO codes of countries, and their names, from the list that is installed with the tools.
function __poc_tools_country
	set -l list '@DATADIR@/countries.csv'
	string match -q '/*' $list; and test -f $list -a -r $list; or return
	while read -l row
		string match -rq '^(?<code>[A-Z]{3}),"?(?<name>.*?)"?$' -- $row
		and printf '%s\t%s\n' $code (string replace -a '""' '"' -- $name)
	end <$list
end

# The file that --need and --have are columns of: the first FILE. Only what is a regular file is opened: nothing here waits.
function __poc_tools_table
	set -l before ''
	for word in (commandline -op)[2..]
		set word (string replace -r '^~(?=/|$)' $HOME -- $word)
		if not string match -qr -- '^(-o|--output|--against-file)$' $before; and test -f "$word" -a -r "$word"
			echo -- $word
			return
		end
		set before $word
	end
end

# A record's fields, a line each; blanks around them do not count.
function __poc_tools_fields # RECORD DELIMITER
	set -l d (string escape --style=regex -- $argv[2])
	string match -arg -- '(?:^|'$d') *("(?:[^"]|"")*"|[^"'$d']?[^'$d']*?) *(?='$d'|$)' $argv[1] |
		string replace -r '^"(.*)"$' '$1' | string replace -a '""' '"'
end

# The names of the columns of the first FILE, but for those that the tool refuses or that are used already.
function __poc_tools_column
	set -l table (__poc_tools_table)
	test -n "$table"; or return
	read -l -n 65536 header <$table
	set header (string replace -r '^\x{feff}' '' -- $header | string trim -r -c \r)
	string match -qr '^[<{[]|[\x00-\x08\x0a-\x1f]' -- $header; and return
	set -l best
	for d in , ';' \t '|'
		set -l fields (__poc_tools_fields $header $d)
		test (count $fields) -gt (count $best); and set best $fields
	end
	set -l used (commandline -opc | string replace -rf -- '^--(need|have)=' '')
	for name in $best
		test -n "$name"; and not contains -- $name $used; and test (count (string match -- (string escape -- $name) $best)) -le 1
		and printf "%s\tcolumn\n" $name
	end
end

set -l tool (status basename | string replace -r '\.fish$' '')

# What a tool has of its own.
switch $tool
	case poc-extract
		complete -c $tool -s t -l type -x -a '(__poc_tools_list (__poc_tools_population))' -d 'only these population types'
		complete -c $tool -l type-in -x -a '(__poc_tools_population)' -d 'what a value counts where the source does not state it'
		complete -c $tool -l by -x -a 'operation origin pair' -d 'sum per operation or origin, or keep the pairs'
		complete -c $tool -l zeros -d 'print zeros, too'
		complete -c $tool -l change -d 'append the change on the year before'
	case gap-calc
		complete -c $tool -l against -x -a 'funding expenditure' -d 'compare the budget with that'
		complete -c $tool -l group-by -x -a '(__poc_tools_list operation year pillar)' -d 'sum first, by these columns'
		complete -c $tool -l below -x -d 'only rows covered less than that many per cent'
		complete -c $tool -l change -d 'append the change of the gap on the year before'
		complete -c $tool -l need -x -a '(__poc_tools_column)' -d 'with --have: any CSV, and the gap between the two columns'
		complete -c $tool -l have -x -a '(__poc_tools_column)' -d 'the column that covers --need'
	case donors-list
		complete -c $tool -s t -l type -x -a '(__poc_tools_list government private multilateral other)' -d 'only these donors'
		complete -c $tool -l since -x -d 'only contributions of that day, month or year, or later'
		complete -c $tool -l until -x -d 'only contributions of that day, month or year, or earlier'
		complete -c $tool -l recipient -x -a '(__poc_tools_list (__poc_tools_country))' -d 'only contributions to these countries'
		complete -c $tool -l by -x -a donor -d 'sum the contributions of each donor'
		complete -c $tool -l top -x -d 'only that many rows, those with the largest amounts'
end

# What is about money.
switch $tool
	case budget-series gap-calc
		complete -c $tool -s p -l pillar -x -a '(__poc_tools_list (__poc_tools_pillar))' -d 'only these pillars'
		complete -c $tool -s u -l unit -x -a 'usd kusd musd' -d 'convert to that unit'
		complete -c $tool -l unit-in -x -a 'usd kusd musd' -d 'the unit where the source does not state it'
		complete -c $tool -l complete -d 'keep rows without any figure'
		complete -c $tool -l against-file -r -F -d 'compare with another source'
end

# What all have.
set -l encodings UTF-8 UTF-16 UTF-16LE UTF-16BE ISO-8859-1 ISO-8859-15 WINDOWS-1250 WINDOWS-1252 WINDOWS-1256 MACINTOSH
complete -c $tool -s f -l from -x -a 'auto text html json csv' -d 'what the input is'
complete -c $tool -s e -l encoding -x -a "$encodings" -d 'its encoding, if not UTF-8'
complete -c $tool -s d -l delimiter -x -a '"," ";" tab "|"' -d 'what stands between the fields of a table'
complete -c $tool -s y -l years -x -d 'only these years: 2015-2019,2021 or 2018-'
complete -c $tool -s c -l country -x -a '(__poc_tools_list (__poc_tools_country))' -d 'only these countries'
complete -c $tool -l precision -x -a 'raw 0 1 2 3 4 5 6' -d 'round figures to that many decimals, or not at all'
complete -c $tool -l provenance -d 'append where each row comes from'
complete -c $tool -l check -d 'compare the figures with one another'
complete -c $tool -s o -l output -r -F -d 'write FILE, which is left alone unless all goes well'
complete -c $tool -l hxl -d 'a row of HXL hashtags under the header'
complete -c $tool -l excel -d 'for spreadsheets'
complete -c $tool -l schema -d 'say the Frictionless Table Schema of the output and exit'
complete -c $tool -l progress -d 'tell on standard error how far it is'
complete -c $tool -l no-header -d 'leave the header row out'
complete -c $tool -s s -l strict -d 'a warning makes the exit status 1'
complete -c $tool -s q -l quiet -d 'no warnings'
complete -c $tool -s v -l verbose -d 'say more about what is normal'
complete -c $tool -s h -l help -d 'say the help and exit'
complete -c $tool -s V -l version -d 'say the version and exit'
