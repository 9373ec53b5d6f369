-- DuckDB: sums of population data per country of asylum and year
SET threads = 1;
COPY (
	SELECT operation, iso3, year, 'actual' AS status,
		CASE type WHEN 'Refugees' THEN 'REF' WHEN 'Returned Refugees' THEN 'RET' WHEN 'Asylum Seekers' THEN 'ASY'
			WHEN 'IDPs' THEN 'IDP' WHEN 'Returned IDPs' THEN 'RDP' WHEN 'Stateless' THEN 'STA' ELSE type END AS code,
		CASE type WHEN 'Returned Refugees' THEN 'Returned refugees' WHEN 'Asylum Seekers' THEN 'Asylum-seekers'
			WHEN 'HST' THEN 'Host community' WHEN 'OOC' THEN 'Others of concern' ELSE type END AS population_type, persons
	FROM (
		SELECT "Country of Asylum" AS operation, "Country of Asylum ISO" AS iso3, "Year" AS year, sum("Refugees") AS "Refugees",
			sum("Returned Refugees") AS "Returned Refugees", sum("Asylum Seekers") AS "Asylum Seekers", sum("IDPs") AS "IDPs",
			sum("Returned IDPs") AS "Returned IDPs", sum("Stateless") AS "Stateless", sum("HST") AS "HST", sum("OOC") AS "OOC"
		FROM read_csv('/dev/stdin', header = true) GROUP BY ALL
	) UNPIVOT (persons FOR type IN ("Refugees", "Returned Refugees", "Asylum Seekers", "IDPs", "Returned IDPs", "Stateless",
		"HST", "OOC"))
	WHERE persons <> 0
) TO '/dev/stdout' (FORMAT csv, HEADER true);
