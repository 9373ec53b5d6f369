donors-list -since=2020 mali.txt
