budget-series pages/south-eastern-europe-subregion.txt
