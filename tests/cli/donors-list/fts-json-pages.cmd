donors-list donors/made-up-flows-page-1.json donors/made-up-flows-page-2.json
