donors-list donors/french.tsv
