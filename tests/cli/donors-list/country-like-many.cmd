donors-list --country=ZXM mali.txt
