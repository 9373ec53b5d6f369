printf '\n  Service Unavailable\n' | poc-extract
