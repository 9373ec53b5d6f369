poc-extract html/burundi-short-comments.html
