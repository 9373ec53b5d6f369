poc-extract --zeros people/made-up-list.json
