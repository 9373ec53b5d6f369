poc-extract people/years-as-columns.json
