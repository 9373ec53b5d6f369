printf 'Year,Budget (million USD),Expenditure (USD)\n2019,5,4000000\n' | budget-series --no-header
echo $?
printf '{"categories":[2019],"Expenditure (USD)":[4000000],"Budget (million USD)":[5]}' | gap-calc --no-header
