donors-list --country=uae mali.txt
