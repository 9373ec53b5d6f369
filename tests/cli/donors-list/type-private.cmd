donors-list -t private contributions.txt
