cat pages/niger-english.txt pages/burundi-byte-order-mark.txt | poc-extract
