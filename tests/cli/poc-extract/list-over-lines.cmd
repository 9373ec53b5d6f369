poc-extract pages/chad-list-over-lines.txt
