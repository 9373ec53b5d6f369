donors-list --hxl contributions.txt | donors-list --hxl | cmp - <(donors-list --hxl contributions.txt)
