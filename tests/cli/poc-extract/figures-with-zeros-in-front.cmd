# A figure that begins with 0 is one all the same, whatever stands beside it. More than a few records: the last ones take another way.
for figures in 07,1,12,3 1,03,0,00 '"07","1","12","3"' '"1","03","0","00"' '07,"1",12,3'; do
	{
		echo year,coo_name,coo_iso,coa_name,coa_iso,refugees,asylum_seekers,idps,stateless
		printf "%s,Chad,TCD,Mali,MLI,$figures\n" {2010..2019}
	} | poc-extract --no-header
done
