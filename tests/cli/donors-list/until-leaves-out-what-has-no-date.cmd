printf ',Spain\n2020-03-01,Mali\n2021,Chad\n' | sed '1i date,donor' | donors-list --until=2020 --no-header
