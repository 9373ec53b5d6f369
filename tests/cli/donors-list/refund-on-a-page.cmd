# A sign may stand before that of dollars. A dash that stands apart is none, and no part of a donor's name.
list() { printf 'Latest contributions\n\n31-OCT-2020\n'; printf '%s\n' "$@"; }
for amount in '-$5' '• -$5' '•-$5' '-US$5' '−$5' '$-5' '-$0' '- $5' '• - $5'; do
	list '• Norway' "$amount" | donors-list --no-header
done
list '• Spain -$5' '• Chad - $6' '• Mali – $7' | donors-list --no-header
for amount in '-$-5' '• -$-5' '-$x'; do
	list '• Norway' "$amount" | donors-list --no-header
done
# no name, in our own output too, when it is read again
list '• n/a' '• $5' '• -' '• $6' | donors-list --no-header
true
