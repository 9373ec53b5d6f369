# alone, a list of pairs counts people whatever its labels are; on a page, where its first label is known, or below the heading of people
echo '[["Goats",5],["Sheep",7]]' | poc-extract --no-header
printf '%s\n' 'Operation: Mali' '[["Goats",5],["Sheep",7]]' 'People of Concern' '2019 12' '[["Goats",5],["Refugees",7]]' |
	poc-extract --no-header --from=text
