#!/usr/bin/env bats
# Completion: the function for bash is asked as bash asks it, and the tables for zsh and fish are compared with --help.
# Real shells are asked in tests/system/completion.bats.

load helper

# The file as if it were installed, and a program that asks it: for each line of standard input, "LINE => ANSWERS", where LINE
# has a ^ for the cursor if that is not at the end; [nospace] or [files] behind them is what it says to compopt. $1 is run
# first.
setup() {
	completions=$PWD/completions names=$PWD/lib/countrynames.tbl
	MAKEFLAGS='' make -s B="$BUILD" "$BUILD/countries.csv"
	prepare
	sed "s|@DATADIR@|$BUILD|g" "$completions/poc-extract" >completion
	cat >ask.bash <<-'EOS'
	compopt() {
		case $* in
		'-o nospace') says=' [nospace]' ;;
		'-o bashdefault -o default') says=' [files]' ;;
		*) says=" [$*]" ;;
		esac
	}
	asks=() COMP_TYPE=9
	while IFS= read -r line; do asks+=("${line%% =>*}"); done
	. ./completion
	eval "$1"
	for line in "${asks[@]}"; do
		says=
		COMP_LINE=${line/^/} COMP_POINT=${line%%^*} COMP_POINT=${#COMP_POINT}
		_poc_tools "${COMP_LINE%% *}"
		printf '%s =>' "$line"
		for answer in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf ' %s' "$answer"; done
		printf '%s\n' "$says"
	done
	EOS
}

# Asks the lines of standard input, and compares with what stands behind their => (nothing may stand on standard error).
asking() { # [COMMANDS]
	cat >want
	timeout 10 bash --norc ./ask.bash "${1-}" <want >got 2>&1
	diff want got
}

# The answers to one line, a line each. None of them has a blank.
answers() { # LINE
	bash --norc ./ask.bash '' <<<"$1" | sed 's/.* => //; s/ \[.*//' | tr ' ' '\n'
}

# --help as lines of "LETTER NAME ARGUMENT", - for what there is not.
help_of() {
	"$1" --help | sed -nE 's/^ {2}(-(.), | {4})--([a-z0-9-]+)(=?).*/\2- \3 \4-/p' | sed -E 's/^(.)- /\1 /; s/ =-$/ =/'
}

# The name that the shell makes of an answer.
unquoted() {
	eval "printf '%s\n' $1"
}

@test "the options are those of --help, each with = if it takes an argument" {
	for tool in $tools; do
		help_of "$tool" | sed -E 's/^. (\S+) -$/--\1/; s/^. (\S+) =$/--\1=/' | sort >want
		answers "$tool -" | sort | diff want -
		answers "$tool --" | sort | diff want -
	done
}

@test "a letter is the same as its name" {
	for tool in $tools; do
		help_of $tool | grep -v '^-' >letters
		while read -r letter name argument; do
			if [ "$argument" = = ]; then
				printf '%s\n' "$tool --$name " >>long
				printf '%s\n' "$tool -$letter " >>short
			else
				# what was given is not offered again
				printf '%s =>\n' "$tool -$letter --$name" "$tool --$name --$name" >>given
				printf '%s => --%s\n' "$tool --$name" "$name" >>given
			fi
		done <letters
	done
	[ "$(wc -l <short)" -ge 24 ]
	asking <given
	bash ask.bash '' <long | sed 's/.* =>//' >want
	bash ask.bash '' <short | sed 's/.* =>//' | diff want -
	is "$(grep -c 'type\|years\|since' long)" "$(grep -cE '^$|REF|other' want)"
}

@test "zsh and fish: the options in their files are those of --help, with the same letters" {
	for tool in $tools; do help_of $tool; done | awk '{ print $1, $2 }' | sort -u >want
	sed -nE 's/^\t*complete -c \$tool( -s (.))? -l ([a-z-]+).*/\2- \3/p' "$completions/fish/poc-extract.fish" |
		sed 's/^\(.\)- /\1 /' | sort -u >fish
	sed -nE "s/.*\{-(.)[+]?,--([a-z-]+)=?\}.*/\1 \2/p; s/^\t+(\\\\\*)?'--([a-z-]+)=?\[.*/- \2/p" "$completions/zsh/_poc-extract" |
		sort -u >zsh
	diff want fish
	diff want zsh
}

