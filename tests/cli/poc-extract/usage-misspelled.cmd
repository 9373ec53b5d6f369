poc-extract --tpye=REF mali.txt
