# A per cent is no total, but a figure behind a year has to be one.
for line in '12 %' '12x%' 125% '5% of 3%'; do
	printf 'Operation: Mali\nPeople of Concern\n%s\n2018 4\n' "$line" | poc-extract --no-header
done
printf 'Operation: Mali\nPeople of Concern\n2019 5%%\n' | poc-extract --no-header
