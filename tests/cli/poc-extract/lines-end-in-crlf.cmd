poc-extract pages/niger-crlf.txt
