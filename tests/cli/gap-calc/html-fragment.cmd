gap-calc html/fragment-of-mali.html
