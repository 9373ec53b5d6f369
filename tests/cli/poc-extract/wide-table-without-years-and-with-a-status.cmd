printf '%s\n' coa_name,coa_iso,coo_name,coo_iso,refugees,asylum_seekers Mali,MLI,Niger,NER,5,7 Mali,MLI,Chad,TCD,1,0 | poc-extract --no-header
printf '%s\n' coa_name,coa_iso,coo_name,coo_iso,year,status,refugees,asylum_seekers Mali,MLI,Niger,NER,2019,projected,5,7 \
	Mali,MLI,Chad,TCD,2019,actual,1,0 Mali,MLI,Chad,TCD,2019,projected,2,3 | poc-extract --no-header
