donors-list --type='government|ngo' contributions.txt
