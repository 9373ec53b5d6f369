printf '<title>Log in - Data portal</title><form></form>' | poc-extract