@test "an option's name: whole, cut short, not twice unless it takes a list" {
	asking <<-'EOS'
	poc-extract --ty => --type= --type-in=
	poc-extract --by => --by= [nospace]
	poc-extract --z => --zeros
	poc-extract --by=pair --by =>
	poc-extract --b^ --by=pair =>
	poc-extract --prec=2 --precision =>
	poc-extract -sq --qu =>
	poc-extract -V --verb => --verbose
	budget-series --pillar=p1 -p p2 --pi => --pillar= [nospace]
	poc-extract --nothing =>
	EOS
}

# TOOL OPTION VALUES...: they are offered, the tool takes each of them, and names no others when it is asked.
offers() {
	local tool=$1 option=$2 value values
	shift 2
	is "$*" "$(answers "$tool --$option=" | xargs)"
	values=("$@")
	# a list needs one run
	case $tool:$option in
	*:pillar | *:group-by | *:type) values=("$(printf '%s,' "$@" | sed 's/,$//')") ;;
	esac
	for value in "${values[@]}"; do
		"$tool" "--$option=$value" page.txt >/dev/null 2>err.txt || [ $? -ne 2 ] || { cat err.txt; return 1; }
	done
	"$tool" "--$option=?" 2>&1 </dev/null | sed -n 's/.* is none of \([^;]*\).*/\1/p' | tr ',' '\n' | sort >named
	printf '%s\n' "$@" | sort | diff - named
}

@test "codes, units, pillars: all that the tools take, and no others" {
	offers poc-extract type REF ROC ASY OIP IDP IOC RET RDP RST NAT STA OOC VDA HST TOT
	offers poc-extract type-in REF ROC ASY OIP IDP IOC RET RDP RST NAT STA OOC VDA HST TOT
	offers poc-extract by operation origin pair
	offers donors-list type government private multilateral other
	offers donors-list by donor
	offers gap-calc against funding expenditure
	offers gap-calc group-by operation year pillar
	for tool in budget-series gap-calc; do
		offers $tool pillar total p1 p2 p3 p4
		offers $tool unit usd kusd musd
		offers $tool unit-in usd kusd musd
	done
	for tool in $tools; do
		offers $tool from auto text html json csv
	done
}

@test "decimals, delimiters, encodings: the tools take what is offered" {
	asking <<-'EOS'
	poc-extract --precision= => raw 0 1 2 3 4 5 6
	poc-extract --delimiter= => , \; tab \|
	poc-extract -e iso-8859-15 => ISO-8859-15
	EOS
	for option in precision delimiter encoding; do
		answers "poc-extract --$option=" >values
		[ "$(wc -l <values)" -ge 4 ]
		while IFS= read -r value; do
			go poc-extract "--$option=$(unquoted "$value")" page.txt
			has '[013]' "$status"
		done <values
	done
}

@test "countries: all that there are, with their names if there is more than one" {
	sed -nE 's/^N\("(...)", "(.*)"\)$/\1 (\2)/p' "$names" >want.names
	[ "$(wc -l <want.names)" -gt 240 ]
	for option in poc-extract:country donors-list:recipient gap-calc:country; do
		bash ask.bash '' <<<"${option%:*} --${option#*:}=" >got
		is "$(xargs -d '\n' <want.names)" "$(sed 's/.* => //; s/ \[nospace\]//' got)"
	done
	asking <<-'EOS'
	poc-extract --country=hk => HKG [nospace]
	poc-extract --country=ml => MLI (Mali) MLT (Malta) [nospace]
	donors-list --recipient BE => BEL (Belgium) BEN (Benin) BES (Bonaire, Saint Eustatius and Saba) [nospace]
	EOS
	# when they are inserted in turn, or all of them, codes are all that there is
	for type in 37 42; do
		asking COMP_TYPE=$type <<-'EOS'
		poc-extract --country=ml => MLI MLT [nospace]
		EOS
	done
	go poc-extract --country="$(cut -d ' ' -f 1 want.names | paste -sd ,)" page.txt
	is 0 "$status"
}

@test "without the list of countries, or with an empty one, all else works" {
	mkdir folder folder/countries.csv
	touch countries.csv
	for place in @DATADIR@ "$PWD" "$PWD/folder" /nowhere; do
		sed "s|@DATADIR@|$place|g" "$completions/poc-extract" >completion
		asking <<-'EOS'
		poc-extract --country= => [nospace]
		poc-extract --by=p => pair
		EOS
	done
}

