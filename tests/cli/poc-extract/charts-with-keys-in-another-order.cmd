poc-extract pages/cameroon-charts-with-keys-in-another-order.txt
