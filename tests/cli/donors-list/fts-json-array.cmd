donors-list donors/made-up-flows.json
