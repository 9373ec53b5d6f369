# Of another currency, or as accountants write less than nothing: it is no end of the list, as prose is. A point may have been meant
# to group thousands.
list() { printf 'Latest contributions\n\n31-OCT-2020\n'; printf '%s\n' "$@"; }
for line in '€5,000' 'CHF 5,000' '£ 5,000' '($500)' '• Chad ($500)' '• Chad CHF 5,000'; do
	list '• Norway' "$line" '• Japan' | donors-list --no-header
	echo $?
done
list '• Norway' '$1.000' '• Chad - $2.500' '• Mali $1.25' 'About 5,000 of them, 5,000' | donors-list --no-header
echo $?
