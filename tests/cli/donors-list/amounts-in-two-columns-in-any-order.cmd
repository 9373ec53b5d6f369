# Which one is taken is a matter of the names alone.
printf 'Donor,Amount,Amount USD\nSweden,5,7\n' | donors-list --no-header
printf 'Donor,Amount USD,Amount\nSweden,7,5\n' | donors-list --no-header
printf '[{"Donor":"Sweden","Amount":5,"Amount USD":7}]' | donors-list --no-header
