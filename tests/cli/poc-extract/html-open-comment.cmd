poc-extract html/open-comment.html
