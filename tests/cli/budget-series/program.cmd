printf '\177ELF\002\001' | budget-series