@test "a value: behind =, behind a blank, behind a letter, in quotes" {
	touch file.csv
	asking <<-'EOS'
	poc-extract --by= => operation origin pair
	poc-extract --by=or => origin
	poc-extract --by or => origin
	poc-extract --by="or => origin
	poc-extract --by='or => origin
	poc-extract --b=or => origin
	poc-extract --by or^igin => origin
	poc-extract page.txt --by=or^ --check => origin
	/usr/bin/poc-extract --by=or => origin
	./poc-extract --by=or => origin
	poc-extract -t RE => REF RET [nospace]
	poc-extract --type RE => REF RET [nospace]
	poc-extract --type=RE => REF RET [nospace]
	poc-extract --type=re => REF RET [nospace]
	poc-extract -st re => REF RET [nospace]
	poc-extract -tRE => -tREF -tRET [nospace]
	poc-extract -t"RE => REF RET [nospace]
	poc-extract -sqtre => -sqtREF -sqtRET [nospace]
	poc-extract --by=x =>
	poc-extract --check= =>
	poc-extract --nothing= =>
	poc-extract --c=R =>
	poc-extract -s =>
	poc-extract -Z =>
	EOS
}

@test "where = breaks no words, the word is answered whole" {
	touch 'my b.csv'
	asking "COMP_WORDBREAKS=\$' \t\n'" <<-'EOS'
	poc-extract --by=or => --by=origin
	poc-extract --by="or => origin
	poc-extract --by or => origin
	poc-extract --type=REF,re => --type=REF,RET [nospace]
	poc-extract --output=my => --output=my\ b.csv
	EOS
	asking 'unset COMP_WORDBREAKS; set -u' <<-'EOS'
	poc-extract --by=or => --by=origin
	EOS
}

@test "a list: element by element, none twice, no blank behind it" {
	asking <<-'EOS'
	budget-series --pillar= => total p1 p2 p3 p4 [nospace]
	budget-series --pillar=p1,total, => p1,total,p2 p1,total,p3 p1,total,p4 [nospace]
	budget-series -p p1,p => p1,p2 p1,p3 p1,p4 [nospace]
	poc-extract --type=ref,re => ref,RET [nospace]
	poc-extract --country=NER,ml => NER,MLI (Mali) NER,MLT (Malta) [nospace]
	poc-extract --country=mli,ml => mli,MLT [nospace]
	gap-calc --group-by=year, => year,operation year,pillar [nospace]
	budget-series --unit=usd, =>
	EOS
	# a list that is only looked at is shown without what is there already
	asking COMP_TYPE=63 <<-'EOS'
	poc-extract --country=NER,ml => MLI (Mali) MLT (Malta) [nospace]
	EOS
}

@test "files: FILE, --output, --against-file, redirections, and all behind --; nothing where nothing fits" {
	asking <<-'EOS'
	poc-extract  => [files]
	poc-extract pa => [files]
	poc-extract "pa => [files]
	poc-extract --output= => [files]
	poc-extract --output="pa => [files]
	poc-extract --output pa => [files]
	poc-extract -o pa => [files]
	poc-extract ~/pa => [files]
	budget-series --against-file=pa => [files]
	gap-calc --against-file pa => [files]
	gap-calc --  => [files]
	gap-calc -- --pa => [files]
	gap-calc -- -- => [files]
	poc-extract -  => [files]
	poc-extract --check >o => [files]
	poc-extract 2> => [files]
	poc-extract <p => [files]
	poc-extract >out pa => [files]
	poc-extract 2>err.txt --by=or => origin
	poc-extract >out 2>&1 --by=or => origin
	poc-extract <page.txt --by=or => origin
	poc-extract &>x --by=or => origin
	poc-extract --years= =>
	poc-extract -y  =>
	poc-extract -y20 =>
	gap-calc --below  =>
	donors-list --top= =>
	donors-list --since  =>
	donors-list --until=pa =>
	poc-extract --by=page =>
	EOS
}

@test "files where readline does not know the word: names intact, folders with a slash" {
	mkdir dir 'dir/a folder' home
	for name in 'a b' "it's" 'say "hi"' 'cost$5' 'Né à' 'back\slash' 'star*' $'two\nlines' 'semi;colon' 'a=b:c' '~tilde' \
		'`run`'; do
		: >"file-$name"
		bash ask.bash '' <<<'poc-extract -ofi' >got
		has 'poc-extract -ofi => *' "$(cat got)"
		is "-ofile-$name" "$(unquoted "$(sed '1s/.* => //' got)")"
		rm "file-$name"
	done
	touch home/notes home/.hidden
	asking "HOME=/$PWD/home" <<-EOS
	poc-extract -odi => -odir/ [nospace]
	poc-extract -odir/a => -odir/a\\ folder/ [nospace]
	poc-extract -ono-such =>
	poc-extract --output=~/n => /$PWD/home/notes
	poc-extract --output=~/ => /$PWD/home/.hidden /$PWD/home/notes
	poc-extract --output="~/n => [files]
	EOS
}

