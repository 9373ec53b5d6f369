poc-extract people/made-up-labels-english.json
