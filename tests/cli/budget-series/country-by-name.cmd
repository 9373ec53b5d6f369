budget-series --country='Burkina Faso' mali.txt
