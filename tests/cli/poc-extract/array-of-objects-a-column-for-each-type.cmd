poc-extract people/mali-wide.json
