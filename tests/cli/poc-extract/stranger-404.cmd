printf '<html>\n<head>\n<TITLE>\n404 Not Found</TITLE></head><body><h1>Not Found</h1></body></html>' | poc-extract
