#!/usr/bin/env bats
# Completion in real shells: what `make install` installs is found by bash (with bash-completion, and without), zsh and fish,
# and Tab is pressed in each.

load ../helper
load screen

setup_file() {
	export STAGE=$BATS_FILE_TMPDIR/stage
	MAKEFLAGS='' make -s B="$BUILD" install DEPS=no DESTDIR= PREFIX="$STAGE" >&2
}

setup() {
	prepare
	export PATH=$STAGE/bin:/usr/bin:/bin XDG_DATA_DIRS=$STAGE/share:/usr/share HOME=$BATS_TEST_TMPDIR/home LC_ALL=C.UTF-8
	unset BASH_COMPLETION_VERSINFO BASH_ENV ENV XDG_CONFIG_HOME XDG_DATA_HOME ZDOTDIR
	mkdir -p home/.config/fish work/folder
	cd work || return
	cp ../page.txt "it's Mali \$1.txt"
	printf 'Organisation,"Need, USD",Have\nA,4,1\n' >needs.csv
}

teardown() {
	close_screen
}

# A shell whose prompt is "$ ". What it loads is installed in the stage, and nowhere else.
start() { # bash|sourced|zsh|fish
	case $1 in
	bash)
		echo '. /usr/share/bash-completion/bash_completion; PS1="$ "' >../rc
		open_screen bash --rcfile ../rc -i ;;
	sourced)
		echo ". '$STAGE/share/bash-completion/completions/poc-extract'; PS1='$ '" >../rc
		open_screen bash --rcfile ../rc -i ;;
	zsh)
		echo "fpath=('$STAGE/share/zsh/site-functions' \$fpath); autoload -U compinit; compinit -D -u; PS1='$ '" >../home/.zshrc
		open_screen zsh -i ;;
	fish)
		echo 'function fish_prompt; echo -n "$ "; end; function fish_greeting; end' | sed 's/"\$ "/\x27$ \x27/' \
			>../home/.config/fish/config.fish
		open_screen fish -i ;;
	esac
	await '$'
}

# Types KEYS at an empty prompt, and waits until the screen is WANTED (a pattern). Then line and screen are cleared.
tab() { # KEYS WANTED
	type_in "$1"
	await "$2"
	type_in '\x15\x0b\x0c'
	await '$'
}

# What is the same in all shells. X shows where the cursor is: behind a blank, or not.
common() {
	tab 'poc-extract --prov\tX' '$ poc-extract --provenance X'
	tab 'poc-extract --by=or\tX' '$ poc-extract --by=origin X'
	tab 'poc-extract --by or\tX' '$ poc-extract --by origin X'
	tab 'budget-series -u mu\tX' '$ budget-series -u musd X'
	tab 'donors-list --years=\tX' '$ donors-list --years=X'
	tab 'donors-list --top \tX' '$ donors-list --top X'
	tab 'gap-calc needs.csv --need=N\tX' "\$ gap-calc needs.csv --need=Need$need X"
	tab 'gap-calc --need=Have needs.csv --have Org\tX' "\$ gap-calc --need=Have needs.csv --have Organisation X"
	tab 'gap-calc needs.csv --need=Have\tX' '$ gap-calc needs.csv --need=Have X'
	tab 'poc-extract fol\tX' '$ poc-extract folder/X'
	# the file is read
	type_in 'poc-extract it\t --type=TOT | head -n 2\r'
	await '*Mali,MLI,2019,actual,TOT,Total,275779*'
	tab '' '*'
}

@test "bash with bash-completion, which loads the file by the command's name" {
	need='\\,\\ USD'
	start bash
	tab 'complete -p gap-calc\r' '*complete -p gap-calc*no completion specification*'
	common
	tab 'poc-extract --ty\t\t\t' '$ poc-extract --type
--type-in=  --type=
$ poc-extract --type'
	tab 'poc-extract --type=REF,re\tX' '$ poc-extract --type=REF,RETX'
	tab 'poc-extract --type=REF,as\tX' '$ poc-extract --type=REF,ASYX'
	tab 'poc-extract --country=NER,ml\t\t\t' '$ poc-extract --country=NER,ML
MLI (Mali)   MLT (Malta)
$ poc-extract --country=NER,ML'
	tab 'poc-extract --country=hk\tX' '$ poc-extract --country=HKGX'
	tab 'poc-extract --by="or\tX' '$ poc-extract --by="origin" X'
	tab 'gap-calc needs.csv --need="N\tX' '$ gap-calc needs.csv --need="Need, USD" X'
	tab 'poc-extract --output=it\tX' '$ poc-extract --output=it\\'"'"'s\\ Mali\\ \\$1.txt X'
	tab 'poc-extract -oit\tX' '$ poc-extract -oit\\'"'"'s\\ Mali\\ \\$1.txt X'
	tab 'poc-extract --output=fol\tX' '$ poc-extract --output=folder/X'
	tab 'poc-extract -ofol\tX' '$ poc-extract -ofolder/X'
	tab 'budget-series --against-file="it\tX' '$ budget-series --against-file="it'"'"'s Mali \\$1.txt" X'
	tab 'poc-extract "it\tX' '$ poc-extract "it'"'"'s Mali \\$1.txt" X'
	tab 'sudo poc-extract --by=or\tX' '$ sudo poc-extract --by=origin X'
	tab 'X=1 poc-extract --by=or\tX' '$ X=1 poc-extract --by=origin X'
	tab 'ls | poc-extract --by=or\tX' '$ ls | poc-extract --by=origin X'
	tab "$STAGE"'/bin/poc-extract --by=or\tX' "*/bin/poc-extract --by=origin X"
	tab 'poc-extract --by=or --check\x01\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\x06\t' \
		'$ poc-extract --by=origin --check'
	tab 'poc-extract --years=\t\t\tX' '$ poc-extract --years=X'
	tab 'poc-extract -- it\tX' '$ poc-extract -- it\\'"'"'s\\ Mali\\ \\$1.txt X'
	# menu-complete inserts codes alone
	tab 'bind "\\C-t: menu-complete"\rpoc-extract --country=ml\x14\x14X' '*$ poc-extract --country=MLTX'
}

