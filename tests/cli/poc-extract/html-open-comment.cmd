poc-extract html/mali-open-comment.html
