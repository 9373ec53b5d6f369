cat html/mali-*.html | poc-extract | sort | uniq -c | awk '{ $1 = ""; print }' | wc -l
