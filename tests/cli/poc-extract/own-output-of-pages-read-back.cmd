for f in mali.txt pages/niger-english.txt pages/south-eastern-europe-subregion.txt; do cmp <(poc-extract $f) <(poc-extract $f | poc-extract); done
