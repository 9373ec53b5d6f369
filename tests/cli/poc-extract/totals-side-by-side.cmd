# Figures below their years, or one whose groups are wrong, are no prose. A number in prose is.
for totals in '2019\n2018\n275,779 154,432' '2019 | 2018\n275,779 | 154,432 |' '2019\n275,77' '2019 5\n1,000 of them\n1 2 3'; do
	printf "Operation: Mali\nPeople of Concern\n$totals\n" | poc-extract --no-header
	echo $?
done
