for text in 'Pillar 1' 'Total of Pillar 2 programme' 'Pillar Pillar 3' 'of 1951/Pillar 4x' Pillar 'Pillar /'; do
	printf 'iati_identifier,transaction_type_code,transaction_description,transaction_value_USD\nXM-DAC-41121-2019-AFR-MLI,4,%s,7\n' "$text" |
		budget-series --no-header
done
