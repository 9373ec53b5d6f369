poc-extract --type-in=XYZ people/syria-total.json
