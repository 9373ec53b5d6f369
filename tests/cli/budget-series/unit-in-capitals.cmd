budget-series --unit=USD mali.txt
