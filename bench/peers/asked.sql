-- DuckDB: the gap between two columns
SET threads = 1;
COPY (
	SELECT *, asked - got AS gap, round(100 * (asked - got) / nullif(asked, 0), 2) AS gap_pct,
		round(100 * got / nullif(asked, 0), 2) AS covered_pct
	FROM read_csv('/dev/stdin', header = true)
) TO '/dev/stdout' (FORMAT csv, HEADER true);
