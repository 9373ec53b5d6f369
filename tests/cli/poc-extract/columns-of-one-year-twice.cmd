# A figure of one of them is no part of the other's: neither is added, whatever the form.
printf 'Country,2013,2014,2013,Population type\nMali,5,7,6,Refugees\n' | poc-extract --no-header
echo $?
printf '[{"Country":"Mali","Population type":"Refugees","2013":5,"2013":6}]' | poc-extract --no-header
