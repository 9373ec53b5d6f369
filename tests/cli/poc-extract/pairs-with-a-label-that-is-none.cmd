# Words for what is not known are no labels, as an empty one is none.
for label in n/a - '' N/A; do
	echo "[[\"$label\",8],[\"VDA\",2]]" | poc-extract --no-header
	echo $?
	echo "[[\"VDA\",2],[\"$label\",8]]" | poc-extract --no-header
	echo $?
done
