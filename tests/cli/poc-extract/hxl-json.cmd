poc-extract people/hxl-mali.json
