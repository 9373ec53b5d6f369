gap-calc --excel mali.txt | gap-calc | cmp - <(gap-calc mali.txt)
