donors-list donors/made-up-flows-page-2.json
