tail -n +2 html/fragment-of-mali.html | poc-extract --from=html
