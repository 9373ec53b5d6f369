printf '<title>Weather</title><p>404 degrees</p>' | poc-extract
