poc-extract people/api-empty.json people/api-idmc.json --type-in=IDP --by=pair
