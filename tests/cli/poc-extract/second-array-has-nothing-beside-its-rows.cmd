# What stands around the rows of a document is not said of the array that comes next, whose rows have their own.
echo '{"items":[{"refugees":5}]}[{"year":2018,"country":"Mali","refugees":6},{"year":2017,"country":"Mali","refugees":7}]' |
	poc-extract --no-header
echo '{"year":2019,"items":[{"refugees":1},{"refugees":2}]}
[{"year":2016,"country":"Mali","refugees":3},{"year":2015,"country":"Mali","refugees":4}]' |
	poc-extract --no-header
