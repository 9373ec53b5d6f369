# One code in quotes is the operation's, whose name may be anything.
for codes in "'KEN'" KENYA "'KENX" "XKEN'" "'KEN','UGA'" KEN; do
	printf 'Operation: Kenia\n{"longitude":1,"iso_codes":"%s"}\nPeople of Concern\n2019 5\n' "$codes" | poc-extract --no-header
done
