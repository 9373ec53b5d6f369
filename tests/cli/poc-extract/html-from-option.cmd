tail -n +2 html/mali-fragment.html | poc-extract --from=html
