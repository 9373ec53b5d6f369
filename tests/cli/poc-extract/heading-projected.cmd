poc-extract pages/south-eastern-europe-heading-projected.txt
