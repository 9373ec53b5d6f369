poc-extract --type-in=IDP people/syria-total.json
