donors-list donors/footer.txt
