# What stands around rows, and is in none of them, says whose the figures are, or of when: that is told, once. Rows that have it do without.
{
	echo '{"year":2019,"country":"Mali","data":[{"refugees":5},{"idps":7}]}'
	echo '{"year":2018,"items":[{"country":"Mali","refugees":5}]}'
	echo '{"year":null,"country":"-","items":[{"country":"Mali","refugees":6}]}'
} | poc-extract --no-header
echo '{"unit":"musd","items":[{"year":2018,"country":"Mali","budget":5}]}' | budget-series --no-header --strict
echo $?
echo '{"year":2020,"country":"Chad","currency":"USD","items":[{"year":2019,"iso3":"MLI","refugees":5}]}{"year":2019,"refugees":6}' |
	poc-extract --no-header
echo '{"year":2020,"country":"Chad","unit":"usd","items":[{"year":2019,"iso3":"MLI","unit":"musd","budget":5}]}' | budget-series --no-header
