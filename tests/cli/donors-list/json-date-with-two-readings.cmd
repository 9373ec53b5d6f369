donors-list donors/made-up-slashes.json
