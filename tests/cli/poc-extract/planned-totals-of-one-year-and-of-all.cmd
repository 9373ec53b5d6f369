# What is planned is the year that the heading names; all, if it names none.
for heading in 'People of Concern - 2019 [projected]' 'People of Concern [projected]'; do
	printf 'Operation: Mali\n%s\n2019 5\n2018 4\n[["Refugees",5]]\n' "$heading" | poc-extract --no-header
done
