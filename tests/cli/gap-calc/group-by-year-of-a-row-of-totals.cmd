# A table that has its own sum in its last row would be summed twice; operation by operation, that row is one more.
table='operation,year,budget,expenditure\nMali,2019,10,5\nNiger,2019,20,10\nGrand total,2019,30,15\n'
printf "$table" | gap-calc --no-header --group-by=year --strict
echo $?
printf "$table" | gap-calc --no-header --group-by=year,operation
