# -v tells what means nothing: a name that is not known, and a second column of one meaning. Of a page's other JSON there is too much.
printf 'operation,year,budget (USD),expenditure (USD million),requirements,x\nMali,2019,10,5,7,1\n' | budget-series --no-header -v
printf '[{"operation":"Mali","year":2019,"funding":3}]' | budget-series --no-header -v
printf 'Operation: Mali\n{"categories":[2019],"budget":[3],"x":[5]}\n' | budget-series --no-header -v
# no more than fit into a message
printf 'operation,year,budget,%0150d,%0100d\nMali,2019,10,1,1\n' 0 0 | budget-series --no-header -v
