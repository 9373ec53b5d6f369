-- DuckDB: population data as rows of one figure
SET threads = 1;
COPY (
	SELECT "Country of Asylum" AS operation, "Country of Asylum ISO" AS iso3, "Country of Origin" AS origin,
		"Country of Origin ISO" AS origin_iso3, "Year" AS year, 'actual' AS status,
		CASE type WHEN 'Refugees' THEN 'REF' WHEN 'Returned Refugees' THEN 'RET' WHEN 'Asylum Seekers' THEN 'ASY'
			WHEN 'IDPs' THEN 'IDP' WHEN 'Returned IDPs' THEN 'RDP' WHEN 'Stateless' THEN 'STA' ELSE type END AS code,
		CASE type WHEN 'Returned Refugees' THEN 'Returned refugees' WHEN 'Asylum Seekers' THEN 'Asylum-seekers'
			WHEN 'HST' THEN 'Host community' WHEN 'OOC' THEN 'Others of concern' ELSE type END AS population_type, persons
	FROM read_csv('/dev/stdin', header = true)
		UNPIVOT (persons FOR type IN ("Refugees", "Returned Refugees", "Asylum Seekers", "IDPs", "Returned IDPs", "Stateless",
			"HST", "OOC"))
	WHERE persons <> 0
) TO '/dev/stdout' (FORMAT csv, HEADER true);
