gap-calc -y2018 -ptotal,p1 pages/cameroon-charts-swapped.txt
