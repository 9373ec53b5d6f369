donors-list --hxl contributions.txt | sed -n 2p
