poc-extract --provenance mali.txt | poc-extract
