gap-calc -y2014 -ptotal,p1 pages/south-eastern-europe-subregion.txt
