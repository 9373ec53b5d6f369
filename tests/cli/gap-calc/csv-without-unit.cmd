gap-calc -y 2019- money/mali-plain.csv
