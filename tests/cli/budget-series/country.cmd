budget-series --country=mli,NER money/mali.csv money/chad-and-niger.csv
