poc-extract </dev/null
