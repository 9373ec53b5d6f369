poc-extract people/hxl-mali.csv people/mali-pairs.csv -y 2019 -t REF
