donors-list donors/made-up-flows-page-1.json
