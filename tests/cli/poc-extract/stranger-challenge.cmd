printf '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><p>Enable JavaScript and cookies to continue</p></body></html>' | poc-extract
