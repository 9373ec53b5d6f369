{ printf 'Figures of the year\n\n'; cat people/mali.csv; } | poc-extract
