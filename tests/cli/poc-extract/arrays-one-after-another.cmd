cat people/mali.json people/mali.json | poc-extract
