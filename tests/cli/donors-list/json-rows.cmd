donors-list donors/rows.json
