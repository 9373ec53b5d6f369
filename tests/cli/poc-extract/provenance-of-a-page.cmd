poc-extract --provenance mali.txt | cut -d, -f3,5,8,9
