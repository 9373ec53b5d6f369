poc-extract people/mali-list.json
