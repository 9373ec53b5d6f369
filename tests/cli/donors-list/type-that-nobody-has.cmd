donors-list --type=other contributions.txt
