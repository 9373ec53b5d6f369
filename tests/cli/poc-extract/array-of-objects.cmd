poc-extract people/mali.json
