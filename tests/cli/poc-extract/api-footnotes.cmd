poc-extract people/made-up-api-footnotes.json
