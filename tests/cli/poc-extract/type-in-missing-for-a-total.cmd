poc-extract people/syria-total.json
