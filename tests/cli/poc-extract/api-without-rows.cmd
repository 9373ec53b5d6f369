printf '%s' '{"page":1,"short-url":"Xy","maxPages":0,"total":[],"items":[]}' | poc-extract
