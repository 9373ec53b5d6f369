printf '%059d\303\251xyz\n' 0 | poc-extract
