# Lines that are prose to us may have been meant to give a list its year: without one it is told.
for line in '2019 - 275,779' '275,779 (2019)' 'In 2019 there were 275,779'; do
	printf 'Operation: Mali\nPeople of Concern\n%s\n[["Refugees",5],["IDPs",7]]\n' "$line" | poc-extract --no-header
done
printf 'Operation: Mali\nPeople of Concern - 2019\n[["Refugees",5]]\n' | poc-extract --no-header
# a list alone has none
printf '[["Refugees",5]]' | poc-extract --no-header
