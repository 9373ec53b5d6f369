-- DuckDB: how much of the budget was spent
SET threads = 1;
COPY (
	SELECT *, 'expenditure' AS against, budget - expenditure AS gap, round(100 * (budget - expenditure) / budget, 2) AS gap_pct,
		round(100 * expenditure / budget, 2) AS covered_pct
	FROM read_csv('/dev/stdin', header = true)
) TO '/dev/stdout' (FORMAT csv, HEADER true);
