budget-series pages/kenya-map.txt
