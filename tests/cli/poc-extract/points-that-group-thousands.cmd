# A point that groups thousands would mark decimals: told, once, wherever the figure stands. Other decimals are none of that.
printf 'year;coa_name;refugees;idps\n2019;Mali;5.25;12.0\n2019;Chad;1.234;5\n2019;Niger;12.345;7\n' | poc-extract --no-header --strict
echo $?
printf '[{"year":2019,"coa_name":"Mali","refugees":"1.500"}]' | poc-extract --no-header --by=pair
printf 'Operation: Mali\nPeople of Concern\n2019 2.750\n[["Refugees",2.750]]\n' | poc-extract --no-header
