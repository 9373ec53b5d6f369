# "<" begins a tag only before a letter, "!", "/" or "?".
for line in '<~ x' '<{' '<1' '< b' '<' '<@a>'; do
	printf 'Operation: Mali\n%s\nPeople of Concern\n%s\n2019 5\n' "$line" "$line" | poc-extract --no-header
done
