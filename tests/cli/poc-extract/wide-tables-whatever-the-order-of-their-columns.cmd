# The columns of places, of the year, and of figures, in turn; and figures with other columns between.
for order in 1,2,3,4,5,6,7 5,3,4,1,2,7,6 6,7,1,2,3,4,5 6,1,2,3,4,5,7 1,2,5,6,7,3,4 5,6,1,2,3,4,7 7,5,1,6,2,3,4; do
	printf '%s\n' coa_name,coa_iso,coo_name,coo_iso,year,refugees,asylum_seekers Mali,MLI,Niger,NER,2019,5,7 Mali,MLI,Chad,TCD,2019,1,0 \
		Togo,TGO,Niger,NER,2018,0,2 | awk -F, -v order=$order '{n = split(order, c, ","); for (i = 1; i <= n; i++) printf "%s%s", $c[i], i < n ? "," : "\n"}' |
		poc-extract --no-header
done
