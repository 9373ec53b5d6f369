for line in ':2019 5' '2019| 5' '2019: 5' '2019:5' '|2019|5|' '2019x5' '2019x'; do
	printf 'Operation: Mali\nPeople of Concern\n%s\n2018 4\n' "$line" | poc-extract --no-header
done