# A table with names that are hard to write.
write_table() {
	printf '\xef\xbb\xbfOrg,"Need, USD",  Have $ ,"The ""quote""","two ""a"", ""b""",year,year,,Née,a]b[$(touch x)\r\n'
	printf '4,4,2,4,4,6,7,8,4,4\n'
}

@test "columns: of the FILE that is there, before or behind, names with blanks, commas and quotes" {
	write_table >'my file.csv'
	asking <<-'EOS'
	gap-calc --have=Org my\ file.csv --need= => Need\,\ USD Have\ \$ The\ \"quote\" two\ \"a\"\,\ \"b\" Née a\]b\[\$\(touch\ x\)
	gap-calc "my file.csv" --have N => Need\,\ USD Née
	gap-calc --need=N^ 'my file.csv' => Need\,\ USD Née
	gap-calc --need N^ my\ file.csv => Need\,\ USD Née
	gap-calc --need O^ my\ file.csv --have Org =>
	gap-calc -o out.csv -s no-such . my\ file.csv --have=O => Org
	gap-calc --output 'my file.csv' --have=O =>
	gap-calc --need=O^ -- my\ file.csv => Org
	gap-calc my\ file.csv --need=Nee => Need\,\ USD
	gap-calc my\ file.csv --need=Need\,\  => Need\,\ USD
	gap-calc my\ file.csv --need="Need,  => Need, USD
	gap-calc my\ file.csv --need='H => Have $
	gap-calc my\ file.csv --need="H => Have \$
	gap-calc my\ file.csv --need="T => The \"quote\"
	gap-calc my\ file.csv --need=Org --have=O =>
	EOS
	mkdir home
	mv 'my file.csv' home/f.csv
	asking "HOME=/$PWD/home" <<-'EOS'
	gap-calc ~/f.csv --need=O => Org
	EOS
}

@test "columns: the tool takes each that is offered" {
	write_table >t.csv
	# each in a line of its own: they have blanks
	for letter in O Nee T tw Né a; do
		bash ask.bash '' <<<"gap-calc t.csv --have=Have\\ \\$ --need=$letter" | sed 's/.* => //' >name
		go gap-calc --have='Have $' --need="$(unquoted "$(cat name)")" t.csv
		is '0 ' "$status $err"
		has '*,4,4,2,50.00,50.00' "$output"
	done
	[ ! -e x ]
}

@test "columns: other delimiters, a header over two lines, and blank lines above it" {
	printf 'a;"b, c";d\n1;2;3\n' >semicolons
	printf 'a\tb,y\tc\n' >tabs
	printf '\n \na|b\n1|2\n' >pipes
	printf 'a,"two\nlines",c\n1,2,3\n' >lines
	printf 'one\n1\n' >one
	printf 'a*b\n1*2\n' >stars
	printf 'a,n\xe9e,c\n' >latin
	asking <<-'EOS'
	gap-calc semicolons --need= => a b\,\ c d
	gap-calc tabs --need= => a b,y c
	gap-calc tabs --delimiter=tab --need= => a b,y c
	gap-calc tabs -d '\t' --need= => a b,y c
	gap-calc tabs -d , --need=y => $'y\tc'
	gap-calc pipes --need= => a b
	gap-calc lines --need= => a $'two\nlines' c
	gap-calc one --need= => one
	gap-calc -d '*' stars --need= => a b
	gap-calc -e ISO-8859-1 latin --need= => a c
	EOS
}

@test "columns: what is no table has none, and nothing waits" {
	mkfifo pipe
	mkdir folder
	: >empty
	printf '{"a":1}\n' >a.json
	printf '<html><p>a,b\n' >a.html
	printf '\x1f\x8b\x08\x00\x01a,b\n' >a.gz
	printf 'x,y\n' >table
	for name in pipe folder empty a.json a.html a.gz no-such - /dev/zero; do
		printf '%s\n' "gap-calc $name --need= =>" "gap-calc $name table --need= => x y"
	done | asking
	# 50 MB, of which the first line is read
	printf 'x,y\n' >large
	truncate -s 50M large
	# and a line that does not end
	printf 'x,y' >endless
	truncate -s 50M endless
	asking 'shopt -s nullglob' <<-'EOS'
	gap-calc large --need= => x y
	gap-calc endless --need=z =>
	EOS
}

