poc-extract pages/kenya-map.txt
