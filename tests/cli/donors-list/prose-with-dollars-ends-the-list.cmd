donors-list donors/footer-of-dollars.txt
