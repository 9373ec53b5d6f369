poc-extract pages/burundi-byte-order-mark.txt
