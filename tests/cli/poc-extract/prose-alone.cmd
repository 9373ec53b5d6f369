poc-extract people/prose.txt
