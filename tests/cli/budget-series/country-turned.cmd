budget-series --country=NRE mali.txt