@test "bash without bash-completion: the file is sourced" {
	need='\\,\\ USD'
	start sourced
	tab 'type -t _init_completion _comp_initialize; echo none\r' '$ type*
none
$'
	common
	tab 'poc-extract --type=REF,as\tX' '$ poc-extract --type=REF,ASYX'
	tab 'poc-extract --country=ml\t\t\t' '$ poc-extract --country=ML
MLI (Mali)   MLT (Malta)
$ poc-extract --country=ML'
	tab 'COMP_WORDBREAKS=${COMP_WORDBREAKS//=}\rpoc-extract --type=REF,as\tX' '*$ poc-extract --type=REF,ASYX'
	tab 'poc-extract --output=it\tX' '$ poc-extract --output=it\\'"'"'s\\ Mali\\ \\$1.txt X'
}

@test "zsh finds the functions on its fpath" {
	need=',\\ USD'
	start zsh
	common
	tab 'poc-extract --ty\t\t' '$ poc-extract --type
--type     -- only these population types
--type-in  -- what a value counts where the source does not state it'
	tab 'poc-extract --type=REF,as\t' '$ poc-extract --type=REF,ASY,'
	tab 'poc-extract --type=REF,as\t X' '$ poc-extract --type=REF,ASY X'
	tab 'poc-extract --country=NER,ML\t' '$ poc-extract --country=NER,ML
MLI  -- Mali
MLT  -- Malta'
	tab 'poc-extract --country=NER,mli\t X' '$ poc-extract --country=NER,MLI X'
	tab 'donors-list --recipient=HK\t X' '$ donors-list --recipient=HKG X'
	tab 'poc-extract --output=it\tX' '$ poc-extract --output=it\\'"'"'s\\ Mali\\ \\$1.txt X'
	tab 'gap-calc --group-by=year,op\t' '$ gap-calc --group-by=year,operation,'
}

@test "fish finds the vendor's completions" {
	need=',\\ USD'
	start fish
	common
	tab 'poc-extract --type\t' '$ poc-extract --type*
--type  (only these population types)  --type-in  (what a value counts where the source does not state it)'
	tab 'poc-extract --type=REF,AS\tX' '$ poc-extract --type=REF,ASYX'
	tab 'poc-extract --country=NER,ML\t' '$ poc-extract --country=NER,ML*
*NER,MLI  (Mali)*NER,MLT  (Malta)*'
	tab 'donors-list --recipient=HK\tX' '$ donors-list --recipient=HKGX'
	tab 'poc-extract --output=it\tX' '$ poc-extract --output=it\\'"'"'s\\ Mali\\ \\$1.txt X'
}

# --help as lines of "-LETTER" and "--NAME".
options_of() {
	"$1" --help | sed -nE 's/^ {2}(-.), (--[a-z-]+).*/\1\n\2/p; s/^ {6}(--[a-z-]+).*/\1/p' | sort
}

@test "zsh and fish have for each tool the options of its --help" {
	for tool in $tools; do
		options_of $tool >want
		{ line="$tool -" fish -c 'complete -C $line'; line="$tool --" fish -c 'complete -C $line'; } | cut -f 1 | sort -u >got
		diff want got
		zsh -fc '_arguments() { print -rl -- "$@" }; tell() { local service=$1; . $2 }; tell "$@"' - $tool \
			"$STAGE/share/zsh/site-functions/_$tool" 2>/dev/null |
			sed -nE 's/^(\([^)]*\)|\*)?(-[-a-zA-Z]+)[+=]?\[.*/\2/p' | sort -u >got
		diff want got
	done
}

@test "zsh and fish: nothing waits for a pipe, and what is no table has no columns" {
	mkfifo pipe
	mkdir none
	printf '{"a":1}\n' >a.json
	printf '\x1f\x8b\x08\x00\x01a,b\n' >a.gz
	for name in pipe none a.json a.gz; do
		is '' "$(line="gap-calc $name --need=" timeout 5 fish -c 'complete -C $line' 2>&1)"
	done
	for line in 'donors-list --years=' 'donors-list --top ' 'gap-calc --below=' 'donors-list --since='; do
		is '' "$(line=$line fish -c 'complete -C $line' 2>&1)"
	done
	start zsh
	for name in pipe none a.json a.gz; do
		tab "gap-calc $name --need=\\tX" "\$ gap-calc $name --need=X"
	done
}
