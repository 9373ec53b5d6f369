poc-extract pages/south-eastern-europe-heading-in-two-languages-projected.txt
