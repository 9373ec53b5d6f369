poc-extract people/world.csv
