donors-list --no-header --country=HRV contributions.txt
