donors-list --country=HRV,chn contributions.txt
