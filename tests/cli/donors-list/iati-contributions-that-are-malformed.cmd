for row in XX-2019,11,2019-11-30,5,Spain,10 XM-DAC-41121-2019-AFR-MLI,11,30/11/2019,5,Spain,10 \
	XM-DAC-41121-2019-AFR-MLI,1,2019-11-30,5,Spain,alien XM-DAC-41121-2019-AFR-MLI,1,2019-11-30,x,Spain,10; do
	printf '%s\n' iati_identifier,transaction_type_code,transaction_date,transaction_value_USD,transaction_provider_org,transaction_provider_org_type \
		$row | donors-list --no-header
done
