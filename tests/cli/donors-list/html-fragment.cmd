donors-list html/fragment-of-mali.html
