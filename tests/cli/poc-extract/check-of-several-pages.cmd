poc-extract --check -tTOT -y2019 mali.txt pages/niger-english.txt pages/south-eastern-europe-subregion.txt
