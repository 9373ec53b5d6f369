poc-extract -c AUS,ARE,MAR people/r-package.csv
