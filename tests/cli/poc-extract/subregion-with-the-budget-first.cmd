poc-extract pages/south-eastern-europe-subregion.txt
