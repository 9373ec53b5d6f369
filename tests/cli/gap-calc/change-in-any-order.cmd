tail -n +2 money/mali.csv | tac | cat <(head -n 1 money/mali.csv) - | gap-calc --change
