cat people/mali-list.json people/mali-list.json | poc-extract
