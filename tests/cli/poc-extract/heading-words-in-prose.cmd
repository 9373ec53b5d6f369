poc-extract pages/chad-heading-words-in-prose.txt
