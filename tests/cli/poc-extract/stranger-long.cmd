printf '%058d\303\251xyz\n' 0 | poc-extract