@test "whatever the user's shell is set to: the same answers, and it stays as it was" {
	cat >lines <<-'EOS'
	poc-extract -
	poc-extract --type=REF,r
	poc-extract --country=ml
	poc-extract -V --verb
	poc-extract -oa\*
	poc-extract -oA
	poc-extract -onone
	gap-calc a*.csv --need=
	gap-calc a\*.csv --need=
	donors-list >x --by=
	EOS
	printf 'Org,N?,[x],a=b\n' >'a*.csv'
	cat >settings.bash <<-'EOS'
	compopt() { :; }
	. ./completion
	eval "$2"
	COMP_LINE='' COMP_POINT=0 COMP_TYPE=9 COMPREPLY=()
	ask_all() {
		local line answer
		while IFS= read -r line; do
			COMP_LINE=$line COMP_POINT=${#line}
			_poc_tools "${line%% *}"
			for answer in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf '%s\n' "$answer"; done
		done <lines
	}
	state() { set +o; shopt; printf '%q\n' "${IFS-unset}"; compgen -v; alias; trap; }
	state >|state.before
	ask_all >|"$1"
	state >|state.after
	EOS
	bash settings.bash wanted :
	has '*--version*REF,RST*MLI (Mali)*--verbose*-oa\\\*.csv*N\\?*donor' "$(cat wanted)"
	for settings in 'set -u' 'set -f' 'set -e' 'shopt -s nocasematch' 'shopt -s failglob' 'shopt -s nullglob dotglob' 'IFS=oea:-' \
		'IFS=' 'unset IFS' 'shopt -s extglob nocaseglob' 'GLOBIGNORE=*' 'set -o noclobber' 'set -o posix' 'unset HOME; set -u' \
		'set -euf; shopt -s nocasematch failglob; IFS=,' 'LC_ALL=C.UTF-8' 'LC_ALL=C' 'trap "echo error" ERR' 'set -T'; do
		go bash settings.bash got "$settings"
		is '0  ' "$status $output $err" || { echo "$settings"; return 1; }
		diff wanted got || { echo "$settings"; return 1; }
		diff state.before state.after || { echo "$settings"; return 1; }
	done
}

@test "no process is started for names, values, countries and columns" {
	printf 'a,b\n' >table
	cat >trace.bash <<-'EOS'
	compopt() { :; }
	. ./completion
	PATH=/nowhere
	set -T
	trap 'echo $BASHPID >&2' DEBUG
	while IFS= read -r line; do
		COMP_LINE=$line COMP_POINT=${#line}
		_poc_tools "${line%% *}"
	done
	EOS
	printf '%s\n' 'gap-calc -' 'gap-calc --ty' 'gap-calc --unit=' 'gap-calc --country=' 'gap-calc table --need=' 'gap-calc p' |
		bash trace.bash 2>&1 | sort -u >pids
	is 1 "$(wc -l <pids)"
	# such a trace sees a subshell where there is one
	touch other
	sed 's/^_poc_tools() {.*/&\n\t: $(:)/' completion >forks
	sed -i 's/completion/forks/' trace.bash
	echo 'poc-extract -' | bash trace.bash 2>&1 | sort -u >pids
	is 2 "$(wc -l <pids)"
}

@test "each of the four names is the same file, for all four" {
	for tool in $tools; do
		bash -c '. "$1"; complete -p' - "$completions/$tool" | sed -n 's/.*-F _poc_tools //p' | sort >got
		printf '%s\n' $tools | sort | diff - got
		is "#compdef $tools" "$(head -n 1 "$completions/zsh/_$tool")"
		cmp "$completions/fish/poc-extract.fish" "$completions/fish/$tool.fish"
	done
}

@test "an alias that completion was asked for" {
	asking "shopt -s expand_aliases; alias pe='poc-extract --strict' bs=/usr/bin/budget-series other=cat" <<-'EOS'
	pe --by=or => origin
	bs --unit=k => kusd
	other --unit=k =>
	unknown --unit=k =>
	EOS
}
