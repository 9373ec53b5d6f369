# screen: an interactive program in a terminal of its own (tmux): what is typed to it, and what it shows. For tests of shells.

# Starts COMMAND in a fresh terminal, with the environment of the test.
open_screen() { # COMMAND...
	screen=$BATS_TEST_TMPDIR/screen.sock
	tmux -u -S "$screen" -f /dev/null new -d -x 110 -y 50 "$@"
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

# Waits until the screen fits the pattern of the shell (it has no blanks at the ends of lines, no empty lines below); fails
# after 15 s, and shows it.
await() { # PATTERN
	local end=$((SECONDS + 15)) text=''
	while [ $SECONDS -lt $end ]; do
		text=$(tmux -S "$screen" capture-pane -p)
		while [[ $text == *' '$'\n'* ]]; do text=${text//' '$'\n'/$'\n'}; done
		text=${text%"${text##*[!$' \n']}"}
		# shellcheck disable=SC2053 # a pattern
		if [[ $text == $1 ]]; then
			return
		fi
		sleep 0.03
	done
	printf 'wanted: %s\nthe screen:\n%s\n' "$1" "$text"
	return 1
}
