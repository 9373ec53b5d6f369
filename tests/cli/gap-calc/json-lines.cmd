gap-calc money/mali-rows.ndjson
