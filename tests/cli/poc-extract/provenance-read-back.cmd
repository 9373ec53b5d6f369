poc-extract --provenance mali.txt | poc-extract | cmp - <(poc-extract mali.txt)
