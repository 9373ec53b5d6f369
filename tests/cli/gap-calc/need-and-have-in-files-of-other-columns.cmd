folder=$(mktemp -d)
cd "$folder"
printf 'x,n,h\n1,10,5\n' >first.csv
for header in x,n,h,y x,n x,n,j; do
	printf '%s\n' $header >rowless.csv
	printf '%s\n' $header "${header//[xnhjy]/1}" >second.csv
	for other in rowless second; do gap-calc --no-header --need=n --have=h first.csv $other.csv; done
done
gap-calc --no-header --need=n --have=h first.csv first.csv
rm -r "$folder"
