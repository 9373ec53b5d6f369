poc-extract people/empty.csv people/empty-list.json
