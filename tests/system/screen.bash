# screen: an interactive program in a terminal of its own (tmux): what is typed to it, and what it shows. For tests of shells.

# Starts COMMAND in a fresh terminal, with the environment of the test.
open_screen() { # COMMAND...
	screen=$BATS_TEST_TMPDIR/screen.sock
	tmux -u -S "$screen" -f /dev/null new-session -d -x 110 -y 50 "$@"
	tmux -S "$screen" set-option -g remain-on-exit on
}

close_screen() {
	[ -z "${screen:-}" ] || tmux -S "$screen" kill-server 2>/dev/null || true
}

# Types the text; Tab is \t, Enter \r, Control-C \x03.
type_in() { # TEXT
	local text
	printf -v text %b "$1"
	tmux -S "$screen" send-keys -l "$text"
}

# What stands on the screen: no blanks at the ends of lines, no empty lines below.
shown() {
	tmux -S "$screen" capture-pane -p | sed 's/ *$//' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'
}

# Waits until the screen fits the pattern of the shell; fails after 10 s, and shows it.
await() { # PATTERN
	local i text
	for ((i = 0; i < 200; i++)); do
		text=$(shown)
		# shellcheck disable=SC2053 # a pattern
		if [[ $text == $1 ]]; then
			return
		fi
		sleep 0.05
	done
	printf 'wanted: %s\nthe screen:\n%s\n' "$1" "$text"
	return 1
}

# Waits until nothing has changed for a third of a second.
await_calm() {
	local i text before='' same=0
	for ((i = 0; i < 200 && same < 6; i++)); do
		text=$(shown)
		if [[ $text == "$before" ]]; then same=$((same + 1)); else same=0; fi
		before=$text
		sleep 0.05
	done
	[ "$same" -eq 6 ]
}
