donors-list donors/cut-words.txt
