poc-extract --type
