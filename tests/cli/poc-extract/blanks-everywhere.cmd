poc-extract pages/syria-indented.txt
