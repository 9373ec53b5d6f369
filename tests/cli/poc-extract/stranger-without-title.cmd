printf '<html><body>Request unsuccessful. Incapsula incident ID: 1</body></html>' | poc-extract
