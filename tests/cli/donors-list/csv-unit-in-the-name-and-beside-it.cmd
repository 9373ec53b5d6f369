# A currency stands for the amount that the donor gave in it; only dollars by the thousand contradict dollars.
printf 'Donor,Amount,Amount USD,Currency\nSweden,50,7,SEK\nSweden,50,7,USD\nSweden,50,7,\nSweden,50,,SEK\n' | donors-list --no-header
printf 'Donor,Amount (US$),Unit\nSweden,50,kusd\n' | donors-list --no-header
