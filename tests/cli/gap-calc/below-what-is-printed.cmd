for pct in 75.60 75.603 75.604; do gap-calc --no-header --below=$pct -p total -y 2019 mali.txt; done
