-- DuckDB: contributions out of flows
SET threads = 1;
COPY (
	SELECT date, "srcOrganization" AS donor, "srcLocations" AS iso3, lower("srcOrganizationTypes") AS donor_type,
		"amountUSD" AS amount, 'usd' AS unit, "destLocations" AS recipient
	FROM read_csv('/dev/stdin', header = true)
) TO '/dev/stdout' (FORMAT csv, HEADER true);
