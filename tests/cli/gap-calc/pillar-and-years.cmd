gap-calc -p p1,p3 -y 2016,2019 mali.txt
