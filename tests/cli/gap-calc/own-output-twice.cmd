gap-calc mali.txt | gap-calc | gap-calc
