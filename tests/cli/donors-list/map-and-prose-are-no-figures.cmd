donors-list pages/kenya-map.txt
