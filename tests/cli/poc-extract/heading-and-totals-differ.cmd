poc-extract pages/made-up-heading-and-totals-differ.txt
