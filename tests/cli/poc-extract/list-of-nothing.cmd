poc-extract people/empty-list.json
